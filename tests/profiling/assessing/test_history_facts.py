"""History facts: what earlier consignments say; siblings, later ones and the future say nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from profiling.assessing import assess_due
from profiling.models import Assessment, ConsignmentFacts
from profiling.reading import history
from tests import factories as make

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture(autouse=True)
def short_memory(monkeypatch, settings):
    """A unit of these tests has a long enough history with two consignments."""
    settings.RANDOM_DRAW_PERCENT = 0
    monkeypatch.setattr(history, "_STATEMENT", history._STATEMENT.replace(">= 200 FROM", ">= 2 FROM"))


def seen(days_ago: float, **fields):
    fields.setdefault("equipment", [])
    return make.consignment(known_at=NOW - timedelta(days=days_ago), round_due="revision", **fields)


def facts_of(consignment) -> ConsignmentFacts:
    assess_due()
    return ConsignmentFacts.objects.filter(consignment=consignment).latest("round")


def old_traffic():
    for days in (200, 150):
        seen(days, parties=[{"role": "consignee", "name": f"Old Trader {days}"}])


def test_first_seen_is_not_evaluable_while_the_memory_is_short():
    assert facts_of(seen(0)).consignee_seen_365d is None


def test_a_consignee_never_seen_and_one_seen_twice():
    old_traffic()
    new = seen(0, parties=[{"role": "consignee", "name": "Newcomer OsOO"}])
    assert facts_of(new).consignee_seen_365d == 0
    seen(30), seen(20)
    facts = facts_of(seen(0))
    assert (facts.consignee_seen_365d, facts.consignor_seen_365d, facts.pair_seen_365d) == (2, 2, 2)


def test_what_was_seen_more_than_a_year_ago_is_forgotten():
    old_traffic()
    seen(400)
    assert facts_of(seen(0)).consignee_seen_365d == 0


def test_a_placeholder_has_no_history():
    old_traffic()
    nobody = [{"role": "consignee", "name": "UNKNOWN"}]
    seen(5, parties=nobody)
    assert facts_of(seen(0, parties=nobody)).consignee_seen_365d is None


def test_what_comes_later_does_not_count():
    old_traffic()
    early = seen(10)
    seen(5)
    assert facts_of(early).consignee_seen_365d == 0


def test_siblings_of_one_manifest_are_no_history():
    old_traffic()
    first, second = seen(0), seen(0)
    sibling = make.revision_of(second)
    sibling.manifest = make.revision_of(first).manifest
    sibling.save()
    assess_due()
    assert [f.consignee_seen_365d for f in ConsignmentFacts.objects.filter(consignment__in=[first, second])] == [0, 0]


def test_a_replaced_revision_counts_no_longer():
    old_traffic()
    amended = seen(20)
    make.revise(
        amended,
        known_at=NOW - timedelta(days=10),
        round_due="revision",
        parties=[{"role": "consignee", "name": "Another One OsOO"}],
        equipment=[],
    )
    assert facts_of(seen(0)).consignee_seen_365d == 0


def test_a_document_number_of_another_source_is_reused():
    seen(3, document_number="CMR-77001")
    facts = facts_of(seen(0, document_number="cmr 77001"))
    assert facts.document_number_reused is True
    assert facts.evidence["document_number_reused"]["count"] == 1


BOX = "MSKU1234565"


@pytest.mark.parametrize(
    ("name", "before", "days", "now", "expected"),
    [
        (
            "another box with the same seal",
            {"number": "TGHU1234567", "seals": ["A77"]},
            3,
            {"number": BOX, "seals": ["A77"]},
            True,
        ),
        (
            "the same box on the same journey",
            {"number": BOX, "seals": ["A77"]},
            3,
            {"number": BOX, "seals": ["A77"]},
            False,
        ),
        (
            "the same box with the seal of long ago",
            {"number": BOX, "seals": ["A77"]},
            90,
            {"number": BOX, "seals": ["A77"]},
            True,
        ),
        ("another seal", {"number": "TGHU1234567", "seals": ["A78"]}, 3, {"number": BOX, "seals": ["A77"]}, False),
        ("no seal stated", {"number": "TGHU1234567", "seals": ["A77"]}, 3, {"number": BOX, "seals": None}, None),
    ],
)
def test_doubled_seal(name, before, days, now, expected):
    seen(days, equipment=[before])
    assert facts_of(seen(0, equipment=[now])).seal_duplicated is expected


def test_one_seal_on_two_boxes_of_a_consignment():
    boxes = [{"number": "MSKU1234565", "seals": ["B1"]}, {"number": "TGHU1234567", "seals": ["B1"]}]
    assert facts_of(seen(0, equipment=boxes)).seal_duplicated is True


def test_a_box_that_was_seized_before_is_known_from_then_on():
    box = [{"number": "MSKU1234565"}]
    earlier = seen(30, equipment=box, manifest_fields={"conveyance_id": "XJ P 11111"})
    assess_due()
    case = Assessment.objects.get(consignment=earlier)
    case.select(make.officer(), "Look")
    case.record_outcome("seizure", make.officer("examiner"), NOW - timedelta(days=29))
    before = seen(29.5, equipment=box, manifest_fields={"conveyance_id": "XJ P 22222"})
    after = seen(0, equipment=box, manifest_fields={"conveyance_id": "XJ P 22222"})
    assert facts_of(before).equipment_in_seizure is False
    facts = facts_of(after)
    assert facts.equipment_in_seizure is True
    assert facts.evidence["equipment_in_seizure"]["number"] == "MSKU1234565"


def test_neither_box_nor_plate_cannot_be_looked_up():
    assert facts_of(seen(0, manifest_fields={"conveyance_id": ""})).equipment_in_seizure is None
