"""An analyst's containers: the list under the hand, a box decided as a whole, the way along its links."""

import re

import pytest
from playwright.sync_api import Page, expect

from profiling.models import Assessment
from tests import factories as make
from tests.browser.desk_scenes import BOX, with_a_full_box, with_a_linked_party
from tests.profiling.pieces.making import aboard

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = {"width": 390, "height": 844}


def expect_no_sideways_scrolling(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_keys_move_along_the_list_and_open_a_box(open_as):
    aboard("MSKU1234565", minutes=10)
    aboard("TGHU7654321", minutes=20)
    page = open_as(make.officer("analyst"), "/equipment/")
    current = page.locator("tr[aria-current]")
    page.keyboard.press("j")
    expect(current).to_contain_text("MSKU 123456-5")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(current).to_contain_text("TGHU 765432-1")
    page.keyboard.press("k")
    expect(current).to_contain_text("MSKU 123456-5")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("MSKU 123456-5")
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(r"/equipment/$"))


def test_a_filter_is_the_address(open_as):
    aboard("MSKU1234565", lane="red", minutes=10)
    aboard("TGHU7654321", lane="yellow", minutes=20)
    page = open_as(make.officer("analyst"), "/equipment/")
    page.get_by_role("navigation", name="Lanes").get_by_role("link", name="Red").click()
    expect(page).to_have_url(re.compile(r"lane=red"))
    expect(page.locator("tr[data-row]")).to_have_count(1)
    page.get_by_label("Order").select_option("lane")
    expect(page).to_have_url(re.compile(r"lane=red.*sort=lane"))


@pytest.mark.parametrize("viewport", [None, PHONE], ids=["desk", "phone"])
def test_the_whole_box_is_selected_with_one_reason(open_as, viewport):
    first, second = aboard(BOX, "red"), aboard(BOX, "yellow", minutes=70)
    options = {"viewport": viewport} if viewport else {}
    page = open_as(make.officer("analyst"), f"/equipment/{BOX}/", **options)
    form = page.get_by_role("form", name="Decision for the whole box")
    expect(form.get_by_label("For which consignments")).to_contain_text("All 2 that wait")
    form.get_by_label("Kind of reason").select_option("confirmed")
    form.get_by_label("Reason in your words").fill("Seals to be compared")
    form.get_by_role("button", name="Select for examination").click()
    expect(page.get_by_text("Selected: 2 consignments.")).to_be_visible()
    states = Assessment.objects.filter(pk__in=[first.pk, second.pk]).values_list("state", flat=True)
    assert set(states) == {"selected"}
    expect_no_sideways_scrolling(page)


def test_without_script_the_page_works(open_as):
    aboard(BOX, "yellow")
    page = open_as(make.officer("analyst"), "/equipment/", java_script_enabled=False)
    page.get_by_role("link", name="MSKU 123456-5").click()
    page.locator("select[name=kind]").select_option("explained")
    page.get_by_role("button", name="Release").click()
    expect(page.get_by_text("Released: 1 consignment.")).to_be_visible()


def test_an_examiner_opens_the_box_and_sees_no_lane(open_as):
    with_a_full_box()
    page = open_as(make.officer("examiner"), f"/equipment/{BOX}/", viewport=PHONE)
    expect(page.get_by_role("heading", name="What is inside")).to_be_visible()
    expect(page.locator("svg.lane")).to_have_count(0)
    expect(page.get_by_role("link", name="Begin the examination")).to_be_visible()
    expect_no_sideways_scrolling(page)


def test_links_lead_from_a_party_to_a_plate_and_its_page(open_as):
    shown = with_a_linked_party()
    page = open_as(make.officer("analyst"), f"/parties/{shown['pk']}/")
    expect(page.locator("svg.graph")).to_have_attribute("aria-label", re.compile("Links of Nur-Kiyim Import OsOO: 2"))
    page.get_by_text("The same as a table").click()
    page.get_by_role("rowheader", name="01KG730BHC").get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/equipment/01KG730BHC/$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("01 KG 730 BHC")
