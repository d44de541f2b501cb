"""PDFs and photographed papers: nothing of them is registered until a person has said what they state."""

from decimal import Decimal

import pytest

from consignments.confirming import confirm, discard
from consignments.importing import import_files
from consignments.models import Attachment, CaseEvent, Consignment, DocumentDraft, StoredFile, Submission
from consignments.parsing.typed.papers import BY_KIND
from consignments.refusing import Refused
from consignments.registering import register_submission, register_waiting
from tests import factories as make

from .. import papers
from ..arriving import receive_bytes
from ..files import picture

pytestmark = pytest.mark.django_db
PDF = "application/pdf"


@pytest.fixture
def source():
    return make.client().source


@pytest.fixture
def analyst():
    return make.officer("analyst")


def handed_in(raw, source, content_type=PDF, **fields) -> Submission:
    received = receive_bytes(raw, source, content_type=content_type, **fields)
    register_submission(received.pk)
    received.refresh_from_db()
    return received


def confirmed(submission, officer, **changed) -> Submission:
    draft = DocumentDraft.objects.get(read_from=submission)
    confirm(draft, submission, BY_KIND["cmr_note"], draft.values | changed, officer)
    register_submission(submission.pk)
    submission.refresh_from_db()
    return submission


def test_a_pdf_becomes_a_draft_and_waits(source):
    received = handed_in(papers.cmr(), source, file_name="../CMR.exe")
    assert (received.status, received.awaits_confirmation, received.attempts) == ("received", True, 0)
    draft = DocumentDraft.objects.get(read_from=received)
    assert (draft.kind, draft.values["number"], draft.file_name) == ("cmr_note", "0088231", "CMR.exe.pdf")
    assert bytes(draft.file.content) == papers.cmr()
    assert draft.places["sender"]["page"] == 0 and len(draft.pages) == 1
    assert not Consignment.objects.exists()


def test_it_is_taken_up_once(source):
    received = handed_in(papers.cmr(), source)
    assert register_submission(received.pk) is False
    assert register_waiting() == 0
    assert DocumentDraft.objects.count() == 1


def test_what_a_person_confirmed_is_registered_with_the_pdf_attached(source, analyst):
    received = confirmed(handed_in(papers.cmr(), source), analyst, number="0088232")
    assert (received.status, received.document_kind, received.registered_count) == ("registered", "cmr_note", 1)
    consignment = Consignment.objects.get()
    assert (consignment.document_number, consignment.source) == ("0088232", source)
    assert consignment.revisions.get().goods.get().gross_mass_kg == Decimal("15640.5")
    attached = Attachment.objects.get(consignment=consignment)
    assert (attached.kind, attached.added_by, bytes(attached.file.content)) == ("document", None, papers.cmr())
    assert bytes(received.raw) == papers.cmr()
    assert CaseEvent.objects.get(subject_id=received.pk, verb="confirmed").actor == analyst
    assert DocumentDraft.objects.get().state == "sent"


def test_each_consignment_gets_its_own_paper(source, analyst):
    for number in ("1", "2"):
        confirmed(handed_in(papers.cmr(number=number), source), analyst)
    for consignment in Consignment.objects.all():
        attached = Attachment.objects.get(consignment=consignment)
        assert bytes(attached.file.content) == papers.cmr(number=consignment.document_number)


def test_nobody_confirms_what_somebody_has_confirmed_already(source, analyst):
    received = handed_in(papers.cmr(), source)
    stale = DocumentDraft.objects.get()
    confirmed(received, analyst)
    with pytest.raises(Refused):
        confirm(stale, received, BY_KIND["cmr_note"], {}, analyst)
    with pytest.raises(Refused):
        discard(stale, received, analyst, "")
    assert Consignment.objects.count() == 1


def test_a_paper_set_aside_is_rejected_and_says_so(source, analyst):
    received = handed_in(papers.cmr(), source)
    discard(DocumentDraft.objects.get(), received, analyst, "an advertisement")
    received.refresh_from_db()
    assert (received.status, received.awaits_confirmation) == ("rejected", False)
    assert received.problems.get().code == "paper_set_aside"
    assert DocumentDraft.objects.get().state == "discarded"
    assert not Consignment.objects.exists()


def test_the_same_bytes_again_wait_for_the_first_and_register_nothing(source, analyst):
    first, second = handed_in(papers.cmr(), source), handed_in(papers.cmr(), source)
    assert DocumentDraft.objects.count() == 1 and second.status == "received"
    confirmed(first, analyst)
    register_waiting()
    second.refresh_from_db()
    assert (second.status, second.registered_count, second.same_bytes_as) == ("registered", 1, first)
    assert Consignment.objects.get().latest_revision == 1


@pytest.mark.parametrize(
    ("raw", "content_type", "code"),
    [(b"%PDF-1.7 broken", PDF, "pdf_broken"), (papers.cmr()[:900], "application/json", "pdf_broken")],
)
def test_a_pdf_that_cannot_be_shown_is_rejected(source, raw, content_type, code):
    received = handed_in(raw, source, content_type)
    assert (received.status, received.problems.get().code) == ("rejected", code)
    assert not StoredFile.objects.exists()


def test_one_larger_than_a_file_may_be_is_rejected(source, settings):
    settings.MAX_FILE_BYTES = 1000
    received = handed_in(papers.cmr(), source)
    assert (received.status, received.problems.get().code) == ("rejected", "pdf_too_large")


def test_a_photographed_paper_is_typed_from_its_picture(source, analyst):
    received = handed_in(picture("JPEG"), source, "image/jpeg")
    draft = DocumentDraft.objects.get()
    assert (draft.kind, draft.values, draft.pages) == ("", {}, [[]])
    assert confirmed(received, analyst, number="7").registered_count == 1


def test_a_folder_with_a_paper_does_not_wait_for_the_person(tmp_path):
    source = make.source()
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(papers.cmr())
    imported = list(import_files(sorted(tmp_path.iterdir()), source))
    assert [one.submission.status for one in imported] == ["received", "received"]


def test_reading_again_leaves_the_paper_attached_once(source, analyst):
    received = confirmed(handed_in(papers.cmr(), source), analyst)
    for _each in range(2):
        received.read_again(analyst)
        register_submission(received.pk)
    assert Attachment.objects.count() == 1 and Consignment.objects.count() == 1


def test_a_paper_that_was_removed_stays_away_when_it_is_read_again(source, analyst):
    received = confirmed(handed_in(papers.cmr(), source), analyst)
    Attachment.objects.get().remove(analyst, "of another truck")
    received.refresh_from_db()
    received.read_again(analyst)
    register_submission(received.pk)
    assert not Attachment.objects.in_place().exists()
