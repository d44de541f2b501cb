"""The OpenAPI description shows each caller its own routes, with examples that are taken."""

import json

import pytest

from consignments.registering import register_waiting

from .conftest import calling

pytestmark = pytest.mark.django_db


def schema_for(user):
    return calling(user).get("/api/v1/schema/", headers={"Accept": "application/vnd.oai.openapi+json"}).json()


def test_a_client_reads_only_of_its_own_routes(client_a):
    schema = schema_for(client_a)
    own = {"submissions", "observations", "supporting-documents", "information-requests"}
    assert {path.split("/")[3] for path in schema["paths"]} == own
    names = " ".join(schema.get("components", {}).get("schemas", {}))
    assert not any(word in names for word in ("Assessment", "Lane", "Watch", "Seizure", "Examination", "Movement"))


def test_an_officer_reads_of_submissions_and_consignments(analyst):
    assert {"submissions", "consignments"} <= {path.split("/")[3] for path in schema_for(analyst)["paths"]}


def test_a_stranger_reads_no_schema():
    assert calling().get("/api/v1/schema/").status_code == 401


def test_the_example_of_the_schema_is_registered_without_a_problem(client_a):
    body = schema_for(client_a)["paths"]["/api/v1/submissions/"]["post"]["requestBody"]["content"]
    example = next(iter(body["application/json"]["examples"].values()))["value"]
    raw = json.dumps(example)
    answer = calling(client_a).generic(
        "POST", "/api/v1/submissions/", raw, "application/json", headers={"Idempotency-Key": "k"}
    )
    register_waiting()
    detail = calling(client_a).get(answer.json()["url"]).json()
    assert (detail["status"], detail["problems"]) == ("registered", [])
    assert "application/edifact" in body
