"""Port Control Units and the customs posts they answer for."""

import uuid

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class InThreeLanguages(models.Model):
    """A name in English, Russian and Kyrgyz; `str()` answers in the reader's language."""

    name = models.CharField(_("name"), max_length=80)
    name_ru = models.CharField(_("name in Russian"), max_length=80, blank=True, default="")
    name_ky = models.CharField(_("name in Kyrgyz"), max_length=80, blank=True, default="")

    class Meta:
        abstract = True

    def __str__(self):
        return getattr(self, f"name_{(get_language() or 'en')[:2]}", "") or self.name


class PortControlUnit(InThreeLanguages):
    """A joint team of officers; every case belongs to one unit."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(max_length=12, unique=True)  # OSH, BATKEN

    class Meta:
        ordering = ["code"]


class CustomsPost(InThreeLanguages):
    """A place of control at the border or inland."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(max_length=20, unique=True)  # short latin name: DOSTUK
    office_code = models.CharField(max_length=8, blank=True, default="")  # customs office code, 8 digits
    unit = models.ForeignKey(PortControlUnit, models.PROTECT, related_name="posts")
    neighbour_country = models.CharField(max_length=2, blank=True, default="")
    bilateral_only = models.BooleanField(default=False)  # closed to vehicles of third countries
    kind = models.CharField(max_length=8, default="road")  # road, rail, inland
    daily_capacity = models.PositiveSmallIntegerField(null=True, blank=True)  # examinations a day
    shift_cut_off = models.TimeField(null=True, blank=True)  # local time at which the day's selection is topped up
    aliases = models.JSONField(default=list, blank=True)  # other spellings found in documents

    class Meta:
        ordering = ["code"]
