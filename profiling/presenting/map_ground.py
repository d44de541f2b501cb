"""The ground of a map: countries within a view, cut to it and simplified to what can be seen, as paths of an SVG."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians

from profiling.reference.outlines import outlines
from profiling.reference.simplifying import simplified

Point = tuple[float, float]
LENGTH, HEIGHT = 360, 210
LEAST_DEGREES = 9.0  # of longitude: nearer, the outlines would show how coarse they are
MARGIN = 0.16


@dataclass(frozen=True, slots=True)
class View:
    """What is seen, in degrees. A degree of longitude is drawn as long as it is at the middle latitude."""

    west: float
    east: float
    south: float
    north: float

    def place(self, lat: float, lon: float) -> Point:
        """Where a point of the earth lies on the picture."""
        x = (lon - self.west) / (self.east - self.west) * LENGTH
        y = (self.north - lat) / (self.north - self.south) * HEIGHT
        return round(x, 1), round(y, 1)


def view_of(points: Iterable[tuple[float, float]]) -> View:
    """Return the view that holds the points (latitude, longitude) with some room, in the proportions of the picture."""
    lats, lons = zip(*points, strict=True)
    middle_lat, middle_lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    shrunk = max(cos(radians(middle_lat)), 0.2)
    wide = max((max(lons) - min(lons)) * (1 + 2 * MARGIN), LEAST_DEGREES)
    high = max((max(lats) - min(lats)) * (1 + 3 * MARGIN), wide * shrunk * HEIGHT / LENGTH)
    wide = max(wide, high / shrunk * LENGTH / HEIGHT)
    # Whole half degrees: routes of one region share their ground, which is kept.
    west, south = _half(middle_lon - wide / 2), _half(middle_lat - high / 2)
    return View(west, west + _half(wide) + 0.5, south, south + _half(high) + 0.5)


@lru_cache(maxsize=512)
def ground(view: View) -> tuple[tuple[str, str, Point | None], ...]:
    """Return (country, path, where its code is written) of each country in the view."""
    paths: dict[str, list[str]] = {}
    labels: dict[str, tuple[float, Point]] = {}
    for code, ring in outlines():
        cut = _cut(ring, view)
        if len(cut) < 3:
            continue
        seen = simplified([view.place(lat, lon) for lon, lat in [*cut, cut[0]]], 0.7)
        if len(seen) < 4:
            continue
        paths.setdefault(code, []).append("M" + " ".join(f"{round(x)},{round(y)}" for x, y in seen[:-1]) + "Z")
        size, middle = _extent(seen)
        if size > labels.get(code, (0.0, middle))[0]:
            labels[code] = (size, middle)
    return tuple(
        (code, "".join(parts), labels[code][1] if labels[code][0] > 900 else None) for code, parts in paths.items()
    )


def _cut(ring: Iterable[Point], view: View) -> list[Point]:
    """Cut a ring to the view (Sutherland and Hodgman 1974)."""
    points = list(ring)
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    if min(lons) > view.east or max(lons) < view.west or min(lats) > view.north or max(lats) < view.south:
        return []
    for axis, bound, sign in ((0, view.west, 1), (0, view.east, -1), (1, view.south, 1), (1, view.north, -1)):
        kept: list[Point] = []
        for before, after in zip([points[-1], *points[:-1]] if points else [], points, strict=True):
            was_in, is_in = sign * (before[axis] - bound) >= 0, sign * (after[axis] - bound) >= 0
            if was_in != is_in:
                share = (bound - before[axis]) / (after[axis] - before[axis])
                kept.append((before[0] + share * (after[0] - before[0]), before[1] + share * (after[1] - before[1])))
            if is_in:
                kept.append(after)
        points = kept
    return points


def _extent(points: list[Point]) -> tuple[float, Point]:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    middle = (round((min(xs) + max(xs)) / 2), round((min(ys) + max(ys)) / 2))
    return (max(xs) - min(xs)) * (max(ys) - min(ys)), middle


def _half(degrees: float) -> float:
    return round(degrees * 2) / 2
