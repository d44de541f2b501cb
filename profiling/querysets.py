"""The words in which assessments are asked for."""

from django.db import models
from django.db.models import Case, IntegerField, Value, When

from profiling.models.states import NEEDS_DECISION, OPEN, State

LANE_ORDER = Case(
    *[When(lane=lane, then=Value(rank)) for rank, lane in enumerate(["red", "yellow", "blue", "green"])],
    output_field=IntegerField(),
)


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
        return self.filter(state=State.SELECTED, outcome="not_recorded")

    def unassigned(self) -> "AssessmentQuerySet":
        return self.filter(assigned_to__isnull=True)

    def most_risky_first(self) -> "AssessmentQuerySet":
        return self.order_by(LANE_ORDER, "-score", "arrival_at", "id")
