"""Where the trade of a country starts and ends, and which countries are hubs: for lengths of routes (B01, B08, C12).

Latitude and longitude of two or three cities each, rounded; large countries have several, and of all ways the
shortest is taken, so that a detour is never the table's. Countries that are not here give no answer.
"""

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

Point = tuple[float, float]  # latitude, longitude

EARTH_RADIUS_KM = 6371.0

CENTRES: dict[str, tuple[Point, ...]] = {
    "AE": ((25.2, 55.3),),
    "AF": ((34.5, 69.2), (36.7, 67.1), (34.3, 62.2)),
    "AM": ((40.2, 44.5),),
    "AT": ((48.2, 16.4),),
    "AZ": ((40.4, 49.9),),
    "BD": ((23.8, 90.4), (22.3, 91.8)),
    "BE": ((51.2, 4.4),),
    "BG": ((42.7, 23.3),),
    "BR": ((-23.5, -46.6), (-3.1, -60.0)),
    "BY": ((53.9, 27.6), (52.1, 23.7)),
    "CA": ((45.5, -73.6), (49.3, -123.1)),
    "CH": ((47.4, 8.5),),
    "CN": ((43.8, 87.6), (39.5, 76.0), (34.3, 108.9), (29.3, 120.1), (23.1, 113.3), (39.9, 116.4), (45.8, 126.6)),
    "CY": ((34.9, 33.6),),
    "CZ": ((50.1, 14.4),),
    "DE": ((50.1, 8.7), (53.6, 10.0), (52.5, 13.4)),
    "DK": ((55.7, 12.6),),
    "EC": ((-2.2, -79.9),),
    "EE": ((59.4, 24.8),),
    "EG": ((30.0, 31.2),),
    "ES": ((40.4, -3.7), (41.4, 2.2)),
    "FI": ((60.2, 24.9),),
    "FR": ((48.9, 2.4), (43.3, 5.4)),
    "GB": ((51.5, -0.1),),
    "GE": ((41.7, 44.8), (41.6, 41.6)),
    "GR": ((38.0, 23.7),),
    "HK": ((22.3, 114.2),),
    "HU": ((47.5, 19.0),),
    "ID": ((-6.2, 106.8),),
    "IE": ((53.3, -6.3),),
    "IL": ((32.1, 34.8),),
    "IN": ((19.1, 72.9), (28.6, 77.2), (13.1, 80.3), (22.6, 88.4)),
    "IQ": ((33.3, 44.4),),
    "IR": ((35.7, 51.4), (27.2, 56.3), (36.3, 59.6)),
    "IT": ((45.5, 9.2), (41.9, 12.5)),
    "JO": ((31.9, 35.9),),
    "JP": ((35.7, 139.7), (34.7, 135.5)),
    "KG": ((40.5, 72.8), (42.9, 74.6)),
    "KH": ((11.6, 104.9),),
    "KR": ((37.6, 127.0), (35.2, 129.1)),
    "KW": ((29.4, 48.0),),
    "KZ": ((43.2, 76.9), (51.2, 71.4), (42.3, 69.6), (43.7, 51.2), (50.3, 57.2)),
    "LB": ((33.9, 35.5),),
    "LK": ((6.9, 79.9),),
    "LT": ((54.7, 25.3), (55.7, 21.1)),
    "LV": ((56.9, 24.1),),
    "MA": ((33.6, -7.6),),
    "MD": ((47.0, 28.9),),
    "MM": ((16.8, 96.2),),
    "MN": ((47.9, 106.9),),
    "MT": ((35.9, 14.5),),
    "MX": ((19.4, -99.1),),
    "MY": ((3.1, 101.7),),
    "NG": ((6.5, 3.4),),
    "NL": ((51.9, 4.5),),
    "NO": ((59.9, 10.8),),
    "OM": ((23.6, 58.4), (17.0, 54.1)),
    "PA": ((9.0, -79.5),),
    "PH": ((14.6, 121.0),),
    "PK": ((24.9, 67.0), (33.7, 73.0)),
    "PL": ((52.2, 21.0),),
    "PT": ((38.7, -9.1),),
    "QA": ((25.3, 51.5),),
    "RO": ((44.4, 26.1),),
    "RS": ((44.8, 20.5),),
    "RU": ((55.8, 37.6), (56.8, 60.6), (55.0, 82.9), (59.9, 30.3), (43.1, 131.9), (51.8, 55.1), (46.3, 48.0)),
    "SA": ((24.7, 46.7), (21.5, 39.2)),
    "SE": ((59.3, 18.1),),
    "SG": ((1.3, 103.8),),
    "SI": ((46.1, 14.5),),
    "SK": ((48.1, 17.1),),
    "SY": ((33.5, 36.3),),
    "TH": ((13.8, 100.5),),
    "TJ": ((38.6, 68.8), (40.3, 69.6), (37.5, 71.5)),
    "TM": ((37.9, 58.4), (40.0, 53.0), (39.1, 63.6)),
    "TR": ((41.0, 29.0), (36.8, 34.6), (41.0, 39.7)),
    "TW": ((25.0, 121.5),),
    "TZ": ((-6.8, 39.3),),
    "UA": ((50.5, 30.5), (46.5, 30.7)),
    "US": ((40.7, -74.0), (33.7, -118.3), (29.8, -95.4)),
    "UZ": ((41.3, 69.2), (40.8, 72.3), (39.7, 66.9), (37.2, 67.3)),
    "VN": ((21.0, 105.8), (10.8, 106.7)),
    "ZA": ((-29.9, 31.0), (-26.2, 28.0)),
}

# Countries whose ports and free zones live on transhipment.
HUBS = frozenset(["AE", "CY", "HK", "LB", "MT", "OM", "PA", "SG"])


def km_between(one: Point, other: Point) -> float:
    """Return the great-circle distance in kilometres."""
    (lat, lon), (other_lat, other_lon) = (map(radians, point) for point in (one, other))
    half = sin((other_lat - lat) / 2) ** 2 + cos(lat) * cos(other_lat) * sin((other_lon - lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(half))


@lru_cache(maxsize=4096)
def shortest_km(countries: tuple[str, ...]) -> float | None:
    """Return the length of the shortest way through these countries in order; None where one is not in the table."""
    ways = _ways(countries)
    return min(ways.values()) if ways else None


@lru_cache(maxsize=4096)
def detour(countries: tuple[str, ...]) -> float | None:
    """Return how many times longer than straight ahead the way through these countries is, read at its best.

    None where a country is not in the table, or the way ends where it began.
    """
    if len(countries) < 2 or countries[0] == countries[-1]:
        return None
    ways = _ways(countries)
    return min((km / km_between(start, end) for (start, end), km in ways.items()), default=None)


def _ways(countries: tuple[str, ...]) -> dict[tuple[Point, Point], float]:
    """The shortest way between each start and each end."""
    if any(country not in CENTRES for country in countries):
        return {}
    ways: dict[tuple[Point, Point], float] = {}
    for start in CENTRES[countries[0]]:
        reached = {start: 0.0}
        for country in countries[1:]:
            reached = {
                point: min(km + km_between(before, point) for before, km in reached.items())
                for point in CENTRES[country]
            }
        ways |= {(start, end): km for end, km in reached.items()}
    return ways
