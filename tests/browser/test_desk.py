"""The desk under the hand: keys that go by their place, a preview that follows, a decision and its undo, no script."""

import pytest
from playwright.sync_api import expect

from tests import factories as make
from tests.profiling.views.stage import case

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def analyst():
    return make.officer("analyst", full_name="Aigul Toktosunova")


def current(page):
    return page.locator("tr[aria-current]")


def test_the_preview_follows_j_and_k(open_as, analyst):
    first, second = case(minutes=30), case(minutes=60)
    page = open_as(analyst, "/queue/")
    expect(page.locator(".preview")).to_contain_text(first.consignment.reference)
    page.keyboard.press("j")
    expect(page.locator(".preview")).to_contain_text(second.consignment.reference)
    page.keyboard.press("k")
    expect(current(page)).to_have_attribute("id", f"row-{first.pk}")


def test_a_decision_by_keys_takes_the_row_away_and_z_brings_it_back(open_as, analyst):
    first, second = case("yellow", 30), case("yellow", 60)
    page = open_as(analyst, "/queue/")
    expect(page.locator(".preview")).to_contain_text(first.consignment.reference)
    page.keyboard.press("r")
    page.locator(".preview #id_kind").select_option("explained")
    page.locator(".preview input[name=words]").fill("Invoice seen")
    page.keyboard.press("Enter")
    expect(page.locator(f"#row-{first.pk}")).to_have_count(0)
    expect(current(page)).to_have_attribute("id", f"row-{second.pk}")
    first.refresh_from_db()
    assert (first.state, first.decision_reason) == ("released", "Explained by documents: Invoice seen")

    page.locator(".toast").wait_for()
    page.keyboard.press("z")
    expect(page.locator(f"#row-{first.pk}")).to_have_count(1)
    first.refresh_from_db()
    assert first.state == "waiting"


def test_the_keys_go_by_their_place_so_another_layout_does_not_matter(open_as, analyst):
    waiting = case()
    page = open_as(analyst, "/queue/")
    expect(page.locator(".preview")).to_contain_text(waiting.consignment.reference)
    # What a Russian layout sends for the key that says S on a Latin one.
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {code: 'KeyS', key: 'ы', bubbles: true}))")
    expect(page.locator(".preview #id_kind")).to_be_focused()


def test_letters_rest_while_typing_and_for_who_switched_them_off(open_as, analyst):
    case(), case()
    page = open_as(analyst, "/queue/")
    before = current(page).get_attribute("id")
    page.keyboard.press("/")
    page.keyboard.type("jt")
    assert page.locator("#q").input_value() == "jt"
    assert current(page).get_attribute("id") == before

    analyst.prefer(single_keys=False)
    page.goto("/queue/")
    page.keyboard.press("j")
    assert current(page).get_attribute("id") == before


def test_who_is_second_reads_who_was_first(open_as, analyst):
    waiting = case("yellow")
    page = open_as(analyst, "/queue/")
    expect(page.locator(".preview")).to_contain_text(waiting.consignment.reference)
    waiting.release(make.officer("analyst", full_name="Nurlan Saparov"), "Seen")
    page.locator(".preview #id_kind").select_option("explained")
    page.locator(".preview [data-verb=KeyR]").click()
    expect(page.locator("#refusal")).to_contain_text("Nurlan S. decided this at")
    expect(page.locator(f"#row-{waiting.pk}")).to_have_count(1)


def test_ticking_counts_and_a_red_stops_releasing_together(open_as, analyst):
    case("yellow", 30), case("red", 60)
    page = open_as(analyst, "/queue/")
    page.keyboard.press("x")
    expect(page.locator("#ticked")).to_have_text("1")
    expect(page.locator("[name=verb][value=release]")).to_be_enabled()
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator("#ticked")).to_have_text("2")
    expect(page.locator("[name=verb][value=release]")).to_be_disabled()


def test_t_takes_the_next_and_opens_it(open_as, analyst):
    waiting = case()
    page = open_as(analyst, "/queue/")
    page.keyboard.press("t")
    page.wait_for_url(f"**/consignments/{waiting.consignment_id}/")
    waiting.refresh_from_db()
    assert waiting.assigned_to == analyst
    page.keyboard.press("Escape")
    page.wait_for_url("**/queue/**")


def test_after_a_decision_t_goes_on(open_as, analyst):
    first, second = case("yellow", 30), case("yellow", 60)
    page = open_as(analyst, f"/consignments/{first.consignment_id}/")
    page.locator("#id_kind").select_option("explained")
    page.get_by_role("button", name="Release").click()
    page.locator(".toast").wait_for()
    page.keyboard.press("t")
    page.wait_for_url(f"**/consignments/{second.consignment_id}/")


def test_new_arrivals_show_behind_a_button(open_as, analyst):
    case()
    page = open_as(analyst, "/queue/")
    case()
    page.evaluate(
        "htmx.ajax('GET', document.getElementById('new').getAttribute('hx-get'), {target: '#new', swap: 'outerHTML'})"
    )
    page.get_by_role("link", name="1 new, show").click()
    expect(page.locator("tr[data-preview]")).to_have_count(2)


def test_without_script_rows_are_links_and_decisions_are_forms(open_as, analyst):
    waiting = case("yellow")
    page = open_as(analyst, "/queue/", java_script_enabled=False)
    page.get_by_role("link", name="Nur-Kiyim Import OsOO").click()
    page.locator("#id_kind").select_option("explained")
    page.get_by_role("button", name="Release").click()
    waiting.refresh_from_db()
    assert waiting.state == "released"
    page.get_by_role("button", name="Undo").click()
    waiting.refresh_from_db()
    assert waiting.state == "waiting"


def test_a_filter_is_an_address(open_as, analyst):
    case("red", 30), case("yellow", 60)
    page = open_as(analyst, "/queue/")
    page.keyboard.press("1")
    page.wait_for_url("**/queue/?lane=red")
    expect(page.locator("tr[data-preview]")).to_have_count(1)
    page.locator("select[name=arrives]").select_option("2h")
    page.wait_for_url("**arrives=2h**")
    assert "lane=red" in page.url


def test_the_look_and_the_language_are_kept(open_as, analyst):
    page = open_as(analyst, "/queue/")
    page.locator(".me").click()
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.locator(".me").click()
    page.get_by_role("button", name="Русский").click()
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    analyst.refresh_from_db()
    assert (analyst.theme, analyst.language) == ("dark", "ru")


def test_the_post_acknowledges_with_one_press_on_a_phone(open_as, analyst):
    waiting = case()
    waiting.select(analyst, "Seal differs")
    examiner = make.officer("examiner", full_name="Ulan Tashiev")
    page = open_as(examiner, "/holds/", viewport={"width": 390, "height": 844})
    page.get_by_role("button", name="I have seen").click()
    expect(page.locator(".hold")).to_contain_text("Seen by Ulan T.")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("with_script", [True, False])
def test_enter_in_the_reason_decides_nothing_by_itself(open_as, analyst, with_script):
    waiting = case("yellow")
    page = open_as(analyst, f"/consignments/{waiting.consignment_id}/", java_script_enabled=with_script)
    page.locator("#id_kind").select_option("explained")
    page.locator("#id_words").press("Enter")
    page.goto("/queue/")
    waiting.refresh_from_db()
    assert waiting.state == "waiting"
