"""Outlines of countries, for orientation on a map and no statement about borders.

Made by `write_outlines` from Natural Earth, whose data is in the public domain (naturalearthdata, 1:110 million);
simplified, small islands left out. Whole tenths of a degree.
"""

from functools import cache
from pathlib import Path

Ring = tuple[tuple[float, float], ...]  # longitude, latitude

_FILE = Path(__file__).with_name("outlines.txt")


@cache
def outlines() -> tuple[tuple[str, Ring], ...]:
    """Return (ISO country code, closed ring); a country of several parts comes several times."""
    found = []
    for line in _FILE.read_text().splitlines():
        code, *points = line.split()
        pairs = (point.split(",") for point in points)
        found.append((code, tuple((int(lon) / 10, int(lat) / 10) for lon, lat in pairs)))
    return tuple(found)
