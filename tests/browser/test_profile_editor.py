"""The profile editor in a browser: written by keyboard alone, at a desk and on a phone, counted while it is typed."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from profiling.models import ProfileVersion
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db(transaction=True)

DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}

# An officer quicker than the page: in another field the moment the answer is there, and still in it ten frames on.
GO_ON_TYPING_THE_TITLE = """() => { window.tenFramesOn = new Promise((then) => new MutationObserver((_, watching) => {
  watching.disconnect();
  document.getElementById("id_title").focus();
  setTimeout(then, 160);
}).observe(document.getElementById("edited").parentElement, { childList: true })); }"""


@pytest.fixture
def supervisor():
    for country, mass in [("CN", 12_000.0), ("CN", 800.0), ("KZ", 12_000.0)]:
        facts = {"dispatch_country": country, "gross_mass_kg": mass, "container_number_invalid": True}
        making.assessment(facts_values=facts)
    return make.officer("supervisor")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, name: str, steps: int = 80) -> None:
    """Go on with the Tab key alone until the control of this id or text has the focus."""
    script = (
        "() => [document.activeElement.id, document.activeElement.textContent.trim(), document.activeElement.ariaLabel]"
    )
    for _ in range(steps):
        press(page, "Tab")
        if name in page.evaluate(script):
            return
    raise AssertionError(f"{name} is not reached by Tab")


def type_fact(page: Page, field: str, fact: str, goes_on: str) -> None:
    tab_to(page, field)
    page.keyboard.type(fact)
    press(page, "Enter")
    expect(page.locator(f"#{goes_on}")).to_be_focused()


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_a_profile_is_written_by_keyboard_and_counted_while_it_is_typed(open_as, supervisor, viewport):
    page = open_as(supervisor, "/profiles/new/", viewport=viewport)
    expect(page.locator("#faults")).to_contain_text("At least one indicator")
    tab_to(page, "id_title")
    page.keyboard.type("Heavy from China")

    type_fact(page, "id_scope-new", "Country of dispatch", "id_scope-0-more")
    page.keyboard.type("CN")
    press(page, "Enter")
    expect(page.locator("#id_scope-0-value")).to_have_value("CN")

    type_fact(page, "id_scope-new", "Gross mass", "id_scope-1-value")
    page.keyboard.type("heavy")
    marked = page.locator("#id_scope-1-value_error")
    expect(marked).to_contain_text("A number is expected")
    expect(page.locator("#id_scope-1-value")).to_have_attribute("aria-invalid", "true")
    press(page, "Control+A")
    page.keyboard.type("10000")
    expect(marked).to_have_count(0)

    tab_to(page, "id_new-indicator")
    page.keyboard.type("E01")
    press(page, "Enter") if page.evaluate("document.activeElement.value") != "E01" else None
    tab_to(page, "Add indicator")
    press(page, "Enter")
    expect(page.locator("#id_indicators-0-points")).to_be_focused()
    press(page, "Control+A")
    page.keyboard.type("50")
    tab_to(page, "id_rule-threshold")
    page.keyboard.type("50")
    expect(page.locator("#hits")).to_have_text("1")
    expect(page.locator("#preview")).to_contain_text("Gross mass is above")

    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= viewport["width"]
    assert [violation["id"] for violation in Axe().run(page).response["violations"]] == []

    tab_to(page, "Save draft")
    press(page, "Enter")
    page.wait_for_url("**/versions/1/")
    definition = ProfileVersion.objects.get().definition
    assert definition["scope"] == {
        "all": [
            {"fact": "dispatch_country", "op": "in", "value": ["CN"]},
            {"fact": "gross_mass_kg", "op": "gt", "value": 10000},
        ]
    }


def test_a_form_that_nobody_touched_marks_nothing(open_as, supervisor):
    page = open_as(supervisor, "/profiles/new/")
    expect(page.locator("#faults")).to_contain_text("At least one indicator")
    expect(page.locator("form#profile [aria-invalid]")).to_have_count(0)
    page.locator("#id_title").fill("Heavy from China")
    expect(page.locator("#id_rule-threshold")).to_have_attribute("aria-invalid", "true")


def test_an_answer_moves_the_focus_when_it_comes_and_never_after(open_as, supervisor):
    page = open_as(supervisor, "/profiles/new/")
    tab_to(page, "id_scope-new")
    page.keyboard.type("Gross mass")
    page.evaluate(GO_ON_TYPING_THE_TITLE)
    press(page, "Enter")
    expect(page.locator("#id_scope-0-value")).to_be_visible()
    page.evaluate("window.tenFramesOn")
    expect(page.locator("#id_title")).to_be_focused()


def test_moving_and_grouping_keep_the_officer_in_place(open_as, supervisor):
    scope = {"all": [{"fact": "seal_missing", "op": "is_true"}, {"fact": "arrival_at_night", "op": "is_true"}]}
    version = making.version(state="draft", author=supervisor)
    version.edit(supervisor, definition=making.DEFINITION | {"scope": scope})
    page = open_as(supervisor, f"/profiles/{version.profile.code}/versions/1/edit/")
    page.get_by_role("button", name="Move up: Arrival at night").focus()
    press(page, "Enter")
    expect(page.locator("input[name='scope-0-fact']")).to_have_value("arrival_at_night")
    expect(page.get_by_role("button", name="Move up: Arrival at night")).to_be_focused()
    page.get_by_role("button", name="Put in a group: Arrival at night").focus()
    press(page, "Enter")
    kind = page.locator("#id_scope-0-kind")
    expect(kind).to_be_focused()
    kind.select_option("not")
    expect(page.locator("#preview")).to_contain_text("Not")
    expect(page.locator("#id_scope-0-kind")).to_have_value("not")


def test_codes_are_looked_up_in_the_nomenclature_while_typing(open_as, supervisor):
    version = making.version(state="draft", author=supervisor)
    scope = {"any_item": {"fact": "hs6", "op": "in", "value": ["010121"]}}
    version.edit(supervisor, definition=making.DEFINITION | {"scope": scope})
    page = open_as(supervisor, f"/profiles/{version.profile.code}/versions/1/edit/")
    more = page.locator("#id_scope-0-more")
    more.press_sequentially("acetic anhydride")
    expect(page.locator("#codes-scope-0 option[value='291524']")).to_have_count(1)
    more.fill("291524")
    more.press("Enter")
    expect(page.locator("#id_scope-0-value")).to_have_value("010121, 291524")


def test_without_script_the_buttons_work_and_the_counts_come_with_the_page(open_as, supervisor):
    version = making.version(state="draft", author=supervisor)
    path = f"/profiles/{version.profile.code}/versions/1/edit/"
    page = open_as(supervisor, path, java_script_enabled=False)
    page.locator("#id_scope-new").fill("Gross mass")
    page.get_by_role("button", name="Add condition").first.click()
    page.locator("#id_scope-0-value").fill("1000")
    page.get_by_role("button", name="Update and count").click()
    expect(page.locator("#hits")).to_have_text("2")
    page.get_by_role("button", name="Save draft").first.click()
    version.refresh_from_db()
    assert version.definition["scope"] == {"all": [{"fact": "gross_mass_kg", "op": "gt", "value": 1000}]}
