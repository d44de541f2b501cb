"""In which months fresh fruit and vegetables come from open ground or usual storage, by subheading (G07). [inferred]

For the temperate north; the temperate south lies six months apart. What greenhouses and cold stores bring all the year
(tomatoes, cucumbers, apples, onions, potatoes) is not in the table, nor are countries between the tropics.
"""

MONTHS_OF_A_YEAR = 12
HALF_A_YEAR = 6


def _months(first: int, last: int) -> frozenset[int]:
    span = (last - first) % MONTHS_OF_A_YEAR
    return frozenset((first - 1 + step) % MONTHS_OF_A_YEAR + 1 for step in range(span + 1))


# By heading or subheading, the longest that fits.
IN_THE_NORTH: dict[str, frozenset[int]] = {
    "070920": _months(3, 6),  # asparagus
    "080521": _months(10, 4),  # mandarins
    "080610": _months(6, 2),  # grapes
    "080711": _months(5, 10),  # watermelons
    "080719": _months(5, 1),  # melons
    "080910": _months(5, 8),  # apricots
    "080921": _months(5, 8),  # sour cherries
    "080929": _months(5, 8),  # cherries
    "080930": _months(5, 10),  # peaches
    "080940": _months(6, 11),  # plums
    "081010": _months(3, 8),  # strawberries
    "081020": _months(5, 10),  # raspberries, mulberries
    "081070": _months(9, 3),  # persimmons
}
NORTH = frozenset(
    [
        "AF",
        "AL",
        "AM",
        "AT",
        "AZ",
        "BA",
        "BE",
        "BG",
        "BY",
        "CH",
        "CN",
        "CY",
        "CZ",
        "DE",
        "DK",
        "DZ",
        "EE",
        "ES",
        "FI",
        "FR",
        "GB",
        "GE",
        "GR",
        "HR",
        "HU",
        "IE",
        "IQ",
        "IR",
        "IT",
        "JP",
        "KG",
        "KP",
        "KR",
        "KZ",
        "LB",
        "LT",
        "LU",
        "LV",
        "MA",
        "MD",
        "ME",
        "MK",
        "MN",
        "NL",
        "NO",
        "PK",
        "PL",
        "PT",
        "RO",
        "RS",
        "RU",
        "SE",
        "SI",
        "SK",
        "SY",
        "TJ",
        "TM",
        "TN",
        "TR",
        "UA",
        "US",
        "UZ",
    ]
)
SOUTH = frozenset(["AR", "AU", "CL", "NZ", "UY", "ZA"])


def months_of(digits: str, country: str) -> frozenset[int] | None:
    """Return the months in which the goods come from the country; None where the table does not say."""
    months = IN_THE_NORTH.get(digits[:6])
    if months is None or country in NORTH:
        return months if country in NORTH else None
    if country in SOUTH:
        return frozenset((month - 1 + HALF_A_YEAR) % MONTHS_OF_A_YEAR + 1 for month in months)
    return None
