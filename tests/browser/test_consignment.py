"""One consignment decided on one page, at a desk and on a phone: why, a colleague called, a question asked, decided."""

import pytest
from playwright.sync_api import expect

from consignments.models import Source
from profiling.models import AnsweredBy, CaseNote, InformationRequest
from tests import factories as make
from tests.browser.desk_scenes import DEFINITION
from tests.profiling import making
from tests.profiling.views.stage import case

pytestmark = pytest.mark.django_db(transaction=True)
SIZES = [{"width": 1440, "height": 900}, {"width": 390, "height": 844}]
sized = pytest.mark.parametrize("viewport", SIZES, ids=["desk", "phone"])


@pytest.fixture
def aigul():
    return make.officer("analyst", username="aigul", full_name="Aigul Toktosunova")


@pytest.fixture
def nurlan():
    return make.officer("analyst", username="nurlan", full_name="Nurlan Saparov")


def a_red_case(**fields):
    version = making.version(definition=DEFINITION, instruction="Count the cartons.")
    waiting = case(
        profile_set=making.profile_set(version),
        points_low=[50],
        points_high=[80],
        facts_values={"container_number_invalid": True},
        **fields,
    )
    making.hit(waiting, version)
    return waiting


@sized
def test_an_analyst_reads_why_and_decides_without_leaving_the_page(open_as, aigul, viewport):
    waiting = a_red_case()
    page = open_as(aigul, f"/consignments/{waiting.consignment_id}/", viewport=viewport)
    bar = page.locator("[data-decision]")
    expect(bar).to_be_in_viewport()
    expect(page.locator("#hits")).to_contain_text("E01")
    page.locator("#log").scroll_into_view_if_needed()
    expect(bar).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    bar.locator("select[name=kind]").select_option("confirmed")
    bar.locator("input[name=words]").fill("Box number is false")
    page.get_by_role("button", name="Select for examination").click()
    expect(page.locator(".toast")).to_contain_text("selected for examination")
    waiting.refresh_from_db()
    assert (waiting.state, waiting.decision_reason) == ("selected", "Indicators confirmed: Box number is false")


@sized
def test_what_has_the_focus_is_never_hidden_behind_the_bar(open_as, aigul, viewport):
    waiting = a_red_case()
    page = open_as(aigul, f"/consignments/{waiting.consignment_id}/", viewport=viewport)
    hidden = page.evaluate(
        """() => {
          const bar = document.querySelector("[data-decision]"), found = [];
          for (const each of document.querySelectorAll("main :is(a, button, input, select, textarea, summary)")) {
            if (!each.offsetParent || each.type === "hidden") continue;
            each.focus();
            const box = each.getBoundingClientRect();
            if (document.activeElement === each && box.bottom > bar.getBoundingClientRect().top + 1 && box.height < 200)
              found.push(each.outerHTML.slice(0, 80));
          }
          return found;
        }"""
    )
    assert hidden == []


@sized
def test_a_colleague_who_is_called_finds_the_note(open_as, aigul, nurlan, viewport):
    waiting = a_red_case()
    page = open_as(aigul, f"/consignments/{waiting.consignment_id}/", viewport=viewport)
    page.get_by_label("Note for colleagues").fill("Compare the seal with the CMR, @nurlan")
    page.get_by_role("button", name="Write the note").click()
    expect(page.locator(".notes .call")).to_have_text("@nurlan")
    note = CaseNote.objects.get()

    theirs = open_as(nurlan, "/consignments/", viewport=viewport)
    expect(theirs.locator(".bell b")).to_have_text("1")
    theirs.locator(".bell").click()
    theirs.get_by_role("button", name="Open").click()
    theirs.wait_for_url(f"**/consignments/{waiting.consignment_id}/#note-{note.pk}")
    expect(theirs.locator(f"#note-{note.pk}")).to_be_in_viewport()
    expect(theirs.locator(".bell b")).to_have_count(0)


@sized
def test_a_question_is_asked_answered_and_the_case_decided(open_as, aigul, viewport):
    client = make.client()
    waiting = a_red_case(consignment={"source": Source.objects.of_client(client)})
    page = open_as(aigul, f"/consignments/{waiting.consignment_id}/", viewport=viewport)
    page.locator("[data-opens=ask]").click()
    expect(page.locator("#ask input[type=checkbox]").first).to_be_focused()
    page.get_by_label("Please send the invoice of this consignment.").check()
    page.locator("#ask_kind").select_option("missing")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator("#requests")).to_contain_text("Please send the invoice of this consignment.")
    request = InformationRequest.objects.get()
    assert request.is_put_to_sender

    request.answer_with("The invoice follows by post.", client, AnsweredBy.CLIENT)
    page.reload()
    expect(page.locator("#requests .answer")).to_contain_text("The invoice follows by post.")
    page.locator("[data-decision] select[name=kind]").select_option("confirmed")
    page.get_by_role("button", name="Select for examination").click()
    expect(page.locator(".toast")).to_contain_text("selected for examination")
    waiting.refresh_from_db()
    assert waiting.state == "selected"


def test_i_opens_the_question_and_news_are_told_without_taking_the_focus(open_as, aigul):
    waiting = a_red_case()
    page = open_as(aigul, f"/consignments/{waiting.consignment_id}/")
    page.keyboard.press("i")
    expect(page.locator("#ask")).to_have_attribute("open", "")
    page.locator("#ask_question").fill("Where was it loaded")
    make.revise(waiting.consignment)
    page.evaluate("htmx.ajax('GET', document.getElementById('news').getAttribute('hx-get'), '#news')")
    expect(page.locator("#news")).to_contain_text("Revision 2 arrived while you read.")
    expect(page.locator("#ask_question")).to_be_focused()
    expect(page.locator("#ask_question")).to_have_value("Where was it loaded")


def test_only_what_differs_is_shown_by_a_tick_without_any_script(open_as, aigul):
    waiting = a_red_case()
    make.supporting_document(consignment=waiting.consignment, gross_mass_kg=16920, sender_name="Kashi Xinlan Garment")
    page = open_as(aigul, f"/consignments/{waiting.consignment_id}/", java_script_enabled=False)
    rows = page.locator("#documents tbody tr")
    alike = page.locator("#documents tbody tr:not(.differs)").first
    expect(alike).to_be_visible()
    page.get_by_label("Only what differs").check()
    expect(alike).to_be_hidden()
    expect(rows.filter(has_text="Gross")).to_be_visible()
