"""A note that an officer leaves at a consignment for colleagues, and whom it calls. No submitter reads either."""

import uuid
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext

from consignments.models import Consignment, record
from consignments.refusing import Refused
from profiling.mentioning import MOST, mentioned_names

LONGEST = 4000
MOST_COUNTED = 99  # a count in the top bar says no more


class CaseNoteQuerySet(models.QuerySet["CaseNote"]):
    def visible_to(self, officer) -> "CaseNoteQuerySet":
        """Those at the consignments of the officer's unit; all for who may read all units."""
        return self if officer.may("read_all_units") else self.filter(consignment__unit_id=officer.unit_id)

    def in_force(self) -> "CaseNoteQuerySet":
        """Without those that a later note corrects."""
        return self.filter(correction__isnull=True)


class CaseNote(models.Model):
    """Never changed, as the database holds: a correction is a new note, and the old one is shown struck out."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consignment = models.ForeignKey(Consignment, models.PROTECT, related_name="notes")
    text = models.TextField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    written_at = models.DateTimeField(default=timezone.now)
    corrects = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="correction")

    objects = CaseNoteQuerySet.as_manager()

    class Meta:
        ordering = ["written_at", "id"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="a_note_says_something")]

    def __str__(self):
        return f"note on {self.consignment_id}"

    @classmethod
    @transaction.atomic
    def write(
        cls, consignment: Consignment, text: str, officer: Any, *, call: str = "", corrects: "CaseNote | None" = None
    ) -> "CaseNote":
        """Keep a note and call who is named in it with an at sign; call: user name of one more.

        Refused("note_empty"), ("note_too_long"), ("not_your_note"), ("corrected_already"), ("nobody_of_that_name").
        """
        text = text.strip()
        if call and call.lower() not in mentioned_names(text):
            text = f"@{call} {text}" if text else ""
        if not text:
            raise Refused("note_empty", gettext("Write something first."))
        if len(text) > LONGEST:
            raise Refused("note_too_long", gettext("The note is too long."))
        if corrects is not None and corrects.written_by_id != officer.pk:
            raise Refused("not_your_note", gettext("Only who wrote a note corrects it."))
        called = _called(text, consignment)
        try:
            with transaction.atomic():
                note = cls.objects.create(
                    consignment=consignment, text=text, written_by_id=officer.pk, corrects=corrects
                )
        except IntegrityError:  # a note is corrected once
            raise Refused("corrected_already", gettext("The note was corrected already.")) from None
        Mention.objects.bulk_create(
            Mention(note=note, officer_id=each.pk, called_at=note.written_at)
            for each in called
            if each.pk != officer.pk
        )
        verb = "note_corrected" if corrects else "note_written"
        record("note", note.pk, verb, actor=officer, consignment_id=consignment.pk, after={"called": len(called)})
        return note


class MentionQuerySet(models.QuerySet["Mention"]):
    def of(self, officer) -> "MentionQuerySet":
        return self.filter(officer=officer.pk)

    def unseen(self) -> "MentionQuerySet":
        return self.filter(seen_at__isnull=True)

    def counted(self) -> int:
        """How many there are; MOST_COUNTED and one for more."""
        return self.order_by()[: MOST_COUNTED + 1].count()

    def see(self) -> int:
        """Note that they were looked at; the moment of the first look stays."""
        return self.unseen().update(seen_at=timezone.now())


class Mention(models.Model):
    """That a note calls an officer, and when the officer looked at it."""

    note = models.ForeignKey(CaseNote, models.PROTECT, related_name="mentions")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    called_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)

    objects = MentionQuerySet.as_manager()

    class Meta:
        ordering = ["-called_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["note", "officer"], name="a_note_calls_an_officer_once"),
        ]
        indexes = [
            models.Index(fields=["officer", "-called_at"], name="mentions_of_an_officer"),
            models.Index(fields=["officer"], name="unseen_mentions", condition=Q(seen_at__isnull=True)),
        ]

    def __str__(self):
        return f"{self.officer_id} in {self.note_id}"


def colleagues_of(unit_id: Any) -> list[Any]:
    """Return the officers of a unit who may be called: those who read its cases, by name."""
    officers = get_user_model().objects.filter(unit_id=unit_id, is_active=True).order_by("full_name", "username")
    return [officer for officer in officers if officer.may("read_cases")]  # type: ignore[attr-defined]


def _called(text: str, consignment: Consignment) -> list[Any]:
    names = mentioned_names(text)
    if not names:
        return []
    by_name = {officer.username.lower(): officer for officer in colleagues_of(consignment.unit_id)}
    strangers = [name for name in names if name not in by_name]
    if strangers:
        raise Refused(
            "nobody_of_that_name",
            gettext("Nobody of this unit is called %(name)s. Choose a name from the list.") % {"name": strangers[0]},
        )
    return [by_name[name] for name in names[:MOST]]
