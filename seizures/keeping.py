"""What an examiner typed, done: kept as it is, or the examination closed with it. The page and the phone ask the same.

`typed` holds the fields of the page of an open examination by their names.
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from consignments.refusing import Refused
from seizures.checklists import every_point_of
from seizures.circumstances import Circumstances
from seizures.forms.closing import ClosingForm, as_typed
from seizures.forms.goods import GoodsFormSet, GoodsLines
from seizures.models import Examination
from seizures.presenting.noted import line_count


class Unfit(Refused):
    """The forms of the result have faults; they are told at their fields, or in one sentence."""

    def __init__(self, closing: ClosingForm, lines: GoodsLines):
        self.closing, self.lines = closing, lines
        forms = [closing, *lines.forms]
        told = [f"{field.label}: {text}" for form in forms for field in form for text in field.errors]
        super().__init__("unfit", " ".join(told))


@transaction.atomic
def keep(officer: Any, examination: Examination, typed: Mapping[str, str], *, more_lines: int = 0) -> None:
    """Answer what was answered, read the seal, keep the rest as typed."""
    points = every_point_of(examination.equipment_kind)
    answers = {
        point: (answer, typed.get(f"note-{point}", "")) for point in points if (answer := typed.get(f"point-{point}"))
    }
    examination.answer_all(officer, answers)
    examination.read_seal(officer, typed.get("seal_read", ""), typed.get("seal_state", ""))
    noted = as_typed(typed, examination.assessments())
    shown = line_count(noted | {"lines": typed.get("lines-TOTAL_FORMS", "1")}) + more_lines
    examination.keep_notes(officer, noted | {"lines": str(shown)})


def close(officer: Any, examination: Examination, typed: Mapping[str, str]) -> None:
    """Close it with the result as typed. Raises Unfit for faults in a field, Refused where something is still open."""
    examined = examination.assessments()
    closing = ClosingForm(typed, examined=examined)
    lines = GoodsFormSet(typed, prefix="lines", form_kwargs={"examined": examined})
    if not (closing.is_valid() and lines.is_valid()):
        raise Unfit(closing, lines)
    given = closing.cleaned_data
    examination.close(
        officer,
        given["kind"],
        closing.results(),
        lines.seized(),
        new_seal=given["new_seal"],
        no_new_seal_because=given["no_new_seal_because"],
        remarks=given["remarks"],
        circumstances=Circumstances(
            given["place"], given["officers_present"], given["weighbridge_kg"], given["on_device_at"]
        ),
    )
