"""A seizure's page: everything about it, each deed a form, its mistakes told; who may do what."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from consignments.models import CaseEvent
from seizures.models import CustodyStep, LaboratoryStep
from tests import factories as make
from tests.consignments.files import picture
from tests.seizures.browsing import as_officer, text
from tests.seizures.followed import followed_seizure
from tests.seizures.making import seizure_line
from tests.seizures.test_photos import with_position

pytestmark = pytest.mark.django_db


def moment() -> str:
    return timezone.localtime().strftime("%Y-%m-%dT%H:%M")


def told(**changes: str) -> dict[str, str]:
    usual = {"destination": "store", "received_by": "Store", "signed_by": "Aigul", "at": moment(), "place": "Batken"}
    return usual | changes


def test_it_shows_goods_versions_custody_laboratory_photos_and_route():
    pk = followed_seizure().pk
    page = text(as_officer(make.officer("analyst")).get(f"/seizures/{pk}/"))
    for expected in (
        "Built into a hiding place",
        "behind a second wall",
        "Counted again",
        "18\u202f600",
        "18\u202f060",
        "BAG 17",
        "Drug service",
        "12/3",
        "REP 9",
        "Heroin, 41 %",
        "On the scale",
        "Nur-Kiyim",
    ):
        assert expected in page
    assert "Record a hand-over" not in page, "an analyst reads only"


def test_an_examiner_follows_it_step_by_step():
    line = seizure_line()
    examiner = as_officer(line.recorded_by)
    path, today = f"/seizures/{line.pk}/", timezone.localdate().isoformat()
    assert examiner.post(f"{path}hand-over/", told()).status_code == 302
    sent = {"laboratory": "Forensic laboratory", "number": "REQ 5", "on": today}
    assert examiner.post(f"{path}laboratory/", sent).status_code == 302
    answer = {"state": "confirmed", "number": "REP 9", "on": today}
    assert examiner.post(f"{path}laboratory/answer/", answer).status_code == 302
    assert examiner.post(f"{path}arrests/", {"persons": "2"}).status_code == 302
    with_photo = {"file": _file(), "caption": "On the scale"}
    assert examiner.post(f"{path}photos/", with_photo).status_code == 302
    photo = line.photos().get()
    for size in ("", "thumbnail/"):
        assert examiner.get(f"{path}photos/{photo.pk}/{size}")["Content-Type"].startswith("image/")
    page = text(examiner.get("/seizures/"))
    assert "Store" in page and "Confirmed by the laboratory" in page


def test_evidence_is_shown_without_what_the_camera_wrote_and_given_out_whole_into_the_log():
    line = seizure_line()
    photo = line.add_photo(line.recorded_by, with_position())
    path = f"/seizures/{line.pk}/photos/{photo.pk}/"
    for which in ("", "thumbnail/"):
        answer = as_officer(line.recorded_by).get(path + which)
        assert answer.status_code == 200 and b"Telltale" not in answer.content
        assert "no-store" in answer["Cache-Control"]
    assert as_officer(line.recorded_by).post(f"{path}original/").status_code == 403
    assert b"Telltale" in as_officer(make.officer("supervisor")).post(f"{path}original/").content
    assert CaseEvent.objects.get(verb="original_taken").after["photo"] == str(photo.pk)
    assert "took the original of a photo" in text(as_officer(line.recorded_by).get(f"/seizures/{line.pk}/"))
    assert as_officer(make.officer("supervisor", unit=make.unit("OSH"))).post(f"{path}original/").status_code == 404


@pytest.mark.parametrize(
    ("deed", "sent", "said"),
    [
        ("hand-over", told(place=""), "This field is required"),
        ("hand-over", told(destination="agency"), "An agency takes over by an act"),
        ("hand-over", told(at="2020-01-01T00:00"), "before the seizure"),
        ("laboratory/answer", {"state": "confirmed", "number": "1", "on": "2026-01-01"}, "No laboratory was asked yet"),
        ("arrests", {"persons": "999"}, "less than or equal to 200"),
        ("photos", {}, "This field is required"),
    ],
)
def test_a_mistake_is_told_and_nothing_recorded(deed, sent, said):
    line = seizure_line()
    answer = as_officer(line.recorded_by).post(f"/seizures/{line.pk}/{deed}/", sent)
    assert answer.status_code == 422
    assert said in text(answer)
    assert not CustodyStep.objects.exists() and not LaboratoryStep.objects.exists()


DEEDS = ["hand-over", "laboratory", "laboratory/answer", "arrests", "photos"]


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("role", ["analyst", "auditor", "coordinator", "administrator", "client"])
def test_only_who_records_seizures_adds_to_it(role, deed):
    line = seizure_line()
    assert as_officer(make.officer(role)).post(f"/seizures/{line.pk}/{deed}/", told()).status_code == 403


@pytest.mark.parametrize("deed", DEEDS)
def test_another_unit_finds_nothing(deed):
    line = seizure_line()
    stranger = as_officer(make.officer("supervisor", unit=make.unit("OSH")))
    assert stranger.get(f"/seizures/{line.pk}/").status_code == 404
    assert stranger.post(f"/seizures/{line.pk}/{deed}/", told()).status_code == 404
    photo = line.add_photo(line.recorded_by, picture("JPEG"))
    assert stranger.get(f"/seizures/{line.pk}/photos/{photo.pk}/").status_code == 404
    assert stranger.get(f"/seizures/{line.pk}/photos/{photo.pk}/thumbnail/").status_code == 404


def test_who_may_not_read_cases_gets_no_page():
    line = seizure_line()
    for role in ("administrator", "client"):
        assert as_officer(make.officer(role)).get(reverse("seizures:seizure-show", args=[line.pk])).status_code == 403


def test_an_older_version_leads_to_the_newest():
    line = seizure_line()
    line.correct(make.officer("supervisor"), "Counted again", quantity=5)
    page = text(as_officer().get(f"/seizures/{line.pk}/"))
    assert "Counted again" in page and "As it was written before" in page


def test_the_page_counts_its_queries(django_assert_max_num_queries):
    pk = followed_seizure().pk
    examiner = as_officer()
    with django_assert_max_num_queries(30):
        examiner.get(f"/seizures/{pk}/")


def test_the_register_is_filtered_by_laboratory_and_unit():
    line = seizure_line(commodity="Hashish")
    seizure_line(commodity="Tea")
    line.send_to_laboratory(line.recorded_by, "Lab", "REQ 5", timezone.localdate())
    page = text(as_officer().get("/seizures/?laboratory=pending"))
    assert "Hashish" in page and "Tea" not in page
    auditor = as_officer(make.officer("auditor", unit=None))
    assert "Hashish" in text(auditor.get(f"/seizures/?unit={line.unit.code}"))
    assert "Hashish" not in text(auditor.get("/seizures/?unit=OSH"))


def _file():
    return SimpleUploadedFile("scale.jpg", picture("JPEG"), "image/jpeg")
