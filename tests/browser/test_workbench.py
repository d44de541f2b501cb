"""Two supervisors in a browser: one writes, backtests and submits; the other approves; the next truck is selected."""

import pytest
from playwright.sync_api import Page, expect

from profiling.assessing import assess_due
from profiling.backtesting import asking
from profiling.models import RiskProfile
from tests import factories as make
from tests.flow.test_story import arrived
from tests.profiling import making

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people(settings):
    settings.RANDOM_DRAW_PERCENT = 0
    make.post("KYZYL-BEL")
    making.assessment(facts_values={"container_number_invalid": True}, lane="red", outcome="seizure")
    return {"author": make.officer("supervisor"), "second": make.officer("supervisor"), "client": make.client()}


def write(page: Page) -> None:
    """A profile of one indicator, with the live preview beside it."""
    page.locator("#id_title").fill("Container numbers that cannot be")
    page.locator("#id_new-indicator").select_option("E01")
    page.get_by_role("button", name="Add indicator").click()
    expect(page.locator("#id_indicators-0-points")).to_be_visible()
    page.locator("#id_indicators-0-points").fill("50")
    page.locator("#id_rule-threshold").fill("50")
    page.locator("#id_rule-threshold").blur()
    expect(page.locator("#hits")).to_have_text("1")
    page.get_by_role("button", name="Save draft").first.click()
    page.wait_for_url("**/versions/1/")


def test_written_backtested_approved_and_then_it_selects(open_as, people):
    page = open_as(people["author"], "/profiles/new/")
    write(page)
    profile = RiskProfile.objects.get()

    page.get_by_role("button", name="Run the backtest").click()
    expect(page.locator("#backtest")).to_contain_text("Waits for a worker.")
    asking.run_waiting()  # as a worker does; the page asks by itself how far it is
    expect(page.locator("#backtest")).to_have_attribute("data-state", "done")
    page.reload()
    expect(page.locator("main")).to_contain_text("1 of 1")
    expect(page.locator("[aria-current=step]")).to_contain_text("Dry run")
    page.get_by_label("Reason in your words").fill("Seen at the neighbours.")
    page.get_by_role("button", name="Submit for approval").click()
    expect(page.get_by_role("button", name="Approve")).to_be_disabled()

    second = open_as(people["second"], f"/profiles/{profile.code}/versions/1/")
    expect(second.locator("main")).to_contain_text("Seen at the neighbours.")
    expect(second.locator("#backtest")).to_have_attribute("data-state", "done")
    second.get_by_role("button", name="Approve").click()
    second.get_by_role("button", name="Activate").click()
    expect(second.locator("[aria-current=step]")).to_contain_text("Active")

    assess_due()  # what was here before is assessed anew
    selected = arrived("CMR-001", "MSKU1234560", people["client"])
    assert (selected.lane, selected.selected_by) == ("red", ["profile"])
    selected.select(people["second"], "The number cannot exist")
    selected.record_outcome("seizure", make.officer("examiner"))
    page.goto("/profiles/")
    expect(page.locator(f"[data-profile='{profile.code}'] [data-rate]")).to_have_attribute("data-rate", "1/1")
