"""Goods lines, the equipment that holds them, and the papers a consignment names."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .consignment import ConsignmentRevision


class GoodsItem(models.Model):
    """One line of goods, as stated."""

    revision = models.ForeignKey(ConsignmentRevision, models.PROTECT, related_name="goods")
    number = models.PositiveIntegerField()
    commodity_code = models.CharField(max_length=20, blank=True, default="")
    description = models.TextField(blank=True, default="")
    packages = models.BigIntegerField(null=True, blank=True)
    package_kind = models.CharField(max_length=10, blank=True, default="")
    gross_mass_kg = models.DecimalField(max_digits=16, decimal_places=3, null=True, blank=True)
    net_mass_kg = models.DecimalField(max_digits=16, decimal_places=3, null=True, blank=True)
    volume_m3 = models.DecimalField(max_digits=12, decimal_places=3, null=True, blank=True)
    value = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True, default="")
    origin_country = models.CharField(max_length=2, blank=True, default="")
    un_number = models.CharField(max_length=4, blank=True, default="")
    marks = models.TextField(blank=True, default="")
    equipment_numbers = ArrayField(models.CharField(max_length=40), default=list, blank=True)

    class Meta:
        ordering = ["revision", "number"]
        constraints = [
            models.UniqueConstraint(fields=["revision", "number"], name="goods_items_are_numbered_once"),
            models.CheckConstraint(
                condition=Q(gross_mass_kg__isnull=True) | Q(gross_mass_kg__gte=0), name="gross_mass_is_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(net_mass_kg__isnull=True) | Q(net_mass_kg__gte=0), name="net_mass_is_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(packages__isnull=True) | Q(packages__gte=0), name="packages_are_not_negative"
            ),
            models.CheckConstraint(condition=Q(value__isnull=True) | Q(value__gte=0), name="value_is_not_negative"),
        ]

    def __str__(self):
        return f"{self.number}: {self.commodity_code}"


class EquipmentKind(models.TextChoices):
    CONTAINER = "container", _("Container")
    TRAILER = "trailer", _("Trailer")
    WAGON = "wagon", _("Wagon")


class TransportEquipment(models.Model):
    """A container, trailer or wagon, with its seals. NULL seals: the document says nothing of seals."""

    revision = models.ForeignKey(ConsignmentRevision, models.PROTECT, related_name="equipment")
    kind = models.CharField(max_length=10, choices=EquipmentKind)
    number = models.CharField(max_length=40)  # as stated
    number_key = models.CharField(max_length=40)  # canonical: upper case, no spaces or hyphens
    size_type = models.CharField(max_length=10, blank=True, default="")
    fullness = models.CharField(max_length=5, blank=True, default="")  # full, empty or "" for not stated
    seals = ArrayField(models.CharField(max_length=40), null=True, blank=True)
    seals_stated_count = models.PositiveSmallIntegerField(null=True, blank=True)
    gross_mass_kg = models.DecimalField(max_digits=16, decimal_places=3, null=True, blank=True)
    tare_mass_kg = models.DecimalField(max_digits=16, decimal_places=3, null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(fullness__in=["", "full", "empty"]), name="fullness_is_named"),
            models.CheckConstraint(condition=Q(kind__in=EquipmentKind.values), name="equipment_kind_is_known"),
        ]
        indexes = [
            models.Index(fields=["number_key"], name="equipment_by_number"),
            GinIndex(fields=["number_key"], name="equipment_number_trigrams", opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self):
        return self.number


class NamedDocument(models.Model):
    """A paper the consignment names: invoice, permit, previous declaration. What the paper itself says is a
    SupportingDocument, once somebody hands it in."""

    revision = models.ForeignKey(ConsignmentRevision, models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=30)
    number = models.CharField(max_length=120, blank=True, default="")
    issued_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self):
        return f"{self.kind} {self.number}"
