"""An SMGS note typed by keyboard alone, in a real browser: told box by box, kept as a draft, registered by key."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from consignments.models import Consignment
from consignments.models.document_draft import DocumentDraft
from consignments.parsing.typed.papers import PAPERS
from consignments.registering import register_waiting
from tests import factories as make

pytestmark = pytest.mark.django_db(transaction=True)

# In the order of the boxes; "" is passed over with Enter.
HEAD = [
    "30481122", "17.11.2026", "KARA-SUU", "23.11.2026 08:10", "ТОО «Степь Агро», Костанай, Казахстан", "",
    "Костанай, КЗХ", "", "ОсОО «Алай Дан», Ош, Кыргызстан", "01405202110233", "Ош-1, КРГ", "Кара-Суу",
]  # fmt: skip
WAGON = ["94123453", "П", "70", "4", "22,4", "", "", "", "КЗХ 4410027"]
CONTAINER = ["", "", ""]
GOODS = ["", "Пшеница мягкая", "10019900", "011005", "VR", "1", "68 200"]


@pytest.fixture
def analyst():
    make.post("KARA-SUU")
    return make.officer("analyst")


def type_each(page, texts):
    for text in texts:
        page.keyboard.type(text)
        page.keyboard.press("Enter")


def test_an_smgs_note_is_typed_by_keyboard_alone(open_as, analyst):
    page = open_as(analyst, "/intake/smgs/")
    expect(page.locator("#id_number")).to_be_focused()
    type_each(page, HEAD)
    expect(page.locator("#id_wagons-0-wagon")).to_be_focused()
    type_each(page, WAGON)
    expect(page.locator("#id_wagons-0-wagon-e")).to_contain_text("check digit")
    type_each(page, [*CONTAINER, *GOODS])
    expect(page.locator("#told")).to_contain_text(re.compile(r"68\W200 kg"))
    expect(page.locator("#told")).to_contain_text("It can be registered")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/intake/*-*/")
    register_waiting()
    one = Consignment.objects.get()
    assert (one.document_number, one.document_kind) == ("30481122", "smgs_note")
    assert one.revisions.get().equipment.get().seals == ["КЗХ 4410027"]


def test_the_cell_above_is_repeated_and_a_box_is_found_by_its_number(open_as, analyst):
    page = open_as(analyst, "/intake/smgs/")
    page.locator("#id_form-0-description").fill("Пшеница")
    page.locator("#id_form-1-description").focus()
    page.keyboard.press("Control+d")
    expect(page.locator("#id_form-1-description")).to_have_value("Пшеница")
    expect(page.locator("#id_form-1-commodity_code")).to_be_focused()
    page.once("dialog", lambda dialog: dialog.accept("24"))
    page.keyboard.press("Control+g")
    expect(page.locator("#id_documents_attached")).to_be_focused()


def test_what_is_said_of_a_box_goes_when_it_is_mended(open_as, analyst):
    page = open_as(analyst, "/intake/smgs/")
    box = page.locator("#id_contract_date")
    for text, wrong in (("32.11.2026", "true"), ("17.11.2026", "false")):
        box.fill(text)
        box.press("Enter")
        expect(box).to_have_attribute("aria-invalid", wrong)
    expect(page.locator("#id_contract_date-e")).to_be_empty()


@pytest.mark.parametrize("with_script", [True, False])
def test_a_draft_is_kept_and_gone_on_with(open_as, analyst, with_script):
    page = open_as(analyst, "/intake/awb/", java_script_enabled=with_script)
    page.locator("#id_number").fill("784-3310")
    page.get_by_role("button", name="Save as draft").click()
    expect(page.get_by_text("The draft is saved.")).to_be_visible()
    page.goto("/intake/type/")
    page.get_by_role("link", name="Air waybill 784-3310").click()
    expect(page.locator("#id_number")).to_have_value("784-3310")
    page.get_by_role("button", name="Discard").click()
    expect(page.get_by_text("None.")).to_be_visible()
    assert DocumentDraft.objects.get().state == "discarded"


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.slug)
def test_the_automated_check_has_nothing_to_say_of_a_paper_with_faults(open_as, analyst, paper):
    page = open_as(analyst, f"/intake/{paper.slug}/")
    page.locator("#id_form-0-packages").fill("many")
    page.get_by_role("button", name="Register").click()
    expect(page.get_by_role("alert")).to_be_visible()
    faults = []
    for width, scheme in ((1440, "light"), (390, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.wait_for_timeout(200)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults.append((width, "scrolls sideways"))
        violations = Axe().run(page).response["violations"]
        faults += [(width, one["id"], node["html"][:150]) for one in violations for node in one["nodes"]]
    assert faults == []
