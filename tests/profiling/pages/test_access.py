"""Who sees the supervisors' pages and who does not: every page, every kind of person."""

import uuid

import pytest
from django.test import Client

from profiling.watching.importing import read_published
from tests import factories as make
from tests.profiling import making
from tests.profiling.watching.test_published import given_files

from .conftest import signed_in

pytestmark = pytest.mark.django_db

READERS = {"analyst", "supervisor", "unit_head", "coordinator", "auditor"}
DRAFTERS = {"analyst", "supervisor", "unit_head"}
EVERYBODY = [*READERS, "examiner", "client", "administrator"]

# name, path, roles that see it
PAGES = [
    ("profiles", "/profiles/", READERS),
    ("a profile", "/profiles/{code}/", READERS),
    ("a version", "/profiles/{code}/versions/1/", READERS),
    ("a dry run", "/profiles/{code}/versions/1/?days=30", READERS),
    ("a new profile", "/profiles/new/", DRAFTERS),
    ("editing", "/profiles/{code}/versions/1/edit/", DRAFTERS),
    ("editing as JSON", "/profiles/{code}/versions/1/edit/?as=json", DRAFTERS),
    ("figures", "/figures/", READERS),
    ("the draw", "/figures/draws/", READERS),
    ("the draws as a file", "/figures/draws/export/", READERS),
    ("watch lists", "/watch-lists/", READERS),
    ("a watch list", "/watch-lists/{list}/", READERS),
    ("its ended entries", "/watch-lists/{list}/?ended=1&entry=nur", READERS),
    ("a published list", "/watch-lists/imports/{import}/?change=new", READERS),
    ("the look-up", "/watch-lists/look-up/?name=Nur-Kiyim", READERS),
    ("warnings", "/warnings/", READERS),
    ("registers", "/registers/", {"supervisor", "unit_head"}),
]


@pytest.fixture
def paths():
    version = making.version(making.profile(owner_unit=make.unit()), "draft")
    the_list = making.watch_list()
    making.entry(the_list, "Nur-Kiyim")
    waiting = read_published(the_list, None, given_files(["entities.ftm.json"]))
    return {"code": version.profile.code, "list": the_list.pk, "import": waiting.pk}


@pytest.mark.parametrize(("path", "roles"), [page[1:] for page in PAGES], ids=[page[0] for page in PAGES])
def test_a_page_is_for_its_roles(paths, path, roles):
    for role in EVERYBODY:
        answer = signed_in(make.officer(role)).get(path.format(**paths))
        assert answer.status_code == (200 if role in roles else 403), role
    assert Client().get(path.format(**paths)).status_code == 302


def test_another_units_things_are_not_there(paths):
    of_osh = signed_in(make.officer("supervisor", unit=make.unit("OSH")))
    lists = ["/watch-lists/{list}/", "/watch-lists/imports/{import}/"]
    for path in ["/profiles/{code}/", "/profiles/{code}/versions/1/", *lists]:
        assert of_osh.get(path.format(**paths)).status_code == 404
    assert paths["code"] not in of_osh.get("/profiles/").content.decode()


# path, verb needed
STEPS = [
    "/profiles/{code}/versions/1/submit/",
    "/profiles/{code}/versions/1/approve/",
    "/profiles/{code}/versions/1/activate/",
    "/profiles/{code}/versions/1/copy/",
    "/watch-lists/{list}/add/",
    "/watch-lists/{list}/upload/",
    "/watch-lists/{list}/switch/",
    "/watch-lists/{list}/published/",
    "/watch-lists/imports/{import}/apply/",
    "/watch-lists/imports/{import}/set-aside/",
    "/watch-lists/new/",
]


@pytest.mark.parametrize("path", STEPS)
def test_nothing_is_changed_by_looking_or_by_readers(paths, path):
    path = path.format(**paths)
    assert signed_in(make.officer("supervisor")).get(path).status_code == 405
    for role in ["coordinator", "auditor", "examiner", "client", "administrator"]:
        if role == "coordinator" and path.endswith(("/activate/", "/suspend/")):
            continue  # of what all units share it is the switch
        assert signed_in(make.officer(role)).post(path).status_code == 403, role


def test_what_does_not_exist_is_not_found():
    desk = signed_in(make.officer("supervisor"))
    assert desk.get("/profiles/PR-999/").status_code == 404
    assert desk.get(f"/watch-lists/{uuid.uuid4()}/").status_code == 404
    assert desk.post(f"/warnings/{uuid.uuid4()}/close/").status_code == 404
