"""What came before a consignment: those alike with their outcomes, and its parties; other units are only counted."""

from datetime import timedelta

import pytest
from django.utils import timezone

from profiling.assessing import assess_due
from profiling.models import Assessment
from profiling.past_file import party_pasts_of, similar_of
from tests import factories as make

pytestmark = pytest.mark.django_db
NOW = timezone.now()
BLANKETS = [{"commodity_code": "6301400000", "description": "Blankets", "package_kind": "BL", "origin_country": "TR"}]


@pytest.fixture(autouse=True)
def no_draw(settings):
    settings.RANDOM_DRAW_PERCENT = 0


def came(days_ago: float, outcome: str = "", *, consignee="Nur-Kiyim Import OsOO", consignor="Xinlan", **fields):
    """A consignment that became known so many days ago, assessed, and examined where there is an outcome."""
    named = {"consignee": consignee, "consignor": consignor}
    fields.setdefault("dispatch_country", "CN")
    fields.setdefault("destination_country", "KG")
    parties = [{"role": role, "name": name, "country": "KG"} for role, name in named.items()]
    known_at = NOW - timedelta(days=days_ago)
    made = make.consignment(known_at=known_at, round_due="revision", parties=parties, **fields)
    assess_due()
    if outcome:
        case = Assessment.objects.get(consignment=made)
        Assessment.objects.filter(pk=case.pk).update(
            state="selected", selected_by=["profile"], decided_by=make.officer(), decided_at=NOW, decision_reason="Seen"
        )
        case.refresh_from_db()
        case.record_outcome(outcome, make.officer("examiner"), known_at + timedelta(days=1))
    return made


def similar(of, role: str = "analyst", **fields):
    return similar_of(make.revision_of(of).pk, make.officer(role, **fields), NOW)


def test_those_with_most_in_common_come_first_and_the_unexamined_say_so():
    trader_only = came(40, "nil", goods=BLANKETS, dispatch_country="TR")
    twin = came(30, "seizure")
    unexamined = came(20)
    came(10, consignee="Stranger", consignor="Unknown", goods=BLANKETS, dispatch_country="TR")
    found = similar(came(1))
    assert [line.consignment_id for line in found.lines] == [twin.pk, trader_only.pk, unexamined.pk]
    assert [line.outcome for line in found.lines] == ["Seizure", "Nothing found", ""]
    assert (found.examined, found.positive, found.unexamined, found.hidden) == (2, 1, 1, 0)
    assert found.lines[0].in_common == "goods, origin, route, packing, consignee, consignor"
    assert found.lines[1].in_common == "consignee, consignor"


def test_the_same_kind_of_goods_is_alike_whoever_trades_it():
    other = came(30, "nil", consignee="Stranger", consignor="Unknown")
    (line,) = similar(came(1)).lines
    assert (line.consignment_id, line.in_common) == (other.pk, "goods, origin, route, packing")


def test_only_the_past_is_looked_at_and_an_amendment_is_one_consignment():
    base = came(20)
    came(5)
    assert similar(base) is None
    make.revise(base, known_at=NOW - timedelta(days=3), round_due="revision")
    assess_due()
    (line,) = similar(base).lines
    assert line.consignment_id != base.pk


def test_another_units_is_counted_and_not_shown():
    came(30, "seizure", unit=make.unit("OSH"))
    of = came(1)
    found = similar(of)
    assert (found.lines, found.positive, found.hidden) == ([], 1, 1)
    assert len(similar(of, "auditor").lines) == 1


def test_the_past_of_each_party_is_told_in_figures():
    came(400, consignor="Another")
    came(300, "nil")
    came(200, "seizure")
    came(100, consignee="Somebody else")
    past = party_pasts_of(make.revision_of(came(1)).pk, NOW)
    assert past["consignee"].sentence == "3 consignments in two years, 2 examined, 1 with a result, 1 seizure"
    assert past["consignor"].sentence == "3 consignments in two years, 2 examined, 1 with a result, 1 seizure"
    assert past["consignee"].lanes == "CN → KG 3"
    assert [mark.is_positive for mark in past["consignee"].marks] == [False, True]
    assert past["consignee"].first.startswith("first seen ")


def test_a_newcomer_has_no_past_and_no_strip():
    past = party_pasts_of(make.revision_of(came(1)).pk, NOW)
    assert (past["consignee"].sentence, past["consignee"].ticks) == ("no earlier consignment in two years", "")


def test_what_is_not_assessed_yet_has_no_past():
    due = make.consignment(round_due="revision")
    assert similar(due) is None
    assert party_pasts_of(make.revision_of(due).pk, NOW) == {}
