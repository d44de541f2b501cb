"""A paper that comes after its consignment opens a round: an invoice with another mass hits D01, its twin not."""

import pytest
from rest_framework.test import APIClient

from profiling.models import Assessment
from profiling.tasks import assess_waiting
from tests import factories as make
from tests.flow.arriving import document, hand_in
from tests.profiling import making

pytestmark = pytest.mark.django_db

D01 = {"indicators": [{"code": "D01", "points": 50}], "threshold": 50, "lane": "red", "when_not_evaluable": "ignore"}


@pytest.fixture
def client(settings):
    settings.RANDOM_DRAW_PERCENT = 0
    make.post("KYZYL_BEL")
    making.version(definition=D01)
    return make.client()


def invoice_for(number: str, client, **fields):
    api = APIClient()
    api.force_authenticate(client)
    body = {"document_number": number, "kind": "invoice", "number": "17", **fields}
    answer = api.post("/api/v1/supporting-documents/", body, format="json", headers={"Idempotency-Key": f"i-{number}"})
    assert answer.status_code == 201, answer.json()
    assess_waiting()


def rounds(number: str):
    of = Assessment.objects.filter(consignment__document_number=number).order_by("round")
    return [(one.round, one.trigger, one.lane, one.facts.documents_differ) for one in of]


def test_an_invoice_with_another_mass_opens_a_round_and_hits(client):
    hand_in(document({"document_number": "CMR-9001"}), client)
    assert rounds("CMR-9001") == [(1, "revision", "green", None)]
    invoice_for("CMR-9001", client, gross_mass_kg="23900", value="54000", currency="USD")
    assert rounds("CMR-9001") == [(1, "revision", "green", None), (2, "supporting_document", "red", True)]
    latest = Assessment.objects.get(round=2)
    assert latest.facts.documents_differ_in == ["gross_mass"]
    assess_waiting()
    assert Assessment.objects.count() == 2


def test_its_twin_that_agrees_is_none(client):
    hand_in(document({"document_number": "CMR-9002"}), client)
    invoice_for("CMR-9002", client, gross_mass_kg="20150", value="54000", currency="USD")
    assert rounds("CMR-9002") == [(1, "revision", "green", None), (2, "supporting_document", "green", False)]


def test_a_paper_before_the_first_round_opens_none_of_its_own(client):
    of = make.consignment(round_due="revision", source=client.source, document_number="CMR-9003")
    invoice_for("CMR-9003", client, gross_mass_kg="1")
    assert rounds(of.document_number) == [(1, "revision", "red", True)]


def test_a_corrected_paper_is_looked_at_again(client):
    hand_in(document({"document_number": "CMR-9004"}), client)
    invoice_for("CMR-9004", client, gross_mass_kg="23900")
    api = APIClient()
    api.force_authenticate(client)
    made = api.get("/api/v1/supporting-documents/").json()["results"][0]
    body = {"kind": "invoice", "number": "17", "gross_mass_kg": "20150"}
    assert api.post(f"/api/v1/supporting-documents/{made['id']}/correction/", body, format="json").status_code == 201
    assess_waiting()
    assert [(lane, differ) for _round, _trigger, lane, differ in rounds("CMR-9004")][1:] == [
        ("red", True),
        ("green", False),
    ]
