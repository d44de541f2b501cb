"""A tag: what an officer or analyst saw on a consignment that no document says."""

import uuid
from datetime import datetime

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from consignments.models import Consignment, ConsignmentRevision, record
from consignments.refusing import Refused
from profiling.rounds import open_rounds


class TagKind(models.TextChoices):
    """Each is a yes-or-no fact of the same name."""

    TEMPLATE_SHARED = "template_shared", _("Same template or handwriting as unrelated traders")
    COPY_ONLY = "copy_only", _("Copy only, or original unreadable")
    URGENCY_ASKED = "urgency_asked", _("Urgent clearance asked for")
    BODY_ALTERED = "body_altered", _("Walls or floor of the box altered")
    VEHICLE_MODIFIED = "vehicle_modified", _("Vehicle modified: tank, headboard, floor")


class CaseTagQuerySet(models.QuerySet):
    def in_force(self):
        return self.filter(removed_at__isnull=True)

    def of(self, consignment):
        return self.filter(consignment=consignment)


class CaseTag(models.Model):
    """One tag on one consignment; taken off by a verb, never deleted. Setting and taking off each open a new round."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consignment = models.ForeignKey(Consignment, models.PROTECT, related_name="tags")
    kind = models.CharField(max_length=20, choices=TagKind)
    reason = models.CharField(max_length=500)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    set_at = models.DateTimeField(default=timezone.now)
    removed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)
    removal_reason = models.CharField(max_length=500, blank=True, default="")

    objects = CaseTagQuerySet.as_manager()

    class Meta:
        ordering = ["set_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=TagKind.values), name="tag_kind_is_named"),
            models.CheckConstraint(condition=~Q(reason=""), name="a_tag_has_a_reason"),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True, removed_by__isnull=True, removal_reason="")
                | (Q(removed_at__isnull=False, removed_by__isnull=False) & ~Q(removal_reason="")),
                name="a_tag_taken_off_says_who_when_and_why",
            ),
            models.UniqueConstraint(
                fields=["consignment", "kind"],
                condition=Q(removed_at__isnull=True),
                name="one_tag_of_a_kind_in_force",
            ),
        ]

    def __str__(self):
        return f"{self.kind} on {self.consignment_id}"

    def is_in_force(self, moment: datetime) -> bool:
        """Whether the consignment bore the tag at this moment."""
        return self.set_at <= moment and (self.removed_at is None or self.removed_at > moment)

    @classmethod
    @transaction.atomic
    def put_on(cls, consignment: Consignment, kind: str, reason: str, officer) -> "CaseTag":
        """Tag a consignment. Refused("tag_unknown"), ("reason_missing"), ("tagged_already")."""
        if kind not in TagKind.values:
            raise Refused("tag_unknown", gettext("Choose a tag."))
        if not reason.strip():
            raise Refused("reason_missing", gettext("Say what you saw: a tag needs a reason."))
        Consignment.objects.select_for_update().get(pk=consignment.pk)
        if cls.objects.of(consignment).in_force().filter(kind=kind).exists():
            raise Refused("tagged_already", gettext("The consignment bears this tag already."))
        tag = cls.objects.create(
            consignment=consignment, kind=kind, reason=reason.strip(), set_by_id=officer.pk, set_at=timezone.now()
        )
        tag._log("tagged", officer, tag.reason)
        return tag

    @transaction.atomic
    def take_off(self, officer, reason: str) -> None:
        """Take the tag off. Refused("reason_missing"), ("taken_off_already")."""
        if not reason.strip():
            raise Refused("reason_missing", gettext("Say why the tag is taken off."))
        locked = CaseTag.objects.select_for_update().get(pk=self.pk)
        if locked.removed_at is not None:
            raise Refused("taken_off_already", gettext("The tag was taken off already."))
        self.removed_by_id, self.removed_at, self.removal_reason = officer.pk, timezone.now(), reason.strip()
        self.save(update_fields=["removed_by", "removed_at", "removal_reason"])
        self._log("tag_taken_off", officer, self.removal_reason)

    def _log(self, verb: str, officer, reason: str) -> None:
        record(
            "consignment",
            self.consignment_id,
            verb,
            actor=officer,
            consignment_id=self.consignment_id,
            after={"tag": str(self.kind)},
            reason=reason,
        )
        open_rounds("tag", ConsignmentRevision.objects.filter(consignment=self.consignment_id))
