"""What other authorities know of traders and brands: companies, their licences, protected brands, and what fed them.

A register that nobody has fed whole says nothing: who is not in it may be missing from the file.
"""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Register(models.TextChoices):
    COMPANIES = "companies", _("Companies")
    LICENCES = "licences", _("Licences")
    BRANDS = "brands", _("Protected brands")
    OWNERS = "owners", _("Container owners")
    MIRROR = "mirror", _("Export statistics of partners")


class CompanyStatus(models.TextChoices):
    ACTIVE = "active", _("Active")
    SUSPENDED = "suspended", _("Suspended")
    CLOSED = "closed", _("Closed")


class LicenceKind(models.TextChoices):
    TOBACCO = "tobacco", _("Tobacco")
    ALCOHOL = "alcohol", _("Alcohol")
    PRECURSORS = "precursors", _("Precursors")
    CARRIAGE = "carriage", _("Carriage of goods")
    OTHER = "other", _("Other")


class RegisteredCompany(models.Model):
    """A firm or sole trader as its register has it. activity_codes: NACE, as "46.39"."""

    inn_key = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=300)
    name_key = models.CharField(max_length=300, db_index=True)
    registered_on = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=CompanyStatus, default=CompanyStatus.ACTIVE)
    activity_codes = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    address = models.CharField(max_length=500, blank=True, default="")
    address_key = models.CharField(max_length=32, blank=True, default="")  # hashed

    class Meta:
        verbose_name_plural = "registered companies"
        indexes = [
            models.Index(fields=["address_key"], name="company_by_address", condition=~Q(address_key="")),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(inn_key=""), name="registered_company_has_a_tax_number"),
            models.CheckConstraint(condition=Q(status__in=CompanyStatus.values), name="company_status_is_named"),
        ]

    def __str__(self):
        return self.name


class CompanyLicence(models.Model):
    """A licence of the holder of a tax number. NULL: valid from ever, or without end."""

    inn_key = models.CharField(max_length=20)
    kind = models.CharField(max_length=12, choices=LicenceKind)
    number = models.CharField(max_length=60)
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["inn_key", "kind", "number"], name="one_licence_of_a_number"),
            models.CheckConstraint(condition=Q(kind__in=LicenceKind.values), name="licence_kind_is_named"),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(valid_until__gte=F("valid_from")),
                name="licence_ends_after_it_begins",
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.number}"


class RegisteredBrand(models.Model):
    """A protected brand. origin_countries: where its goods are made; empty: the holder does not say."""

    word_key = models.CharField(max_length=120, unique=True)
    word = models.CharField(max_length=120)
    holder = models.CharField(max_length=300, blank=True, default="")
    origin_countries = ArrayField(models.CharField(max_length=2), default=list, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(word_key=""), name="brand_has_letters")]

    def __str__(self):
        return self.word


class RegisterFeed(models.Model):
    """One file or message that fed a register. is_whole: what it did not hold is no longer in the register."""

    register = models.CharField(max_length=10, choices=Register)
    fed_at = models.DateTimeField()
    fed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    is_whole = models.BooleanField(default=False)
    file_name = models.CharField(max_length=200, blank=True, default="")
    sha256 = models.CharField(max_length=64)
    rows_taken = models.PositiveIntegerField()
    rows_refused = models.PositiveIntegerField(default=0)
    rows_gone = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-fed_at"]
        indexes = [models.Index(fields=["register", "-fed_at"], name="feed_by_register")]
        constraints = [models.CheckConstraint(condition=Q(register__in=Register.values), name="register_is_named")]

    def __str__(self):
        return f"{self.register} {self.fed_at:%Y-%m-%d}"
