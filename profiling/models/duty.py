"""Who is on duty at a post: told by the officers themselves when they come and go."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from consignments.locks import lock_until_commit
from consignments.models import CustomsPost, record

LONGEST_SHIFT = timedelta(hours=14)  # who forgot to leave is not given work for ever


class DutyQuerySet(models.QuerySet["Duty"]):
    def at(self, moment: datetime) -> "DutyQuerySet":
        """Those who were on duty at this moment."""
        came = self.filter(begun_at__lte=moment, begun_at__gt=moment - LONGEST_SHIFT)
        return came.filter(Q(ended_at__isnull=True) | Q(ended_at__gt=moment))

    @transaction.atomic
    def begin(self, officer, post: CustomsPost) -> "Duty":
        """Note that the officer came on duty at `post`, leaving any other post; a second press changes nothing."""
        lock_until_commit("duty", str(officer.pk))
        now = timezone.now()
        here = self.filter(officer=officer.pk, ended_at=None).first()
        if here is not None and here.post_id == post.pk and here.begun_at > now - LONGEST_SHIFT:
            return here
        self.filter(officer=officer.pk, ended_at=None).update(ended_at=now)
        record("officer", officer.pk, "duty_begun", actor=officer, after={"post": post.code}, at=now)
        return self.create(officer_id=officer.pk, post=post, begun_at=now)

    @transaction.atomic
    def end(self, officer) -> None:
        """Note that the officer left; who was not on duty leaves nothing."""
        now = timezone.now()
        if self.filter(officer=officer.pk, ended_at=None).update(ended_at=now):
            record("officer", officer.pk, "duty_ended", actor=officer, at=now)


class Duty(models.Model):
    """An officer at a post from `begun_at` on; open until `ended_at`, at most LONGEST_SHIFT."""

    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    post = models.ForeignKey(CustomsPost, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = DutyQuerySet.as_manager()

    class Meta:
        ordering = ["begun_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["officer"], condition=Q(ended_at__isnull=True), name="an_officer_is_on_duty_at_one_post"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("begun_at")), name="duty_ends_after_it_begins"
            ),
        ]
        indexes = [models.Index(fields=["post", "-begun_at"], name="duty_at_a_post")]

    def __str__(self):
        return f"{self.officer_id} at {self.post_id}"
