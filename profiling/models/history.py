"""What a later consignment may remember of this one: a narrow row per revision, and the keys of what it moved with."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from consignments.models import Consignment, ConsignmentRevision

_KEY_KINDS = ["container", "seal", "plate", "paper", "phone", "address", "name", "driver", "broker", "pattern"]
# What an examiner found altered: the walls of a box, the build of a vehicle.
_MARKS = ["body", "structure"]


class History(models.Model):
    """A revision as history. In force at time t when known_at < t and (replaced_at is NULL or replaced_at >= t)."""

    revision = models.OneToOneField(ConsignmentRevision, models.PROTECT, primary_key=True, related_name="+")
    consignment = models.ForeignKey(Consignment, models.PROTECT, related_name="+")
    manifest_id = models.UUIDField()  # siblings in one manifest are no history of each other
    source_id = models.UUIDField()
    unit_id = models.UUIDField()
    known_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)
    arrival_at = models.DateTimeField(null=True)
    arrived_at_night = models.BooleanField(null=True)
    consignee_id = models.UUIDField(null=True)
    consignor_id = models.UUIDField(null=True)
    carrier_id = models.UUIDField(null=True)
    gross_mass_kg = models.FloatField(null=True)
    hs4s = ArrayField(models.CharField(max_length=4), null=True)  # headings of the goods; NULL: none stated
    procedure = models.CharField(max_length=12, null=True)
    entry_post = models.CharField(max_length=20, null=True)  # code of the post
    lane = models.CharField(max_length=5, null=True)  # dispatch and destination country: CN-KG
    detour_ratio = models.FloatField(null=True)
    document_number_key = models.CharField(max_length=120)
    outcome_is_positive = models.BooleanField(null=True)  # NULL: not examined or inconclusive
    outcome_is_seizure = models.BooleanField(default=False)
    outcome_recorded_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "history"
        indexes = [
            # With what the look-ups over a trader's last two hundred ask for, so that they read an index and no rows.
            models.Index(
                fields=["consignee_id", "-known_at"],
                name="history_by_consignee",
                include=["consignment_id", "manifest_id", "replaced_at", "gross_mass_kg", "arrived_at_night"],
            ),
            models.Index(
                fields=["consignor_id", "-known_at"],
                name="history_by_consignor",
                include=["consignment_id", "manifest_id", "replaced_at"],
            ),
            models.Index(
                fields=["consignor_id", "consignee_id", "-known_at"],
                name="history_by_pair",
                include=["consignment_id", "manifest_id", "replaced_at", "gross_mass_kg"],
            ),
            models.Index(fields=["document_number_key"], name="history_by_document_number"),
            models.Index(fields=["unit_id", "known_at"], name="history_by_unit"),
            models.Index(
                fields=["carrier_id", "-known_at"], name="history_by_carrier", condition=Q(carrier_id__isnull=False)
            ),
            models.Index(fields=["lane", "-known_at"], name="history_by_lane", condition=Q(detour_ratio__isnull=False)),
            models.Index(
                fields=["consignee_id", "-outcome_recorded_at"],
                name="history_examined_by_consignee",
                condition=Q(outcome_is_positive__isnull=False),
            ),
            models.Index(
                fields=["unit_id", "-outcome_recorded_at"],
                name="history_examined_by_unit",
                condition=Q(outcome_is_positive__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome_is_positive__isnull=True, outcome_is_seizure=False)
                | Q(outcome_is_positive__isnull=False, outcome_recorded_at__isnull=False),
                name="an_outcome_in_history_says_when",
            ),
        ]

    def __str__(self):
        return f"history of {self.revision_id}"


class HistoryKey(models.Model):
    """A container, seal, plate or trailer number that a revision moved with, or the number of another transport
    document or declaration that it names (paper), in canonical form; or how a trader is called and reached: phone,
    address (hashed) and name with its spellings folded; or who drove it (driver) and who declared it (broker); or what
    it was like (pattern: heading, origin, route and packing of a goods item)."""

    KINDS = _KEY_KINDS
    MARKS = _MARKS

    history = models.ForeignKey(History, models.PROTECT, related_name="keys")
    kind = models.CharField(max_length=10)
    key = models.CharField(max_length=60)
    on_equipment = models.CharField(max_length=60, blank=True, default="")  # of a seal: its box; of a trader: its id
    known_at = models.DateTimeField()
    seized_at = models.DateTimeField(null=True, blank=True)  # when a seizure of this journey was recorded
    mark = models.CharField(max_length=10, blank=True, db_default="")  # of a piece: what its examiner found altered
    marked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            # on_equipment stands before the moment: the box of a seal is asked for by "another than this".
            models.Index(fields=["kind", "key", "on_equipment", "known_at"], name="history_key"),
            models.Index(fields=["kind", "key"], name="history_key_seized", condition=Q(seized_at__isnull=False)),
            models.Index(fields=["kind", "key"], name="history_key_marked", condition=Q(marked_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=_KEY_KINDS),
                name="history_key_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(mark="", marked_at__isnull=True) | Q(mark__in=_MARKS, marked_at__isnull=False),
                name="a_mark_of_a_piece_is_named_and_says_when",
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.key}"


class ValueNorm(models.Model):
    """Value per kg of an HS6 and origin: median and median absolute deviation of what was declared before."""

    hs6 = models.CharField(max_length=6)
    origin_country = models.CharField(max_length=2)
    sample_count = models.PositiveIntegerField()
    median_usd_per_kg = models.FloatField()
    mad_usd_per_kg = models.FloatField()
    # What share `norms.SHARES` of the sample declared at most: the shape of the distribution, for pictures.
    quantiles_usd_per_kg = ArrayField(models.FloatField(), null=True, blank=True)
    computed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["hs6", "origin_country"], name="one_value_norm_per_hs6_and_origin"),
            models.CheckConstraint(condition=Q(mad_usd_per_kg__gte=0), name="deviation_is_not_negative"),
        ]

    def __str__(self):
        return f"{self.hs6} {self.origin_country}"


class ExchangeRate(models.Model):
    """US dollars for one unit of a currency, from a day on."""

    currency = models.CharField(max_length=3)
    valid_from = models.DateField()
    usd = models.DecimalField(max_digits=14, decimal_places=8)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["currency", "valid_from"], name="one_rate_per_currency_and_day"),
            models.CheckConstraint(condition=Q(usd__gt=0), name="rate_is_positive"),
        ]

    def __str__(self):
        return f"{self.currency} {self.valid_from}"
