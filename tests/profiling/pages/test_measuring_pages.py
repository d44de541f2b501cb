"""Numbers on pages: of each version, each indicator, of overrides; and the rows that each opens."""

import re
from decimal import Decimal

import pytest
from django.test import Client

from profiling.models import SeizedTotal
from tests import factories as make
from tests.profiling import making

from .conftest import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def version():
    """Three selections: one seized, one nil, one not examined; and one consignment of another unit."""
    version = making.version()
    told = [{"code": "E01", "answer": "hit", "points": 30}, {"code": "C07", "answer": "hit", "points": 20}]
    for outcome, of in [
        ("seizure", None),
        ("nil", None),
        (None, None),
        (None, make.consignment(unit=make.unit("OSH"))),
    ]:
        chosen = making.assessment(of, lane="red", selected_by=["profile"], state="selected" if outcome else "")
        making.hit(chosen, version, indicators=told[: 1 if outcome == "nil" else 2])
        if outcome:
            total = SeizedTotal("revenue", "pack", Decimal(18600), 2)
            chosen.record_outcome(outcome, make.officer("examiner"), seized=[total])
    return version


def count_in(desk: Client, link: str) -> int:
    """What the page behind a link counts."""
    shown = desk.get(link)
    assert shown.status_code == 200
    return int(re.search(r'id="row-count">(\d+)', shown.content.decode())[1])


def test_each_number_of_a_version_opens_as_many_rows(desk, version):
    page = desk.get(f"/profiles/{version.profile.code}/").content.decode()
    row = re.search(rf'data-version="{version.number}".*?</tr>', page, re.DOTALL)[0]
    numbers = [(link.replace("&amp;", "&"), int(number)) for link, number in re.findall(r'href="([^"]+)">(\d+)<', row)]
    assert [number for _link, number in numbers] == [3, 1, 2]
    assert [count_in(desk, link) for link, _number in numbers] == [3, 1, 2]
    assert "Revenue: 18\u202f600 packs" in row


def test_an_indicator_shows_its_rate_and_its_companions(desk, version):
    page = desk.get("/indicators/").content.decode()
    row = re.search(r'data-indicator="E01".*?</tr>', page, re.DOTALL)[0]
    assert 'data-rate="1/2"' in row
    shown = desk.get("/indicators/E01/")
    assert [(one.code, one.together) for one, _label in shown.context["companions"]] == [("C07", 2)]
    assert shown.context["measured"].alone == 1
    assert count_in(desk, "/figures/rows/?indicator=E01") == 3
    assert count_in(desk, "/figures/rows/?indicator=E01&show=examined") == 2


def test_every_number_tells_its_formula(desk, version):
    for path in [f"/profiles/{version.profile.code}/", "/indicators/", "/indicators/E01/", "/figures/"]:
        assert "Wilson" in desk.get(path).content.decode()


def test_overrides_stand_on_the_figures(desk):
    making.assessment(lane="yellow", selected_by=["profile"], state="released")
    making.assessment(selected_by=["officer"], state="selected")
    page = desk.get("/figures/").content.decode()
    assert re.search(r'data-override="let-go".*?>1</a>', page, re.DOTALL)
    assert count_in(desk, "/figures/rows/?source=waved_through") == 1
    assert count_in(desk, "/figures/rows/?source=taken_up") == 1


def test_another_units_rows_are_not_there(version):
    of_osh = signed_in(make.officer("supervisor", unit=make.unit("OSH")))
    assert count_in(of_osh, f"/figures/rows/?profile={version.profile.code}") == 1
    of_all = signed_in(make.officer("coordinator"))
    assert count_in(of_all, f"/figures/rows/?profile={version.profile.code}") == 4


def test_a_profile_of_another_unit_is_not_found():
    theirs = making.version(making.profile(owner_unit=make.unit("OSH"))).profile
    desk = signed_in(make.officer("supervisor"))
    assert desk.get(f"/figures/rows/?profile={theirs.code}").status_code == 404


@pytest.mark.parametrize(
    "asked", ["?source=moon", "?show=some", "?profile=PR-999", "?version=two", "?profile=PR-999&version=-1"]
)
def test_what_is_no_question_is_not_found(desk, asked):
    assert desk.get(f"/figures/rows/{asked}").status_code == 404


def test_an_indicator_nobody_knows_is_not_found(desk):
    assert desk.get("/indicators/Z99/").status_code == 404
    assert desk.get("/indicators/C07/").status_code == 200


@pytest.mark.parametrize("path", ["/indicators/", "/indicators/E01/", "/figures/rows/"])
def test_they_are_for_who_reads_profiles(path):
    for role in ["analyst", "supervisor", "unit_head", "coordinator", "auditor"]:
        assert signed_in(make.officer(role)).get(path).status_code == 200
    for role in ["examiner", "client", "administrator"]:
        assert signed_in(make.officer(role)).get(path).status_code == 403
    assert Client().get(path).status_code == 302
