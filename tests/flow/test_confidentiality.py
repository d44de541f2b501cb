"""Nothing a client can read changes with an assessment: a red and a green twin look the same, before and after."""

import re

import pytest
from django.core.management import call_command
from rest_framework.test import APIClient

from pcu_platform.models import Officer
from profiling.models import Assessment
from tests.flow.arriving import document, hand_in, tomorrow_at

pytestmark = pytest.mark.django_db

RISK_WORDS = re.compile(r"lane|score|\bhit|profile|assess|indicator|risk|select|examin|watch|draw", re.IGNORECASE)
# What is each document's own: its ids, hash, moments, key, number and size.
OWN = re.compile(
    r"[0-9a-f]{8}-[0-9a-f-]{27}|problems-[0-9a-f]{8}|[0-9a-f]{64}|\d{4}-\d\d-\d\dT[\d:.+]+|key-\d+|TWIN-\d"
    r"|(?<=byte_count\":)\d+"
)

# By day, from an ordinary country, all said; the red twin differs in one check digit.
BY_DAY = {
    "arrival_at": tomorrow_at(12, 40),
    "entry_post": "KULUNDU",
    "conveyance": {"id": "01KG123ABC", "nationality": "KG"},
}
ORDINARY = {
    "procedure": "import",
    "dispatch_country": "CN",
    "destination_country": "KG",
    "itinerary": ["CN", "KG"],
    "equipment": [{"kind": "container", "number": "MSKU1234565", "fullness": "full", "seals": ["A1"]}],
}
GREEN = ORDINARY | {"document_number": "TWIN-1"}
RED = ORDINARY | {
    "document_number": "TWIN-2",
    "equipment": [{"kind": "container", "number": "MSKU1234560", "fullness": "full", "seals": ["A1"]}],
}


@pytest.fixture
def account(settings):
    settings.RANDOM_DRAW_PERCENT = 0
    call_command("load_reference", verbosity=0)
    return Officer.objects.get(username="client")


@pytest.fixture
def reader(account) -> APIClient:
    api = APIClient()
    api.force_authenticate(account)
    return api


def everything(reader: APIClient, submission) -> list[tuple]:
    """All that the client can read of a submission: status, headers and body of each route it has."""
    urls = [
        "/api/v1/submissions/",
        f"/api/v1/submissions/{submission.pk}/",
        f"/api/v1/submissions/{submission.pk}/problems.csv",
    ]
    answers = [reader.get(url) for url in urls]
    return [(a.status_code, sorted(a.headers.items()), b"".join(a).decode()) for a in answers]


def test_a_red_and_a_green_twin_look_the_same(reader, account):
    green, red = hand_in(document(GREEN, **BY_DAY), account), hand_in(document(RED, **BY_DAY), account)
    lanes = {a.consignment.document_number: a.lane for a in Assessment.objects.all()}
    assert lanes["TWIN-1"] == "green" and lanes["TWIN-2"] in {"red", "yellow"}
    seen = [
        [
            (status, [(k, OWN.sub("…", v)) for k, v in headers if k != "Content-Length"], OWN.sub("…", body))
            for status, headers, body in everything(reader, twin)[1:]
        ]
        for twin in (green, red)
    ]
    assert seen[0] == seen[1]


def test_nothing_changes_when_officers_decide(reader, account):
    red = hand_in(document(RED, **BY_DAY), account)
    before = everything(reader, red)
    case = Assessment.objects.get(consignment__document_number="TWIN-2")
    case.select(Officer.objects.get(username="analyst"), "Look inside")
    case.begin_examination(Officer.objects.get(username="examiner"))
    case.record_outcome("seizure", Officer.objects.get(username="examiner"))
    assert everything(reader, red) == before


def test_no_word_of_risk_reaches_the_client(reader, account):
    red = hand_in(document(RED, **BY_DAY), account)
    for _status, _headers, body in everything(reader, red):
        assert not RISK_WORDS.search(body), RISK_WORDS.search(body)


@pytest.mark.parametrize(
    "path",
    [
        "assessments/",
        "consignments/",
        "examinations/",
        "seizures/",
        "profiles/",
        "watchlists/",
        "warnings/",
        "profile-versions/",
    ],
)
def test_the_officers_side_is_closed_to_a_client_and_a_stranger(reader, path):
    assert reader.get(f"/api/v1/{path}").status_code in {403, 404}
    assert APIClient().get(f"/api/v1/{path}").status_code in {401, 404}


def test_the_schema_a_client_reads_names_its_own_routes_only(reader):
    text = reader.get("/api/v1/schema/", headers={"Accept": "application/vnd.oai.openapi+json"}).content.decode()
    assert "/submissions/" in text
    assert "/assessments/" not in text and "/profiles/" not in text and "/watchlists/" not in text


def test_another_units_case_is_not_found(account):
    hand_in(document(RED, **BY_DAY), account)
    case = Assessment.objects.get(consignment__document_number="TWIN-2")
    api = APIClient()
    api.force_authenticate(Officer.objects.get(username="osh_analyst"))
    assert api.get(f"/api/v1/assessments/{case.pk}/").status_code == 404
    assert api.post(f"/api/v1/assessments/{case.pk}/release/", {"reason": "x"}).status_code == 404
    assert api.get("/api/v1/assessments/?search=TWIN-2").data["count"] == 0


def test_the_administrator_sees_no_case(account):
    hand_in(document(RED, **BY_DAY), account)
    api = APIClient()
    api.force_authenticate(Officer.objects.get(username="admin"))
    for path in ("assessments/", "consignments/", "submissions/"):
        assert api.get(f"/api/v1/{path}").status_code == 403
