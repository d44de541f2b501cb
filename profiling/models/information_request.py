"""A question to whoever knows of a consignment, with a deadline: open until answered, overdue or withdrawn.

`question` is what an outsider may read, and it is all an outsider may read; why it was asked stays in the assessment.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from consignments.models import Attachment, Consignment, record
from consignments.refusing import Refused

LONGEST_ANSWER = 8000


class Addressee(models.TextChoices):
    DECLARANT = "declarant", _("Declarant")
    CARRIER = "carrier", _("Carrier")
    CONSIGNEE = "consignee", _("Consignee")
    CONSIGNOR = "consignor", _("Consignor")
    OTHER = "other", _("Other")


class RequestState(models.TextChoices):
    OPEN = "open", _("Open")
    OVERDUE = "overdue", _("Overdue")
    ANSWERED = "answered", _("Answered")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class AnsweredBy(models.TextChoices):
    NOBODY = "", _("Nobody")
    OFFICER = "officer", _("Taken down by an officer")
    CLIENT = "client", _("Sent by the client")


UNANSWERED = [RequestState.OPEN, RequestState.OVERDUE]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of whom. text: "" where it is put by word of mouth; due_at: None for the usual time."""

    addressee: str = Addressee.DECLARANT
    addressee_name: str = ""
    text: str = ""
    language: str = ""
    due_at: datetime | None = None
    is_put_to_sender: bool = False


class InformationRequestQuerySet(models.QuerySet["InformationRequest"]):
    def visible_to(self, officer) -> "InformationRequestQuerySet":
        """Those of the officer's unit; all for who may read all units."""
        return self if officer.may("read_all_units") else self.filter(unit_id=officer.unit_id)

    def put_to(self, client) -> "InformationRequestQuerySet":
        """What a client may know of: questions put to it, about what it sent itself."""
        return self.filter(consignment__source__client=client.pk, is_put_to_sender=True)

    def unanswered(self) -> "InformationRequestQuerySet":
        return self.filter(state__in=UNANSWERED)

    def past_due(self, now: datetime) -> "InformationRequestQuerySet":
        return self.filter(state=RequestState.OPEN, due_at__lte=now)

    def ask(self, assessment: Any, officer: Any, question: Question) -> "InformationRequest":
        """Keep a question; for the verb of the assessment. Refused("due_in_the_past")."""
        now = timezone.now()
        due_at = question.due_at or now + timedelta(hours=settings.INFORMATION_REQUEST_HOURS)
        if due_at <= now:
            raise Refused("due_in_the_past", gettext("The deadline has to be in the future."))
        asked = self.create(
            consignment_id=assessment.consignment_id,
            assessment_id=assessment.pk,
            unit_id=assessment.unit_id,
            addressee=question.addressee,
            addressee_name=question.addressee_name.strip()[:200],
            language=question.language,
            question=question.text.strip(),
            is_put_to_sender=question.is_put_to_sender and bool(question.text.strip()),
            asked_by_id=officer.pk,
            asked_at=now,
            due_at=due_at,
        )
        asked.log("asked", officer)
        return asked


class InformationRequest(models.Model):
    """One question, or several under one deadline. The answer is kept as it was given."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consignment = models.ForeignKey(Consignment, models.PROTECT, related_name="information_requests")
    assessment = models.ForeignKey("profiling.Assessment", models.PROTECT, related_name="information_requests")
    unit_id = models.UUIDField()
    addressee = models.CharField(max_length=10, choices=Addressee)
    addressee_name = models.CharField(max_length=200, blank=True, default="")  # and how they are reached
    language = models.CharField(max_length=2, blank=True, default="")
    question = models.TextField(blank=True, default="")  # empty: it was put by word of mouth
    is_put_to_sender = models.BooleanField(default=False)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    asked_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=RequestState, default=RequestState.OPEN)

    answer = models.TextField(blank=True, default="")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_through = models.CharField(max_length=8, choices=AnsweredBy, blank=True, default=AnsweredBy.NOBODY)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=500, blank=True, default="")
    is_called_off = models.BooleanField(default=False)  # an officer said so; False: a decision made it needless
    attachments = models.ManyToManyField(Attachment, related_name="+", blank=True)  # the files of the answer

    objects = InformationRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=RequestState.values), name="request_state_is_named"),
            models.CheckConstraint(condition=Q(addressee__in=Addressee.values), name="addressee_is_named"),
            models.CheckConstraint(condition=Q(answered_through__in=AnsweredBy.values), name="way_of_answer_is_named"),
            models.CheckConstraint(condition=Q(due_at__gt=F("asked_at")), name="an_answer_is_due_after_the_question"),
            models.CheckConstraint(
                condition=~Q(state=RequestState.ANSWERED) | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="what_is_answered_has_an_answer",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, answered_through="", answer="")
                | (Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answered_through="") & ~Q(answer="")),
                name="an_answer_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(state=RequestState.WITHDRAWN) | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_because="")),
                name="what_is_withdrawn_says_why",
            ),
            models.CheckConstraint(
                condition=Q(is_put_to_sender=False) | ~Q(question=""), name="a_sender_is_put_a_written_question"
            ),
        ]
        indexes = [
            models.Index(
                fields=["unit_id", "due_at"], name="unanswered_requests", condition=Q(state__in=["open", "overdue"])
            ),
            models.Index(fields=["due_at"], name="requests_not_yet_overdue", condition=Q(state="open")),
            models.Index(fields=["unit_id", "-asked_at"], name="requests_of_a_unit"),
        ]

    def __str__(self):
        return f"question on {self.consignment_id}"

    @property
    def is_unanswered(self) -> bool:
        return self.state in UNANSWERED

    @property
    def state_for_sender(self) -> str:
        """open, answered or closed. A decision is not told: what it made needless stays open until its deadline."""
        if self.answered_at is not None:
            return "answered"
        return "closed" if self.is_called_off or self.due_at <= timezone.now() else "open"

    @transaction.atomic
    def answer_with(self, text: str, by: Any, through: str) -> None:
        """Keep the answer; what was asked waits for a decision again. A late one is kept too.

        Refused("answer_empty"), ("answer_too_long"), ("answered_already"), ("called_off").
        """
        text = text.strip()
        if not text:
            raise Refused("answer_empty", gettext("Write the answer first."))
        if len(text) > LONGEST_ANSWER:
            raise Refused("answer_too_long", gettext("The answer is too long."))
        self._lock()
        if self.answered_at is not None:
            raise Refused("answered_already", gettext("The question was answered already."))
        if self.is_called_off:
            raise Refused("called_off", gettext("The question was called off."))
        was = self.state
        self.answer, self.answered_at, self.answered_by_id = text, timezone.now(), by.pk
        self.answered_through = through
        # One that a decision closed keeps its state: nothing hangs on its answer any more.
        if self.is_unanswered:
            self.state = RequestState.ANSWERED
        self.save(update_fields=["answer", "answered_at", "answered_by", "answered_through", "state"])
        self.log("answered", by, before=was)
        if self.state == RequestState.ANSWERED:
            # A paper may have opened a newer round than the one in which it was asked.
            for newest in self.assessment.rounds_of_consignment().open():
                newest.take_up_answer(by)

    @transaction.atomic
    def call_off(self, officer: Any, reason: str) -> None:
        """Tell the addressee that it need not be answered. Refused("reason_missing"), ("not_unanswered")."""
        if not reason.strip():
            raise Refused("reason_missing", gettext("Say why the question is called off."))
        self._lock()
        if not self.is_unanswered:
            raise Refused("not_unanswered", gettext("The question is not open any more."))
        self.is_called_off = True
        self.withdraw(officer, reason.strip()[:500])
        self.assessment.take_up_answer(officer)

    def withdraw(self, officer: Any, because: str) -> None:
        """Close it unanswered; for the verbs of the assessment, which hold its row, and `call_off`."""
        was = self.state
        self.state, self.withdrawn_at, self.withdrawn_because = RequestState.WITHDRAWN, timezone.now(), because
        self.save(update_fields=["state", "withdrawn_at", "withdrawn_because", "is_called_off"])
        self.log("withdrawn", officer, because, before=was)

    def reopen(self, officer: Any) -> None:
        """The decision that made it needless was taken back; for the verb of the assessment."""
        was = self.state
        self.state = RequestState.OPEN if self.due_at > timezone.now() else RequestState.OVERDUE
        self.withdrawn_at, self.withdrawn_because = None, ""
        self.save(update_fields=["state", "withdrawn_at", "withdrawn_because"])
        self.log("reopened", officer, before=was)

    def note_overdue(self) -> None:
        """Its deadline has passed; for the sweep, which holds the row."""
        self.state = RequestState.OVERDUE
        self.save(update_fields=["state"])
        self.log("overdue", None, before=RequestState.OPEN)

    def log(self, verb: str, by: Any, reason: str = "", *, before: str = "") -> None:
        record(
            "information_request",
            self.pk,
            verb,
            actor=by,
            consignment_id=self.consignment_id,
            before={"state": str(before)} if before else None,
            after={"state": str(self.state)},
            reason=reason,
        )

    def _lock(self) -> None:
        # The round first, as its own verbs do; then a fresh copy: what was seen may be old.
        type(self.assessment).objects.select_for_update().get(pk=self.assessment_id)
        fresh = InformationRequest.objects.select_for_update(of=("self",)).get(pk=self.pk)
        for field in self._meta.concrete_fields:
            setattr(self, field.attname, getattr(fresh, field.attname))
