"""For every constraint and trigger of attachments and drafts: something that tries to break it."""

from typing import Any

from consignments.models import Attachment, DocumentDraft, StoredFile, Submission
from tests import factories as make

TEXT = b"a text"


def attachment(**columns: Any):
    one = Attachment.objects.attach(make.consignment(), TEXT, name="a.txt", kind="other", by=None)
    Attachment.objects.filter(pk=one.pk).update(**columns)


def attached_twice():
    file, consignment = StoredFile.objects.keep(TEXT), make.consignment()
    for _ in range(2):
        Attachment.objects.create(consignment=consignment, file=file, kind="other", file_name="a.txt")


def stored(**columns: Any):
    StoredFile.objects.create(
        **{"sha256": "0" * 64, "content": TEXT, "byte_count": 6, "media_type": "text/plain"} | columns
    )


def other_content():
    StoredFile.objects.filter(pk=StoredFile.objects.keep(TEXT).pk).update(content=b"other")


def deleted_file():
    StoredFile.objects.keep(TEXT).delete()


def draft(**columns: Any):
    DocumentDraft.objects.create(unit=make.unit(), **columns)


def two_open_drafts_of_a_submission():
    received = make.submission()
    draft(read_from=received)
    draft(read_from=received)


def confirmation_awaited_of_the_finished():
    Submission.objects.filter(pk=make.submission().pk).update(awaits_confirmation=True)


ATTACKERS = {
    "a_file_is_attached_once": attached_twice,
    "a_sent_draft_says_what_became_of_it": lambda: draft(state="sent", kind="cmr_note"),
    "a_stored_file_is_not_empty": lambda: stored(byte_count=0),
    "an_attachment_has_a_name": lambda: attachment(file_name=""),
    "attachment_kind_is_named": lambda: attachment(kind="film"),
    "draft_state_is_named": lambda: draft(state="lost"),
    "media_type_is_kept": lambda: stored(media_type="text/html"),
    "one_open_draft_of_a_submission": two_open_drafts_of_a_submission,
    "only_what_waits_awaits_confirmation": confirmation_awaited_of_the_finished,
    "stored_bytes_never_change": other_content,
    "stored_files_stay": deleted_file,
    "what_is_removed_says_why": lambda: attachment(removal_reason="why"),
}
