"""A consignment: its identity, its revisions, and the manifest of the conveyance that carries it."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from consignments.querysets import ConsignmentQuerySet, RevisionQuerySet

from .moving import Movement, Moving
from .party import Party
from .submission import Source, Submission
from .units import CustomsPost, PortControlUnit


class Mode(models.TextChoices):
    ROAD = "road", _("Road")
    RAIL = "rail", _("Rail")
    SEA = "sea", _("Sea")
    AIR = "air", _("Air")


class Manifest(models.Model):
    """One conveyance and its crossing, as one submission states it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    submission = models.ForeignKey(Submission, models.PROTECT, related_name="manifests")
    document_reference = models.CharField(max_length=120, blank=True, default="")
    mode = models.CharField(max_length=4, choices=Mode, null=True, blank=True)
    conveyance_id = models.CharField(max_length=60, blank=True, default="")  # plate, wagon, vessel, as stated
    conveyance_key = models.CharField(max_length=60, blank=True, default="", db_index=True)
    conveyance_nationality = models.CharField(max_length=2, blank=True, default="")
    trailer_ids = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    trip_number = models.CharField(max_length=60, blank=True, default="")
    carrier = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="+")
    driver_name = models.CharField(max_length=200, blank=True, default="")
    entry_post = models.ForeignKey(CustomsPost, models.PROTECT, null=True, blank=True, related_name="+")
    exit_post = models.ForeignKey(CustomsPost, models.PROTECT, null=True, blank=True, related_name="+")
    entry_post_stated = models.CharField(max_length=120, blank=True, default="")
    exit_post_stated = models.CharField(max_length=120, blank=True, default="")
    arrival_at = models.DateTimeField(null=True, blank=True)
    arrival_is_a_day = models.BooleanField(default=False)  # only the day was stated; arrival_at is its local noon
    composed_at = models.DateTimeField(null=True, blank=True)  # when the sender composed the document

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(mode__isnull=True) | Q(mode__in=Mode.values), name="mode_is_known"),
        ]

    def __str__(self):
        return self.conveyance_id or self.document_reference or str(self.id)


class Consignment(Moving, models.Model):
    """The identity row: goods under one transport document from one source. Revisions hold what was stated."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=20, unique=True)  # KG-26-000123, ours
    source = models.ForeignKey(Source, models.PROTECT, related_name="consignments")
    unit = models.ForeignKey(PortControlUnit, models.PROTECT, related_name="consignments")
    document_kind = models.CharField(max_length=30)
    document_number = models.CharField(max_length=120)
    identity_date = models.DateField(null=True, blank=True)  # issue date, else conveyance date
    latest_revision = models.PositiveIntegerField(default=0)
    first_known_at = models.DateTimeField()

    objects = ConsignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "document_kind", "document_number", "identity_date"],
                name="one_consignment_per_identity",
                nulls_distinct=False,
            ),
            models.CheckConstraint(condition=~Q(document_number=""), name="consignment_has_a_document_number"),
            models.CheckConstraint(condition=Q(movement__in=Movement.values), name="movement_is_named"),
        ]
        indexes = [
            models.Index(fields=["unit", "-first_known_at"], name="consignment_by_unit"),
            GinIndex(fields=["document_number"], name="document_number_trigrams", opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self):
        return self.reference


class ConsignmentRevision(models.Model):
    """What the source stated at one time. The latest is in force; earlier ones stay as they were."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consignment = models.ForeignKey(Consignment, models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    submission = models.ForeignKey(Submission, models.PROTECT, related_name="revisions")
    manifest = models.ForeignKey(Manifest, models.PROTECT, related_name="revisions")
    path = models.CharField(max_length=300, blank=True, default="")  # where it begins in the document
    known_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)  # when a later revision became known
    is_cancelled = models.BooleanField(default=False)  # the source withdrew the consignment by this revision
    is_late = models.BooleanField(default=False)  # older than the revision in force when it came: supersedes nothing

    # The queue of the assessment: NULL means nothing is due.
    round_due = models.CharField(max_length=30, null=True, blank=True)  # the trigger of the round that is due
    round_attempts = models.PositiveSmallIntegerField(default=0)

    transport_document_kind = models.CharField(max_length=20, blank=True, default="")
    document_level = models.CharField(max_length=6, blank=True, default="")
    master_document_number = models.CharField(max_length=120, blank=True, default="")
    procedure = models.CharField(max_length=12, blank=True, default="")
    issued_on = models.DateField(null=True, blank=True)
    taken_over_on = models.DateField(null=True, blank=True)
    place_of_loading = models.CharField(max_length=200, blank=True, default="")
    place_of_delivery = models.CharField(max_length=200, blank=True, default="")
    loading_unlocode = models.CharField(max_length=5, blank=True, default="")
    delivery_unlocode = models.CharField(max_length=5, blank=True, default="")
    dispatch_country = models.CharField(max_length=2, blank=True, default="")
    destination_country = models.CharField(max_length=2, blank=True, default="")
    itinerary = ArrayField(models.CharField(max_length=2), null=True, blank=True)  # NULL: not stated
    total_packages = models.BigIntegerField(null=True, blank=True)
    total_gross_mass_kg = models.DecimalField(max_digits=16, decimal_places=3, null=True, blank=True)
    total_value = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    total_currency = models.CharField(max_length=3, blank=True, default="")
    freight_payment_method = models.CharField(max_length=12, blank=True, default="")
    freight_amount = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    freight_currency = models.CharField(max_length=3, blank=True, default="")
    tir_carnet_number = models.CharField(max_length=20, blank=True, default="")
    # False: nothing is said of equipment, not even that there is none
    states_equipment = models.BooleanField(default=True)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["consignment", "number"]
        constraints = [
            models.UniqueConstraint(fields=["consignment", "number"], name="one_revision_of_a_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="revisions_count_from_one"),
            models.CheckConstraint(
                condition=Q(total_gross_mass_kg__isnull=True) | Q(total_gross_mass_kg__gte=0),
                name="total_gross_mass_is_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(replaced_at__isnull=True) | Q(replaced_at__gte=F("known_at")),
                name="a_revision_is_replaced_after_it_was_known",
            ),
        ]
        indexes = [
            models.Index(fields=["known_at"], name="revision_round_due", condition=Q(round_due__isnull=False)),
        ]

    def __str__(self):
        return f"{self.consignment_id} revision {self.number}"


class ConsignmentParty(models.Model):
    """A party in its role, as this revision states it."""

    revision = models.ForeignKey(ConsignmentRevision, models.PROTECT, related_name="parties")
    role = models.CharField(max_length=20)
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="statements")  # NULL: no name
    name = models.CharField(max_length=500, blank=True, default="")
    identifier = models.CharField(max_length=60, blank=True, default="")
    identifier_kind = models.CharField(max_length=8, blank=True, default="")
    address = models.CharField(max_length=700, blank=True, default="")
    street = models.CharField(max_length=300, blank=True, default="")
    city = models.CharField(max_length=120, blank=True, default="")
    postcode = models.CharField(max_length=20, blank=True, default="")
    country = models.CharField(max_length=2, blank=True, default="")
    phone = models.CharField(max_length=60, blank=True, default="")
    email = models.CharField(max_length=200, blank=True, default="")
    is_natural_person = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        indexes = [
            GinIndex(fields=["name"], name="party_name_trigrams", opclasses=["gin_trgm_ops"]),
            models.Index(fields=["party", "-id"], name="statements_of_a_party"),
        ]

    def __str__(self):
        return f"{self.role}: {self.name}"
