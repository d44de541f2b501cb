"""The route of a consignment on a map: where it was loaded, which countries it passes, the post, where it goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext as _

from consignments.keys.transliteration import latin_words
from consignments.models import ConsignmentRevision, CustomsPost
from profiling.facts.deliveries import place_in
from profiling.presenting.map_ground import HEIGHT, LENGTH, ground, view_of
from profiling.presenting.quantities import number
from profiling.reference.centres_of_trade import CENTRES, Point, km_between
from profiling.reference.post_places import POST_PLACES, TOWNS_ABROAD

DETOUR_FROM = 1.3  # times the straight way


@dataclass(frozen=True, slots=True)
class MapStop:
    """name: as the paper has it; places: where it may lie; is_exact: False where only the country is known."""

    name: str
    places: tuple[Point, ...]
    is_exact: bool
    is_post: bool = False


@dataclass(frozen=True, slots=True)
class DrawnStop:
    name: str
    x: float
    y: float
    anchor: str
    label_y: float
    is_exact: bool
    is_post: bool


@dataclass(frozen=True, slots=True)
class Land:
    """code_at: where the code of the country is written, None where there is no room."""

    code: str
    path: str
    is_passed: bool
    code_at: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class RouteMap:
    """way: the path through the stops; straight: the direct one, "" where the way is no detour."""

    lands: list[Land]
    stops: list[DrawnStop]
    way: str
    straight: str
    sentence: str
    length: int = LENGTH
    height: int = HEIGHT


def route_map(stops: Sequence[MapStop], passed: frozenset[str]) -> RouteMap | None:
    """Draw the stops in their order; None for fewer than two that lie anywhere. passed: codes of the countries."""
    known = [stop for stop in stops if stop.places]
    if len(known) < 2:
        return None
    points = _shortest([stop.places for stop in known])
    view = view_of(points)
    placed = [view.place(*point) for point in points]
    km = sum(km_between(one, other) for one, other in pairwise(points))
    straight_km = km_between(points[0], points[-1])
    is_detour = straight_km > 0 and km > DETOUR_FROM * straight_km
    return RouteMap(
        lands=[Land(code, path, code in passed, at) for code, path, at in ground(view)],
        stops=[_drawn(stop, *at, place) for place, (stop, at) in enumerate(zip(known, placed, strict=True))],
        way=_line(placed),
        straight=_line([placed[0], placed[-1]]) if is_detour else "",
        sentence=_sentence(known, km, straight_km if is_detour else None),
    )


def stops_of(revision: ConsignmentRevision, post: CustomsPost | None) -> list[MapStop]:
    """Return the stops that a revision states, with the post at which it arrives."""
    between = [
        country
        for country in revision.itinerary or []
        if country not in {revision.dispatch_country, revision.destination_country, "KG"}
    ]
    stops = [_stated(revision.place_of_loading, revision.dispatch_country)]
    stops += [MapStop(country, CENTRES.get(country, ()), is_exact=False) for country in between]
    if post is not None:
        at = POST_PLACES.get(post.code)
        stops.append(MapStop(str(post), (at,) if at else (), is_exact=True, is_post=True))
    stops.append(_stated(revision.place_of_delivery, revision.destination_country))
    return [stop for stop in stops if stop.name]


def countries_passed(revision: ConsignmentRevision) -> frozenset[str]:
    named = [revision.dispatch_country, revision.destination_country, *(revision.itinerary or [])]
    return frozenset(filter(None, named))


def _stated(place: str, country: str) -> MapStop:
    known = place_in(place) if place and country == "KG" else None
    at = known.at if known else _town_abroad(place)
    if at is not None:
        return MapStop(place[:24], (at,), is_exact=True)
    return MapStop(place[:24] or country, CENTRES.get(country, ()), is_exact=False)


def _town_abroad(place: str) -> Point | None:
    words = latin_words(place)
    for length in (3, 2, 1):
        for start in range(len(words) - length + 1):
            if at := TOWNS_ABROAD.get(" ".join(words[start : start + length])):
                return at
    return None


def _shortest(choices: Sequence[tuple[Point, ...]]) -> list[Point]:
    """Of each stop the place by which the whole way is shortest: a country is passed where it lies nearest."""
    ways: dict[Point, tuple[float, list[Point]]] = {point: (0.0, [point]) for point in choices[0]}
    for places in choices[1:]:
        ways = {
            point: min((km + km_between(way[-1], point), [*way, point]) for km, way in ways.values())
            for point in places
        }
    return min(ways.values())[1]


def _drawn(stop: MapStop, x: float, y: float, place: int) -> DrawnStop:
    anchor = "end" if x > LENGTH * 0.72 else "" if x < LENGTH * 0.28 else "mid"
    above = place % 2 == 0 and y > 20
    return DrawnStop(stop.name, x, y, anchor, y - 9 if above else y + 17, stop.is_exact, stop.is_post)


def _line(points: Sequence[tuple[float, float]]) -> str:
    return "M" + " ".join(f"{x},{y}" for x, y in points)


def _sentence(stops: Sequence[MapStop], km: float, straight_km: float | None) -> str:
    names = " – ".join(stop.name for stop in stops)
    if straight_km is None:
        return _("Map: %(stops)s, about %(km)s km as the crow flies.") % {"stops": names, "km": number(round(km, -1))}
    told = {"stops": names, "km": number(round(km, -1)), "straight": number(round(straight_km, -1))}
    return _("Map: %(stops)s, about %(km)s km; the straight way is %(straight)s km.") % told
