"""D01: whether the documents on one consignment differ, and in what."""

from typing import Any

from profiling.facts.cross_checking import Compared, Row, cross_check
from profiling.facts.known import Circumstances, KnownConsignment, Noted
from profiling.facts.papers import Paper, papers_of

SHOWN_AT_MOST = 80


def difference_facts(known: KnownConsignment, circumstances: Circumstances) -> Noted:
    """D01 "Invoice, packing list, transport document or declaration differ." Not known without a second document."""
    noted = Noted()
    papers = papers_of(known) if known.papers or known.same_journey else []
    rows = cross_check(papers, circumstances.tolerances, circumstances.usd_rates) if len(papers) > 1 else []
    answers = {row.field: row.answer for row in rows if row.answer is not Compared.NOT_COMPARABLE}
    differing = [row for row in rows if row.answer is Compared.DIFFERS]
    noted.note("documents_differ", bool(differing) if answers else None)
    noted.note("documents_differ_in", [row.field for row in differing] if answers else None)
    if differing:
        noted.evidence["documents_differ"] = _told(differing[0], papers)
        noted.evidence["documents_differ_in"] = {
            "fields": ", ".join(row.field.replace("_", " ") for row in differing),
        }
    return noted


def _told(row: Row, papers: list[Paper]) -> dict[str, Any]:
    """The first difference: the field, and both documents with what they state."""
    place = next(place for place, cell in enumerate(row.cells) if cell.answer is Compared.DIFFERS)
    one, other = papers[row.base], papers[place]
    return {
        "field": row.field,
        "one": one.kind,
        "one_number": one.number,
        "one_states": _shown(row.cells[row.base].stated),
        "other": other.kind,
        "other_number": other.number,
        "other_states": _shown(row.cells[place].stated),
    }


def _shown(stated: Any) -> str:
    parts = stated if isinstance(stated, tuple) else (stated,)
    return ", ".join(_plain(part) for part in parts if part is not None)[:SHOWN_AT_MOST]


def _plain(part: Any) -> str:
    """A number without trailing noughts: 15640.000 as it is read is 15640."""
    text = str(part)
    return text.rstrip("0").rstrip(".") if "." in text and text.replace(".", "", 1).isdigit() else text
