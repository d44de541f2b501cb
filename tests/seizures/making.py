"""Selected cases, examinations and seized goods for tests, made with plain functions over `tests.factories`."""

from decimal import Decimal
from typing import Any

from django.utils import timezone

from profiling.models import Assessment
from seizures.checklists import points_of
from seizures.models import Examination, Seized, SeizureLine
from tests import factories as make
from tests.profiling.making import assessment

BOX = "KSHU6182408"


def selected(of=None, *, lane: str = "red", **fields: Any) -> Assessment:
    """Return a case an analyst selected; of a consignment in BOX unless told otherwise."""
    fields.setdefault("selected_by", ["profile"])
    return assessment(of, lane=lane, state="selected", arrival_at=timezone.now(), **fields)


def neighbour(of: Assessment, *, state: str = "not_selected", lane: str = "green", **fields: Any) -> Assessment:
    """Return a case of another consignment in the same box."""
    boxes = [{"number": row.number, "number_key": row.number_key} for row in of.revision.equipment.all()]
    other = make.consignment(unit=of.unit, equipment=boxes)
    return assessment(other, lane=lane, state=state, **fields)


def begun(of: Assessment | None = None, officer=None, **how: Any) -> Examination:
    of = of or selected()
    return Examination.objects.begin(officer or make.officer("examiner", unit=of.unit), of, **how)


def answered(examination: Examination, officer=None, answer: str = "in_order") -> Examination:
    """Answer every point the same way and read an intact seal."""
    officer = officer or examination.examiner
    note = "Fresh paint" if answer == "problem" else ""
    examination.answer_all(officer, dict.fromkeys(points_of(examination.equipment_kind), (answer, note)))
    examination.read_seal(officer, "HX204512", "intact")
    return examination


def goods(of: Assessment, **fields: Any) -> Seized:
    usual = {
        "category": "revenue",
        "commodity": "Cigarettes",
        "quantity": Decimal("18600"),
        "quantity_unit": "pack",
        "concealment": "front_wall",
    }
    return Seized(of, **{**usual, **fields})


def closed(of: Assessment | None = None, outcome: str = "nil", *seized: Seized, officer=None) -> Examination:
    """Return an examination closed after a document check; a seizure is of the usual goods unless told otherwise."""
    of = of or selected()
    examination = begun(of, officer)
    if outcome == "seizure" and not seized:
        seized = (goods(of),)
    examination.close(officer or examination.examiner, "documents", {of: outcome}, seized)
    return examination


def seizure_line(of: Assessment | None = None, **fields: Any) -> SeizureLine:
    of = of or selected()
    return closed(of, "seizure", goods(of, **fields)).seizure_lines.get()
