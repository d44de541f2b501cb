"""An assessment: one round of all profiles on one revision, what was recommended, decided and found."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from profiling.querysets import LANE_ORDER

from .closing import Closing
from .profile import Lane, ProfileVersion
from .states import DECIDED, FLAGGED, NEEDS_DECISION, OPEN, Outcome, SelectedBy, State
from .watch_list import WatchListEntry


class Assessment(Closing):
    """The officer's case. Its recommendation never changes; state, assignment and outcome change by verbs."""

    class Meta(Closing.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(fields=["consignment", "revision", "round"], name="one_assessment_per_round"),
            models.UniqueConstraint(
                fields=["consignment"], condition=Q(state__in=OPEN), name="one_open_assessment_per_consignment"
            ),
            models.CheckConstraint(condition=Q(state__in=State.values), name="assessment_state_is_named"),
            models.CheckConstraint(condition=Q(lane__in=Lane.values), name="lane_is_named"),
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="outcome_is_named"),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.NOT_RECORDED) | Q(state=State.SELECTED), name="outcome_only_after_selection"
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.NOT_RECORDED, outcome_recorded_at__isnull=True)
                | (~Q(outcome=Outcome.NOT_RECORDED) & Q(outcome_recorded_at__isnull=False)),
                name="an_outcome_says_when",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=DECIDED)
                | (Q(decided_by__isnull=False) & Q(decided_at__isnull=False) & ~Q(decision_reason="")),
                name="a_decision_has_an_officer_and_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.RELEASED, lane=Lane.RED)
                | (Q(proposed_by__isnull=False) & ~Q(proposed_by=F("decided_by"))),
                name="a_red_release_needs_two_officers",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.WAITING) | Q(lane__in=[Lane.RED, Lane.YELLOW]) | ~Q(selected_by=[]),
                name="whoever_waits_was_selected_by_something",
            ),
            models.CheckConstraint(
                condition=Q(selected_by__contained_by=SelectedBy.values), name="selection_reasons_are_known"
            ),
            models.CheckConstraint(
                condition=Q(lift_proposed_by__isnull=True) | Q(state=State.SELECTED), name="only_a_selection_is_lifted"
            ),
            models.CheckConstraint(
                condition=Q(seized=[]) | Q(outcome=Outcome.SEIZURE), name="goods_are_seized_by_a_seizure_only"
            ),
        ]
        indexes = [
            # The counts and the sorts of the queue are read from this index alone.
            models.Index(
                fields=["unit", "state", "lane", "arrival_at"],
                include=["score", "is_drawn", "assigned_to", "post", "created_at", "consignment", "id"],
                name="queue_counts",
                condition=Q(state__in=OPEN),
            ),
            # The first rows of each order of the queue, and the next case to take, without sorting all that wait.
            models.Index("unit", "arrival_at", "id", name="queue_by_arrival", condition=Q(state__in=NEEDS_DECISION)),
            models.Index(
                "unit",
                F("score").desc(),
                "arrival_at",
                "id",
                name="queue_by_score",
                condition=Q(state__in=NEEDS_DECISION),
            ),
            models.Index(
                "unit",
                LANE_ORDER,
                F("score").desc(),
                "arrival_at",
                "id",
                name="queue_by_lane",
                condition=Q(state__in=NEEDS_DECISION),
            ),
            models.Index("unit", "created_at", "id", name="queue_by_age", condition=Q(state__in=NEEDS_DECISION)),
            models.Index(
                fields=["unit", "assigned_at"],
                name="queue_taken",
                condition=Q(state__in=NEEDS_DECISION, assigned_at__isnull=False),
            ),
            models.Index(fields=["unit", "created_at"], name="assessment_drawn", condition=Q(is_drawn=True)),
            models.Index(fields=["unit", "state", "arrival_at"], name="assessment_by_state"),
            models.Index(fields=["unit", "-created_at"], name="assessment_by_age"),
            models.Index(fields=["post", "hold_until"], name="hold_list", condition=Q(state="selected")),
            # The containers and trucks with something to decide or to stop, walked in order of arrival.
            models.Index(fields=["unit", "arrival_at", "id"], name="assessment_flagged", condition=FLAGGED),
            # The figures of a period: what something put up for selection, and what was decided.
            models.Index(fields=["unit", "created_at"], name="assessment_put_up", condition=~Q(selected_by=[])),
            models.Index(
                fields=["unit", "decided_at"], name="assessment_decided", condition=Q(decided_at__isnull=False)
            ),
            models.Index(fields=["examiner"], name="holds_of_an_examiner", condition=Q(examiner__isnull=False)),
            GinIndex(fields=["selected_by"], name="assessment_selected_by"),
        ]

    def __str__(self):
        return f"{self.consignment.reference} round {self.round}"

    @property
    def is_on_hold(self) -> bool:
        """Selected and not yet examined: the post must stop it."""
        return self.state == State.SELECTED and self.outcome == Outcome.NOT_RECORDED


class ProfileHit(models.Model):
    """A profile version that hit, or could not be evaluated and asked for attention."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="profile_hits")
    version = models.ForeignKey(ProfileVersion, models.PROTECT, related_name="hits")
    answer = models.CharField(max_length=14)  # hit or not_evaluable
    points_low = models.SmallIntegerField()
    points_high = models.SmallIntegerField()
    was_sampled_out = models.BooleanField(default=False)  # hit, but outside the selection percentage
    indicators = models.JSONField(default=list)  # [{code, answer, points}] as found
    assessed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "version"], name="a_version_hits_an_assessment_once"),
            models.CheckConstraint(condition=Q(answer__in=["hit", "not_evaluable"]), name="profile_answer_is_named"),
            models.CheckConstraint(condition=Q(points_high__gte=F("points_low")), name="points_are_an_interval"),
        ]
        indexes = [models.Index(fields=["version", "assessed_at"], name="hits_of_a_version")]

    def __str__(self):
        return f"{self.version_id} {self.answer}"


class ListHit(models.Model):
    """A watch-list entry that matched, with both strings and what agreed."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="list_hits")
    entry = models.ForeignKey(WatchListEntry, models.PROTECT, related_name="hits")
    role = models.CharField(max_length=20)  # consignee, container, plate, document…
    matched_text = models.CharField(max_length=500)
    score = models.FloatField()  # 0 to 100; 100 = exact
    agreed = ArrayField(models.CharField(max_length=20), default=list)  # name, identifier, number, address…
    contradicted = ArrayField(models.CharField(max_length=20), default=list)  # identifier, birth_date

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "entry", "role"], name="an_entry_matches_a_role_once"),
            models.CheckConstraint(condition=Q(score__gte=0) & Q(score__lte=100), name="match_score_is_a_percentage"),
        ]

    def __str__(self):
        return f"{self.entry_id} {self.score}"


class HoldAcknowledgement(models.Model):
    """An officer at the post has seen that this is to be stopped."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="acknowledgements")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["seen_at"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "officer"], name="an_officer_acknowledges_a_hold_once")
        ]

    def __str__(self):
        return f"{self.officer_id} saw {self.assessment_id}"
