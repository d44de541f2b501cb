"""Papers in a real browser: a PDF is handed in, compared with its page, corrected, confirmed; photos are attached."""

import pytest
from playwright.sync_api import expect

from consignments.models import Attachment, Consignment, DocumentDraft
from consignments.registering import register_waiting
from tests import factories as make
from tests.consignments import papers
from tests.consignments.files import picture

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def analyst():
    make.post("IRKESHTAM")
    return make.officer("analyst")


def hand_in(page, tmp_path):
    file = tmp_path / "cmr-0088231.pdf"
    file.write_bytes(papers.cmr())
    page.get_by_label("Name of the new source").fill("Irkeshtam weekly")
    page.locator("#id_files").set_input_files(file)
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("heading", name="cmr-0088231.pdf")).to_be_visible()
    register_waiting()
    page.reload()
    page.get_by_role("link", name="Look and confirm").click()


@pytest.mark.parametrize("with_script", [True, False])
def test_a_cmr_note_as_pdf_is_compared_corrected_and_confirmed(open_as, analyst, tmp_path, with_script):
    page = open_as(analyst, "/intake/", java_script_enabled=with_script)
    hand_in(page, tmp_path)
    expect(page.locator("#id_number")).to_have_value("0088231")
    picture_of_page = page.get_by_alt_text("Page 1")
    expect(picture_of_page).to_be_visible()
    if with_script:
        assert picture_of_page.evaluate("image => image.decode().then(() => image.naturalWidth)") >= 1400
    mark = page.locator('.mark[data-field="form-0-gross_mass_kg"]')
    expect(mark).to_be_visible()
    gross = page.locator("[id='id_form-0-gross_mass_kg']")
    gross.focus()
    if with_script:
        expect(mark).to_have_class("mark on")
        page.locator('.mark[data-field="number"]').click()
        expect(page.locator("#id_number")).to_be_focused()
    gross.fill("15 700")
    page.get_by_role("button", name="Confirm and register").first.click()
    page.wait_for_url("**/intake/*-*/")
    register_waiting()
    page.reload()
    consignment = Consignment.objects.get()
    assert consignment.revisions.get().goods.get().gross_mass_kg == 15700
    page.get_by_role("link", name=consignment.reference).click()
    expect(page.locator("#attachments").get_by_title("cmr-0088231.pdf")).to_be_visible()
    assert Attachment.objects.get(consignment=consignment).file_name == "cmr-0088231.pdf"


def test_a_mark_lies_on_its_value_on_a_phone_too(open_as, analyst, tmp_path):
    page = open_as(analyst, "/intake/", viewport={"width": 390, "height": 844})
    hand_in(page, tmp_path)
    image, mark = (
        page.get_by_alt_text("Page 1").bounding_box(),
        page.locator('.mark[data-field="number"]').bounding_box(),
    )
    assert image["width"] > 390  # legible: the panel is scrolled, the page of the platform is not
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    draft = DocumentDraft.objects.get()
    (width, height), place = draft.pages[0], draft.places["number"]
    middle = (mark["x"] + mark["width"] / 2 - image["x"], mark["y"] + mark["height"] / 2 - image["y"])
    assert middle[0] / image["width"] == pytest.approx((place["x0"] + place["x1"]) / 2 / width, abs=0.01)
    assert middle[1] / image["height"] == pytest.approx((place["y0"] + place["y1"]) / 2 / height, abs=0.01)
    last = page.locator("#id_seals")
    last.focus()
    seals, panel = page.locator('.mark[data-field="seals"]').bounding_box(), page.locator(".pages").bounding_box()
    assert panel["y"] <= seals["y"] <= panel["y"] + panel["height"] < last.bounding_box()["y"]


def test_photos_are_attached_shown_and_removed_with_a_reason(open_as, analyst, tmp_path):
    consignment = make.consignment()
    for name, image_format in (("seal.jpg", "JPEG"), ("door.png", "PNG")):
        (tmp_path / name).write_bytes(picture(image_format, (900, 600)))
    page = open_as(analyst, f"/consignments/{consignment.pk}/")
    page.get_by_label("Scans and photos").set_input_files([tmp_path / "seal.jpg", tmp_path / "door.png"])
    page.get_by_role("button", name="Attach", exact=True).click()
    attached = page.locator("#attachments li")
    expect(attached).to_have_count(2)
    small = attached.first.locator("img")
    small.scroll_into_view_if_needed()
    assert small.evaluate("image => image.decode().then(() => image.naturalWidth)") == 320
    attached.first.get_by_text("Remove", exact=True).click()
    attached.first.get_by_label("Why it is removed").fill("of another truck")
    attached.first.get_by_role("button", name="Remove it").click()
    expect(attached).to_have_count(1)
    expect(page.locator("#log")).to_contain_text("of another truck")
