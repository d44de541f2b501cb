"""Simplifies a line: what is left out lies no further from it than the tolerance (Douglas and Peucker 1973)."""

from collections.abc import Sequence

Point = tuple[float, float]


def simplified(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Return the kept points in their order, first and last among them; of a closed ring also the farthest."""
    if len(points) < 3:
        return list(points)
    keep = {0, len(points) - 1}
    left = [(0, len(points) - 1)]
    while left:
        start, end = left.pop()
        farthest, distance = start, 0.0
        for place in range(start + 1, end):
            off = _distance(points[place], points[start], points[end])
            if off > distance:
                farthest, distance = place, off
        if distance > tolerance:
            keep.add(farthest)
            left += [(start, farthest), (farthest, end)]
    return [points[place] for place in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from the line between two others, in their own unit."""
    (x, y), (ax, ay), (bx, by) = point, start, end
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    share = 0.0 if length == 0 else max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / length))
    return ((x - ax - share * dx) ** 2 + (y - ay - share * dy) ** 2) ** 0.5
