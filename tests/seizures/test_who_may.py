"""Who may see the pages of examinations and seizures, and who may not."""

import pytest
from django.test import Client

from tests import factories as make
from tests.seizures.browsing import as_officer, text
from tests.seizures.making import begun, seizure_line, selected

pytestmark = pytest.mark.django_db


def everything() -> list[tuple[str, str]]:
    taken = seizure_line()
    due = selected(make.consignment(equipment=[{"number": "MSCU1", "number_key": "MSCU1"}]))
    one, case = taken.examination, taken.examination.assessments()[0]
    shown = [f"/examinations/{one.pk}/", f"/examinations/{one.pk}/act/", "/examinations/", "/seizures/"]
    gets = [*shown, "/seizures/export.csv", f"/examinations/begin/{due.pk}/", f"/seizures/{taken.pk}/correct/"]
    gets.append(f"/examinations/{one.pk}/correct/{case.pk}/")
    posts = [f"/examinations/{one.pk}/{verb}/" for verb in ("save", "add-line", "close", f"include/{case.pk}")]
    return [("get", path) for path in gets] + [("post", path) for path in posts]


def test_a_stranger_is_sent_to_the_door():
    for method, path in everything():
        answer = getattr(Client(), method)(path)
        assert answer.status_code == 302 and answer.headers["Location"].startswith("/sign-in/"), path


@pytest.mark.parametrize("role", ["client", "administrator"])
def test_clients_and_administrators_see_nothing_of_it(role):
    officer = as_officer(make.officer(role))
    assert {getattr(officer, method)(path).status_code for method, path in everything()} == {403}


def test_another_units_id_is_unknown():
    head = as_officer(make.officer("unit_head", unit=make.unit("OSH")))
    for method, path in everything():
        if any(character.isdigit() for character in path):
            assert getattr(head, method)(path).status_code == 404, path
    assert "KG-26-9" not in text(head.get("/examinations/")) + text(head.get("/seizures/"))


def test_an_analyst_reads_an_open_examination_and_does_not_touch_it():
    examination = begun()
    analyst = as_officer(make.officer("analyst"))
    assert "still open" in text(analyst.get(f"/examinations/{examination.pk}/"))
    assert "<form" not in text(analyst.get(f"/examinations/{examination.pk}/")).split("<main")[1].split("</main")[0]
    assert analyst.post(f"/examinations/{examination.pk}/close/").status_code == 403
