"""A sheet whose layout nobody knows is mapped, three bad rows are shown, mended in the browser and go in."""

import re

import pytest
from playwright.sync_api import expect

from consignments.models import Consignment, Submission
from consignments.registering import register_waiting
from tests import factories as make
from tests.consignments.manifests import consignment, manifest

pytestmark = pytest.mark.django_db(transaction=True)

SHEET = """Рейс 47;;Груз;Вес
Nr X;Кому;Ware;Брутто
Y-1;ОсОО Дордой;Ремни;120
Y-2;ОсОО Нур;Обувь;тяжёлый
Y-3;ИП Асанов;Ткань;12 t
Y-4;ОсОО Ош;Соль;90
Y-5;ОсОО Ош;Сода;-5
"""


@pytest.fixture
def analyst():
    make.post("IRKESHTAM")
    return make.officer("analyst")


@pytest.fixture
def sheet(tmp_path):
    file = tmp_path / "week47.csv"
    file.write_text(SHEET, "utf-8")
    return file


@pytest.mark.parametrize("with_script", [True, False])
@pytest.mark.parametrize("width", [1440, 390])
def test_an_unknown_sheet_is_mapped_mended_and_goes_in(open_as, analyst, sheet, with_script, width):
    page = open_as(analyst, "/intake/", java_script_enabled=with_script, viewport={"width": width, "height": 900})
    page.get_by_label("Name of the new source").fill("Irkeshtam weekly")
    page.locator("#id_files").set_input_files(sheet)
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("heading", name="What do these columns mean?")).to_be_visible()
    told = {"Nr X": "Document number", "Кому": "Consignee", "Ware": "Goods"}
    for heading, meaning in told.items():
        page.get_by_label(heading).select_option(label=meaning)
        if with_script and heading == "Nr X":
            expect(page.get_by_text("Needed:")).to_have_count(0)
    if not with_script:
        page.get_by_role("button", name="Show the rows so").click()
    expect(page.get_by_text("“тяжёлый” is not a number of kilograms.").first).to_be_visible()
    _fits(page, width)
    page.get_by_role("button", name="Register").click()
    expect(page.get_by_role("heading", name="week47.csv")).to_be_visible()
    register_waiting()
    page.reload()
    expect(page.get_by_text("2 of 5")).to_be_visible()
    page.get_by_role("link", name="Mend what was rejected").click()
    expect(page.get_by_text("3 consignments were rejected")).to_be_visible()
    _fits(page, width)
    for number, (row, mass) in enumerate({"row 4": "80", "row 5": "12000", "row 7": "5"}.items(), start=1):
        field = page.get_by_label(re.compile(rf"^Вес / Брутто\s+{row},"))
        field.fill(mass)
        field.press("Tab")
        if with_script:
            expect(page.locator("#mend-status")).to_contain_text(f"{number} of 3 would go in now.")
    page.get_by_role("button", name="Send these").click()
    expect(page.get_by_role("heading", name="week47, mended.csv")).to_be_visible()
    register_waiting()
    page.reload()
    expect(page.get_by_text("3 of 3")).to_be_visible()
    assert Consignment.objects.count() == 5
    assert Submission.objects.filter(mends__isnull=False).count() == 1


def test_the_next_sheet_with_these_headings_is_not_asked_about(open_as, analyst, sheet):
    page = open_as(analyst, "/intake/")
    page.get_by_label("Name of the new source").fill("Irkeshtam weekly")
    page.locator("#id_files").set_input_files(sheet)
    page.get_by_role("button", name="Hand in").click()
    page.get_by_label("Nr X").select_option(label="Document number")
    expect(page.get_by_text("Needed:")).to_have_count(0)
    page.get_by_role("button", name="Register").click()
    page.goto("/intake/")
    page.get_by_label("Source", exact=True).select_option(label="Irkeshtam weekly")
    sheet.write_text(SHEET.replace("Y-", "Z-"), "utf-8")
    page.locator("#id_files").set_input_files(sheet)
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("heading", name="week47.csv")).to_be_visible()


def test_a_hundred_files_are_dropped_at_once(open_as, analyst, tmp_path):
    page = open_as(analyst, "/intake/")
    page.get_by_label("Name of the new source").fill("Irkeshtam weekly")
    documents = [manifest(consignment(f"A-{number}")).decode() for number in range(99)]
    dropped = page.evaluate_handle(
        """(documents) => {
          const found = new DataTransfer();
          documents.forEach((text, number) => found.items.add(new File([text], `trip${number}.json`)));
          found.items.add(new File(["GIF89a"], "picture.gif"));
          return found;
        }""",
        documents,
    )
    page.dispatch_event("#drop", "drop", {"dataTransfer": dropped})
    expect(page.get_by_text("100 files")).to_be_visible()
    page.get_by_role("button", name="Hand in").click()
    expect(page.locator("#file-states .tag.green")).to_have_count(99, timeout=60_000)
    expect(page.locator("#file-states .tag.red")).to_have_count(1)
    assert Submission.objects.count() == 99
    expect(page.locator("#submissions").get_by_text("trip98.json")).to_be_visible()


def test_many_files_are_handed_in_without_script(open_as, analyst, tmp_path):
    files = []
    for number in range(100):
        files.append(tmp_path / f"trip{number}.json")
        files[-1].write_bytes(manifest(consignment(f"A-{number}")))
    page = open_as(analyst, "/intake/", java_script_enabled=False)
    page.get_by_label("Name of the new source").fill("Irkeshtam weekly")
    page.locator("#id_files").set_input_files(files)
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_text("100 files received.")).to_be_visible(timeout=60_000)
    assert Submission.objects.count() == 100


def _fits(page, width):
    """Nothing sticks out at the side."""
    assert page.evaluate("document.documentElement.scrollWidth") <= width
