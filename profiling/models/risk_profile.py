"""A risk profile: the name and purpose that its versions share."""

import uuid

from django.db import models

from consignments.models import PortControlUnit

from .profile_querysets import ProfileQuerySet


class RiskProfile(models.Model):
    """A named set of versions; `owner_unit` NULL means all units."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(max_length=12, unique=True)  # PR-001
    title = models.CharField(max_length=160)
    title_ru = models.CharField(max_length=200, blank=True, default="")
    title_ky = models.CharField(max_length=200, blank=True, default="")
    category = models.CharField(
        max_length=30, blank=True, default=""
    )  # drugs, precursors, tobacco, revenue, security, ipr, environment
    owner_unit = models.ForeignKey(PortControlUnit, models.PROTECT, null=True, blank=True, related_name="profiles")
    origin = models.TextField(blank=True, default="")  # on what it rests: source and grade
    disabled_because = models.TextField(blank=True, default="")  # shipped but not to be switched on, and why
    form_token = models.UUIDField(null=True, blank=True, unique=True)  # of the form it was begun with: once only
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ProfileQuerySet.as_manager()

    class Meta:
        ordering = ["code"]

    def __str__(self):
        return self.code
