"""The verbs of an open examination: take in what is opened, answer the points, read the seal, keep notes.

Each locks the row, refuses with a reason what may not be done now, and appends to the log, in one transaction. Pages
and the API call the same verb.
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from consignments.models import record, record_each
from consignments.refusing import Refused
from profiling.models import Assessment, Outcome, State
from seizures.checklists import Answer, every_point_of
from seizures.pieces import Piece, others_in, stated_seals
from seizures.seals import SealState

from .examination import ExaminationRecord, ExaminationState

MAX_SEAL_READ = 120


class Examining(ExaminationRecord):
    """What is done while it is open; `Examination` adds the closing."""

    examined: Any  # manager of the consignments really examined

    class Meta(ExaminationRecord.Meta):
        abstract = True

    @property
    def piece(self) -> Piece:
        """What is opened, with the seals its documents state."""
        bare = Piece(self.equipment_kind, self.equipment_number)
        return Piece(bare.kind, bare.number, stated_seals(self.assessments(), bare))

    def assessments(self) -> list[Assessment]:
        """The cases really examined, the one it was begun for first."""
        rows = self.examined.select_related("assessment__consignment", "assessment__revision__manifest")
        return [row.assessment for row in rows.prefetch_related("assessment__revision__equipment")]

    @transaction.atomic
    def include(self, officer, assessment: Assessment) -> None:
        """Take in another consignment of the same piece that is really opened; it is selected first if it was not."""
        self._lock()
        self._must_be_open()
        first = self.assessments()[0]
        if not others_in(self.piece, first).filter(pk=assessment.pk).exists():
            raise Refused("not_in_the_box", _("This consignment does not travel in what is examined."))
        if assessment.state != State.SELECTED:
            opened = {"number": self.equipment_number, "reference": first.consignment.reference}
            assessment.select(officer, _("Opened with %(reference)s: the box %(number)s is examined.") % opened)
        self.take_in(officer, assessment)

    def take_in(self, officer, assessment: Assessment) -> None:
        """Write down that a selected consignment is examined here; Refused when it is, or was, in this piece."""
        # The lock comes before the look: two officers who begin at once must not both find it free.
        Assessment.objects.select_for_update(of=("self",)).get(pk=assessment.pk)
        of_this_piece = {"assessment": assessment, "examination__equipment_key": self.equipment_key}
        for earlier in self.examined.model.objects.filter(**of_this_piece).select_related("examination"):
            told = {"reference": earlier.examination.reference}
            if earlier.examination.state == ExaminationState.OPEN:
                raise Refused("under_examination", _("%(reference)s is open for it.") % told)
            if earlier.outcome != Outcome.INCONCLUSIVE:
                raise Refused(
                    "already_examined", _("It was examined in %(reference)s; correct that result instead.") % told
                )
        assessment.begin_examination(officer)
        self.examined.create(assessment=assessment)
        self._log("included", officer, assessment, after={"examination": self.reference})

    def answer(self, officer, point: str, answer: str, note: str = "") -> None:
        """Answer one point of the checklist; the same answer again changes nothing."""
        self.answer_all(officer, {point: (answer, note)})

    @transaction.atomic
    def answer_all(self, officer, answers: Mapping[str, tuple[str, str]]) -> None:
        """Answer several points at once, each (answer, note); one line in the log for each that changed."""
        self._lock()
        self._must_be_open()
        changes = []
        for point, (answer, note) in answers.items():
            if point not in every_point_of(self.equipment_kind):
                raise Refused("point_unknown", _("There is no point %(point)s on this checklist.") % {"point": point})
            if answer not in Answer.values:
                raise Refused("answer_unknown", _("Answer with one of the three answers."))
            before, after = self.checklist.get(point), {"answer": str(answer), "note": note.strip()}
            if before != after:
                self.checklist[point] = after
                changes.append(({"point": point, **(before or {})}, {"point": point, **after}))
        if changes:
            self.save(update_fields=["checklist"])
            record_each("examination", self.pk, "answered", changes, actor=officer)

    @transaction.atomic
    def read_seal(self, officer, number: str, state: str) -> None:
        """Write down the seal as the examiner reads it, and its state."""
        self._lock()
        self._must_be_open()
        if state and state not in SealState.values:
            raise Refused("seal_state_unknown", _("Say whether the seal is intact, damaged or missing."))
        if len(number.strip()) > MAX_SEAL_READ:
            raise Refused("seal_too_long", _("The number of the seal is too long."))
        before = {"seal_read": self.seal_read, "seal_state": self.seal_state}
        after = {"seal_read": number.strip(), "seal_state": str(state)}
        if before == after:
            return
        self.seal_read, self.seal_state = after["seal_read"], after["seal_state"]
        self.save(update_fields=["seal_read", "seal_state"])
        self._log("seal_read", officer, before=before, after=after)

    @transaction.atomic
    def keep_notes(self, officer, noted: Mapping[str, object]) -> None:
        """Keep what was typed for the closing, as typed; the log names the fields, not their content."""
        self._lock()
        self._must_be_open()
        changed = sorted(
            name for name in {*self.noted, *noted} if (self.noted.get(name) or "") != (noted.get(name) or "")
        )
        if changed:
            self.noted = dict(noted)
            self.save(update_fields=["noted"])
            self._log("notes_kept", officer, after={"fields": changed})

    def _must_be_open(self) -> None:
        if self.state != ExaminationState.OPEN:
            raise Refused("already_closed", _("%(reference)s is closed.") % {"reference": self.reference})

    def _lock(self) -> None:
        # A fresh, locked copy: what the officer saw may be old.
        fresh = type(self).objects.select_for_update(of=("self",)).get(pk=self.pk)  # type: ignore[arg-type]
        for column in self._meta.concrete_fields:
            setattr(self, column.attname, getattr(fresh, column.attname))

    def _log(self, verb: str, officer, assessment: Assessment | None = None, **told) -> None:
        record(
            "examination",
            self.pk,
            verb,
            actor=officer,
            consignment_id=assessment.consignment_id if assessment else None,
            **told,
        )
