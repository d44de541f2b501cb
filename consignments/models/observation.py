"""A reading: that a container, trailer, wagon or vehicle was seen somewhere, and in which condition."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consignments.querysets import ObservationQuerySet

from .submission import Source, Submission
from .units import CustomsPost, PortControlUnit


class ObservedEvent(models.TextChoices):
    GATE_IN = "gate_in", _("Gate in")
    GATE_OUT = "gate_out", _("Gate out")
    LOADED = "loaded", _("Loaded")
    DISCHARGED = "discharged", _("Discharged")
    ON_BOARD = "on_board", _("On board")
    ORDERED = "ordered", _("Ordered, not yet done")
    WEIGHED = "weighed", _("Weighed")
    SCANNED = "scanned", _("Scanned")
    SEEN = "seen", _("Seen")


class ObservedKind(models.TextChoices):
    CONTAINER = "container", _("Container")
    TRAILER = "trailer", _("Trailer")
    WAGON = "wagon", _("Wagon")
    VEHICLE = "vehicle", _("Vehicle")


class SealCondition(models.TextChoices):
    INTACT = "intact", _("intact")
    BROKEN = "broken", _("broken")
    REPAIRED = "repaired", _("repaired")
    MISSING = "missing", _("missing")


class Observation(models.Model):
    """One reading as its source sent it. It never changes; a corrected one is another reading.

    seals: NULL = nothing said of seals, [] = none there. scan_shows_anomaly: NULL = not scanned, or no answer.
    gross_mass_kg: of the box with its goods, or of the whole vehicle.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    source = models.ForeignKey(Source, models.PROTECT, related_name="observations")
    submission = models.ForeignKey(Submission, models.PROTECT, related_name="observations")
    unit = models.ForeignKey(PortControlUnit, models.PROTECT, related_name="observations")
    path = models.CharField(max_length=300, blank=True, default="")  # where it stands in the document
    reading_key = models.CharField(max_length=64)  # digest of what was read: the same reading again has the same
    known_at = models.DateTimeField()
    taken_up_at = models.DateTimeField(null=True, blank=True)  # NULL: its consignments have not been looked at yet
    event = models.CharField(max_length=12, choices=ObservedEvent)
    equipment_kind = models.CharField(max_length=10, choices=ObservedKind)
    number = models.CharField(max_length=40)  # as stated
    number_key = models.CharField(max_length=40)  # canonical, as that of equipment and plates
    conveyance_id = models.CharField(max_length=60, blank=True, default="")  # what it moved with, as stated
    conveyance_key = models.CharField(max_length=60, blank=True, default="")
    vessel_imo = models.CharField(max_length=10, blank=True, default="")
    trip_number = models.CharField(max_length=60, blank=True, default="")
    size_type = models.CharField(max_length=10, blank=True, default="")
    seen_at = models.DateTimeField()
    seen_is_a_day = models.BooleanField(default=False)  # only the day was stated; seen_at is its local noon
    place = models.CharField(max_length=200, blank=True, default="")  # as stated
    place_unlocode = models.CharField(max_length=5, blank=True, default="")
    post = models.ForeignKey(CustomsPost, models.PROTECT, null=True, blank=True, related_name="+")  # if it is ours
    fullness = models.CharField(max_length=5, blank=True, default="")  # full, empty or "" for not stated
    gross_mass_kg = models.DecimalField(max_digits=16, decimal_places=3, null=True, blank=True)
    seals = ArrayField(models.CharField(max_length=40), null=True, blank=True)
    seal_condition = models.CharField(max_length=8, choices=SealCondition, blank=True, default="")
    damage = models.CharField(max_length=200, blank=True, default="")
    scan_shows_anomaly = models.BooleanField(null=True, blank=True)
    document_number = models.CharField(max_length=120, blank=True, default="")
    remark = models.CharField(max_length=300, blank=True, default="")

    objects = ObservationQuerySet.as_manager()

    class Meta:
        ordering = ["-seen_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["source", "reading_key"], name="the_same_reading_twice_is_one"),
            models.CheckConstraint(condition=Q(event__in=ObservedEvent.values), name="observed_event_is_known"),
            models.CheckConstraint(
                condition=Q(equipment_kind__in=ObservedKind.values), name="observed_equipment_kind_is_known"
            ),
            models.CheckConstraint(condition=~Q(number_key=""), name="an_observation_names_what_was_seen"),
            models.CheckConstraint(condition=Q(fullness__in=["", "full", "empty"]), name="observed_fullness_is_named"),
            models.CheckConstraint(
                condition=Q(seal_condition__in=["", *SealCondition.values]), name="observed_seal_condition_is_named"
            ),
            models.CheckConstraint(
                condition=Q(gross_mass_kg__isnull=True) | Q(gross_mass_kg__gte=0),
                name="observed_gross_mass_is_not_negative",
            ),
        ]
        indexes = [
            models.Index(fields=["number_key", "seen_at"], name="observation_by_number"),
            models.Index(fields=["unit", "-seen_at"], name="observation_by_unit"),
            models.Index(fields=["known_at"], name="observation_to_take_up", condition=Q(taken_up_at__isnull=True)),
            GinIndex(fields=["number_key"], name="observation_number_trigrams", opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self):
        return f"{self.number} {self.event}"
