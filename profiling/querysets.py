"""The words in which assessments are asked for."""

from datetime import timedelta

from django.db import models, transaction
from django.db.models import Case, F, IntegerField, Q, Value, When
from django.utils import timezone

from consignments.locks import lock_until_commit
from consignments.models import TransportEquipment
from profiling.models.states import NEEDS_DECISION, OPEN, Outcome, State

LANE_ORDER = Case(
    *[When(lane=lane, then=Value(rank)) for rank, lane in enumerate(["red", "yellow", "blue", "green"])],
    output_field=IntegerField(),
)
SAME_JOURNEY = timedelta(days=7)  # boxes with one number that arrive further apart are two journeys


class AssessmentQuerySet(models.QuerySet):
    def visible_to(self, officer) -> "AssessmentQuerySet":
        """Those of the officer's unit; all for who may read all units."""
        if officer.may("read_all_units"):
            return self
        return self.filter(unit_id=officer.unit_id)

    def in_other_units_than(self, officer) -> "AssessmentQuerySet":
        """What `visible_to` hides, to be counted but not shown."""
        if officer.may("read_all_units"):
            return self.none()
        return self.exclude(unit_id=officer.unit_id)

    def open(self) -> "AssessmentQuerySet":
        return self.filter(state__in=OPEN)

    def need_a_decision(self) -> "AssessmentQuerySet":
        return self.filter(state__in=NEEDS_DECISION)

    def waiting(self) -> "AssessmentQuerySet":
        return self.filter(state=State.WAITING)

    def selected(self) -> "AssessmentQuerySet":
        return self.filter(state=State.SELECTED)

    def on_hold(self) -> "AssessmentQuerySet":
        """What a post must stop: selected and not yet examined."""
        return self.filter(state=State.SELECTED, outcome=Outcome.NOT_RECORDED)

    def that_may_lapse(self) -> "AssessmentQuerySet":
        """What ends by itself when the goods never come: open rounds, and selections not yet under examination."""
        return self.filter(Q(state__in=OPEN) | Q(state=State.SELECTED, examination_begun_at__isnull=True))

    def unassigned(self) -> "AssessmentQuerySet":
        return self.filter(assigned_to__isnull=True)

    def most_risky_first(self) -> "AssessmentQuerySet":
        return self.order_by(LANE_ORDER, "-score", F("arrival_at").asc(nulls_last=True), "id")

    def latest_rounds(self) -> "AssessmentQuerySet":
        """The newest round of each consignment."""
        newest = self.model._default_manager.filter(consignment=models.OuterRef("consignment")).order_by(
            "-revision__number", "-round"
        )
        return self.filter(pk=models.Subquery(newest.values("pk")[:1]))

    def sharing_a_box_with(self, assessment) -> "AssessmentQuerySet":
        """Other consignments' assessments whose revision in force travels in the same equipment on the same journey."""
        boxes = assessment.revision.equipment.values_list("number_key", flat=True)
        same_journey = Q(revision__manifest=assessment.revision.manifest_id)
        if assessment.arrival_at:
            around = (assessment.arrival_at - SAME_JOURNEY, assessment.arrival_at + SAME_JOURNEY)
            same_journey |= Q(revision__manifest__arrival_at__range=around)
        in_the_boxes = TransportEquipment.objects.filter(number_key__in=list(boxes)).values("revision")
        return self.filter(same_journey, revision__in=in_the_boxes, revision__replaced_at__isnull=True).exclude(
            consignment=assessment.consignment_id
        )

    @transaction.atomic
    def take_next(self, officer, *, second_press: timedelta = timedelta()):
        """Assign the most urgent unassigned waiting case of the officer's unit and return it; None when there is none.

        SKIP LOCKED: two officers who press at once get two different cases. An officer who presses again within
        `second_press` gets the case of the first press, not another one to forget.
        """
        lock_until_commit("take_next", str(officer.pk))
        pressed = self.waiting().filter(assigned_to=officer.pk, assigned_at__gt=timezone.now() - second_press)
        if (case := pressed.order_by("-assigned_at").first()) is not None:
            return case
        waiting = self.filter(unit_id=officer.unit_id).waiting().unassigned().most_risky_first()
        case = waiting.select_for_update(skip_locked=True, of=("self",)).first()
        if case is not None:
            case.assign_to(officer)
        return case
