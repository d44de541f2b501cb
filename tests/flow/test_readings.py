"""A manifest comes in, then a gate report with another seal and mass: a new round hits; an innocent twin has none."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from consignments.models import CaseEvent, Observation, Submission
from consignments.receiving import Delivery, receive
from consignments.registering import register_submission
from profiling.explaining import reasons_of
from profiling.models import Assessment, DrawPeriod
from profiling.tasks import assess_waiting
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db

BOX = "MSKU1234565"
DEFINITION = making.DEFINITION | {
    "indicators": [{"code": "E06", "points": 30}, {"code": "E10", "points": 30}],
    "threshold": 50,
    "when_not_evaluable": "ignore",
}


def manifest(number: str = "CMR-001", box: str = BOX) -> bytes:
    stated = {
        "mode": "road",
        "conveyance": {"id": f"01KG{number[-3:]}ABC", "nationality": "KG"},
        "entry_post": "KYZYL-BEL",
        "arrival_at": (timezone.localtime() + timedelta(hours=3)).isoformat(),
        "consignments": [
            {
                "document_number": number,
                "transport_document_kind": "cmr",
                "consignor": {"name": "Kashi Xinlan Garment Co., Ltd", "address": {"country": "CN"}},
                "consignee": {"name": "Nur-Kiyim Import OsOO", "identifier": "02709202610417"},
                "goods": [
                    {"number": 1, "commodity_code": "6203423500", "description": "Trousers", "gross_mass_kg": 15900}
                ],
                "equipment": [
                    {"kind": "container", "number": box, "size_type": "45G1", "fullness": "full", "seals": ["HX204512"]}
                ],
            }
        ],
    }
    return json.dumps(stated).encode()


def gate_report(seal: str, mass_kg: int, box: str = BOX, plate: str = "01KG001ABC") -> bytes:
    at = f"{timezone.localtime():%Y%m%d%H%M}"
    segments = [
        "UNB+UNOA:1+OSHTERM+PCU+261124:0900+1",
        "UNH+1+CODECO:D:95B:UN:SMDG16",
        "BGM+34+GATE1+9",
        f"EQD+CN+{box}+45G1:102:5++3+5",
        f"DTM+7:{at}:203",
        "LOC+165+KGOSS:139:6:KYZYL-BEL",
        f"MEA+AAE+VGM+KGM:{mass_kg}",
        f"SEL+{seal}+SH",
        f"TDT+1++3++:172:ZZZ+++{plate}:146",
        "CNT+16:1",
        "UNT+10+1",
        "UNZ+1+1",
    ]
    return ("'".join(segments) + "'").encode()


def hand_in(raw: bytes, content_type: str, client) -> Submission:
    delivery = Delivery(raw, content_type, idempotency_key=f"key-{Submission.objects.count()}")
    received = receive(delivery, source=client.source, by=client)
    assert register_submission(received.pk)
    assess_waiting()
    return Submission.objects.get(pk=received.pk)


@pytest.fixture
def client(settings):
    settings.RANDOM_DRAW_PERCENT = 0
    make.post("KYZYL-BEL")
    making.version(definition=DEFINITION)
    client = make.client()
    hand_in(manifest(), "application/json", client)
    return client


def rounds() -> list[Assessment]:
    return list(Assessment.objects.order_by("round"))


def hits(assessment: Assessment) -> dict[str, str]:
    return {r.code: r.evidence for r in reasons_of(assessment).indicators if r.answer == "hit"}


def test_another_seal_and_mass_open_a_round_that_hits(client):
    (first,) = rounds()
    assert (first.lane, first.trigger, hits(first)) == ("green", "revision", {})
    submission = hand_in(gate_report("ZZ99001", 28000), "application/edifact", client)
    assert (submission.document_kind, submission.status) == ("codeco", "registered")
    assert (submission.observations_count, submission.consignments_count) == (1, 0)
    _, second = rounds()
    assert (second.lane, second.trigger, second.round, second.state) == ("red", "feed", 2, "waiting")
    found = hits(second)
    assert found["E06"].startswith(f"{BOX}: seal stated HX204512, seen ZZ99001 at KYZYL-BEL, ")
    assert f"{BOX} weighed 28" in found["E10"] and "declared: 15" in found["E10"]
    # 28 t less a box of 3 to 5.2 t is at least 22.8 t, 43.4 % above 15.9 t
    assert second.facts.weighed_deviation_percent == pytest.approx(6900 / 159)


def test_a_twin_without_differences_opens_a_round_without_a_hit(client):
    hand_in(gate_report("HX204512", 20100), "application/edifact", client)
    first, second = rounds()
    assert (second.lane, second.trigger, hits(second)) == ("green", "feed", {})
    assert (second.facts.seal_differs_on_arrival, second.facts.weighed_deviation_percent) == (False, 0)
    assert (first.facts.seal_differs_on_arrival, first.facts.weighed_deviation_percent) == (None, None)


def test_a_reading_of_another_box_changes_nothing(client):
    hand_in(gate_report("ZZ99001", 28000, box="KSHU6182408"), "application/edifact", client)
    assert len(rounds()) == 1
    assert not Observation.objects.to_take_up().exists()


def test_the_same_reading_again_opens_no_round(client):
    hand_in(gate_report("ZZ99001", 28000), "application/edifact", client)
    again = gate_report("ZZ99001", 28000).replace(b"GATE1", b"GATE2")
    submission = hand_in(again, "application/edifact", client)
    assert (submission.status, submission.observations_count, Observation.objects.count()) == ("registered", 0, 1)
    assert [problem.code for problem in submission.problems.all()] == ["observations_repeated"]
    assert len(rounds()) == 2


def test_a_decided_case_waits_again_and_its_decision_stays(client):
    DrawPeriod.objects.update(percent=100)  # whatever is drawn waits for a decision
    hand_in(manifest("CMR-003", "KSHU6182408"), "application/json", client)
    first = Assessment.objects.get(consignment__document_number="CMR-003")
    first.release(make.officer("analyst", unit=first.unit), "Known trader")
    hand_in(gate_report("ZZ99001", 28000, box="KSHU6182408"), "application/edifact", client)
    first.refresh_from_db()
    second = Assessment.objects.get(consignment__document_number="CMR-003", round=2)
    assert first.state == "released"
    assert (second.state, second.changed_after_decision) == ("waiting", True)


def test_a_reading_that_came_before_the_manifest_is_known_to_its_first_round(client):
    hand_in(gate_report("ZZ99001", 28000, box="KSHU6182408"), "application/edifact", client)
    hand_in(manifest("CMR-002", "KSHU6182408"), "application/json", client)
    (only,) = Assessment.objects.filter(consignment__document_number="CMR-002")
    assert (only.lane, only.trigger) == ("red", "revision")


def test_a_reading_handed_in_before_the_first_round_waits_for_it(client):
    received = [
        receive(Delivery(raw, kind, idempotency_key=kind), source=client.source, by=client)
        for raw, kind in (
            (manifest("CMR-002", "KSHU6182408"), "application/json"),
            (gate_report("ZZ99001", 28000, box="KSHU6182408"), "application/edifact"),
        )
    ]
    register_submission(received[1].pk)  # the worker of the second was faster
    assess_waiting()
    assert Observation.objects.to_take_up().count() == 1
    register_submission(received[0].pk)
    assess_waiting()
    lanes = Assessment.objects.filter(consignment__document_number="CMR-002").order_by("round")
    assert list(lanes.values_list("lane", "trigger")) == [("green", "revision"), ("red", "feed")]


def test_what_travelled_on_an_earlier_journey_does_not_count(client):
    old = gate_report("ZZ99001", 28000).replace(
        f"{timezone.localtime():%Y%m%d}".encode(), f"{timezone.localtime() - timedelta(days=60):%Y%m%d}".encode()
    )
    hand_in(old, "application/edifact", client)
    assert len(rounds()) == 1


def test_the_log_tells_why_it_was_assessed_again(client):
    hand_in(gate_report("ZZ99001", 28000), "application/edifact", client)
    told = CaseEvent.objects.filter(verb="assessed").order_by("at", "id").last()
    assert told.after["trigger"] == "feed"
