"""Approximate exchange rates, only to fill the table of rates on first start; officers enter those of the day.

US dollars for one unit of the currency, rounded; good enough to compare values per kilogram, not to assess duty.
"""

from datetime import date
from decimal import Decimal

AS_OF = date(2025, 10, 1)

USD_RATES: dict[str, Decimal] = {
    currency: Decimal(rate)
    for currency, rate in {
        "USD": "1",
        "AED": "0.2723",
        "AFN": "0.0147",
        "AMD": "0.00261",
        "AZN": "0.588",
        "BYN": "0.335",
        "CHF": "1.25",
        "CNY": "0.1404",
        "EUR": "1.173",
        "GBP": "1.345",
        "GEL": "0.368",
        "HKD": "0.1285",
        "INR": "0.01127",
        "IRR": "0.0000238",
        "JPY": "0.00678",
        "KGS": "0.01144",
        "KRW": "0.000713",
        "KZT": "0.00182",
        "MNT": "0.000278",
        "PKR": "0.00355",
        "PLN": "0.275",
        "RUB": "0.0121",
        "SAR": "0.2667",
        "THB": "0.0309",
        "TJS": "0.107",
        "TMT": "0.2857",
        "TRY": "0.0240",
        "UAH": "0.0242",
        "UZS": "0.0000826",
        "VND": "0.0000379",
    }.items()
}
