"""Exchange rates to begin with; officers add newer ones."""

from profiling.models import ExchangeRate
from profiling.reference.exchange_rates import AS_OF, USD_RATES


def load_rates() -> int:
    for currency, usd in USD_RATES.items():
        ExchangeRate.objects.get_or_create(currency=currency, valid_from=AS_OF, defaults={"usd": usd})
    return ExchangeRate.objects.count()
