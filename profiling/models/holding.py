"""The verbs that end a hold without an examination: lifting it, and saying why it left unexamined."""

from django.db import transaction
from django.utils.translation import gettext as _

from consignments.models import Movement
from consignments.refusing import Refused

from .deciding import DECISION_FIELDS, Deciding, stated
from .states import Outcome, State


class Holding(Deciding):
    """What may become of a selection before it is opened; `Closing` adds the examination's result."""

    class Meta(Deciding.Meta):
        abstract = True

    @transaction.atomic
    def lift(self, officer, reason: str) -> None:
        """Let go what was selected. The hold of a red stands until another officer lifts it too."""
        self._lock()
        self._must_be_held()
        reason = stated(reason)
        self._must_name_the_box(reason)
        if self.lane != "red":
            self._decide("selection_lifted", State.RELEASED, officer, reason, hold_until=None)
        elif self.lift_proposed_by_id is None:
            before, self.lift_proposed_by_id = self._decision(), officer.pk
            self.save(update_fields=DECISION_FIELDS)
            self._log("lift_proposed", officer, reason, before, self._decision())
        elif self.lift_proposed_by_id == officer.pk:
            raise Refused("second_officer_needed", _("You proposed to lift it; another officer has to agree."))
        else:
            agreed = {"proposed_by_id": self.lift_proposed_by_id, "lift_proposed_by_id": None, "hold_until": None}
            self._decide("selection_lifted", State.RELEASED, officer, reason, **agreed)

    @transaction.atomic
    def keep_hold(self, officer, reason: str) -> None:
        """Refuse what another officer proposed: the hold stays."""
        self._lock()
        self._must_be_held()
        if self.lift_proposed_by_id is None:
            raise Refused("no_proposal", _("Nobody proposed to lift this hold."))
        before, self.lift_proposed_by_id = self._decision(), None
        self.save(update_fields=DECISION_FIELDS)
        self._log("hold_kept", officer, stated(reason), before, self._decision())

    @transaction.atomic
    def close_unexamined(self, officer, explanation: str) -> None:
        """It passed the post before it could be examined: say how that came about, and it leaves the hold list."""
        self._lock()
        self._must_be_held()
        if self.consignment.movement != Movement.LEFT:
            raise Refused("not_left", _("It has not passed the post: examine it, or lift the hold."))
        ended = {"hold_until": None, "lift_proposed_by_id": None}
        self._decide("left_unexamined", State.LEFT_UNEXAMINED, officer, stated(explanation), **ended)

    def _must_be_held(self) -> None:
        if self.state != State.SELECTED:
            raise Refused("no_hold", _("There is no hold on this consignment any more."))
        if self.examination_begun_at is not None or self.outcome != Outcome.NOT_RECORDED:
            raise Refused("examination_begun", _("The examination has begun; the selection stands."))
