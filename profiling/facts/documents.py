"""Facts of group D: dates that cannot follow each other so."""

from collections.abc import Iterator
from datetime import date, timedelta

from profiling.facts.known import Circumstances, KnownConsignment, Noted

# Papers of the sale: they are written before the goods set out.
BEFORE_DISPATCH = {"invoice": "invoice", "packing_list": "packing list"}


def date_facts(known: KnownConsignment, circumstances: Circumstances) -> Noted:
    """Answer whether dates of the consignment and of its papers are impossible."""
    noted = Noted()
    _note_dates(noted, known, circumstances)
    return noted


def _note_dates(noted: Noted, known: KnownConsignment, circumstances: Circumstances) -> None:
    """D07 "Dates are impossible: an invoice after dispatch, taken over after crossing, issued after receipt." """
    column = "dates_impossible"
    pairs = list(_ordered_dates(known, circumstances))
    wrong = next((pair for pair in pairs if pair[1] > pair[3]), None)
    if wrong:
        first, first_on, second, second_on = wrong
        noted.note(column, True, first=f"{first} {first_on}", second=f"{second} {second_on}")
    else:
        noted.note(column, False if pairs else None)


def _ordered_dates(known: KnownConsignment, circumstances: Circumstances) -> Iterator[tuple[str, date, str, date]]:
    """Yield (name, day, name, day) of events of which the first cannot be later than the second."""
    papers = [("invoice", paper.issued_on) for paper in known.documents if paper.kind == "invoice" and paper.issued_on]
    papers += [
        (BEFORE_DISPATCH[paper.kind], paper.issued_on)
        for paper in known.papers
        if paper.kind in BEFORE_DISPATCH and paper.issued_on
    ]
    arrival = known.arrival_at.astimezone(circumstances.local_zone).date() if known.arrival_at else None
    # A paper dated in China may bear tomorrow's date.
    received = known.known_at.astimezone(circumstances.local_zone).date() + timedelta(days=1)
    dispatch = ("taken over", known.taken_over_on) if known.taken_over_on else ("issued", known.issued_on)
    for name, issued_on in papers:
        if dispatch[1]:
            yield name, issued_on, dispatch[0], dispatch[1]
        if arrival:
            yield name, issued_on, "arrival", arrival
    for name, day in (("taken over", known.taken_over_on), ("issued", known.issued_on)):
        if day and arrival:
            yield name, day, "arrival", arrival
    for name, day in (("issued", known.issued_on), *papers):
        if day:
            yield name, day, "received", received
    for paper in known.papers:
        if paper.issued_on and paper.valid_until:
            yield "issued", paper.issued_on, "valid until", paper.valid_until
