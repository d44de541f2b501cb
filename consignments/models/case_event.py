"""The log of a case: one line for every verb, append-only by a trigger in the database."""

import uuid
from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.utils import timezone
from structlog.contextvars import get_contextvars


class CaseEvent(models.Model):
    """Who did what, to what, with which reason. `actor` is NULL where the platform itself acted."""

    consignment = models.ForeignKey(
        "consignments.Consignment", models.PROTECT, null=True, blank=True, related_name="events"
    )
    subject_kind = models.CharField(max_length=30)  # submission, consignment, assessment, examination, profile_version…
    subject_id = models.UUIDField(default=uuid.uuid4)
    verb = models.CharField(max_length=40)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    before = models.JSONField(null=True, blank=True)
    after = models.JSONField(null=True, blank=True)
    reason = models.TextField(blank=True, default="")
    request_id = models.CharField(max_length=64, blank=True, default="")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "id"]
        indexes = [
            models.Index(fields=["consignment", "at"], name="case_event_by_consignment"),
            models.Index(fields=["subject_id", "at"], name="case_event_by_subject"),
        ]

    def __str__(self):
        return f"{self.verb} {self.subject_kind}"


def record(
    subject_kind: str,
    subject_id,
    verb: str,
    *,
    actor=None,
    consignment_id=None,
    before=None,
    after=None,
    reason="",
    at=None,
) -> CaseEvent:
    """Append one line to the log and return it; it bears the number of the request that is being answered."""
    return CaseEvent.objects.create(
        consignment_id=consignment_id,
        subject_kind=subject_kind,
        subject_id=subject_id,
        verb=verb,
        actor=actor,
        before=before,
        after=after,
        reason=reason,
        request_id=_request_id(),
        at=at or timezone.now(),
    )


def record_each(
    subject_kind: str, subject_id, verb: str, changes: Iterable[tuple[dict | None, dict | None]], *, actor=None
) -> None:
    """Append a line for each (before, after) of one verb done to one thing at once."""
    same = {"subject_kind": subject_kind, "subject_id": subject_id, "verb": verb, "actor": actor}
    same |= {"request_id": _request_id(), "at": timezone.now()}
    CaseEvent.objects.bulk_create(CaseEvent(before=before, after=after, **same) for before, after in changes)


def _request_id() -> str:
    return str(get_contextvars().get("request_id") or "")[:64]
