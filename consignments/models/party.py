"""A party as we know it: one row for one trader, carrier or person, found again by tax number or by name."""

import uuid

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q


class Party(models.Model):
    """`match_key` makes two statements the same party: the tax number if one is stated, else name and country."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    match_key = models.CharField(max_length=300, unique=True)  # "inn:01234567890123" or "name:dordoi import|KG"
    name = models.CharField(max_length=300)  # as first stated
    name_key = models.CharField(max_length=300, db_index=True)  # canonical form for equality
    identifier = models.CharField(max_length=40, blank=True, default="")
    country = models.CharField(max_length=2, blank=True, default="")
    first_known_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "parties"
        constraints = [models.CheckConstraint(condition=~Q(match_key=""), name="party_can_be_matched")]
        indexes = [
            GinIndex(fields=["name"], name="party_first_name_trigrams", opclasses=["gin_trgm_ops"]),
            GinIndex(fields=["name_key"], name="party_name_key_trigrams", opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self):
        return self.name
