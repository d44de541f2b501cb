"""The verbs an officer does to an assessment: assign, release, select, ask, take back.

Each locks the row, refuses with a reason what may not be done now, changes the state and appends to the log, in one
transaction. Pages and the API call the same verb.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.models import record
from consignments.refusing import Refused

from .information_request import InformationRequest, Question
from .questioning import Questioning
from .states import OPEN, SelectedBy, State

HOLD = timedelta(hours=72)  # how long a selection holds when the officer names no end
DECISION_FIELDS = [
    "state",
    "selected_by",
    "proposed_by_id",
    "decided_by_id",
    "decided_at",
    "decision_reason",
    "hold_until",
    "lift_proposed_by_id",
    "examiner_id",
]
DECISION_VERBS = [
    "released",
    "release_proposed",
    "selected",
    "information_requested",
    "lift_proposed",
    "selection_lifted",
    "left_unexamined",
]
# What came after a decision and ends the time in which it can be taken back.
AFTER_A_DECISION = ["decision_taken_back", "answer_taken_up"]


class Deciding(Questioning):
    """What an officer decides; `closing` adds how an assessment ends."""

    class Meta(Questioning.Meta):
        abstract = True

    @transaction.atomic
    def release(self, officer, reason: str, *, read_revision: int | None = None) -> None:
        """Let it go. A red is only proposed for release until another officer releases it too.

        read_revision: the number that the officer had before the eyes; an older one than the latest is refused.
        """
        self._lock()
        self._must_be_open(read_revision)
        reason = stated(reason)
        self._must_name_the_box(reason)
        if self.lane != "red":
            self._decide("released", State.RELEASED, officer, reason)
        elif self.state != State.RELEASE_PROPOSED:
            self._decide("release_proposed", State.RELEASE_PROPOSED, officer, reason, proposed_by_id=officer.pk)
        elif self.proposed_by_id == officer.pk:
            raise Refused("second_officer_needed", _("You proposed this release; another officer has to agree."))
        else:
            self._decide("released", State.RELEASED, officer, reason)

    @transaction.atomic
    def select(
        self, officer, reason: str, hold_until: datetime | None = None, *, read_revision: int | None = None
    ) -> None:
        """Stop it at the post and send it to examination, until `hold_until` (72 hours from now if not given)."""
        self._lock()
        self._must_be_open(read_revision)
        now = timezone.now()
        if hold_until is not None and hold_until <= now:
            raise Refused("hold_in_the_past", _("The hold has to end in the future."))
        self._decide(
            "selected",
            State.SELECTED,
            officer,
            stated(reason),
            hold_until=hold_until or now + HOLD,
            # An officer is the origin of the selection only where nothing else recommended it.
            selected_by=self.selected_by or [SelectedBy.OFFICER],
        )

    @transaction.atomic
    def request_information(
        self, officer, reason: str, question: Question | None = None, *, read_revision: int | None = None
    ) -> InformationRequest:
        """Ask before deciding. `reason` is for colleagues and never told; `question` is for the addressee."""
        self._lock()
        self._must_be_open(read_revision)
        self._decide("information_requested", State.INFORMATION_REQUESTED, officer, stated(reason))
        return InformationRequest.objects.ask(self, officer, question or Question())

    @transaction.atomic
    def take_up_answer(self, by) -> None:
        """What was asked is answered or called off: it waits for a decision again, unless another answer is awaited."""
        self._lock()
        awaited = self.state == State.INFORMATION_REQUESTED and self._questions().exists()
        if awaited or self.state not in (State.INFORMATION_REQUESTED, State.NOT_SELECTED):
            return
        before = self._decision()
        # An officer who asks about what nothing selected is the origin of its being looked at.
        self.state, self.selected_by = State.WAITING, self.selected_by or [SelectedBy.OFFICER]
        self.decided_by_id, self.decided_at, self.decision_reason = None, None, ""
        self.save(update_fields=DECISION_FIELDS)
        self._log("answer_taken_up", by, "", before, self._decision())

    @transaction.atomic
    def take_back(self, officer) -> None:
        """Undo one's own decision within ten seconds, unless an examination has begun."""
        self._lock()
        decision = self.events_of_case().filter(verb__in=[*DECISION_VERBS, *AFTER_A_DECISION]).last()
        if decision is None or decision.verb in AFTER_A_DECISION or decision.actor_id != officer.pk:
            raise Refused("nothing_to_take_back", _("There is no decision of yours to take back."))
        if self.examination_begun_at:
            raise Refused("examination_begun", _("The examination has begun; the selection stands."))
        if timezone.now() - decision.at > timedelta(seconds=settings.UNDO_SECONDS):
            raise Refused("too_late", _("A decision can be taken back for ten seconds only."))
        was = decision.before
        self._log("decision_taken_back", officer, "", self._decision(), was)
        for name, value in was.items():
            setattr(
                self, name, datetime.fromisoformat(value) if name in {"decided_at", "hold_until"} and value else value
            )
        try:
            with transaction.atomic():
                self.save(update_fields=DECISION_FIELDS)
        except IntegrityError:
            raise Refused("newer_round", _("A newer round of this consignment waits already.")) from None
        self._take_back_questions(officer, decision.at)

    @transaction.atomic
    def assign_to(self, officer, by=None) -> None:
        """Give the case to `officer`; `by` is who gives it."""
        self._lock()
        self._must_be_open()
        before = {"assigned_to": str(self.assigned_to_id) if self.assigned_to_id else None}
        self.assigned_to_id, self.assigned_at = officer.pk, timezone.now()
        self.save(update_fields=["assigned_to", "assigned_at"])
        self._log("assigned", by or officer, "", before, {"assigned_to": str(officer.pk)})

    @transaction.atomic
    def put_back(self, officer) -> None:
        """Take the case from whoever has it; it is nobody's again."""
        self._lock()
        self._must_be_open()
        if self.assigned_to_id is None:
            raise Refused("nobody_has_it", _("Nobody has this case."))
        before = {"assigned_to": str(self.assigned_to_id)}
        self.assigned_to_id, self.assigned_at = None, None
        self.save(update_fields=["assigned_to", "assigned_at"])
        self._log("put_back", officer, "", before, {"assigned_to": None})

    @transaction.atomic
    def acknowledge_hold(self, officer) -> None:
        """The post has seen what it must stop; a second press changes nothing."""
        self._lock()
        if self.state != State.SELECTED:
            raise Refused("no_hold", _("There is no hold on this consignment any more."))
        _seen, first = self.acknowledgements.get_or_create(officer_id=officer.pk)  # type: ignore[attr-defined]
        if first:
            self._log("hold_acknowledged", officer, "", None, None)

    def events_of_case(self):
        """The log of this assessment alone, oldest first."""
        return self.consignment.events.filter(subject_kind="assessment", subject_id=self.pk)

    def _lock(self) -> None:
        # A fresh, locked copy: what the officer saw may be old.
        fresh = type(self).objects.select_for_update(of=("self",)).get(pk=self.pk)
        for field in self._meta.concrete_fields:
            setattr(self, field.attname, getattr(fresh, field.attname))

    def rounds_of_consignment(self):
        """All rounds of the same consignment, this one among them."""
        return type(self).objects.filter(consignment=self.consignment_id)

    def _must_be_open(self, read_revision: int | None = None) -> None:
        if self.state in OPEN:
            self._must_be_read(read_revision)
            return
        if self.decided_by is not None:
            who = {"officer": self.decided_by.short_name, "at": timezone.localtime(self.decided_at).strftime("%H:%M")}
            raise Refused("already_decided", _("%(officer)s decided this at %(at)s.") % who)
        raise Refused("not_open", _("This round is no longer open: %(state)s.") % {"state": self.get_state_display()})

    def _must_be_read(self, revision: int | None) -> None:
        if revision is None:
            return
        self.consignment.refresh_from_db(fields=["latest_revision"])
        if revision < (latest := self.consignment.latest_revision):
            raise Refused(
                "newer_revision",
                _("Revision %(number)d arrived while you read. Look at it before you decide.") % {"number": latest},
            )

    def _must_name_the_box(self, reason: str) -> None:
        held = type(self).objects.sharing_a_box_with(self).on_hold().select_related("consignment").first()
        if held is None:
            return
        boxes = set(self.revision.equipment.values_list("number_key", flat=True))
        words = reason.upper().replace(" ", "").replace("-", "")
        if held.consignment.reference.upper().replace("-", "") in words or any(box in words for box in boxes):
            return
        raise Refused(
            "held_with_another",
            _("It shares its box with %(reference)s, which is on hold. Name that reference or the box in the reason.")
            % {"reference": held.consignment.reference},
        )

    def _decide(self, verb: str, state: State, officer, reason: str, **changes) -> None:
        before = self._decision()
        self.state, self.decided_by_id, self.decided_at, self.decision_reason = (
            state,
            officer.pk,
            timezone.now(),
            reason,
        )
        for name, value in changes.items():
            setattr(self, name, value)
        self.save(update_fields=DECISION_FIELDS)
        self._log(verb, officer, reason, before, self._decision())
        if state in (State.RELEASED, State.SELECTED):
            self._withdraw_questions(officer, _("Decided without the answer."))

    def _decision(self) -> dict:
        return {
            name: value if value is None or isinstance(value, list) else str(value)
            for name in DECISION_FIELDS
            for value in [getattr(self, name)]
        }

    def _log(self, verb: str, officer, reason: str, before, after) -> None:
        record(
            "assessment",
            self.pk,
            verb,
            actor=officer,
            consignment_id=self.consignment_id,
            before=before,
            after=after,
            reason=reason,
        )


def stated(reason: str) -> str:
    reason = reason.strip()
    if not reason:
        raise Refused("reason_missing", _("Say why: a decision needs a reason."))
    return reason
