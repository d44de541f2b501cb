"""Facts of group B about the place of delivery: how far from the consignee's address, and whether near the border."""

from functools import lru_cache

from consignments.keys.transliteration import latin_words
from profiling.facts.known import KnownConsignment, KnownParty, Noted
from profiling.reference.centres_of_trade import km_between
from profiling.reference.gazetteer import PLACES, Place

_LONGEST = max(key.count(" ") for key in PLACES) + 1


def delivery_facts(known: KnownConsignment) -> Noted:
    """Answer the columns of the place of delivery."""
    noted = Noted()
    delivery = place_in(known.place_of_delivery) if known.place_of_delivery else None
    consignee = known.party("consignee")
    home = _home_of(consignee) if consignee else None
    _note_distance(noted, delivery, home)
    _note_border(noted, delivery or (home if known.place_of_delivery is None else None))
    return noted


@lru_cache(maxsize=16_384)
def place_in(text: str) -> Place | None:
    """Return the place of the gazetteer that a text names, the most telling one; None where it names none."""
    words = latin_words(text)
    found: Place | None = None
    for start in range(len(words)):
        for length in range(min(_LONGEST, len(words) - start), 0, -1):
            place = PLACES.get(" ".join(words[start : start + length]))
            if place and (found is None or place.rank > found.rank):
                found = place
            if place:
                break
    return found


def _home_of(party: KnownParty) -> Place | None:
    """Where the party says it is; streets are named after places, so the street alone says nothing."""
    for text in (party.city, party.address):
        if text and (place := place_in(text)):
            return place
    return None


def _note_distance(noted: Noted, delivery: Place | None, home: Place | None) -> None:
    """B09 "Consigned to a place far from the consignee's address." """
    column = "delivery_distance_km"
    if delivery is None or home is None:
        noted.note(column, None)
        return
    km = round(km_between(delivery.at, home.at))
    noted.note(column, km)
    noted.evidence[column] = {"delivery": delivery.name, "address": home.name, "km": km}


def _note_border(noted: Noted, place: Place | None) -> None:
    """B13 "Delivery to a border district, or a bazaar near an uncontrolled crossing." """
    noted.note("delivery_near_border", place.border if place else None, place=place.name if place else "")
