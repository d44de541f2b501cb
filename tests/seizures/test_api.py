"""The examination and seizure routes: what officers may do, and what strangers, clients and other units may not."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from seizures.checklists import points_of
from seizures.models import Examination, SeizureLine
from tests import factories as make
from tests.profiling.making import assessment

from .making import BOX, begun, closed, goods, neighbour, seizure_line, selected

pytestmark = pytest.mark.django_db

EXAMINATIONS = "/api/v1/examinations/"
SEIZURES = "/api/v1/seizures/"


def as_officer(officer=None) -> APIClient:
    client = APIClient()
    client.force_authenticate(officer or make.officer("examiner"))
    return client


def line(**fields) -> dict:
    return {"category": "drugs", "commodity": "Hashish", "quantity": "12.4", "quantity_unit": "kg", **fields}


def test_an_examiner_begins_answers_and_closes_with_a_seizure():
    case, examiner = selected(), as_officer()
    made = examiner.post(EXAMINATIONS, {"assessment": case.pk}, format="json")
    assert made.status_code == 201, made.content
    assert made.data["equipment"] == {"kind": "container", "number": BOX}
    path = f"{EXAMINATIONS}{made.data['id']}/"
    assert examiner.post(f"{path}seal/", {"number": "HX 550221", "state": "damaged"}).status_code == 200
    for point in points_of("container"):
        assert examiner.post(f"{path}answer/", {"point": point, "answer": "in_order"}).status_code == 200
    closing = {
        "kind": "full",
        "results": [{"assessment": case.pk, "outcome": "seizure"}],
        "seizure_lines": [line(concealment="floor"), line(commodity="Cigarettes", category="revenue", quantity="100")],
        "new_seal": "KG 0000001",
    }
    closed_one = examiner.post(f"{path}close/", closing, format="json")
    assert closed_one.status_code == 200, closed_one.content
    assert closed_one.data["state"] == "closed"
    assert [row["outcome"] for row in closed_one.data["examined"]] == ["seizure"]
    assert {row["commodity"] for row in closed_one.data["seizure_lines"]} == {"Hashish", "Cigarettes"}
    case.refresh_from_db()
    assert case.outcome == "seizure"


def test_it_can_be_closed_in_one_go():
    case = selected()
    examination = begun(case)
    closing = {
        "kind": "full",
        "answers": [{"point": point, "answer": "in_order"} for point in points_of("container")],
        "seal": {"number": "HX204512", "state": "intact"},
        "results": [{"assessment": case.pk, "outcome": "nil"}],
        "new_seal": "KG 1",
    }
    answer = as_officer().post(f"{EXAMINATIONS}{examination.pk}/close/", closing, format="json")
    assert (answer.status_code, answer.data["state"]) == (200, "closed")


def test_a_refused_closing_keeps_none_of_its_answers():
    case = selected()
    examination = begun(case)
    closing = {
        "kind": "full",
        "answers": [{"point": "floor", "answer": "in_order"}],
        "results": [{"assessment": case.pk, "outcome": "nil"}],
    }
    answer = as_officer().post(f"{EXAMINATIONS}{examination.pk}/close/", closing, format="json")
    examination.refresh_from_db()
    assert (answer.status_code, answer.data["code"]) == (409, "not_complete")
    assert "point 1" in answer.data["detail"]
    assert examination.checklist == {}


def test_a_second_closing_is_a_conflict():
    case = selected()
    path = f"{EXAMINATIONS}{closed(case).pk}/close/"
    body = {"kind": "documents", "results": [{"assessment": case.pk, "outcome": "nil"}]}
    assert as_officer().post(path, body, format="json").status_code == 409


def test_what_was_not_selected_is_a_conflict():
    answer = as_officer().post(EXAMINATIONS, {"assessment": assessment(lane="yellow").pk})
    assert (answer.status_code, answer.data["code"]) == (409, "not_selected")


def test_a_neighbour_is_taken_in():
    case = selected()
    other = neighbour(case)
    answer = as_officer().post(f"{EXAMINATIONS}{begun(case).pk}/include/", {"assessment": other.pk})
    assert [row["assessment"] for row in answer.data["examined"]] == [case.pk, other.pk]


def test_of_several_examined_a_line_says_in_which_it_was_found():
    case = selected()
    other = neighbour(case)
    path = f"{EXAMINATIONS}{begun(case, also=[other]).pk}/close/"
    body = {
        "kind": "documents",
        "results": [{"assessment": case.pk, "outcome": "nil"}, {"assessment": other.pk, "outcome": "seizure"}],
        "seizure_lines": [line()],
    }
    unsaid = as_officer().post(path, body, format="json")
    assert unsaid.status_code == 400 and "seizure_lines" in unsaid.data
    body["seizure_lines"] = [line(assessment=str(other.pk))]
    assert as_officer().post(path, body, format="json").status_code == 200
    assert SeizureLine.objects.get().consignment == other.consignment


@pytest.mark.parametrize(
    ("fault", "field"),
    [
        ({"quantity": "0"}, "quantity"),
        ({"quantity": "NaN"}, "quantity"),
        ({"quantity_unit": "box"}, "quantity_unit"),
        ({"category": "other"}, "category"),
        ({"commodity": ""}, "commodity"),
        ({"value": "10"}, "currency"),
        ({"value": "-1", "currency": "USD"}, "value"),
    ],
)
def test_a_faulty_line_is_named(fault, field):
    case = selected()
    body = {
        "kind": "documents",
        "results": [{"assessment": case.pk, "outcome": "seizure"}],
        "seizure_lines": [line(**fault)],
    }
    answer = as_officer().post(f"{EXAMINATIONS}{begun(case).pk}/close/", body, format="json")
    assert answer.status_code == 400
    assert field in answer.data["seizure_lines"][0]


def test_a_result_is_corrected_by_a_supervisor_alone():
    case = selected()
    path = f"{EXAMINATIONS}{closed(case).pk}/correct-result/"
    body = {"assessment": case.pk, "outcome": "documentary", "reason": "Licence of another year"}
    assert as_officer().post(path, body, format="json").status_code == 403
    answer = as_officer(make.officer("supervisor")).post(path, body, format="json")
    assert (answer.status_code, answer.data["examined"][0]["outcome"]) == (200, "documentary")


def test_a_line_is_corrected_by_a_supervisor_and_both_stay():
    old = seizure_line(quantity=Decimal(100))
    path = f"{SEIZURES}{old.pk}/correct/"
    body = {"quantity": "90", "reason": "Counted again"}
    assert as_officer().post(path, body).status_code == 403
    supervisor = as_officer(make.officer("supervisor"))
    answer = supervisor.post(path, body)
    assert (answer.status_code, answer.data["quantity"], answer.data["corrects"]) == (201, "90.000", old.pk)
    assert supervisor.post(path, body).data["code"] == "already_corrected"
    assert [row["quantity"] for row in supervisor.get(SEIZURES).data["results"]] == ["90.000"]
    assert supervisor.get(SEIZURES, {"corrected": "true"}).data["count"] == 2
    assert supervisor.get(f"{SEIZURES}{old.pk}/").data["in_force"] is False


def test_seizures_are_filtered_and_totalled_without_crossing_units():
    case = selected()
    closed(
        case,
        "seizure",
        goods(case, category="drugs", quantity=Decimal("12.4"), quantity_unit="kg", commodity="Hashish"),
        goods(case, category="drugs", quantity=Decimal(300), quantity_unit="tablet", commodity="Tramadol"),
        goods(case, quantity=Decimal(18600), value=Decimal(900), currency="USD"),
    )
    officer = as_officer()
    assert officer.get(SEIZURES, {"category": "drugs"}).data["count"] == 2
    assert officer.get(SEIZURES, {"commodity": "hash"}).data["count"] == 1
    assert officer.get(SEIZURES, {"since": "2020-01-01", "until": "2020-12-31"}).data["count"] == 0
    totals = officer.get(f"{SEIZURES}totals/", {"category": "drugs"}).json()
    assert {(t["quantity_unit"], t["quantity"]) for t in totals["quantities"]} == {("kg", 12.4), ("tablet", 300)}
    assert totals["values"] == []


def test_examinations_are_found_by_the_number_in_any_spelling():
    begun()
    assert as_officer().get(EXAMINATIONS, {"equipment": "kshu 618240-8"}).data["count"] == 1
    assert as_officer().get(EXAMINATIONS, {"equipment": "MSCU1"}).data["count"] == 0


def queries_of(api: APIClient, path: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert api.get(path).status_code == 200
    return len(caught)


def test_lists_need_the_same_queries_for_one_and_for_many():
    officer = as_officer()
    closed(selected(), "seizure")
    one = queries_of(officer, EXAMINATIONS), queries_of(officer, SEIZURES)
    for number in range(3):
        closed(selected(make.consignment(equipment=[{"number": f"MSCU{number}"}])), "seizure")
    assert (queries_of(officer, EXAMINATIONS), queries_of(officer, SEIZURES)) == one


def paths(examination: Examination, taken: SeizureLine) -> list[tuple[str, str]]:
    one, two = f"{EXAMINATIONS}{examination.pk}/", f"{SEIZURES}{taken.pk}/"
    posts = [f"{one}{verb}/" for verb in ("include", "answer", "seal", "close", "correct-result")] + [f"{two}correct/"]
    return [("get", one), ("get", two), *[("post", path) for path in posts]]


def everything() -> list[tuple[str, str]]:
    taken = seizure_line()
    lists = [("get", EXAMINATIONS), ("post", EXAMINATIONS), ("get", SEIZURES), ("get", f"{SEIZURES}totals/")]
    return lists + paths(taken.examination, taken)


def test_a_stranger_is_asked_to_sign_in():
    assert {getattr(APIClient(), method)(path).status_code for method, path in everything()} == {401}


@pytest.mark.parametrize("role", ["client", "administrator"])
def test_clients_and_administrators_see_nothing_of_it(role):
    api = as_officer(make.officer(role))
    assert {getattr(api, method)(path).status_code for method, path in everything()} == {403}


def test_another_units_id_is_unknown():
    taken = seizure_line()
    head = as_officer(make.officer("unit_head", unit=make.unit("OSH")))
    assert {getattr(head, method)(path).status_code for method, path in paths(taken.examination, taken)} == {404}
    assert head.get(EXAMINATIONS).data["count"] == head.get(SEIZURES).data["count"] == 0


def test_another_units_case_cannot_be_examined():
    case = selected()
    answer = as_officer(make.officer("examiner", unit=make.unit("OSH"))).post(EXAMINATIONS, {"assessment": case.pk})
    assert answer.status_code == 404


@pytest.mark.parametrize("role", ["analyst", "coordinator", "auditor"])
def test_who_only_reads_cannot_examine(role):
    api = as_officer(make.officer(role))
    case = selected()
    assert api.get(EXAMINATIONS).status_code == 200
    assert api.post(EXAMINATIONS, {"assessment": case.pk}).status_code == 403
    assert not Examination.objects.exists()
