"""A paper beside its form: what is marked, corrected, confirmed, set aside, and by whom."""

import re

import pytest
from django.urls import reverse

from consignments.models import Consignment, DocumentDraft
from consignments.registering import register_submission, register_waiting
from tests import factories as make

from .. import papers
from ..arriving import receive_bytes
from ..files import picture
from .conftest import at_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper():
    return waiting(papers.cmr())


def waiting(raw, content_type="application/pdf", unit="BATKEN"):
    received = receive_bytes(raw, make.source(unit=make.unit(unit)), content_type=content_type, file_name="cmr.pdf")
    register_submission(received.pk)
    return received


def address(submission, what="confirm", *rest):
    return reverse(f"consignments:submission-{what}", args=[submission.pk, *rest])


def fields(page, **changed):
    """Return what the form of the boxes would send, with some of it changed."""
    html = page.content.decode().partition('id="confirm"')[2].partition("</form>")[0]
    sent = {name: text for text, name in re.findall(r'<input value="([^"]*)"[^>]*? name="([^"]+)"', html)}
    sent |= dict(re.findall(r'<textarea[^>]*? name="([^"]+)"[^>]*>([^<]*)</textarea>', html))
    return {name: text.replace("&#x27;", "'") for name, text in sent.items()} | changed


def test_the_page_shows_what_was_read_and_marks_where(browser, paper):
    page = browser.get(address(paper))
    html = page.content.decode()
    assert fields(page)["number"] == "0088231" and fields(page)["form-0-packages"] == "618"
    marked = set(re.findall(r'data-field="([^"]+)"', html))
    assert {"number", "sender", "form-0-gross_mass_kg"} <= marked <= set(fields(page))
    assert f'src="{address(paper, "page", 0)}"' in html
    assert 'style="' not in html and "<script>" not in html


def test_a_value_is_corrected_and_the_paper_confirmed(browser, paper):
    page = browser.get(address(paper))
    answer = browser.post(address(paper), fields(page, number="0088232"))
    assert answer["Location"] == address(paper, "show")
    register_waiting()
    assert Consignment.objects.get().document_number == "0088232"
    shown = browser.get(address(paper, "show")).content.decode()
    assert "1 of 1" in shown and Consignment.objects.get().reference in shown


def test_what_cannot_be_registered_is_said_at_its_box(browser, paper):
    sent = fields(browser.get(address(paper)), **{"form-0-gross_mass_kg": "heavy"})
    answer = browser.post(address(paper), sent)
    assert answer.status_code == 400
    assert "is not a number of kilograms" in answer.content.decode()
    assert DocumentDraft.objects.get().state == "open"


def test_a_draft_is_kept_and_gone_on_with(browser, paper):
    sent = fields(browser.get(address(paper)), number="99", save="1")
    browser.post(address(paper), sent)
    assert DocumentDraft.objects.get().values["number"] == "99"
    assert fields(browser.get(address(paper)))["number"] == "99"
    assert not Consignment.objects.exists()


def test_more_lines_are_shown_without_losing_what_was_typed(browser, paper):
    page = browser.get(address(paper))
    longer = browser.post(address(paper), fields(page, number="99", more="goods"))
    assert fields(longer)["number"] == "99" and "form-5-packages" in fields(longer)


def test_another_kind_is_chosen(browser, paper):
    browser.post(address(paper), {"kind": "bill_of_lading", "choose": "1"})
    page = browser.get(address(paper))
    assert "Bill of lading" in page.content.decode()
    assert fields(page)["number"] == "0088231"  # what both papers have stays


def test_a_scan_is_typed_beside_its_picture(browser):
    paper = waiting(picture("JPEG"), "image/jpeg")
    page = browser.get(address(paper)).content.decode()
    assert "No text is read from a picture." in page and 'id="confirm"' not in page
    assert browser.get(address(paper, "page", 0)).content[:4] == b"RIFF"
    browser.post(address(paper), {"kind": "cmr_note", "choose": "1"})
    browser.post(address(paper), {"number": "7"})
    register_waiting()
    assert Consignment.objects.get().document_number == "7"


def test_it_is_set_aside(browser, paper):
    browser.post(address(paper, "set-aside"), {"reason": "an advertisement"})
    assert "An officer set this paper aside" in browser.get(address(paper, "show")).content.decode()


def test_the_second_to_come_is_told_where_it_went(browser, paper):
    sent = fields(browser.get(address(paper)))
    browser.post(address(paper), sent)
    for answer in (browser.get(address(paper), follow=True), browser.post(address(paper), sent, follow=True)):
        assert answer.redirect_chain[-1][0] == address(paper, "show")
        assert "Somebody has confirmed this paper already" in answer.content.decode()
    register_waiting()
    assert Consignment.objects.get().latest_revision == 1


def test_a_page_is_served_as_a_picture_and_only_as_far_as_it_goes(browser, paper):
    answer = browser.get(address(paper, "page", 0))
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/webp", "private, no-store")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert browser.get(address(paper, "page", 1)).status_code == 404


@pytest.mark.parametrize(
    ("role", "unit", "status"),
    [
        ("analyst", "BATKEN", 200),
        ("analyst", "OSH", 404),
        ("examiner", "BATKEN", 403),
        ("coordinator", None, 403),
        ("client", "BATKEN", 403),
    ],
)
def test_who_confirms(paper, role, unit, status):
    browser = at_desk(make.officer(role, **({"unit": make.unit(unit)} if unit else {})))
    assert browser.get(address(paper)).status_code == status
    assert browser.get(address(paper, "page", 0)).status_code == status
    assert browser.post(address(paper, "set-aside")).status_code == (302 if status == 200 else status)
    assert DocumentDraft.objects.filter(state="discarded").exists() is (status == 200)


def test_a_stranger_is_asked_to_sign_in(paper):
    assert at_desk().get(address(paper))["Location"].startswith(reverse("sign-in"))


def test_the_list_says_that_somebody_is_needed(browser, paper):
    assert "to be confirmed" in browser.get(reverse("consignments:submission-list")).content.decode()
    assert address(paper) in browser.get(address(paper, "show")).content.decode()
