"""Intake in a real browser: files with and without script, the keys of the CMR form, what it tells while one types."""

import re

import pytest
from playwright.sync_api import expect

from consignments.models import Consignment, Submission
from consignments.registering import register_waiting
from tests import factories as make
from tests.consignments.manifests import consignment, manifest

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def analyst():
    make.post("IRKESHTAM")
    return make.officer("analyst")


@pytest.fixture
def trip(tmp_path):
    file = tmp_path / "trip.json"
    file.write_bytes(manifest(consignment("A-1"), consignment("A-2", total_gross_mass_kg="heavy")))
    return file


@pytest.mark.parametrize("with_script", [True, False])
def test_a_file_is_handed_in_and_its_result_comes(open_as, analyst, trip, with_script):
    page = open_as(analyst, "/intake/", java_script_enabled=with_script)
    page.get_by_label("Name of the new source").fill("Irkeshtam weekly")
    page.locator("#id_files").set_input_files(trip)
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("heading", name="trip.json")).to_be_visible()
    expect(page.get_by_text("It is next.")).to_be_visible()
    register_waiting()
    if not with_script:
        page.reload()
    expect(page.get_by_text("1 of 2")).to_be_visible()
    expect(page.get_by_text("“heavy” is not a number of kilograms.")).to_be_visible()


def test_a_refused_form_says_so_without_losing_the_page(open_as, analyst, trip):
    page = open_as(analyst, "/intake/")
    page.locator("#id_files").set_input_files(trip)
    with page.expect_response(lambda answer: answer.url.endswith("/upload/")) as answered:
        page.get_by_role("button", name="Hand in").click()
    assert answered.value.status == 400
    expect(page.get_by_role("alert")).to_contain_text("Choose a source, or name a new one.")


def test_a_note_is_typed_from_box_to_box_and_registered_by_key(open_as, analyst):
    page = open_as(analyst, "/intake/cmr/")
    expect(page.locator("#id_sender")).to_be_focused()
    for text in ("Kashi Xinlan Garment Co., Kashi, CN", "", "0088231", "23.11.2026"):
        page.keyboard.type(text)
        page.keyboard.press("Enter")
    expect(page.locator("#id_number")).to_have_value("0088231")
    page.keyboard.press("Shift+Enter")
    expect(page.locator("#id_established_on")).to_be_focused()
    page.locator("[id='id_form-0-description']").fill("Trousers, cotton")
    page.locator("[id='id_form-0-gross_mass_kg']").fill("15 640")
    expect(page.locator("#told")).to_contain_text(re.compile(r"15\W640 kg"))
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/intake/*-*/")
    register_waiting()
    assert Consignment.objects.get().document_number == "0088231"


def test_a_box_is_filled_as_in_the_last_note(open_as, analyst):
    page = open_as(analyst, "/intake/cmr/")
    page.locator("#id_number").fill("1")
    page.locator("#id_carrier").fill("Tulpar-Trans Osh OsOO, Osh, KG")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/intake/*-*/")
    assert Submission.objects.count() == 1
    page.goto("/intake/cmr/")
    page.locator("#id_carrier").focus()
    page.keyboard.press("Control+d")
    expect(page.locator("#id_carrier")).to_have_value("Tulpar-Trans Osh OsOO, Osh, KG")
