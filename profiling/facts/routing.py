"""Facts of group B: where the consignment comes from, goes to and passes."""

from functools import lru_cache

from consignments.keys import identifier_checks
from profiling.facts.answers import any_of
from profiling.facts.known import HOME_COUNTRY, KnownConsignment, KnownPost, Noted

country_of_plate = lru_cache(maxsize=16_384)(identifier_checks.country_of_plate)


def routing_facts(known: KnownConsignment) -> Noted:
    """Answer the columns of group B."""
    noted = Noted()
    noted.note("dispatch_country", known.dispatch_country)
    noted.note("destination_country", known.destination_country)
    noted.note("entry_post", known.entry_post.code if known.entry_post else None)
    noted.note("exit_post", known.exit_post.code if known.exit_post else None)
    noted.note("route_countries", route_countries(known))
    noted.note("onward_countries", onward_countries(known))
    nationality = conveyance_nationality(known)
    noted.note("conveyance_nationality", nationality)
    _note_bilateral(noted, known, nationality)
    return noted


def route_countries(known: KnownConsignment) -> list[str | None] | None:
    """Return the countries of the route in order, each once: dispatch, transit as stated, beyond the posts,
    destination.

    An unknown dispatch or destination is a None element; the whole is None when nothing of the route is known.
    """
    transit = [*(known.itinerary or ()), *_beyond(known.entry_post), *_beyond(known.exit_post)]
    if not (known.dispatch_country or known.destination_country or transit):
        return None
    return list(dict.fromkeys([known.dispatch_country, *transit, known.destination_country]))


def onward_countries(known: KnownConsignment) -> list[str | None] | None:
    """Return the countries still ahead: the itinerary after ours, beyond the post of exit, the destination.

    A destination at home is not ahead: []. An unknown destination is a None element; None when nothing is known.
    """
    itinerary = known.itinerary or ()
    after_ours = itinerary[itinerary.index(HOME_COUNTRY) + 1 :] if HOME_COUNTRY in itinerary else ()
    ahead = [*after_ours, *_beyond(known.exit_post), known.destination_country]
    if ahead == [None]:
        return None
    return [country for country in dict.fromkeys(ahead) if country != HOME_COUNTRY]


def conveyance_nationality(known: KnownConsignment) -> str | None:
    """Return the nationality of the vehicle as stated, else as its plate shows it."""
    if known.conveyance_nationality or known.mode not in (None, "road") or not known.conveyance_id:
        return known.conveyance_nationality
    return country_of_plate(known.conveyance_id)


def _note_bilateral(noted: Noted, known: KnownConsignment, nationality: str | None) -> None:
    """B07 "A vehicle of a third country at a post that is open to the two neighbours only." """
    column = "third_country_at_bilateral_post"
    if known.mode not in (None, "road"):
        noted.note(column, False)
        return
    posts = [post for post in (known.entry_post, known.exit_post) if post is not None]
    answers = {post.code: _is_third_country(post, nationality) for post in posts}
    noted.note(column, any_of(answers.values()))
    for post in posts:
        if answers[post.code]:
            noted.evidence[column] = {
                "post": post.code, "nationality": nationality, "open_to": f"{post.country}, {post.neighbour_country}",
            }  # fmt: skip


def _is_third_country(post: KnownPost, nationality: str | None) -> bool | None:
    if not post.bilateral_only:
        return False
    if nationality is None or post.neighbour_country is None:
        return None
    return nationality not in (post.country, post.neighbour_country)


def _beyond(post: KnownPost | None) -> list[str]:
    return [post.neighbour_country] if post and post.neighbour_country else []
