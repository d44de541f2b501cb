"""The verbs that end an assessment: its outcome, its correction, and its closing without a decision."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.refusing import Refused

from .assigning import Assigning
from .history import History, HistoryKey
from .links import LinkDue
from .seized import SeizedTotal, as_kept
from .states import OPEN, POSITIVE, WITH_RESULT, Outcome, State


class Closing(Assigning):
    """How an assessment ends: by an outcome, or without a decision."""

    class Meta(Assigning.Meta):
        abstract = True

    @transaction.atomic
    def begin_examination(self, officer) -> None:
        """From now on the selection stands."""
        self._lock()
        if self.state != State.SELECTED:
            raise Refused("not_selected", _("Only a selected consignment is examined."))
        if self.examination_begun_at is None:
            # Whoever opens it is its examiner, and what was proposed of the hold is settled.
            self.examination_begun_at, self.examiner_id, self.lift_proposed_by_id = timezone.now(), officer.pk, None
            self.save(update_fields=["examination_begun_at", "examiner", "lift_proposed_by"])
            self._log("examination_begun", officer, "", None, None)

    @transaction.atomic
    def record_outcome(
        self, outcome: str, officer, at: datetime | None = None, seized: Iterable[SeizedTotal] = ()
    ) -> None:
        """Take over what an examination found and seized, and let history remember it."""
        self._lock()
        if self.state != State.SELECTED:
            raise Refused("not_selected", _("Only a selected consignment has an outcome."))
        if self.outcome != Outcome.NOT_RECORDED:
            raise Refused("outcome_recorded", _("The outcome is recorded already; correct it instead."))
        self._set_outcome("outcome_recorded", outcome, officer, "", at or timezone.now(), seized)

    @transaction.atomic
    def mark_piece(self, key: str, mark: str, at: datetime) -> None:
        """Let history remember what an examiner found altered on a piece: "body" of a box, "structure" of a vehicle.

        key: of the container, wagon, trailer or vehicle. Later consignments with the same piece know it from `at` on.
        """
        keys = HistoryKey.objects.filter(history_id=self.revision_id, key=key, kind__in=["container", "plate"])
        keys.update(mark=mark, marked_at=at)

    @transaction.atomic
    def correct_outcome(self, outcome: str, officer, reason: str, seized: Iterable[SeizedTotal] = ()) -> None:
        """Replace a recorded outcome; the log keeps both, and `reason` says why."""
        self._lock()
        if self.outcome == Outcome.NOT_RECORDED:
            raise Refused("no_outcome", _("There is no outcome to correct."))
        if not reason.strip():
            raise Refused("reason_missing", _("Say why: a correction needs a reason."))
        # When it was first recorded stays: later rounds knew the old outcome from then on.
        self._set_outcome("outcome_corrected", outcome, officer, reason.strip(), self.outcome_recorded_at, seized)

    @transaction.atomic
    def count_seized(self, seized: Iterable[SeizedTotal]) -> None:
        """Take over the totals of what was seized after one of their lines was added or corrected."""
        self._lock()
        if self.outcome == Outcome.SEIZURE:
            self.seized = as_kept(seized)
            self.save(update_fields=["seized"])

    @transaction.atomic
    def lapse(self) -> None:
        """It never arrived: nobody need decide it, and nothing is to be stopped any more."""
        self._close(State.LAPSED, "lapsed", "never_came", also_held=True)

    @transaction.atomic
    def withdraw(self) -> None:
        """Its source cancelled the consignment."""
        self._close(State.WITHDRAWN, "withdrawn", "cancelled_by_source")

    @transaction.atomic
    def supersede(self, because: str = "newer_round") -> None:
        """A newer round of the same consignment takes its place."""
        self._close(State.SUPERSEDED, "superseded", because)

    @property
    def _holds_nothing_begun(self) -> bool:
        return self.state == State.SELECTED and self.examination_begun_at is None

    def _close(self, state: State, verb: str, because: str, *, also_held: bool = False) -> None:
        self._lock()
        if self.state not in OPEN and not (also_held and self._holds_nothing_begun):
            raise Refused(
                "not_open", _("This round is no longer open: %(state)s.") % {"state": self.get_state_display()}
            )
        before = {"state": self.state}
        self.state, self.closed_because, self.lift_proposed_by_id = state, because, None
        self.save(update_fields=["state", "closed_because", "lift_proposed_by"])
        self._log(verb, None, "", before, {"state": str(state), "because": because})
        if state in (State.LAPSED, State.WITHDRAWN):
            self._withdraw_questions(None, _("The consignment does not come."), called_off=True)

    def _set_outcome(
        self, verb: str, outcome: str, officer, reason: str, at: datetime | None, seized: Iterable[SeizedTotal]
    ) -> None:
        if outcome not in Outcome.values or outcome == Outcome.NOT_RECORDED:
            raise Refused("outcome_unknown", _("Choose a result."))
        before = {"outcome": self.outcome}
        self.outcome, self.outcome_recorded_at = outcome, at
        self.seized = as_kept(seized) if outcome == Outcome.SEIZURE else []
        self.save(update_fields=["outcome", "outcome_recorded_at", "seized"])
        History.objects.filter(revision_id=self.revision_id).update(
            outcome_is_positive=(outcome in POSITIVE) if outcome in WITH_RESULT else None,
            outcome_is_seizure=outcome == Outcome.SEIZURE,
            outcome_recorded_at=at,
        )
        HistoryKey.objects.filter(history_id=self.revision_id).update(
            seized_at=at if outcome == Outcome.SEIZURE else None
        )
        if Outcome.SEIZURE in (before["outcome"], outcome):
            for remembered in History.objects.filter(revision_id=self.revision_id):
                LinkDue.objects.create(history=remembered, is_outcome=True)
        self._log(verb, officer, reason, before, {"outcome": str(outcome)})
