"""An analyst's day at the queue: views, search in two scripts, keys, colleagues, ticked rows, and what others do."""

import re

import pytest
from playwright.sync_api import expect

from consignments.keys.names import name_key
from profiling.models import SavedView
from tests import factories as make
from tests.profiling.views.stage import case

pytestmark = pytest.mark.django_db(transaction=True)

LOOK = "htmx.ajax('GET', document.getElementById('new').getAttribute('hx-get'), {target: '#new', swap: 'outerHTML'})"


@pytest.fixture
def analyst():
    return make.officer("analyst", full_name="Aigul Toktosunova")


@pytest.fixture
def colleague():
    return make.officer("analyst", full_name="Nurlan Saparov")


def nur_kiyim(lane: str = "red", minutes: int = 30):
    """A case of the trader that is searched for."""
    name = "Nur-Kiyim Import OsOO"
    party = make.party(name, name_key=name_key(name))
    return case(lane, minutes, consignment={"parties": [{"role": "consignee", "name": name, "party": party}]})


def test_a_filter_is_saved_as_a_view_and_found_again(open_as, analyst):
    case("red", 30), case("yellow", 60)
    page = open_as(analyst, "/queue/")
    page.keyboard.press("1")
    page.wait_for_url("**/queue/?lane=red")
    page.get_by_role("button", name="Save this view, or change saved ones").click()
    page.get_by_label("Save what is shown as").fill("Reds")
    page.get_by_role("button", name="Save view").click()
    tab = page.get_by_role("link", name="Reds 1")
    expect(tab).to_have_attribute("aria-current", "page")
    page.goto("/queue/")
    expect(page.locator("tr[data-preview]")).to_have_count(2)
    page.get_by_role("link", name="Reds 1").click()
    expect(page.locator("tr[data-preview]")).to_have_count(1)
    assert SavedView.objects.get().address == "lane=red"


@pytest.mark.parametrize("text", ["Nur-Kiyim", "Нур-Кийим"])
def test_a_party_is_found_in_either_script_without_leaving_the_keys(open_as, analyst, text):
    nur_kiyim()
    page = open_as(analyst, "/queue/")
    page.keyboard.press("Control+k")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type(text)
    hit = page.locator("#found .hits a").first
    expect(hit).to_contain_text("Nur-Kiyim Import OsOO")
    page.keyboard.press("ArrowDown")
    expect(hit).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=**")
    expect(page.locator(".hits a").first).to_contain_text("Nur-Kiyim Import OsOO")


def test_escape_puts_the_search_away_and_its_late_answer_does_not_come_back(open_as, analyst):
    waiting = nur_kiyim()
    page = open_as(analyst, "/queue/")
    page.keyboard.press("/")
    page.keyboard.type(waiting.consignment.reference)
    expect(page.locator("#found")).to_contain_text("our reference")
    page.keyboard.press("Escape")
    expect(page.locator("#found")).to_be_hidden()
    before = page.locator("tr[aria-current]").get_attribute("id")
    page.keyboard.press("j")
    assert page.locator("tr[aria-current]").get_attribute("id") == before


def test_the_search_works_without_script(open_as, analyst):
    waiting = nur_kiyim()
    page = open_as(analyst, "/queue/", java_script_enabled=False)
    page.locator("#q").fill("Нур-Кийим")
    page.locator("#q").press("Enter")
    expect(page.locator(".hits")).to_contain_text("Nur-Kiyim Import OsOO")
    page.get_by_role("link", name="Those in the queue").click()
    expect(page.locator(f"#row-{waiting.pk}")).to_be_visible()


def test_the_help_lists_what_can_be_done_here(open_as, analyst):
    waiting = case()
    page = open_as(analyst, "/queue/")
    expect(page.locator(".preview")).to_contain_text(waiting.consignment.reference)
    page.keyboard.press("Shift+Slash")
    keys = page.locator("#all-keys")
    expect(keys.get_by_text("Tick a range")).to_be_visible()
    expect(keys.get_by_text("Go to examinations")).to_be_visible()
    page.goto("/holds/")
    page.keyboard.press("Shift+Slash")
    expect(keys.get_by_text("Go to the queue")).to_be_visible()
    expect(keys.get_by_text("Tick a range")).to_be_hidden()
    expect(keys.get_by_text("Take next")).to_be_hidden()


def test_g_and_a_letter_go_to_a_page_of_the_role(open_as, analyst):
    page = open_as(analyst, "/consignments/")
    page.keyboard.press("g")
    page.keyboard.press("q")
    page.wait_for_url("**/queue/")


def test_a_range_is_ticked_and_given_to_a_colleague(open_as, analyst, colleague):
    cases = [case("yellow", minutes) for minutes in (10, 20, 30, 40)]
    page = open_as(analyst, "/queue/")
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Shift+x")
    expect(page.locator("#ticked")).to_have_text("3")
    page.get_by_label("Assign the ticked to").select_option(label="Nurlan S. (0)")
    page.get_by_role("button", name="Assign ticked").click()
    expect(page.get_by_text("Given to Nurlan S.: 3")).to_be_visible()
    for one in cases:
        one.refresh_from_db()
    assert [one.assigned_to for one in cases] == [colleague] * 3 + [None]


def test_ticked_rows_are_released_with_one_reason(open_as, analyst):
    cases = [case("yellow", minutes) for minutes in (10, 20)]
    page = open_as(analyst, "/queue/")
    page.get_by_label("Tick all shown").check()
    page.get_by_label("Reason for releasing the ticked").select_option("other")
    page.locator(".ticked input[name=words]").fill("Seen at the gate")
    page.get_by_role("button", name="Release ticked").click()
    expect(page.get_by_text("2 released.")).to_be_visible()
    for one in cases:
        one.refresh_from_db()
    assert {one.decision_reason for one in cases} == {"Other: Seen at the gate"}


def test_a_case_is_given_by_keys_and_a_colleague_reads_who_has_it(open_as, analyst, colleague):
    waiting = case()
    page = open_as(analyst, "/queue/")
    expect(page.locator(".preview")).to_contain_text(waiting.consignment.reference)
    page.keyboard.press("m")
    expect(page.locator(f"#officer-{waiting.pk}")).to_contain_text("AT")
    expect(page.get_by_role("button", name="Put back").first).to_be_visible()
    other = open_as(colleague, "/queue/")
    expect(other.locator(".preview")).to_contain_text("Aigul T. is reading this.")


def test_what_a_colleague_decides_is_marked_and_the_list_stays(open_as, analyst, colleague):
    decided, taken = case("yellow", 10), case("yellow", 20)
    page = open_as(analyst, "/queue/")
    expect(page.locator(".preview")).to_contain_text(decided.consignment.reference)
    decided.release(colleague, "Seen")
    taken.assign_to(colleague)
    page.evaluate(LOOK)
    expect(page.locator(f"#row-{decided.pk} .said")).to_contain_text("Nurlan S. decided this at")
    expect(page.locator(f"#row-{decided.pk} input[name=case]")).to_be_disabled()
    expect(page.locator(f"#row-{taken.pk} .said")).to_contain_text("Nurlan S. has had this since")
    expect(page.locator("tr[data-preview]")).to_have_count(2)
    expect(page.locator("tr[aria-current]")).to_have_attribute("id", f"row-{decided.pk}")
    expect(page.locator("#view-to_decide")).to_have_text("1")


def test_a_long_queue_is_walked_page_by_page(open_as, analyst):
    for minutes in range(33):
        case("yellow", minutes + 5)
    page = open_as(analyst, "/queue/?rows=30")
    expect(page.locator("tr[data-preview]")).to_have_count(30)
    page.get_by_role("link", name="Next", exact=True).click()
    expect(page.locator("tr[data-preview]")).to_have_count(3)
    page.get_by_role("link", name="Previous", exact=True).click()
    expect(page.locator("tr[data-preview]")).to_have_count(30)
    page.get_by_role("link", name="Last", exact=True).click()
    page.wait_for_url(re.compile("before=last"))
    expect(page.locator("tr[data-preview]")).to_have_count(30)


def test_on_a_phone_the_search_is_a_page(open_as, analyst):
    nur_kiyim()
    page = open_as(analyst, "/queue/", viewport={"width": 390, "height": 844})
    page.get_by_role("link", name="Search").click()
    page.locator("#search-q").fill("Нур-Кийим")
    page.get_by_role("button", name="Find").click()
    expect(page.locator(".hits")).to_contain_text("Nur-Kiyim Import OsOO")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
