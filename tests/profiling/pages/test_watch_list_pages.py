"""An analyst keeps a watch list and the warnings on pages."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from profiling.models import WarningMessage, WatchList
from tests import factories as make
from tests.profiling import making

from .conftest import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return signed_in(make.officer("analyst"))


def text(answer) -> str:
    return answer.content.decode()


def upload(desk, the_list, content: str):
    file = SimpleUploadedFile("list.csv", content.encode(), content_type="text/csv")
    return desk.post(f"/watch-lists/{the_list.pk}/upload/", {"file": file}, follow=True)


def test_a_list_is_begun_and_filled(desk):
    sent = {"name": "Own seizures", "kind": "party", "purpose": "risk", "lane": "red"}
    answer = desk.post("/watch-lists/new/", sent)
    the_list = WatchList.objects.get()
    assert answer.headers["Location"] == f"/watch-lists/{the_list.pk}/"
    page = desk.post(f"/watch-lists/{the_list.pk}/add/", {"value": "Nur-Kiyim", "country": "kg"}, follow=True)
    assert "Nur-Kiyim" in text(page) and the_list.entries.get().country == "KG"
    assert desk.post("/watch-lists/new/", sent).status_code == 422


def test_a_file_without_problems_says_what_went_in(desk):
    page = text(upload(desk, making.watch_list(), "value,note\nNur-Kiyim,seen\nAla-Too,\n"))
    assert "2 entries added, 0 were listed already, 0 cases are assessed anew." in page


def test_a_bad_row_is_reported_with_its_line_and_the_others_go_in(desk):
    the_list = making.watch_list()
    page = text(upload(desk, the_list, "value,country\nNur-Kiyim,KG\n,KG\nAla-Too,Kyrgyz\n"))
    assert "There is no value." in page and "This is no country code." in page
    assert [entry.value for entry in the_list.entries.all()] == ["Nur-Kiyim"]


def test_entries_are_searched_and_ended(desk):
    the_list = making.watch_list()
    kept, ended = making.entry(the_list, "Nur-Kiyim"), making.entry(the_list, "Ala-Too", note="yarn")
    assert "Nur-Kiyim" not in text(desk.get(f"/watch-lists/{the_list.pk}/?entry=yarn"))
    desk.post(f"/watch-lists/entries/{ended.pk}/end/", {"reason": "Cleared."})
    live = desk.get(f"/watch-lists/{the_list.pk}/").context["rows"]
    past = text(desk.get(f"/watch-lists/{the_list.pk}/?ended=1"))
    assert [entry for entry, _counted in live] == [kept]
    assert "Ala-Too" in past and "Nur-Kiyim" not in past


def test_an_entry_of_another_unit_cannot_be_ended(desk):
    entry = making.entry(making.watch_list(unit=make.unit("OSH")), "Ala-Too")
    assert desk.post(f"/watch-lists/entries/{entry.pk}/end/", {"reason": "Mine."}).status_code == 404


def test_a_list_is_switched_off_with_a_reason(desk):
    the_list = making.watch_list()
    desk.post(f"/watch-lists/{the_list.pk}/switch/", {"reason": " "})
    the_list.refresh_from_db()
    assert the_list.is_active
    desk.post(f"/watch-lists/{the_list.pk}/switch/", {"reason": "Being checked."})
    the_list.refresh_from_db()
    assert not the_list.is_active


def test_the_look_up_shows_both_strings_and_the_score(desk):
    the_list = making.watch_list()
    desk.post(f"/watch-lists/{the_list.pk}/add/", {"value": "ОсОО «Ак-Бермет Текстиль»"})
    page = text(desk.get("/watch-lists/look-up/", {"name": "AKBERMET TEKSTIL OsOO"}))
    assert "AKBERMET TEKSTIL OsOO" in page and "Ак-Бермет" in page and the_list.name in page


def test_a_warning_is_entered_once_and_closed(desk):
    sent = {"reference": "W-1", "from_unit": "PCU Bishkek", "kind": "plate", "value": "01KG730BHC"}
    assert desk.post("/warnings/", sent).status_code == 302
    assert desk.post("/warnings/", sent).status_code == 422
    warning = WarningMessage.objects.get()
    desk.post(f"/warnings/{warning.pk}/close/", {"reason": "Found."})
    assert list(desk.get("/warnings/").context["page"]) == []
    assert list(desk.get("/warnings/?closed=1").context["page"]) == [warning]


def test_a_reader_cannot_enter_a_warning():
    auditor = signed_in(make.officer("auditor"))
    sent = {"reference": "W-1", "from_unit": "PCU Bishkek", "kind": "plate", "value": "01KG730BHC"}
    assert auditor.post("/warnings/", sent).status_code == 422
    assert not WarningMessage.objects.exists()
