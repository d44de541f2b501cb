"""Exchange rates in force on a day."""

from datetime import date
from decimal import Decimal

from profiling.models import ExchangeRate


def rates_in_usd(day: date) -> dict[str, Decimal]:
    """Return US dollars for one unit of each currency, by the newest rate not after `day`; USD is 1."""
    rows = ExchangeRate.objects.filter(valid_from__lte=day).order_by("currency", "-valid_from").distinct("currency")
    return {"USD": Decimal(1)} | {rate.currency: rate.usd for rate in rows}
