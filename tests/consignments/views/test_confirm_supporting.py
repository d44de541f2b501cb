"""An invoice or packing list beside its form: for which consignment it is, and what is kept of it."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from consignments.models import Attachment, Consignment, DocumentDraft, SupportingDocument
from consignments.registering import register_submission
from tests import factories as make

from .. import papers
from ..arriving import receive_bytes

pytestmark = pytest.mark.django_db


def waiting(raw):
    received = receive_bytes(raw, make.source(), content_type="application/pdf", file_name="paper.pdf")
    register_submission(received.pk)
    return received


def address(submission, what="confirm"):
    return reverse(f"consignments:submission-{what}", args=[submission.pk])


def fields(page, **changed):
    """Return what the form would send, with some of it changed."""
    html = page.content.decode().partition('id="confirm"')[2].partition("</form>")[0]
    sent = {}
    for tag in re.findall(r"<input[^>]*>", html):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name:
            sent[name[1]] = value[1] if value else ""
    chosen = re.findall(r'<select name="([^"]+)"(.*?)</select>', html, re.DOTALL)
    sent |= {name: (re.search(r'value="([^"]*)" selected', options) or ["", ""])[1] for name, options in chosen}
    return sent | changed


def test_an_invoice_is_kept_as_a_paper_of_the_consignment_that_names_it(browser):
    consignment = make.consignment(documents=[{"kind": "invoice", "number": "XL-26/09"}])
    make.consignment(documents=[{"kind": "invoice", "number": "other"}])
    paper = waiting(papers.invoice())
    page = browser.get(address(paper))
    sent = fields(page)
    assert (sent["consignment"], sent["number"], sent["issued_on"]) == (consignment.reference, "XL-26/09", "2026-11-20")
    assert (sent["value"], sent["form-0-packages"]) == ("58200.00", "618")
    assert 'data-field="form-0-description"' in page.content.decode()
    answer = browser.post(address(paper), sent | {"value": "58300"})
    assert answer["Location"] == address(paper, "show")
    kept = SupportingDocument.objects.get()
    assert (kept.consignment, kept.kind, kept.stated_by) == (consignment, "invoice", "pdf")
    assert (kept.number, kept.issued_on, kept.value, kept.currency) == (
        "XL-26/09",
        date(2026, 11, 20),
        Decimal("58300"),
        "USD",
    )
    assert kept.goods.get().commodity_code == "6203423500"
    assert bytes(kept.file.content) == papers.invoice()
    assert Attachment.objects.get(consignment=consignment).file == kept.file
    paper.refresh_from_db()
    assert (paper.status, paper.consignments_count) == ("registered", 0)
    draft = DocumentDraft.objects.get()
    assert (draft.state, draft.submission, draft.consignment) == ("sent", paper, consignment)


def test_a_packing_list_is_offered_to_the_consignment_with_its_container(browser):
    consignment = make.consignment(equipment=[{"number": "KSHU6182408"}])
    sent = fields(browser.get(address(waiting(papers.packing_list()))))
    assert (sent["consignment"], sent["kind"]) == (consignment.reference, "packing_list")
    assert (sent["containers"], sent["seals"], sent["gross_mass_kg"]) == ("KSHU6182408", "HX204512", "15640")


@pytest.mark.parametrize("reference", ["", "KG-26-000000", "another unit's"])
def test_it_is_kept_nowhere_else(browser, reference):
    elsewhere = make.consignment(unit=make.unit("OSH"), documents=[{"kind": "invoice", "number": "XL-26/09"}])
    paper = waiting(papers.invoice())
    sent = fields(browser.get(address(paper)))
    assert sent["consignment"] == ""
    asked = elsewhere.reference if reference.startswith("another") else reference
    answer = browser.post(address(paper), sent | {"consignment": asked})
    assert answer.status_code == 400
    assert "Say to which consignment of your unit the paper belongs" in answer.content.decode()
    assert not SupportingDocument.objects.exists() and DocumentDraft.objects.get().state == "open"


def test_what_is_wrong_is_said_and_nothing_kept(browser):
    make.consignment(documents=[{"kind": "invoice", "number": "XL-26/09"}])
    paper = waiting(papers.invoice())
    answer = browser.post(address(paper), fields(browser.get(address(paper)), number=""))
    assert answer.status_code == 400
    assert not SupportingDocument.objects.exists()


def test_a_draft_is_saved_with_its_lines(browser):
    paper = waiting(papers.invoice("ru"))
    sent = fields(browser.get(address(paper)), save="1", number="ХЛ-1")
    browser.post(address(paper), sent)
    again = fields(browser.get(address(paper)))
    assert (again["number"], again["form-1-packages"], again["form-1-net_mass_kg"]) == ("ХЛ-1", "10", "350.5")
    more = fields(browser.post(address(paper), again | {"more": "1"}))
    assert int(more["form-TOTAL_FORMS"]) == int(again["form-TOTAL_FORMS"]) + 3


def test_it_is_kept_once(browser):
    make.consignment(documents=[{"kind": "invoice", "number": "XL-26/09"}])
    paper = waiting(papers.invoice())
    sent = fields(browser.get(address(paper)))
    for _ in range(2):
        browser.post(address(paper), sent)
    assert (SupportingDocument.objects.count(), Consignment.objects.count()) == (1, 1)
