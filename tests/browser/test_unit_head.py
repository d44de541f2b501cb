"""A unit head's day: figures, a number with its formula and its rows, a report; at a desk and on a phone."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from pcu_platform.models import Report
from pcu_platform.reports import making as making_reports
from tests import factories as make
from tests.browser.workbench_scenes import with_selections

pytestmark = pytest.mark.django_db(transaction=True)
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture
def head():
    return make.officer("unit_head", full_name="Kanybek Osmonov")


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_a_number_tells_its_formula_and_opens_its_rows(open_as, head, viewport):
    with_selections()
    page = open_as(head, "/dashboard/?period=month", viewport=viewport)
    row = page.locator("tr", has=page.locator('[data-number="draw:positive"]'))
    row.locator("summary").click()
    expect(row.locator("details p")).to_contain_text("1 / 12 = 8.3 %")
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    number = page.locator('[data-number="draw:examined"]')
    told = number.inner_text()
    number.click()
    expect(page.locator("#row-count")).to_have_text(told)
    expect(page.locator("tbody tr")).to_have_count(int(told))
    page.get_by_role("link", name="Figures of the unit").click()
    expect(page.locator('[data-number="draw:examined"]')).to_have_text(told)


def test_the_league_is_sorted_by_its_heads(open_as, head):
    with_selections()
    page = open_as(head, "/dashboard/?period=month")
    league = page.locator("section.of-league")
    expect(league.locator('th[aria-sort="descending"]')).to_have_text("Hit rate with interval")
    league.get_by_role("link", name="Selections").click()
    expect(league.locator('th[aria-sort="descending"]')).to_have_text("Selections")
    counts = [int(each) for each in league.locator("tbody td:nth-child(2)").all_inner_texts()]
    assert counts == sorted(counts, reverse=True) and len(counts) == 2


@pytest.mark.parametrize("with_script", [True, False], ids=["script", "no script"])
def test_an_own_period_is_asked_for(open_as, head, with_script):
    page = open_as(head, "/dashboard/", java_script_enabled=with_script)
    page.get_by_label("Period").select_option("own")
    page.get_by_label("From", exact=True).fill("2026-01-05")
    page.get_by_label("To", exact=True).fill("2026-01-06")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".pagehead")).to_contain_text("5 Jan 2026 – 6 Jan 2026")


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_a_report_appears_when_it_is_made(open_as, head, viewport):
    page = open_as(head, "/reports/", viewport=viewport)
    page.get_by_role("button", name="Make the report").click()
    expect(page.locator("#reports progress")).to_have_count(1)
    assert making_reports.run_waiting() == 1
    expect(page.get_by_role("link", name="PDF, KY")).to_have_count(1)
    with page.expect_download() as taken:
        page.get_by_role("link", name="PDF, KY").click()
    last_month = timezone.localdate().replace(day=1) - timedelta(days=1)
    assert taken.value.suggested_filename == f"PCU-BATKEN-month-{last_month:%Y-%m}-01-r1-ky.pdf"
    assert Report.objects.get().state == "done"
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
