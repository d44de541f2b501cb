"""What was amended after lodging, how often and how late (D03, B05, F04): read from the revisions, oldest first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from profiling.facts.answers import any_of
from profiling.facts.known import Circumstances, KnownConsignment, Noted
from profiling.facts.parties import cached_name_key
from profiling.facts.totals import gross_mass_kg

SECONDS_AN_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Amendment:
    """One field that a revision changed. hours: from that revision to the arrival; None where it is not known."""

    revision: int
    field: str
    before: Any
    after: Any
    hours: float | None


def amendment_facts(known: KnownConsignment, circumstances: Circumstances) -> Noted:
    """Answer the columns that follow from the revisions; where an earlier one is not known, what it changed is not."""
    noted = Noted()
    revisions = revisions_of(known)
    is_whole = revisions[0].revision_number == 1
    keys = list(_changes(revisions, _KEY_FIELDS))
    route = list(_changes(revisions, _ROUTE_FIELDS))
    payment = list(_changes(revisions, _PAYMENT_FIELDS))
    noted.note("amendments", known.revision_number - 1)
    _note_key_fields(noted, keys, is_whole)
    _note_route(noted, revisions, route, is_whole)
    _note_payment(noted, revisions, payment, is_whole, circumstances.late_change_hours)
    changed = {change.field for change in (*keys, *route, *payment)}
    noted.note("amended_fields", sorted(changed) if changed or is_whole else None)
    return noted


def revisions_of(known: KnownConsignment) -> list[KnownConsignment]:
    """Return this revision and those before it as far as they are known without a gap, oldest first."""
    found: list[KnownConsignment] = []
    one: KnownConsignment | None = known
    while one is not None:
        found.append(one)
        one = one.previous
    return found[::-1]


def _changes(
    revisions: list[KnownConsignment], fields: dict[str, Callable[[KnownConsignment], Any]]
) -> Iterator[Amendment]:
    for before, after in pairwise(revisions):
        for name, read in fields.items():
            old, new = read(before), read(after)
            if old != new and old is not None and new is not None:
                yield Amendment(after.revision_number, name, old, new, _hours_before_arrival(after))


def _note_key_fields(noted: Noted, changes: list[Amendment], is_whole: bool) -> None:
    """D03 "Consignee, goods, mass or seal was changed after lodging": what, how often, and how late."""
    column = "amended_key_field"
    noted.note(column, True if changes else False if is_whole else None)
    hours = changes[-1].hours if changes else None
    noted.note("hours_amended_before_arrival", hours)
    if changes:
        last = next(change for change in changes if change.revision == changes[-1].revision)
        noted.evidence[column] = {
            "fields": ", ".join(dict.fromkeys(change.field.replace("_", " ") for change in changes)),
            "before": _shown(last.before),
            "after": _shown(last.after),
        }
        if hours is not None:
            noted.evidence[column] |= {"times": len({change.revision for change in changes}), "hours": round(hours, 1)}


def _note_route(noted: Noted, revisions: list[KnownConsignment], changes: list[Amendment], is_whole: bool) -> None:
    """B05 "Destination or route was changed after lodging." """
    column = "route_changed"
    noted.note(column, True if changes else _nothing_changed(revisions, _ROUTE_FIELDS) if is_whole else None)
    if changes:
        last = changes[-1]
        noted.evidence[column] = {"field": last.field, "before": _shown(last.before), "after": _shown(last.after)}


def _note_payment(
    noted: Noted, revisions: list[KnownConsignment], changes: list[Amendment], is_whole: bool, late_hours: float
) -> None:
    """F04 "Who pays the carriage, or how, was changed shortly before arrival." """
    column = "payment_changed_late"
    lateness = [None if change.hours is None else change.hours <= late_hours for change in changes]
    if changes:
        noted.note(column, any_of(lateness))
    else:
        noted.note(column, _nothing_changed(revisions, _PAYMENT_FIELDS) if is_whole else None)
    if True in lateness:
        late = changes[lateness.index(True)]
        noted.evidence[column] = {
            "before": _shown(late.before), "after": _shown(late.after), "hours": round(late.hours or 0, 1),
        }  # fmt: skip


def _nothing_changed(revisions: list[KnownConsignment], fields: dict[str, Callable[[KnownConsignment], Any]]):
    """False where at least one of the fields is stated throughout, else not known; a first revision changes nothing."""
    if len(revisions) == 1:
        return False
    stated = (all(read(one) is not None for one in revisions) for read in fields.values())
    return False if any(stated) else None


def _hours_before_arrival(known: KnownConsignment) -> float | None:
    if known.arrival_at is None or known.arrival_is_a_day:
        return None
    return (known.arrival_at - known.known_at).total_seconds() / SECONDS_AN_HOUR


def _goods(known: KnownConsignment) -> tuple:
    return tuple(
        (item.commodity_code or "", " ".join((item.description or "").lower().split())) for item in known.goods
    )


def _name(known: KnownConsignment, role: str) -> str | None:
    party = known.party(role)
    return cached_name_key(party.name) if party and party.name else None


# A consignee, a mass or seals that were there and are gone are changed too: "" and () for what is not stated.
_KEY_FIELDS: dict[str, Callable[[KnownConsignment], Any]] = {
    "consignee": lambda known: _name(known, "consignee") or "",
    "goods": _goods,
    "gross_mass": lambda known: "" if (kg := gross_mass_kg(known)) is None else kg,
    "seals": lambda known: tuple(sorted({seal for piece in known.equipment for seal in piece.seals or ()})),
}
# A country or post that one revision leaves out was not changed by it.
_ROUTE_FIELDS: dict[str, Callable[[KnownConsignment], Any]] = {
    "destination": lambda known: known.destination_country,
    "place_of_delivery": lambda known: cached_name_key(known.place_of_delivery or "") or None,
    "route": lambda known: known.itinerary,
    "entry_post": lambda known: known.entry_post.code if known.entry_post else None,
    "exit_post": lambda known: known.exit_post.code if known.exit_post else None,
}
_PAYMENT_FIELDS: dict[str, Callable[[KnownConsignment], Any]] = {
    "freight_payment": lambda known: known.freight_payment_method,
    "freight_payer": lambda known: _name(known, "freight_payer"),
}
AMENDABLE = (*_KEY_FIELDS, *_ROUTE_FIELDS, *_PAYMENT_FIELDS)


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(" ".join(part) if isinstance(part, tuple) else str(part) for part in value)[:200]
    return str(value)
