"""The chain of custody: one row for each hand-over of seized goods, never changed and without gaps."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from seizures.whereabouts import Agency, Destination


class CustodyStep(models.Model):
    """`line` is the first line of the seizure; `given_by` is who received the step before (trigger: append-only)."""

    line = models.ForeignKey("seizures.SeizureLine", models.PROTECT, related_name="custody")
    number = models.PositiveSmallIntegerField()  # 1, 2, 3 …
    destination = models.CharField(max_length=12, choices=Destination)
    agency = models.CharField(max_length=20, choices=Agency, blank=True, default="")
    given_by = models.CharField(max_length=160)
    received_by = models.CharField(max_length=160)
    signed_by = models.CharField(max_length=120)
    at = models.DateTimeField()
    place = models.CharField(max_length=120)
    seal = models.CharField(max_length=40, blank=True, default="")  # of the bag or the room
    act_number = models.CharField(max_length=40, blank=True, default="")
    remark = models.CharField(max_length=500, blank=True, default="")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["line", "number"]
        constraints = [
            models.UniqueConstraint(fields=["line", "number"], name="custody_steps_follow_one_another"),
            models.CheckConstraint(condition=Q(number__gte=1), name="custody_steps_count_from_one"),
            models.CheckConstraint(
                condition=Q(destination__in=Destination.values), name="custody_destination_is_named"
            ),
            models.CheckConstraint(
                condition=~Q(given_by="") & ~Q(received_by="") & ~Q(signed_by="") & ~Q(place=""),
                name="a_hand_over_says_who_and_where",
            ),
            models.CheckConstraint(
                condition=(Q(destination="agency", agency__in=Agency.values) & ~Q(act_number=""))
                | (~Q(destination="agency") & Q(agency="")),
                name="an_agency_takes_over_by_an_act",
            ),
            models.CheckConstraint(condition=Q(at__lte=F("recorded_at")), name="a_hand_over_lies_in_the_past"),
        ]

    def __str__(self):
        return f"{self.number} {self.destination}"
