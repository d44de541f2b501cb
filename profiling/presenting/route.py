"""The route of a consignment as a strip: where it was loaded, the countries between, the post, where it goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from consignments.models import ConsignmentRevision, CustomsPost
from profiling.presenting.moments import clock

LENGTH, EDGE = 360, 22


@dataclass(frozen=True, slots=True)
class Stop:
    """x: place on the strip; anchor: class of its text; is_post: our border post."""

    name: str
    when: str
    x: int
    anchor: str
    is_post: bool


@dataclass(frozen=True, slots=True)
class Route:
    stops: tuple[Stop, ...]
    sentence: str
    length: int = LENGTH


def route(revision: ConsignmentRevision, post: CustomsPost | None, now: datetime) -> Route | None:
    """Return the strip; None when neither a start nor an end is stated."""
    places = _places(revision, post, now)
    if len(places) < 2:
        return None
    step = (LENGTH - 2 * EDGE) / (len(places) - 1)
    stops = [
        Stop(name, when, round(EDGE + place * step), _anchor(place, len(places)), is_post)
        for place, (name, when, is_post) in enumerate(places)
    ]
    sentence = _("Route: %(stops)s.") % {"stops": ", ".join(" ".join(filter(None, [s.name, s.when])) for s in stops)}
    return Route(tuple(stops), sentence)


def _places(revision: ConsignmentRevision, post: CustomsPost | None, now: datetime) -> Sequence[tuple[str, str, bool]]:
    manifest = revision.manifest
    start = " ".join(filter(None, [revision.place_of_loading[:24], revision.dispatch_country]))
    end = " ".join(filter(None, [revision.place_of_delivery[:24], revision.destination_country]))
    loaded = revision.taken_over_on
    between = [
        country
        for country in revision.itinerary or []
        if country not in {revision.dispatch_country, revision.destination_country}
    ]
    arrives = clock(manifest.arrival_at, now, only_the_day=manifest.arrival_is_a_day)
    places = [(start, loaded.strftime("%d.%m") if loaded else "", False)] if start else []
    places += [(country, "", False) for country in between[:4]]
    places += [(str(post), arrives, True)] if post else []
    places += [(end, "", False)] if end else []
    return places


def _anchor(place: int, count: int) -> str:
    if place == 0:
        return ""
    return "end" if place == count - 1 else "mid"
