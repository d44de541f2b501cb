"""Attachments through the API: a body of bytes in, the same bytes out, for officers alone."""

import pytest

from consignments.models import Attachment
from tests import factories as make

from ..files import pdf
from .conftest import calling

pytestmark = pytest.mark.django_db


def url(consignment):
    return f"/api/v1/consignments/{consignment.pk}/attachments/"


def post(caller, consignment, raw=None, content_type="image/gif", query="?filename=b/l.pdf&kind=document"):
    return caller.post(url(consignment) + query, pdf("Hello") if raw is None else raw, content_type=content_type)


def test_a_file_is_attached_listed_and_read_again(analyst):
    consignment = make.consignment()
    answer = post(calling(analyst), consignment)
    assert answer.status_code == 201
    row = answer.json()
    assert (row["kind"], row["file_name"], row["media_type"]) == ("document", "l.pdf", "application/pdf")
    assert calling(analyst).get(url(consignment)).json() == [row]
    content = calling(analyst).get(row["url"])
    assert (content.content, content["Content-Type"]) == (pdf("Hello"), "application/pdf")
    assert content["Content-Disposition"] == 'attachment; filename="l.pdf"'
    assert Attachment.objects.get().added_by == analyst


@pytest.mark.parametrize(
    ("raw", "status", "code"),
    [(b"", 400, "empty_file"), (b"MZ\x90\x00", 415, "file_type_not_kept"), (b"x" * 2000, 413, "file_too_large")],
)
def test_what_is_refused_says_why(analyst, raw, status, code, settings):
    settings.MAX_FILE_BYTES = 1000
    answer = post(calling(analyst), make.consignment(), raw)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


@pytest.mark.parametrize(
    ("role", "unit", "reads", "writes"),
    [
        ("analyst", "BATKEN", 200, 201),
        ("examiner", "BATKEN", 200, 201),
        ("analyst", "OSH", 404, 404),
        ("coordinator", None, 200, 403),
        ("client", "BATKEN", 403, 403),
        ("administrator", None, 403, 403),
    ],
)
def test_who_reads_and_who_writes(role, unit, reads, writes):
    consignment = make.consignment()
    one = Attachment.objects.attach(consignment, b"a text", name="a.txt", kind="other", by=None)
    caller = calling(make.officer(role, **({"unit": make.unit(unit)} if unit else {})))
    assert caller.get(url(consignment)).status_code == reads
    assert caller.get(f"{url(consignment)}{one.pk}/").status_code == reads
    assert post(caller, consignment).status_code == writes


def test_a_stranger_is_asked_who_he_is():
    consignment = make.consignment()
    assert calling().get(url(consignment)).status_code == 401
    assert post(calling(), consignment).status_code == 401


def test_an_attachment_is_found_only_at_its_own_consignment(analyst):
    one = Attachment.objects.attach(make.consignment(), b"a text", name="a.txt", kind="other", by=None)
    assert calling(analyst).get(f"{url(make.consignment())}{one.pk}/").status_code == 404
