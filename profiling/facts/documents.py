"""Facts of group D: amendments and dates."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from profiling.facts.known import Circumstances, KnownConsignment, Noted
from profiling.facts.parties import cached_name_key
from profiling.facts.totals import gross_mass_kg


def document_facts(known: KnownConsignment, circumstances: Circumstances) -> Noted:
    """Answer the columns of group D that the document and its earlier revision decide."""
    noted = Noted()
    noted.note("amendments", known.revision_number - 1)
    _note_amended(noted, known)
    _note_dates(noted, known, circumstances)
    return noted


def _note_amended(noted: Noted, known: KnownConsignment) -> None:
    """D03 "Consignee, goods, mass or seal was changed after lodging." """
    column = "amended_key_field"
    if known.revision_number == 1:
        noted.note(column, False)
        return
    if known.previous is None:
        noted.note(column, None)
        return
    before, after = ({name: read(one) for name, read in _KEY_FIELDS.items()} for one in (known.previous, known))
    changed = [name for name in _KEY_FIELDS if before[name] != after[name]]
    noted.note(column, bool(changed))
    if changed:
        noted.evidence[column] = {
            "fields": ", ".join(changed), "before": _shown(before[changed[0]]), "after": _shown(after[changed[0]]),
        }  # fmt: skip


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
    invoices = [paper.issued_on for paper in known.documents if paper.kind == "invoice" and paper.issued_on]
    arrival = known.arrival_at.astimezone(circumstances.local_zone).date() if known.arrival_at else None
    # A paper dated in China may bear tomorrow's date.
    received = known.known_at.astimezone(circumstances.local_zone).date() + timedelta(days=1)
    dispatch = ("taken over", known.taken_over_on) if known.taken_over_on else ("issued", known.issued_on)
    for invoice in invoices:
        if dispatch[1]:
            yield "invoice", invoice, dispatch[0], dispatch[1]
        if arrival:
            yield "invoice", invoice, "arrival", arrival
    for name, day in (("taken over", known.taken_over_on), ("issued", known.issued_on)):
        if day and arrival:
            yield name, day, "arrival", arrival
    for name, day in (("issued", known.issued_on), *(("invoice", invoice) for invoice in invoices)):
        if day:
            yield name, day, "received", received


def _goods(known: KnownConsignment) -> tuple:
    return tuple(
        (item.commodity_code or "", " ".join((item.description or "").lower().split())) for item in known.goods
    )


_KEY_FIELDS: dict[str, Callable[[KnownConsignment], Any]] = {
    "consignee": lambda known: cached_name_key((c.name or "") if (c := known.party("consignee")) else ""),
    "goods": _goods,
    "gross mass": gross_mass_kg,
    "seals": lambda known: tuple(sorted({seal for piece in known.equipment for seal in piece.seals or ()})),
}


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(" ".join(part) if isinstance(part, tuple) else str(part) for part in value)[:200]
    return "" if value is None else str(value)
