"""Facts of group B that measure the route: its length, its detour, hubs off the way, a post that leads elsewhere."""

from itertools import groupby

from profiling.facts.known import HOME_COUNTRY, KnownConsignment, Noted
from profiling.reference.beyond_posts import KNOWN_DESTINATIONS, SENSIBLE_BEYOND
from profiling.reference.centres_of_trade import HUBS, detour, shortest_km

# A hub by which the way becomes half as long again has no sense but to change papers.
HUB_OFF_THE_WAY = 1.5


def detour_facts(known: KnownConsignment) -> Noted:
    """Answer the columns that follow from the countries of the route and where they lie."""
    noted = Noted()
    way = way_of(known)
    km = shortest_km(way) if way else None
    noted.note("route_km", None if km is None else round(km))
    _note_detour(noted, known, way)
    _note_hub(noted, known, way)
    _note_exit_post(noted, known)
    return noted


def way_of(known: KnownConsignment) -> tuple[str, ...] | None:
    """Return the countries in the order in which they are passed; None where an end is not known.

    Where no route is stated, the posts tell which neighbours are passed.
    """
    if known.dispatch_country is None or known.destination_country is None:
        return None
    between = list(known.itinerary) if known.itinerary is not None else _by_posts(known)
    passed = [known.dispatch_country, *between, known.destination_country]
    return tuple(country for country, _same in groupby(passed))


def lane_of(known: KnownConsignment) -> str | None:
    """Return dispatch and destination as one word: CN-KG; None where one is not known, or both are one."""
    if (
        not known.dispatch_country
        or not known.destination_country
        or known.dispatch_country == known.destination_country
    ):
        return None
    return f"{known.dispatch_country}-{known.destination_country}"


def _by_posts(known: KnownConsignment) -> list[str]:
    entry, leaving = known.entry_post, known.exit_post
    before = [entry.neighbour_country] if entry and entry.neighbour_country else []
    after = [leaving.neighbour_country] if leaving and leaving.neighbour_country else []
    return [*before, HOME_COUNTRY, *after] if before or after else []


def _note_detour(noted: Noted, known: KnownConsignment, way: tuple[str, ...] | None) -> None:
    """B01 "The route is abnormal: far longer than the straight way." """
    column = "detour_ratio"
    is_stated = known.itinerary is not None or bool(_by_posts(known))
    ratio = detour(way) if way and is_stated else None
    noted.note(column, ratio)
    if ratio is not None and way:
        noted.evidence[column] = {"way": " – ".join(way), "times": round(ratio, 2)}


def _note_hub(noted: Noted, known: KnownConsignment, way: tuple[str, ...] | None) -> None:
    """B08 "A stop in a country of free zones has no economic sense." The way begins where the goods were made."""
    column = "hub_without_sense"
    if way is None:
        noted.note(column, None)
        return
    origins = {item.origin_country for item in known.goods if item.origin_country}
    origin = origins.pop() if len(origins) == 1 else way[0]
    passed = way if origin == way[0] else (origin, *way)
    for hub in passed[1:-1]:
        longer = detour((origin, hub, passed[-1])) if hub in HUBS else None
        if longer is not None and longer > HUB_OFF_THE_WAY:
            noted.note(column, True, hub=hub, origin=origin, destination=passed[-1], times=round(longer, 2))
            return
    unmeasured = any(hub in HUBS and detour((origin, hub, passed[-1])) is None for hub in passed[1:-1])
    is_stated = known.itinerary is not None or bool(_by_posts(known)) or len(passed) > 2
    noted.note(column, False if is_stated and not unmeasured else None)


def _note_exit_post(noted: Noted, known: KnownConsignment) -> None:
    """B10 "The declared post of exit is illogical for the destination." """
    column = "exit_post_illogical"
    destination = known.destination_country
    beyond = known.exit_post.neighbour_country if known.exit_post else None
    if known.exit_post is None or beyond is None or destination is None or destination == HOME_COUNTRY:
        noted.note(column, None)
    elif destination == beyond:
        noted.note(column, False)
    elif beyond not in SENSIBLE_BEYOND or destination not in KNOWN_DESTINATIONS:
        noted.note(column, None)
    else:
        is_illogical = destination not in SENSIBLE_BEYOND[beyond]
        noted.note(column, is_illogical, post=known.exit_post.code, beyond=beyond, destination=destination)
