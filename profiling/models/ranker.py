"""The second ranker as it is stored: what it learnt from, how it did, and which two officers switched it on."""

import hashlib
import uuid

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consignments.models import PortControlUnit, record
from consignments.refusing import Refused

from .assessment import Assessment


class RankerKind(models.TextChoices):
    SCORECARD = "scorecard", gettext_lazy("Scorecard")
    TREES = "trees", gettext_lazy("Monotone trees")


class RankerState(models.TextChoices):
    OFF = "off", gettext_lazy("Off")
    PROPOSED = "proposed", gettext_lazy("Proposed")  # by one supervisor, waits for another
    ON = "on", gettext_lazy("On")


class Ranker(models.Model):
    """features: names in the order of the columns. metrics: as `profiling.ranking.storing` writes them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit = models.ForeignKey(PortControlUnit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=RankerKind)
    stored = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    features = models.JSONField()
    learnt_from = models.DateTimeField()  # the oldest and the newest example; judged by what became known after
    learnt_until = models.DateTimeField()
    look_from = models.FloatField()  # the probability, 0-1, from which it asks to look
    metrics = models.JSONField()
    code_version = models.CharField(max_length=20)
    trained_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=8, choices=RankerState, default=RankerState.OFF)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    switched_on_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-trained_at", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["unit"], condition=Q(state="on"), name="one_ranker_is_on_per_unit"),
            models.CheckConstraint(condition=Q(state__in=RankerState.values), name="ranker_state_is_named"),
            models.CheckConstraint(condition=Q(kind__in=RankerKind.values), name="ranker_kind_is_named"),
            models.CheckConstraint(
                condition=~Q(state="on")
                | (Q(proposed_by__isnull=False, switched_on_by__isnull=False) & ~Q(proposed_by=F("switched_on_by"))),
                name="a_ranker_is_switched_on_by_two_officers",
            ),
            models.CheckConstraint(condition=Q(look_from__gt=0, look_from__lte=1), name="look_from_is_a_probability"),
        ]

    def __str__(self):
        return f"{self.kind} of {self.trained_at:%Y-%m-%d}"

    @property
    def is_as_stored(self) -> bool:
        return hashlib.sha256(bytes(self.stored)).hexdigest() == self.sha256

    @transaction.atomic
    def propose(self, officer, reason: str) -> None:
        """A supervisor asks for it; it must have done no worse than the profiles on the random arm."""
        self._must_be_allowed(officer)
        self._lock()
        if self.state != RankerState.OFF:
            raise Refused("not_off", _("It is proposed or on already."))
        if not self.metrics["is_no_worse"]:
            raise Refused("worse_than_profiles", _("On the random draw it found less than the profiles."))
        self._move("ranker_proposed", officer, reason, state=RankerState.PROPOSED, proposed_by=officer)

    @transaction.atomic
    def switch_on(self, officer, reason: str) -> None:
        """Another supervisor agrees; the one that was on goes off."""
        self._must_be_allowed(officer)
        self._lock()
        if self.state != RankerState.PROPOSED:
            raise Refused("not_proposed", _("Somebody has to propose it first."))
        if self.proposed_by_id == officer.pk:
            raise Refused("second_officer_needed", _("Another officer than the one who proposed it switches it on."))
        if not self.is_as_stored:
            raise Refused("not_as_stored", _("It is not what was trained: its checksum differs."))
        for other in Ranker.objects.filter(unit=self.unit_id, state=RankerState.ON):
            other.switch_off(officer, _("Replaced by a newer one."))
        self._move("ranker_switched_on", officer, reason, state=RankerState.ON, switched_on_by=officer)

    @transaction.atomic
    def switch_off(self, officer, reason: str) -> None:
        """One officer is enough: off is the safe side."""
        self._must_be_allowed(officer)
        self._lock()
        if self.state == RankerState.OFF:
            raise Refused("is_off", _("It is off."))
        off = {"state": RankerState.OFF, "proposed_by": None, "switched_on_by": None}
        self._move("ranker_switched_off", officer, reason, **off)

    def _must_be_allowed(self, officer) -> None:
        """Whoever may approve profiles, of the unit whose outcomes it learnt from, and nobody else."""
        if not officer.may("approve_profiles") or officer.unit_id != self.unit_id:
            raise Refused("not_allowed", _("Your role may not do this."))

    def _lock(self) -> None:
        kept = Ranker.objects.select_for_update().defer("stored").get(pk=self.pk)
        self.state, self.proposed_by, self.switched_on_by = kept.state, kept.proposed_by, kept.switched_on_by

    def _move(self, verb: str, officer, reason: str, **changes) -> None:
        if not reason.strip():
            raise Refused("reason_missing", _("Give a reason."))
        before = {"state": str(self.state)}
        for name, value in changes.items():
            setattr(self, name, value)
        self.save(update_fields=list(changes))
        after = {"state": str(self.state), "sha256": self.sha256}
        record("ranker", self.pk, verb, actor=officer, before=before, after=after, reason=reason.strip())


class SecondOpinion(models.Model):
    """What the ranker that was on said of an assessment. reasons: [{fact, adds}], in log odds, the heaviest first."""

    assessment = models.OneToOneField(Assessment, models.PROTECT, related_name="second_opinion")
    ranker = models.ForeignKey(Ranker, models.PROTECT, related_name="+")
    probability = models.FloatField()
    asks_to_look = models.BooleanField()
    reasons = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(probability__gte=0, probability__lte=1), name="an_opinion_is_a_probability"
            ),
        ]

    def __str__(self):
        return f"{self.probability:.2f}"
