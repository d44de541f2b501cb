"""Links: what moved together, counted once; how near that brings a consignment to a seizure (I06); crews (A14)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from profiling import linking
from profiling.assessing import assess_due
from profiling.linking import link_due
from profiling.models import Assessment, ConsignmentFacts, LinkDue, LinkEdge, LinkNode, SeizureTrace
from profiling.reading import links
from tests import factories as make

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture(autouse=True)
def no_draw(settings):
    settings.RANDOM_DRAW_PERCENT = 0


def moved(days_ago: float = 10, *, plate: str = "", consignee: str = "", driver: str = "", carrier: str = "", **fields):
    """A consignment with only these; assessed and linked."""
    named = {"consignee": consignee, "driver": driver, "carrier": carrier}
    parties = [{"role": role, "name": name, "country": "KG"} for role, name in named.items() if name]
    made = make.consignment(
        known_at=NOW - timedelta(days=days_ago), round_due="revision", parties=parties, equipment=[],
        manifest_fields={"conveyance_id": plate, "trailer_ids": fields.pop("trailers", [])}, **fields,
    )  # fmt: skip
    assess_due()
    while link_due():
        pass
    return made


def seize(of, days_ago: float = 9, outcome: str = "seizure") -> Assessment:
    case = Assessment.objects.filter(consignment=of).latest("round")
    Assessment.objects.filter(pk=case.pk).update(
        state="selected", selected_by=["officer"], decided_by=make.officer(), decided_at=NOW, decision_reason="Seen"
    )
    case.refresh_from_db()
    case.record_outcome(outcome, make.officer("examiner"), NOW - timedelta(days=days_ago))
    while link_due():
        pass
    return case


def facts_of(consignment) -> ConsignmentFacts:
    return ConsignmentFacts.objects.filter(consignment=consignment).latest("round")


def edges() -> dict[tuple[str, str], int]:
    found = LinkEdge.objects.select_related("low", "high")
    return {tuple(sorted([edge.low.kind, edge.high.kind])): edge.consignment_count for edge in found}


def test_what_moves_together_is_joined_and_counted():
    moved(5, plate="01KG111AAA", consignee="Nur-Kiyim Import", driver="Асанов Бакыт")
    moved(3, plate="01 KG 111 AAA", consignee="NUR-KIYIM IMPORT", driver="BAKYT ASANOV")
    assert edges() == {("driver", "party"): 2, ("driver", "plate"): 2, ("party", "plate"): 2}
    assert set(LinkNode.objects.values_list("kind", "edge_count")) == {("driver", 2), ("party", 2), ("plate", 2)}
    edge = LinkEdge.objects.first()
    assert (edge.last_seen_at - edge.first_seen_at).days == 2
    assert not LinkDue.objects.exists()


def test_an_amendment_adds_what_is_new_and_counts_nothing_twice():
    made = moved(5, plate="01KG111AAA", consignee="Nur-Kiyim Import")
    make.revise(
        made, round_due="revision", equipment=[],
        parties=[{"role": "consignee", "name": "Nur-Kiyim Import", "country": "KG"}],
        manifest_fields={"conveyance_id": "01KG111AAA", "trailer_ids": ["02 KG 222"]},
    )  # fmt: skip
    assess_due(), link_due()
    counts = sorted(LinkEdge.objects.values_list("consignment_count", flat=True))
    assert counts == [1, 1, 1]


def test_a_long_train_makes_few_edges():
    boxes = [{"kind": "container", "number": f"KSHU{number:07}"} for number in range(60)]
    made = make.consignment(round_due="revision", equipment=boxes, manifest_fields={"conveyance_id": ""})
    assess_due(), link_due()
    assert made and LinkEdge.objects.count() <= 12 * 11 / 2


def test_two_steps_to_a_seizure_are_told_with_the_way():
    seized = moved(10, plate="01KG111AAA", driver="Асанов Бакыт")
    moved(9, driver="Асанов Бакыт", consignee="Nur-Kiyim Import")
    seize(seized)
    near = moved(1, consignee="Nur-Kiyim Import", plate="01KG999ZZZ")
    facts = facts_of(near)
    assert facts.seizure_hops == 1
    assert facts.evidence["seizure_hops"]["path"] == "asanav bakit, Nur-Kiyim Import"
    moved(0.9, plate="01KG999ZZZ", consignee="Dordoi Plast")
    far = facts_of(moved(0.5, consignee="Dordoi Plast"))
    assert far.seizure_hops == 3  # three steps away


def test_what_was_itself_seized_is_no_step_away_and_the_seized_one_does_not_see_itself():
    seized = moved(10, plate="01KG111AAA", consignee="Nur-Kiyim Import")
    seize(seized)
    assert facts_of(moved(1, plate="01KG111AAA")).seizure_hops == 0
    make.revision_of(seized)
    type(make.revision_of(seized)).objects.filter(consignment=seized).update(round_due="feed")
    assess_due()
    assert facts_of(seized).seizure_hops == 3


def test_a_link_made_after_the_seizure_carries_on():
    seize(moved(10, plate="01KG111AAA"))
    moved(5, plate="01KG111AAA", driver="Асанов Бакыт")
    assert facts_of(moved(1, driver="Асанов Бакыт", consignee="Nur-Kiyim Import")).seizure_hops == 1
    assert facts_of(moved(0.5, consignee="Nur-Kiyim Import")).seizure_hops == 2


def test_a_hub_is_no_bridge(settings):
    settings.LINK_HUB_EDGES = 3
    seize(moved(10, plate="01KG111AAA", carrier="Silk Way Trans"))
    for number in range(4):
        moved(5, plate=f"01KG{number}00BBB", carrier="Silk Way Trans")
    assert facts_of(moved(1, plate="01KG500CCC", carrier="Silk Way Trans")).seizure_hops == 3
    assert facts_of(moved(1, plate="01KG111AAA")).seizure_hops == 0


def test_what_is_not_known_yet_is_not_told():
    seized = moved(10, plate="01KG111AAA")
    before = moved(8, plate="01KG111AAA")
    assert facts_of(before).seizure_hops is None  # no seizure on record: not known, not none
    seize(seized, days_ago=4)
    assert facts_of(moved(6, plate="01KG111AAA")).seizure_hops == 3
    assert facts_of(moved(2, plate="01KG111AAA")).seizure_hops == 0


def test_a_corrected_outcome_takes_its_traces_back():
    case = seize(moved(10, plate="01KG111AAA", driver="Асанов Бакыт"))
    assert SeizureTrace.objects.count() == 2
    case.correct_outcome("nil", make.officer("examiner"), "Wrong box.")
    link_due()
    assert not SeizureTrace.objects.exists()


def test_another_units_way_is_told_by_kinds_only():
    seize(moved(10, plate="01KG111AAA", driver="Асанов Бакыт", unit=make.unit("OSH")))
    facts = facts_of(moved(1, plate="01KG111AAA"))
    assert facts.evidence["seizure_hops"]["path"] == "plate"


def test_nothing_named_cannot_be_linked():
    seize(moved(10, plate="01KG111AAA"))
    assert facts_of(moved(1)).seizure_hops is None


CREWS = [
    ("driver and carrier again", {"driver": "BAKYT ASANOV", "carrier": "Silk Way Trans"}, True),
    ("the driver with another carrier", {"driver": "Асанов Бакыт", "carrier": "Dordoi Trans"}, False),
    ("the carrier with another driver", {"driver": "Уметов Талант", "carrier": "Silk Way Trans"}, False),
    ("the driver alone", {"driver": "Асанов Бакыт"}, None),
]


@pytest.mark.parametrize(("crew", "expected"), [row[1:] for row in CREWS], ids=[row[0] for row in CREWS])
def test_a_crew_of_a_seizure(crew, expected):
    seize(moved(10, plate="01KG111AAA", driver="Асанов Бакыт", carrier="Silk Way Trans"))
    facts = facts_of(moved(1, plate="01KG222BBB", **crew))
    assert facts.crew_in_seizure is expected
    if expected:
        assert facts.evidence["crew_in_seizure"]["who"] == "driver, carrier"


def test_a_crew_that_was_examined_without_a_find_is_innocent():
    seize(moved(10, driver="Асанов Бакыт", carrier="Silk Way Trans"), outcome="nil")
    assert facts_of(moved(1, driver="Асанов Бакыт", carrier="Silk Way Trans")).crew_in_seizure is False


def test_one_worker_writes_at_a_time():
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [linking._LOCK])
        moved(5, plate="01KG111AAA", consignee="Nur-Kiyim Import")
        assert (LinkDue.objects.count(), LinkEdge.objects.count()) == (1, 0)
        with other.cursor() as cursor:  # a server that still ends the session would hold the lock
            cursor.execute("SELECT pg_advisory_unlock(%s)", [linking._LOCK])
    finally:
        other.close()
    assert (link_due(), LinkEdge.objects.count()) == (1, 1)


def test_the_page_lists_what_else_moved_with_the_parties_and_vehicles(client):
    seize(moved(10, plate="01KG777SSS", driver="Асанов Бакыт"))
    made = moved(5, plate="01KG111AAA", driver="Асанов Бакыт")
    client.force_login(make.officer("analyst"))
    page = client.get(f"/consignments/{made.pk}/").content.decode()
    assert "01KG777SSS" in page and "in a seizure" in page


def test_what_is_asked_of_the_links_ends_at_a_limit():
    """The cost of a look-up is bounded by the hub and the limits, never by the table."""
    for number in range(3):
        moved(10, plate=f"01KG{number}00BBB", driver="Асанов Бакыт")
    pk = make.revision_of(moved(1, driver="Асанов Бакыт")).pk
    with connection.cursor() as cursor:
        cursor.execute("SET enable_seqscan = off")
        asked = {"revisions": [pk], "histories": [pk], "moments": [NOW], "hub": 60}
        cursor.execute(f"EXPLAIN {links._STATEMENT}", asked)
        plan = "\n".join(row[0] for row in cursor.fetchall())
        cursor.execute("SET enable_seqscan = on")
    for table in ("profiling_linkedge", "profiling_historykey o", "profiling_history h"):
        assert f"Seq Scan on {table}" not in plan
