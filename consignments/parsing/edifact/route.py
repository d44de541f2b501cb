"""The places of a consignment: what its LOC segments say, else those of the head of its message."""

from collections.abc import Mapping, Sequence
from typing import TypedDict

from ..noting import Notes
from . import segment_values as values
from .lexer import Segment

# What the qualifiers of LOC say, in the order of the journey: receipt, original loading, country of export, departure,
# loading, transhipment, next place, border, arrival, discharge, delivery, destination, country of destination.
ROUTE = ("88", "76", "35", "5", "9", "13", "61", "17", "60", "11", "7", "8", "36")
_LOADING = ("9", "76", "88", "5")
_DELIVERY = ("7", "8", "11")
_DISPATCH = ("35", "76", "88", "9", "5")  # export country, original loading, receipt, loading, departure
_DESTINATION = ("36", "8", "7", "11")  # destination country, destination, delivery, discharge


class Route(TypedDict):
    """The fields of a consignment that say where it comes from and goes to."""

    place_of_loading: str | None
    place_of_delivery: str | None
    loading_unlocode: str | None
    delivery_unlocode: str | None
    dispatch_country: str | None
    destination_country: str | None
    itinerary: tuple[str, ...]


def locations(segments: Sequence[Segment]) -> dict[str, Segment]:
    """Return the first LOC segment of each qualifier."""
    return {s.at(0): s for s in reversed(segments) if s.tag == "LOC"}


def route_of(places: Mapping[str, Segment], notes: Notes) -> Route:
    return Route(
        place_of_loading=_place(places, _LOADING, notes),
        place_of_delivery=_place(places, _DELIVERY, notes),
        loading_unlocode=_unlocode(places, _LOADING),
        delivery_unlocode=_unlocode(places, _DELIVERY),
        dispatch_country=_country(places, _DISPATCH),
        destination_country=_country(places, _DESTINATION),
        itinerary=_itinerary(places),
    )


def _place(places: Mapping[str, Segment], qualifiers: Sequence[str], notes: Notes) -> str | None:
    for qualifier in qualifiers:
        if qualifier in places and (name := values.place_name(places[qualifier])):
            return notes.text(name, places[qualifier].path, 200)
    return None


def _unlocode(places: Mapping[str, Segment], qualifiers: Sequence[str]) -> str | None:
    codes = (values.place_unlocode(places[qualifier]) for qualifier in qualifiers if qualifier in places)
    return next((code for code in codes if code), None)


def _country(places: Mapping[str, Segment], qualifiers: Sequence[str]) -> str | None:
    codes = (values.place_country(places[qualifier]) for qualifier in qualifiers if qualifier in places)
    return next((code for code in codes if code), None)


def _itinerary(places: Mapping[str, Segment]) -> tuple[str, ...]:
    countries = [values.place_country(places[qualifier]) for qualifier in ROUTE if qualifier in places]
    return tuple(dict.fromkeys(country for country in countries if country))
