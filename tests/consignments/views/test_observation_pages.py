"""The page of readings: found by number, scoped to the unit; and what a document's page says of its readings."""

import pytest

from tests import factories as make

from .conftest import at_desk

pytestmark = pytest.mark.django_db
URL = "/intake/readings/"


def test_readings_are_listed_latest_first_with_what_was_found(browser):
    make.observation(gross_mass_kg=27450, seals=["HX204512"], seal_condition="broken", fullness="full")
    make.observation(number="01KG730BHC", equipment_kind="vehicle", event="seen", scan_shows_anomaly=True, seals=[])
    page = browser.get(URL).content.decode()
    assert page.index("01KG730BHC") < page.index("MSKU1234565")
    assert "HX204512" in page and "seal broken" in page and "anomaly in the scan" in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [("", 2), ("msku 123", 1), ("0BH", 1), ("XX9", 0), ("m", 2), ("№", 2), ("%%%", 0)],
)
def test_a_number_is_found_however_it_is_written(browser, asked, found):
    make.observation()
    make.observation(number="01KG730BHC")
    assert len(browser.get(URL, {"number": asked}).context["page"].object_list) == found


def test_the_readings_of_one_document(browser):
    of = make.submission(document_kind="codeco", observations_count=1)
    make.observation(of), make.observation(number="KSHU6182408")
    page = browser.get(URL, {"submission": of.pk})
    assert [reading.number for reading in page.context["page"]] == ["MSKU1234565"]
    assert len(browser.get(URL, {"submission": "no number"}).context["page"].object_list) == 2
    shown = browser.get(f"/intake/{of.pk}/").content.decode()
    assert "readings entered" in shown and f"{URL}?submission={of.pk}" in shown


@pytest.mark.parametrize(
    ("role", "unit", "count"),
    [
        ("analyst", "BATKEN", 1),
        ("examiner", "BATKEN", 1),
        ("analyst", "OSH", 0),
        ("auditor", None, 1),
        ("coordinator", None, 1),
    ],
)
def test_who_sees_which(role, unit, count):
    make.observation()
    officer = make.officer(role, **({"unit": make.unit(unit)} if unit else {}))
    answer = at_desk(officer).get(URL)
    assert answer.status_code == 200 and len(answer.context["page"].object_list) == count


@pytest.mark.parametrize("role", ["client", "administrator"])
def test_who_sees_none(role):
    user = make.client() if role == "client" else make.officer(role)
    assert at_desk(user).get(URL).status_code == 403


def test_a_stranger_signs_in_first():
    assert at_desk().get(URL).status_code == 302
