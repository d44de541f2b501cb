"""A supervisor reads a published list on the page, sees the difference, applies it or sets it aside."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from profiling.models import ListImport
from tests import factories as make
from tests.profiling import making
from tests.profiling.watching.test_published import SAMPLES

from .conftest import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return signed_in(make.officer("supervisor"))


def given(desk, the_list, *names: str):
    files = [SimpleUploadedFile(name, (SAMPLES / name).read_bytes()) for name in names]
    return desk.post(f"/watch-lists/{the_list.pk}/published/", {"files": files}, follow=True)


def text(answer) -> str:
    return answer.content.decode()


def test_the_difference_is_seen_before_it_is_applied(desk):
    the_list = making.watch_list()
    page = given(desk, the_list, "sdn.csv", "alt.csv", "add.csv")
    assert "AKMATOV, Tursunbek" in text(page) and "twelve columns" in text(page)
    assert not the_list.entries.exists()
    assert "A published list waits" in text(desk.get(f"/watch-lists/{the_list.pk}/"))
    waiting = ListImport.objects.get()
    after = desk.post(f"/watch-lists/imports/{waiting.pk}/apply/", follow=True)
    assert "90001" in text(after) and the_list.entries.live().count() == 2
    again = desk.post(f"/watch-lists/imports/{waiting.pk}/apply/", follow=True)
    assert "Somebody has done that already" in text(again)


def test_it_can_be_set_aside(desk):
    the_list = making.watch_list()
    given(desk, the_list, "entities.ftm.json")
    desk.post(f"/watch-lists/imports/{ListImport.objects.get().pk}/set-aside/")
    assert (ListImport.objects.get().state, the_list.entries.exists()) == ("set_aside", False)


def test_only_one_kind_of_change_is_shown_when_asked(desk):
    the_list = making.watch_list()
    making.entry(the_list, "Gone Trading", source_id="gone-1")
    given(desk, the_list, "entities.ftm.json")
    page = desk.get(f"/watch-lists/imports/{ListImport.objects.get().pk}/?change=gone")
    assert "Gone Trading" in text(page) and "Lake Sarez" not in text(page)
    assert "Is the file whole" in text(page)


def test_files_of_no_layout_and_no_files_are_refused(desk):
    the_list = making.watch_list()
    file = SimpleUploadedFile("own.csv", b"value\nNur\n")
    page = desk.post(f"/watch-lists/{the_list.pk}/published/", {"files": [file]}, follow=True)
    assert "of OFAC" in text(page)
    assert "Choose the file" in text(desk.post(f"/watch-lists/{the_list.pk}/published/", follow=True))
    assert not ListImport.objects.exists()


def test_a_list_of_plates_takes_none(desk):
    the_list = making.watch_list(kind="plate")
    assert "Published list" not in text(desk.get(f"/watch-lists/{the_list.pk}/"))
