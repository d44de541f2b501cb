"""The verbs that end an examination: what still stops it, closing it with results, correcting a result afterwards.

The outcome goes down to the assessment in the same transaction.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.models import record
from consignments.refusing import Refused
from profiling.models import Assessment, Outcome
from seizures.checklists import mark_of
from seizures.circumstances import UNTOLD, Circumstances
from seizures.completeness import Findings, Obstacle, what_stops_closing
from seizures.querysets import next_seizure_reference
from seizures.reporting import totals_of
from seizures.seized import Seized

from .examination import ExaminationRecord, ExaminationState
from .examining import Examining

# Of several examinations of one consignment the gravest result is its outcome.
GRAVITY: list[str] = [Outcome.INCONCLUSIVE, Outcome.NIL, Outcome.DOCUMENTARY, Outcome.REVENUE, Outcome.SEIZURE]


class Examination(Examining):
    """Of one piece of equipment (or the vehicle); `examined` lists the consignments really examined."""

    class Meta(ExaminationRecord.Meta):
        pass

    def obstacles(
        self,
        kind: str,
        results: Mapping[Assessment, str],
        seized_in: Sequence[Assessment] = (),
        *,
        new_seal: str = "",
        no_new_seal_because: str = "",
    ) -> list[Obstacle]:
        """Return what still stops the closing."""
        return what_stops_closing(
            Findings(
                piece_kind=self.equipment_kind,
                kind=kind,
                answers=self.checklist,
                seal_state=self.seal_state,
                new_seal=new_seal,
                no_new_seal_because=no_new_seal_because,
                outcomes={one.consignment.reference: results.get(one, "") for one in self.assessments()},
                seized_in={one.consignment.reference for one in seized_in},
            )
        )

    @transaction.atomic
    def close(
        self,
        officer,
        kind: str,
        results: Mapping[Assessment, str],
        seized: Sequence[Seized] = (),
        *,
        new_seal: str = "",
        no_new_seal_because: str = "",
        remarks: str = "",
        circumstances: Circumstances = UNTOLD,
        at: datetime | None = None,
    ) -> None:
        """Close it with a result for each consignment examined; the outcomes go down to the assessments."""
        self._lock()
        self._must_be_open()
        found_in = [line.assessment for line in seized]
        self._must_be_examined([*results, *found_in])
        stops = self.obstacles(kind, results, found_in, new_seal=new_seal, no_new_seal_because=no_new_seal_because)
        if stops:
            listed = ", ".join(stop.text for stop in stops)
            raise Refused("not_complete", _("Still open: %(obstacles)s.") % {"obstacles": listed})
        self.kind, self.new_seal, self.no_new_seal_because = kind, new_seal.strip(), no_new_seal_because.strip()
        self.remarks, self.noted = remarks.strip(), {}
        self.place, self.officers_present = circumstances.place.strip(), circumstances.officers_present.strip()
        self.weighbridge_kg, self.closed_on_device_at = circumstances.weighbridge_kg, circumstances.on_device_at
        self.state, self.closed_at, self.closed_by_id = ExaminationState.CLOSED, at or timezone.now(), officer.pk
        self.save()
        for line in seized:
            self._seize(officer, line, self.closed_at)
        for row in self.examined.select_related("assessment"):
            row.outcome = results[row.assessment]
            row.save(update_fields=["outcome"])
            self._pass_down(row.assessment, officer, at=self.closed_at)
            self._pass_down_mark(row.assessment, self.closed_at)
        self._log("closed", officer, after={"kind": str(kind), "new_seal": self.new_seal}, at=self.closed_at)

    @transaction.atomic
    def correct_result(
        self, officer, assessment: Assessment, outcome: str, reason: str, seized: Sequence[Seized] = ()
    ) -> None:
        """Replace the result of one consignment of a closed examination; goods found later come as `seized`."""
        self._lock()
        if self.state != ExaminationState.CLOSED:
            raise Refused("still_open", _("The examination is still open; close it first."))
        self._must_be_examined([assessment, *[line.assessment for line in seized]])
        row = self.examined.select_for_update(of=("self",)).select_related("assessment").get(assessment=assessment)
        taken = self.seizure_lines.in_force().filter(consignment=assessment.consignment_id).exists()
        self._must_be_a_correction(row.outcome, outcome, reason, taken, bool(seized))
        before, row.outcome = {"outcome": row.outcome}, outcome
        row.save(update_fields=["outcome"])
        for line in seized:
            self._seize(officer, line, timezone.now())
        self._pass_down(row.assessment, officer, reason=reason.strip())
        self._log(
            "result_corrected",
            officer,
            assessment,
            before=before,
            after={"outcome": str(outcome)},
            reason=reason.strip(),
        )

    def _must_be_a_correction(self, was: str, outcome: str, reason: str, taken: bool, found: bool) -> None:
        if outcome not in Outcome.values or outcome == Outcome.NOT_RECORDED:
            raise Refused("outcome_unknown", _("Choose a result."))
        if not reason.strip():
            raise Refused("reason_missing", _("Say why: a correction needs a reason."))
        if outcome == was and not found:
            raise Refused("unchanged", _("This is the result already."))
        if outcome == Outcome.SEIZURE and not (taken or found):
            raise Refused("seizure_without_goods", _("Say what was seized: a seizure has at least one line."))
        if outcome != Outcome.SEIZURE and (taken or found):
            raise Refused("goods_without_seizure", _("Goods were seized. Correct the seizure lines first."))

    def _pass_down(self, assessment: Assessment, officer, *, reason: str = "", at: datetime | None = None) -> None:
        """Give the assessment the gravest result among its closed examinations, and what was seized in them."""
        results = self.examined.model.objects.filter(assessment=assessment).exclude(outcome=Outcome.NOT_RECORDED)
        gravest = max(results.values_list("outcome", flat=True), key=GRAVITY.index)
        seized = totals_of(self.seizure_lines.model.objects.of(assessment))
        if assessment.outcome == Outcome.NOT_RECORDED:
            assessment.record_outcome(gravest, officer, at, seized)
        elif assessment.outcome != gravest:
            found = _("Another examination found more: %(reference)s.") % {"reference": self.reference}
            assessment.correct_outcome(gravest, officer, reason or found, seized)
        else:
            assessment.count_seized(seized)

    def _pass_down_mark(self, assessment: Assessment, at: datetime) -> None:
        """Let later consignments know that walls or build of this piece were found altered."""
        mark = mark_of(self.equipment_kind, self.checklist)
        if mark:
            assessment.mark_piece(self.equipment_key, mark, at)

    def _seize(self, officer, line: Seized, at: datetime) -> None:
        taken = self.seizure_lines.create(
            reference=next_seizure_reference(at),
            consignment_id=line.assessment.consignment_id,
            unit_id=self.unit_id,
            recorded_by_id=officer.pk,
            recorded_at=at,
            **line.columns(),
        )
        record(
            "seizure_line",
            taken.pk,
            "seized",
            actor=officer,
            consignment_id=taken.consignment_id,
            after={"examination": self.reference, **taken.as_logged()},
            at=at,
        )

    def _must_be_examined(self, assessments: Sequence[Assessment]) -> None:
        strangers = {one.pk for one in assessments} - set(self.examined.values_list("assessment_id", flat=True))
        if strangers:
            raise Refused("not_examined", _("Only what was examined here has a result here."))
