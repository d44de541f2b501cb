"""Where boxes and vehicle were seen, on the page of a consignment: what differs is marked, another unit's is hidden."""

from datetime import timedelta

import pytest
from django.utils import timezone

from profiling.assessing import assess_due
from tests import factories as make
from tests.profiling.views.stage import signed_in

pytestmark = pytest.mark.django_db

BOX = {
    "kind": "container",
    "number": "MSKU1234565",
    "number_key": "MSKU1234565",
    "seals": ["HX204512"],
    "fullness": "full",
}


@pytest.fixture
def consignment(settings):
    settings.RANDOM_DRAW_PERCENT = 0
    return make.consignment(round_due="revision", equipment=[BOX])


def seen(**fields):
    fields.setdefault("known_at", timezone.now() - timedelta(hours=1))
    fields.setdefault("seen_at", timezone.now() - timedelta(hours=2))
    return make.observation(**fields)


def page_of(consignment, role="analyst"):
    assess_due()
    return signed_in(role).get(f"/consignments/{consignment.pk}/")


def test_what_agrees_is_shown_unmarked_and_what_differs_is_marked(consignment):
    seen(seals=["HX204512"], post=make.post(), fullness="full")
    seen(
        seals=["ZZ99001"],
        seal_condition="broken",
        scan_shows_anomaly=True,
        fullness="empty",
        gross_mass_kg=28000,
        seen_at=timezone.now() - timedelta(hours=1),
        place="Weighbridge 3",
    )
    page = page_of(consignment)
    first, second = page.context["sightings"].lines
    assert (first.place, first.seals, first.seals_differ, first.marks) == ("KYZYL-BEL", "HX204512", False, ())
    assert (second.place, second.seals, second.seals_differ) == ("Weighbridge 3", "ZZ99001", True)
    assert second.marks == (
        "seal broken",
        "anomaly in the scan",
        "declared otherwise",
        "loaded otherwise than declared",
    )
    text = page.content.decode()
    assert "Seen on the way" in text and "ZZ99001" in text


def test_a_page_without_readings_has_no_place_for_them(consignment):
    seen(number="KSHU6182408")
    assert "Seen on the way" not in page_of(consignment).content.decode()


def test_readings_of_another_unit_are_counted_and_not_shown(consignment):
    elsewhere = make.submission(source=make.source(unit=make.unit("OSH")))
    seen(of=elsewhere, seals=["ZZ99001"], place="Osh yard")
    page = page_of(consignment)
    assert (page.context["sightings"].lines, page.context["sightings"].hidden) == ([], 1)
    text = page.content.decode()
    assert "1 reading of another unit is not shown" in text and "Osh yard" not in text and "ZZ99001" not in text
    central = page_of(consignment, "auditor").context["sightings"]
    assert ([line.place for line in central.lines], central.hidden) == (["Osh yard"], 0)


def test_a_reading_of_another_journey_is_not_shown(consignment):
    seen(seen_at=timezone.now() - timedelta(days=60))
    assert page_of(consignment).context["sightings"].lines == []
