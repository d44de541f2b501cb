"""The log of an examination in plain sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from consignments.models import CaseEvent
from profiling.models import Outcome
from profiling.presenting.quantities import number
from seizures.models import Examination, ExaminationKind, QuantityUnit
from seizures.whereabouts import Destination, LaboratoryState


@dataclass(frozen=True)
class Told:
    at: datetime
    who: str
    sentence: str
    reason: str
    is_alarm: bool


def told_of(examination: Examination) -> list[Told]:
    """Return what was done, oldest first; single answers and notes are in the checklist itself and left out."""
    subjects = [examination.pk, *examination.seizure_lines.values_list("pk", flat=True)]
    events = (
        CaseEvent.objects.filter(subject_id__in=subjects)
        .exclude(verb__in=["answered", "seal_read", "notes_kept", "marked", "mark_removed"])
        .select_related("actor", "consignment")
    )
    return [_told(event) for event in events]


def told_of_seizure(lines: Sequence[UUID]) -> list[Told]:
    """Return what was done with the versions of one seizure, oldest first."""
    events = CaseEvent.objects.filter(subject_id__in=lines).select_related("actor", "consignment")
    return [_told(event) for event in events]


def _told(event: CaseEvent) -> Told:
    return Told(
        at=event.at,
        who=event.actor.short_name if event.actor else _("The platform"),
        sentence=_sentence(event),
        reason=event.reason,
        is_alarm=event.verb in {"seized", "corrected", "result_corrected"},
    )


def _sentence(event: CaseEvent) -> str:
    before, after = event.before or {}, event.after or {}
    reference = event.consignment.reference if event.consignment else ""
    match event.verb:
        case "begun":
            return _("began the examination of %(equipment)s") % after
        case "included":
            return _("examined %(reference)s") % {"reference": reference}
        case "closed":
            return _("closed it: %(kind)s") % {"kind": ExaminationKind(after["kind"]).label}
        case "result_corrected":
            told = {"reference": reference, "was": _outcome(before), "now": _outcome(after)}
            return _("corrected the result of %(reference)s from “%(was)s” to “%(now)s”") % told
        case "photo_added":
            return _("added a photo")
        case "photo_removed":
            return _("removed a photo")
        case "original_taken":
            return _("took the original of a photo")
        case "act_issued":
            return _("gave out the act number %(number)s") % after
        case "handed_over":
            return _("handed over: %(destination)s") % {"destination": Destination(after["destination"]).label}
        case "sent_to_laboratory":
            return _("asked a laboratory: %(number)s") % after
        case "laboratory_answered":
            return f"{LaboratoryState(after['state']).label}: {after['number']}"
        case "arrests_reported":
            return _("recorded persons arrested: %(persons)s") % after
        case "evidence_photo_added":
            return _("added a photo")
        case "seized":
            return _("seized %(goods)s") % {"goods": _goods(after)}
        case "corrected":
            return _("corrected %(was)s to %(now)s") % {"was": _goods(before), "now": _goods(after)}
        case _:
            return event.verb


def _outcome(told: dict) -> str:
    return str(Outcome(told["outcome"]).label)


def _goods(told: dict) -> str:
    return f"{told['commodity']} {number(told['quantity'])} {QuantityUnit(told['quantity_unit']).label}"
