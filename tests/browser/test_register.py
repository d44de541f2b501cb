"""The register of seizures in a real browser: found, followed and downloaded, at a desk and on a phone."""

import re

import pytest
from playwright.sync_api import expect

from seizures.acts.issuing import in_groups, issue
from tests import factories as make
from tests.seizures.making import closed, goods, seizure_line, selected

pytestmark = pytest.mark.django_db(transaction=True)
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


def fits(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("viewport", "script"), [(DESK, True), (PHONE, True), (PHONE, False)])
def test_an_examiner_finds_a_seizure_and_hands_it_over(open_as, viewport, script):
    line = seizure_line(commodity="Hashish", category="drugs", quantity_unit="kg")
    seizure_line(commodity="Tea")
    page = open_as(make.officer("examiner"), "/seizures/", viewport=viewport, java_script_enabled=script)
    if script:
        assert fits(page)
    page.locator("#id_category").select_option("drugs")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile("category=drugs"))
    expect(page.get_by_text("Tea", exact=True)).to_have_count(0)
    page.get_by_role("link", name=line.reference).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(line.reference)
    page.get_by_text("Record a hand-over").click()
    form = page.locator("#hand_over form")
    card, moment = page.locator("#hand_over").bounding_box(), form.locator("#hand_over_at").bounding_box()
    assert moment["x"] + moment["width"] <= card["x"] + card["width"]
    form.locator("#hand_over_destination").select_option("agency")
    form.get_by_label("Received by").fill("Drug service, Osh")
    form.get_by_label("Signed by").fill("N. Sadykov")
    form.get_by_label("Place").fill("Batken")
    form.locator("#hand_over_agency").select_option("drug_service")
    form.get_by_role("button", name="Record").click()
    expect(page.get_by_role("alert")).to_contain_text("An agency takes over by an act")
    form.get_by_label("Number of the act").fill("12/3")
    form.get_by_role("button", name="Record").click()
    expect(page.locator("#hand_over")).to_contain_text("Left the unit, now with Drug service, Osh")
    if script:
        assert fits(page)


def test_a_supervisor_downloads_the_register_both_ways(open_as):
    line = seizure_line(commodity="Hashish")
    page = open_as(make.officer("supervisor"), "/seizures/?category=revenue")
    page.get_by_text("Download", exact=True).click()
    for name, whole in (("CSV", False), ("XLSX", False), ("JSON", True)):
        with page.expect_download() as got:
            page.locator(".exports").get_by_role("link", name=name).nth(int(whole)).click()
        assert got.value.suggested_filename.endswith(name.lower())
        assert ("whole" in got.value.suggested_filename) is whole
    content = got.value.path().read_text()
    assert line.reference in content
    assert line.consignment.reference in content


def test_a_stranger_checks_a_paper_in_russian_on_a_phone(open_as):
    case = selected()
    examination = closed(case, "seizure", goods(case))
    act = issue(examination.examiner, examination)
    page = open_as(None, "/verify/", viewport=PHONE)
    page.get_by_label("Verification code").fill(in_groups(act.code).lower())
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_role("heading", name="Genuine", exact=True)).to_be_visible()
    expect(page.get_by_text(f"{examination.reference}/1")).to_be_visible()
    page.get_by_role("button", name="Русский").click()
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    expect(page.get_by_text(f"{examination.reference}/1")).to_be_visible()
    assert fits(page)
