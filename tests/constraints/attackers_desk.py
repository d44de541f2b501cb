"""For each constraint and trigger of notes, questions and saved views: something that tries to break it."""

from datetime import timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from consignments.models import Attachment
from profiling.models import CaseNote, InformationRequest, Mention, SavedView
from tests import factories as make
from tests.profiling.views.stage import case

TEXT = b"Invoice 14"


def note(**columns: Any) -> CaseNote:
    of = columns.pop("of", None) or make.consignment()
    return CaseNote.objects.create(
        **{"consignment": of, "text": "Seen before", "written_by": make.officer("analyst"), **columns}
    )


def corrected_twice():
    first = note()
    for _twice in range(2):
        note(of=first.consignment, corrects=first)


def called_twice():
    of, officer = note(), make.officer("analyst")
    for _twice in range(2):
        Mention.objects.create(note=of, officer=officer, called_at=timezone.now())


def emptied():
    note()
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE profiling_casenote CASCADE")


def question(**columns: Any) -> InformationRequest:
    """A question that is open, with these columns, past every check of the model."""
    of, now = case(), timezone.now()
    usual = {
        "consignment": of.consignment,
        "assessment": of,
        "unit_id": of.unit_id,
        "addressee": "carrier",
        "question": "Please send the invoice.",
        "asked_by": make.officer("analyst"),
        "asked_at": now,
        "due_at": now + timedelta(hours=4),
    }
    return InformationRequest.objects.create(**{**usual, **columns})


def one_file_twice():
    asked = question()
    through = InformationRequest.attachments.through
    attached = Attachment.objects.attach(asked.consignment, TEXT, name="a.txt", kind="other", by=None)
    for _twice in range(2):
        through.objects.create(informationrequest=asked, attachment=attached)


def view(**columns: Any) -> SavedView:
    owner = columns.pop("owner", None) or make.officer("analyst")
    return SavedView.objects.create(**{"owner": owner, "unit": owner.unit, "name": "Night", **columns})


ATTACKERS = {
    "a_note_says_something": lambda: note(text=""),
    "profiling_casenote_corrects_id_key": corrected_twice,
    "case_note_is_append_only": lambda: CaseNote.objects.filter(pk=note().pk).update(text="Never said"),
    "case_note_is_not_emptied": emptied,
    "a_note_calls_an_officer_once": called_twice,
    "request_state_is_named": lambda: question(state="lost"),
    "addressee_is_named": lambda: question(addressee="nobody"),
    "way_of_answer_is_named": lambda: question(
        answered_through="pigeon", answer="Here", answered_at=timezone.now(), answered_by=make.officer("analyst")
    ),
    "an_answer_is_due_after_the_question": lambda: question(due_at=timezone.now() - timedelta(days=1)),
    "what_is_answered_has_an_answer": lambda: question(state="answered"),
    "an_answer_says_who_and_when": lambda: question(answer="Here it is"),
    "what_is_withdrawn_says_why": lambda: question(state="withdrawn"),
    "a_sender_is_put_a_written_question": lambda: question(question="", is_put_to_sender=True),
    "profiling_informationreq_informationrequest_id_at_64472320_uniq": one_file_twice,
    "a_view_has_a_name": lambda: view(name=""),
    "an_officer_names_a_view_once": lambda: [view(owner=of) for of in [make.officer("analyst")] for _twice in range(2)],
}
