"""A supporting document of a consignment, with what it says itself: invoice, packing list, permit, certificate."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consignments.querysets import SupportingDocumentQuerySet

from .consignment import Consignment
from .stored_file import StoredFile


class SupportingKind(models.TextChoices):
    INVOICE = "invoice", _("Invoice")
    PACKING_LIST = "packing_list", _("Packing list")
    CERTIFICATE_OF_ORIGIN = "certificate_of_origin", _("Certificate of origin")
    PERMIT = "permit", _("Permit")
    TRANSPORT_DOCUMENT = "transport_document", _("Transport document")
    DECLARATION = "declaration", _("Declaration")


class PermitSort(models.TextChoices):
    NONE = "", "–"
    CITES = "cites", _("CITES permit")
    PRECURSOR = "precursor", _("Permit for precursors")
    END_USER = "end_user", _("End-user certificate")
    OTHER = "other", _("Other permit")


class StatedBy(models.TextChoices):
    OFFICER = "officer", _("Typed by an officer")
    CLIENT = "client", _("Sent by a client")
    PDF = "pdf", _("Read from a PDF and confirmed")


class SupportingDocument(models.Model):
    """One version of one paper. Append-only by a trigger: a correction is a new version that names what it corrects.

    The sender is the paper's seller, consignor, exporter or issuing applicant; the receiver its buyer, consignee or
    permit holder. The net mass of a permit is the quantity it permits. NULL containers or seals: none are spoken of.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consignment = models.ForeignKey(Consignment, models.PROTECT, related_name="supporting_documents")
    corrects = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="correction")
    version = models.PositiveSmallIntegerField(default=1)
    is_withdrawn = models.BooleanField(default=False)  # this version says that the paper does not belong here
    kind = models.CharField(max_length=24, choices=SupportingKind)
    permit_sort = models.CharField(max_length=12, choices=PermitSort, blank=True, default="")
    number = models.CharField(max_length=120)
    number_key = models.CharField(max_length=120)
    issued_on = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    issuer = models.CharField(max_length=300, blank=True, default="")
    sender_name = models.CharField(max_length=500, blank=True, default="")
    receiver_name = models.CharField(max_length=500, blank=True, default="")
    producer_name = models.CharField(max_length=500, blank=True, default="")
    origin_country = models.CharField(max_length=2, blank=True, default="")
    dispatch_country = models.CharField(max_length=2, blank=True, default="")
    destination_country = models.CharField(max_length=2, blank=True, default="")
    total_packages = models.BigIntegerField(null=True, blank=True)
    gross_mass_kg = models.DecimalField(max_digits=16, decimal_places=3, null=True, blank=True)
    net_mass_kg = models.DecimalField(max_digits=16, decimal_places=3, null=True, blank=True)
    value = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True, default="")
    incoterm = models.CharField(max_length=3, blank=True, default="")
    containers = ArrayField(models.CharField(max_length=40), null=True, blank=True)
    seals = ArrayField(models.CharField(max_length=40), null=True, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    stated_by = models.CharField(max_length=8, choices=StatedBy)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    idempotency_key = models.CharField(max_length=200, blank=True, default="")
    known_at = models.DateTimeField(default=timezone.now)
    taken_up_at = models.DateTimeField(null=True, blank=True)  # when a round was opened for it: the table is the queue

    objects = SupportingDocumentQuerySet.as_manager()

    class Meta:
        ordering = ["known_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=SupportingKind.values), name="supporting_kind_is_known"),
            models.CheckConstraint(condition=Q(stated_by__in=StatedBy.values), name="supporting_document_says_by_whom"),
            models.CheckConstraint(
                condition=Q(kind="permit", permit_sort__in=["cites", "precursor", "end_user", "other"])
                | (~Q(kind="permit") & Q(permit_sort="")),
                name="a_permit_and_nothing_else_has_a_sort",
            ),
            models.CheckConstraint(condition=~Q(number=""), name="supporting_document_has_a_number"),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True, version=1) | Q(corrects__isnull=False, version__gte=2),
                name="a_version_after_the_first_corrects_another",
            ),
            models.CheckConstraint(
                condition=(Q(total_packages__isnull=True) | Q(total_packages__gte=0))
                & (Q(gross_mass_kg__isnull=True) | Q(gross_mass_kg__gte=0))
                & (Q(net_mass_kg__isnull=True) | Q(net_mass_kg__gte=0))
                & (Q(value__isnull=True) | Q(value__gte=0)),
                name="what_a_supporting_document_counts_is_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(taken_up_at__isnull=True) | Q(taken_up_at__gte=F("known_at")),
                name="a_supporting_document_is_taken_up_after_it_was_known",
            ),
            models.UniqueConstraint(
                fields=["entered_by", "idempotency_key"],
                condition=~Q(idempotency_key=""),
                name="one_supporting_document_per_person_and_key",
            ),
        ]
        indexes = [
            models.Index(fields=["known_at"], name="supporting_document_waits", condition=Q(taken_up_at__isnull=True)),
            models.Index(fields=["number_key"], name="permit_by_number", condition=Q(kind="permit")),
        ]

    def __str__(self):
        return f"{self.kind} {self.number}"

    def latest_version(self) -> "SupportingDocument":
        """Return the last of the versions that follow this one; itself where none does."""
        latest = self
        while (later := SupportingDocument.objects.filter(corrects=latest).first()) is not None:
            latest = later
        return latest


class SupportingGoods(models.Model):
    """One line of goods of a supporting document."""

    document = models.ForeignKey(SupportingDocument, models.PROTECT, related_name="goods")
    number = models.PositiveIntegerField()
    commodity_code = models.CharField(max_length=20, blank=True, default="")
    description = models.TextField(blank=True, default="")
    packages = models.BigIntegerField(null=True, blank=True)
    gross_mass_kg = models.DecimalField(max_digits=16, decimal_places=3, null=True, blank=True)
    net_mass_kg = models.DecimalField(max_digits=16, decimal_places=3, null=True, blank=True)
    value = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    origin_country = models.CharField(max_length=2, blank=True, default="")

    class Meta:
        ordering = ["document", "number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="supporting_goods_are_numbered_once"),
            models.CheckConstraint(
                condition=(Q(packages__isnull=True) | Q(packages__gte=0))
                & (Q(gross_mass_kg__isnull=True) | Q(gross_mass_kg__gte=0))
                & (Q(net_mass_kg__isnull=True) | Q(net_mass_kg__gte=0))
                & (Q(value__isnull=True) | Q(value__gte=0)),
                name="what_a_supporting_line_counts_is_not_negative",
            ),
        ]

    def __str__(self):
        return f"{self.number}: {self.commodity_code}"
