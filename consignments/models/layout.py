"""What the columns of a source's spreadsheets mean, remembered for each layout that it sends."""

from django.db import models
from django.utils import timezone


class ColumnLayout(models.Model):
    """The meaning of the columns of one layout: field name -> column header; an empty header leaves a field out.

    A source may send several layouts; each is known by the fingerprint of its headers. One without a fingerprint was
    told before fingerprints were kept: it counts for every table that has all its headers.
    """

    source = models.ForeignKey("consignments.Source", models.CASCADE, related_name="layouts")
    fingerprint = models.CharField(max_length=64, blank=True, default="")
    mapping = models.JSONField()
    told_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["source", "-told_at"]
        constraints = [
            models.UniqueConstraint(fields=["source", "fingerprint"], name="a_layout_is_told_once_per_source"),
        ]

    def __str__(self):
        return f"{self.source}: {self.fingerprint[:8]}"
