"""Files kept and attached: once by their bytes, refused by what they are, removed with a reason and never deleted."""

import pytest
from django.db import DatabaseError, transaction

from consignments.models import Attachment, CaseEvent, StoredFile
from consignments.refusing import Refused
from tests import factories as make

from .files import pdf, picture

pytestmark = pytest.mark.django_db


def attach(consignment, raw=None, *, name="scan.png", kind="document", by=None):
    by = by or make.officer("analyst", unit=consignment.unit)
    return Attachment.objects.attach(consignment, raw or picture(), name=name, kind=kind, by=by)


def test_the_same_bytes_are_kept_once_whoever_attaches_them():
    one, other = attach(make.consignment()), attach(make.consignment(), name="other.png")
    assert one.file == other.file and one.pk != other.pk
    assert StoredFile.objects.count() == 1
    assert bytes(StoredFile.objects.get().content) == picture()


def test_the_same_file_is_attached_to_a_consignment_once():
    consignment = make.consignment()
    assert attach(consignment) == attach(consignment)
    assert CaseEvent.objects.filter(consignment=consignment, verb="attached").count() == 1


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty_file"),
        (b"MZ\x90\x00" + bytes(50), "file_type_not_kept"),
        (b"%PDF-" + bytes(2000), "file_too_large"),
    ],
)
def test_it_refuses(raw, code, settings):
    settings.MAX_FILE_BYTES = 1000
    with pytest.raises(Refused) as refused:
        StoredFile.objects.keep(raw)
    assert refused.value.code == code
    assert StoredFile.objects.count() == 0


def test_the_type_is_that_of_the_bytes_and_the_name_follows_it():
    attached = attach(make.consignment(), pdf("Hello"), name="../photo.jpg")
    assert (attached.file.media_type, attached.file_name) == ("application/pdf", "photo.jpg.pdf")


def test_what_is_removed_says_who_and_why_and_stays():
    consignment = make.consignment()
    attached, officer = attach(consignment), make.officer("supervisor")
    attached.remove(officer, " of another truck ")
    kept = Attachment.objects.get()
    assert (kept.removed_by, kept.removal_reason) == (officer, "of another truck")
    assert not Attachment.objects.in_place().exists() and StoredFile.objects.exists()
    event = CaseEvent.objects.get(verb="attachment_removed")
    assert (event.actor, event.reason, event.consignment) == (officer, "of another truck", consignment)
    again = attach(consignment)
    assert again.pk != attached.pk


@pytest.mark.parametrize("reason", ["", "  "])
def test_nothing_is_removed_without_a_reason(reason):
    attached = attach(make.consignment())
    with pytest.raises(Refused, match="Say why"):
        attached.remove(make.officer("analyst"), reason)
    assert Attachment.objects.in_place().exists()


def test_nothing_is_removed_twice():
    attached = attach(make.consignment())
    attached.remove(make.officer("analyst"), "wrong")
    with pytest.raises(Refused, match="already"):
        attached.remove(make.officer("analyst"), "wrong")


def test_the_bytes_that_are_kept_never_change():
    attach(make.consignment())
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        StoredFile.objects.update(content=b"other")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        StoredFile.objects.update(media_type="text/plain")
    StoredFile.objects.update(thumbnail=b"small")


def test_a_consignment_has_so_many_attachments_at_most(monkeypatch):
    monkeypatch.setattr("consignments.models.attachment.MAX_PER_CONSIGNMENT", 1)
    consignment = make.consignment()
    attach(consignment)
    with pytest.raises(Refused, match="too many"):
        attach(consignment, picture("JPEG"))
