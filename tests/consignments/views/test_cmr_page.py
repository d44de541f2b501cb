"""A CMR note typed from paper: checked at each box, registered like any other document, forgiving a second press."""

import re
import uuid

import pytest

from consignments.models import Consignment, Submission
from consignments.registering import register_waiting
from tests import factories as make

from .conftest import at_desk

pytestmark = pytest.mark.django_db

URL = "/intake/cmr/"
NOTE = {
    "number": "0088231",
    "sender": "Kashi Xinlan Garment Co., Kashi, CN",
    "consignee": "Nur-Kiyim Import OsOO, Osh, KG",
    "consignee_inn": "02709202610417",
    "carrier": "Tulpar-Trans Osh OsOO, Osh, KG",
    "vehicle": "01 KG 730 BHC",
    "trailer": "01 1187 P",
    "container": "KSHU 618240-8",
    "entry_post": "IRKESHTAM",
    "arrives_at": "24.11.2026 20:30",
    "place_of_delivery": "Osh, KG",
    "place_of_taking_over": "Kashi, CN",
    "taken_over_on": "23.11.2026",
    "documents_attached": "Invoice XL-2611/09",
    "instructions": "Seal HX204512",
    "payment_of_carriage": "Paid by consignee",
    "established_on": "23.11.2026",
}
LINE = {
    "marks": "XL 1-618",
    "packages": "618",
    "packing": "CT",
    "description": "Trousers, cotton",
    "commodity_code": "6203.42",
    "gross_mass_kg": "15 640",
    "volume_m3": "61",
}


def typed(*lines, token=None, **boxes):
    """Return the form as the page sends it."""
    lines = lines or (LINE,)
    sent = {**NOTE, "token": token or str(uuid.uuid4()), **boxes}
    sent |= {"form-TOTAL_FORMS": str(max(len(lines), 3)), "form-INITIAL_FORMS": "0"}
    for position, line in enumerate(lines):
        sent |= {f"form-{position}-{name}": text for name, text in line.items()}
    return sent


def test_a_note_is_registered_as_typed(browser, analyst):
    post = make.post("IRKESHTAM", unit=make.unit("OSH"))
    answer = browser.post(URL, typed(LINE, {"description": "Belts", "packages": "45", "gross_mass_kg": "1130"}))
    register_waiting()
    submission = Submission.objects.get()
    assert answer.url == f"/intake/{submission.pk}/"
    assert (submission.status, submission.document_kind, submission.submitted_by) == ("registered", "cmr_note", analyst)
    one = Consignment.objects.get()
    revision = one.revisions.get()
    assert (one.document_number, str(one.identity_date), one.unit) == ("0088231", "2026-11-23", post.unit)
    assert [(item.packages, item.commodity_code) for item in revision.goods.all()] == [(618, "620342"), (45, "")]
    assert (revision.equipment.get().number_key, revision.equipment.get().seals) == ("KSHU6182408", ["HX204512"])
    assert revision.parties.get(role="consignee").party.match_key == "inn:02709202610417"


def test_a_second_press_registers_nothing_new(browser):
    token = str(uuid.uuid4())
    for _ in range(2):
        browser.post(URL, typed(token=token))
    assert Submission.objects.count() == 1


def test_a_corrected_note_is_a_revision(browser):
    for packages in ("618", "600"):
        browser.post(URL, typed({**LINE, "packages": packages}))
        register_waiting()
    assert Consignment.objects.get().latest_revision == 2


@pytest.mark.parametrize(
    ("boxes", "line", "field", "said"),
    [
        ({"number": ""}, {}, "number", "number of the transport document is missing"),
        ({"taken_over_on": "31.02.2026"}, {}, "taken_over_on", "is not a date"),
        ({"arrives_at": "tonight"}, {}, "arrives_at", "is not a date"),
        ({"freight_amount": "much"}, {}, "freight_amount", "is not a number"),
        ({"container": "KSHU 618240-3"}, {}, "container", "The check digit is wrong"),
        ({}, {"gross_mass_kg": "12,5 t"}, "form-0-gross_mass_kg", "is not a number of kilograms"),
        ({}, {"packages": "many"}, "form-0-packages", "is not a number"),
    ],
)
def test_what_is_wrong_is_said_at_its_box_and_above(browser, boxes, line, field, said):
    answer = browser.post(URL, typed({**LINE, **line}, **boxes))
    page = answer.content.decode()
    assert answer.status_code == 400
    assert page.count(said) >= 2  # in the summary and at the box
    assert f'aria-describedby="id_{field}-e"' in page and f'id="id_{field}-e"' in page
    assert 'role="alert"' in page
    assert not Submission.objects.exists()


def test_what_was_typed_stays_when_something_is_wrong(browser):
    page = browser.post(URL, typed(number="", sender="Кашкар <b>")).content.decode()
    assert "Кашкар &lt;b&gt;" in page and "Trousers, cotton" in page


def test_a_wrong_check_digit_can_be_kept_as_on_paper(browser):
    browser.post(URL, typed(container="KSHU 618240-3", keep_container="on"))
    register_waiting()
    assert Consignment.objects.get().revisions.get().equipment.get().number == "KSHU 618240-3"


def test_more_lines_are_given_without_losing_what_was_typed(browser):
    page = browser.post(URL, typed() | {"more": "goods"}).content.decode()
    assert 'name="form-5-marks"' in page and "Trousers, cotton" in page
    assert not Submission.objects.exists()


def test_the_side_tells_what_will_be_created(browser):
    page = browser.post(f"{URL}preview/", typed()).content.decode()
    assert "<html" not in page
    assert re.search(r"15\W640 kg", page) and "HX204512" in page and "new" in page
    browser.post(URL, typed())
    register_waiting()
    again = browser.post(f"{URL}preview/", typed()).content.decode()
    assert "revision 2" in again and "known, 1 time" in again
    assert not Consignment.objects.exclude(latest_revision=1).exists()


def test_the_side_tells_what_may_stay_empty(browser):
    page = browser.post(f"{URL}preview/", typed(carrier="", carrier_inn="")).content.decode()
    assert "May stay empty" in page and "#id_carrier" in page


def test_the_side_of_an_empty_note_stands_nothing_in_the_way(browser):
    assert browser.post(f"{URL}preview/", {"form-TOTAL_FORMS": "3", "form-INITIAL_FORMS": "0"}).status_code == 200


def test_the_last_note_can_be_repeated_box_by_box(browser):
    browser.post(URL, typed())
    page = browser.get(URL)
    assert page.context["last"]["sender"] == NOTE["sender"]
    assert page.context["last"]["goods-packing"] == "CT"
    other = at_desk(make.officer("analyst")).get(URL)
    assert other.context["last"] == {}


def test_an_absurd_number_of_lines_is_bounded(browser):
    answer = browser.post(URL, typed() | {"form-TOTAL_FORMS": "1000000"})
    assert answer.status_code in (302, 400)
