"""Where goods that leave by a post to a neighbour may sensibly go on to (B10). [inferred from roads and railways]

Generous: a destination is missing from a neighbour's set only where another neighbour lies clearly on the way to it.
"""

_CHINA_AND_SEA = "CN HK MO TW KR JP VN TH MY SG ID PH KH MM LA AU NZ US CA MN PK NP IN BD LK"
_SOUTH = "AF PK IN IR AE OM QA KW SA IQ BH"
_WEST = (
    "TR GE AM AZ BG GR RO RS HU AT DE IT PL CZ SK FR NL BE ES PT GB CH SE FI NO DK LT LV EE UA MD BY IL SY JO EG LB CY"
    " MT HR SI BA MK AL ME IE"
)

SENSIBLE_BEYOND: dict[str, frozenset[str]] = {
    neighbour: frozenset(destinations.split())
    for neighbour, destinations in {
        "CN": _CHINA_AND_SEA,
        "KZ": f"KZ RU MN CN {_WEST}",
        "TJ": "TJ AF PK IN IR UZ",
        "UZ": f"UZ TM TJ KZ RU {_SOUTH} {_WEST}",
    }.items()
}
# A destination that is in no set says nothing.
KNOWN_DESTINATIONS = frozenset().union(*SENSIBLE_BEYOND.values())
