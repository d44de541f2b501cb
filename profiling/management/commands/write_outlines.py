"""Writes the outlines of countries for the map of a route, out of the shapefile of Natural Earth (public domain).

The low-resolution countries lie in several packages, such as the tests of pyogrio: naturalearth_lowres.shp.
"""

from pathlib import Path

from django.core.management.base import BaseCommand

from profiling.reference.reading_shapes import countries_in
from profiling.reference.simplifying import simplified

TARGET = Path(__file__).parents[2] / "reference" / "outlines.txt"
TOLERANCE_DEGREES = 0.12
LEAST_ISLAND_DEGREES = 0.5


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("shapefile", type=Path, help="naturalearth_lowres.shp, with its .dbf beside it")

    def handle(self, *args, **options) -> None:
        lines = []
        found = countries_in(options["shapefile"])
        found.pop("AQ", None)  # no goods come from there, and it fills half a map
        for code, rings in sorted(found.items()):
            kept = [simplified(ring, TOLERANCE_DEGREES) for ring in rings if _spread(ring) >= LEAST_ISLAND_DEGREES]
            for ring in [ring for ring in kept if len(ring) >= 4] or [simplified(max(rings, key=len), 0.02)]:
                points = " ".join(f"{round(lon * 10)},{round(lat * 10)}" for lon, lat in ring)
                lines.append(f"{code} {points}")
        TARGET.write_text("\n".join(lines) + "\n")
        self.stdout.write(f"{len(lines)} outlines, {TARGET.stat().st_size} bytes")


def _spread(ring) -> float:
    return max(max(p[axis] for p in ring) - min(p[axis] for p in ring) for axis in (0, 1))
