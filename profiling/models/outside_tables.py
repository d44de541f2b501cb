"""Tables that others publish and that a register feeds: who owns which containers, what partners say they exported."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class OwnerKind(models.TextChoices):
    UNSTATED = "", "–"
    LINE = "line", _("Shipping line or railway")
    LESSOR = "lessor", _("Lessor of containers")
    SHIPPER = "shipper", _("Shipper or trader")


class ContainerOwner(models.Model):
    """The owner of the boxes whose numbers begin with these four letters."""

    prefix = models.CharField(max_length=4, unique=True)  # capitals, the fourth U, J or Z
    owner = models.CharField(max_length=300)
    country = models.CharField(max_length=2, blank=True, default="")
    kind = models.CharField(max_length=8, choices=OwnerKind, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(prefix__regex="^[A-Z]{3}[UJZ]$"), name="owner_prefix_has_its_form"),
            models.CheckConstraint(condition=Q(kind__in=OwnerKind.values), name="container_owner_kind_is_named"),
        ]

    def __str__(self):
        return f"{self.prefix} {self.owner}"


class MirrorUnitValue(models.Model):
    """What a partner's export statistics say of a heading in one month: US dollars for a kilogram, on the average."""

    hs4 = models.CharField(max_length=4)
    partner_country = models.CharField(max_length=2)
    month = models.DateField()  # its first day
    usd_per_kg = models.FloatField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["hs4", "partner_country", "month"], name="one_mirror_value_per_heading_partner_and_month"
            ),
            models.CheckConstraint(condition=Q(usd_per_kg__gt=0), name="mirror_value_is_positive"),
            models.CheckConstraint(condition=Q(month__day=1), name="mirror_month_is_its_first_day"),
        ]

    def __str__(self):
        return f"{self.hs4} {self.partner_country} {self.month:%Y-%m}"
