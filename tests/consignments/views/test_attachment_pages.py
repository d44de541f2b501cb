"""Attachments on their pages: who adds, sees and removes them, and how safely they are served."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from consignments.models import Attachment
from tests import factories as make

from ..files import office, pdf, picture
from .conftest import at_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def consignment():
    return make.consignment()


def attached(consignment, raw=None, name="photo.png"):
    return Attachment.objects.attach(consignment, raw or picture(), name=name, kind="photo", by=None)


def add(browser, consignment, *files, **fields):
    sent = [SimpleUploadedFile(name, raw, "text/html") for name, raw in files]
    return browser.post(
        reverse("consignments:attachment-add", args=[consignment.pk]),
        {"files": sent, "kind": "photo", "back": f"/consignments/{consignment.pk}/", **fields},
        follow=True,
    )


def test_several_files_are_attached_at_once_and_shown_on_the_consignment(browser, consignment):
    page = add(browser, consignment, ("seal.png", picture()), ("cmr.pdf", pdf("Hello")))
    assert page.redirect_chain[-1][0] == f"/consignments/{consignment.pk}/"
    assert [one.file_name for one in Attachment.objects.all()] == ["seal.png", "cmr.pdf"]
    for one in Attachment.objects.all():
        assert reverse("consignments:attachment-thumbnail", args=[one.pk]) in page.content.decode()
    assert "2 files attached" in page.content.decode()


def test_a_refused_file_is_named_and_stops_no_other(browser, consignment):
    page = add(browser, consignment, ("virus.png", b"MZ\x90\x00" + bytes(99)), ("seal.png", picture()))
    assert [one.file_name for one in Attachment.objects.all()] == ["seal.png"]
    assert "virus.png: Only PDF" in page.content.decode()


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", ""])
def test_it_leads_nowhere_else(browser, consignment, back):
    url = reverse("consignments:attachment-add", args=[consignment.pk])
    assert browser.post(url, {"back": back})["Location"] == "/"


def addresses(one):
    return [reverse(f"consignments:attachment-{what}", args=[one.pk]) for what in ("show", "thumbnail")]


@pytest.mark.parametrize(
    ("role", "unit", "status"),
    [
        ("analyst", "BATKEN", 200),
        ("examiner", "BATKEN", 200),
        ("analyst", "OSH", 404),
        ("coordinator", None, 200),
        ("client", "BATKEN", 403),
        ("administrator", None, 403),
    ],
)
def test_who_sees_an_attachment(consignment, role, unit, status):
    officer = make.officer(role, **({"unit": make.unit(unit)} if unit else {}))
    for address in addresses(attached(consignment)):
        assert at_desk(officer).get(address).status_code == status


def test_a_stranger_is_asked_to_sign_in(consignment):
    for address in addresses(attached(consignment)):
        assert at_desk().get(address)["Location"].startswith(reverse("sign-in"))


@pytest.mark.parametrize(
    ("role", "unit", "status"),
    [
        ("analyst", "BATKEN", 302),
        ("examiner", "BATKEN", 302),
        ("analyst", "OSH", 404),
        ("coordinator", None, 403),
        ("client", "BATKEN", 403),
    ],
)
def test_who_adds_and_removes(consignment, role, unit, status):
    officer = make.officer(role, **({"unit": make.unit(unit)} if unit else {}))
    one = attached(consignment)
    added = at_desk(officer).post(
        reverse("consignments:attachment-add", args=[consignment.pk]),
        {"files": SimpleUploadedFile("a.jpg", picture("JPEG"))},
    )
    removed = at_desk(officer).post(reverse("consignments:attachment-remove", args=[one.pk]), {"reason": "wrong"})
    assert (added.status_code, removed.status_code) == (status, status)
    assert Attachment.objects.filter(file_name="a.jpg").exists() is (status == 302)
    assert Attachment.objects.in_place().filter(pk=one.pk).exists() is (status != 302)


def test_what_is_removed_is_served_no_more(browser, consignment):
    one = attached(consignment)
    one.remove(make.officer("analyst"), "of another truck")
    assert [browser.get(address).status_code for address in addresses(one)] == [404, 404]


@pytest.mark.parametrize(
    ("raw", "media_type", "disposition"),
    [
        (picture(), "image/png", "inline"),
        (pdf("Hello"), "application/pdf", "attachment"),
        (office(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "attachment"),
        (b"alert(1)", "text/plain", "attachment"),
    ],
)
def test_it_is_served_so_that_it_can_do_nothing(browser, consignment, raw, media_type, disposition):
    one = attached(consignment, raw, "Накладная\u202e.html")
    answer = browser.get(reverse("consignments:attachment-show", args=[one.pk]))
    assert answer.content == raw
    assert answer["Content-Type"] == media_type
    assert answer["Content-Disposition"].startswith(f"{disposition}; filename*=utf-8''%D0%9D")
    assert "sandbox" in answer["Content-Security-Policy"] and "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Cache-Control"] == "private, no-store"


def test_a_picture_can_be_saved_too(browser, consignment):
    answer = browser.get(reverse("consignments:attachment-show", args=[attached(consignment).pk]) + "?save")
    assert answer["Content-Disposition"] == 'attachment; filename="photo.png"'


def test_a_thumbnail_is_made_once(browser, consignment, monkeypatch):
    address = reverse("consignments:attachment-thumbnail", args=[attached(consignment).pk])
    first = browser.get(address)
    assert (first["Content-Type"], first.content[:4]) == ("image/webp", b"RIFF")
    monkeypatch.setattr("consignments.attaching.picture_of", None)
    assert browser.get(address).content == first.content


def test_what_has_no_picture_has_no_thumbnail(browser, consignment):
    one = attached(consignment, b"a text", "note.txt")
    assert browser.get(reverse("consignments:attachment-thumbnail", args=[one.pk])).status_code == 404
    assert ">txt<" in browser.get(f"/consignments/{consignment.pk}/").content.decode()


def test_who_may_not_attach_sees_no_form(consignment):
    attached(consignment)
    page = at_desk(make.officer("coordinator")).get(f"/consignments/{consignment.pk}/").content.decode()
    assert "photo.png" in page and 'type="file"' not in page
