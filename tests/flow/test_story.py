"""The whole story on one page: a document comes in, is scored, decided, examined; the profile's figures move by one.

Everything is real but the clock of the workers: their tasks are called here one after the other.
"""

import json
from decimal import Decimal

import pytest

from consignments.models import CaseEvent, Submission
from consignments.receiving import Delivery, receive
from consignments.registering import register_submission
from profiling.assessing import assess_due
from profiling.explaining import reasons_of
from profiling.measuring.baseline import random_baseline
from profiling.measuring.performance import performance
from profiling.measuring.periods import Period
from profiling.measuring.rates import wilson
from profiling.models import Assessment, DrawPeriod
from seizures.models import Examination, SeizureLine
from seizures.reporting import quantities
from tests import factories as make
from tests.flow.arriving import tomorrow_at
from tests.profiling import making
from tests.seizures.making import answered, goods

pytestmark = pytest.mark.django_db


def document(number: str, box: str) -> bytes:
    """A truck's manifest of one consignment in one box."""
    stated = {
        "mode": "road",
        "conveyance": {"id": f"01KG{number[-3:]}ABC", "nationality": "KG"},
        "entry_post": "KYZYL-BEL",
        "arrival_at": tomorrow_at(20, 30),
        "consignments": [
            {
                "document_number": number,
                "transport_document_kind": "cmr",
                "procedure": "import",
                "consignor": {"name": "Kashi Xinlan Garment Co., Ltd", "address": {"country": "CN"}},
                "consignee": {"name": "Nur-Kiyim Import OsOO", "identifier": "02709202610417"},
                "goods": [{"number": 1, "commodity_code": "6203423500", "description": "Men's trousers of cotton"}],
                "equipment": [{"kind": "container", "number": box, "seals": ["HX204512"]}],
            }
        ],
    }
    return json.dumps(stated).encode()


def arrived(number: str, box: str, client) -> Assessment:
    """Hand in a document as a client does, and let the workers do their part."""
    delivery = Delivery(document(number, box), "application/json", idempotency_key=number)
    submission = receive(delivery, source=client.source, by=client)
    assert register_submission(submission.pk)
    assert assess_due() == 1
    assert Submission.objects.get(pk=submission.pk).status == "registered"
    return Assessment.objects.get(consignment__document_number=number)


def rate_of(profile) -> tuple[int, int]:
    """Positive of examined, over the last month."""
    rate = performance(profile, Period.last_days(30)).rate
    return rate.positive, rate.examined


def test_from_a_document_to_the_hit_rate(settings):
    make.post("KYZYL-BEL")
    client, analyst, examiner, supervisor = make.client(), *map(make.officer, ("analyst", "examiner", "supervisor"))
    profile = making.profile(title="Container numbers that cannot be")
    making.version(profile, instruction="Read the number on the box itself.")  # E01: 50 points of 50, red

    # two trucks come; the check digit of the first box should be 5
    settings.RANDOM_DRAW_PERCENT = 0
    suspect = arrived("CMR-001", "MSKU1234560", client)
    sound = arrived("CMR-002", "MSKU1234565", client)
    assert (suspect.lane, suspect.state, suspect.selected_by) == ("red", "waiting", ["profile"])
    assert (sound.lane, sound.state) == ("green", "not_selected")

    # the analyst takes the next, sees why, and decides; the post sees the hold
    assert Assessment.objects.take_next(analyst) == suspect
    (reason,) = [found for found in reasons_of(suspect).indicators if found.answer == "hit"]
    assert reason.code == "E01" and "MSKU1234560" in reason.evidence
    suspect.select(analyst, "A number that cannot exist")
    suspect.acknowledge_hold(examiner)
    assert list(Assessment.objects.on_hold()) == [suspect]
    assert rate_of(profile) == (0, 0)

    # the examiner opens the box
    examination = answered(Examination.objects.begin(examiner, suspect))
    examination.answer(examiner, "front_wall", "problem", "Inside 11.61 m, expected 12.03")
    hashish = goods(suspect, commodity="Hashish", category="drugs", quantity=Decimal("12.4"), quantity_unit="kg")
    examination.close(examiner, "full", {suspect: "seizure"}, [hashish, goods(suspect)], new_seal="KG 0012345")
    suspect.refresh_from_db()
    assert suspect.outcome == "seizure"
    assert not Assessment.objects.on_hold().exists()

    # the profile's figure moves from 0/0 to 1/1, with its interval
    assert rate_of(profile) == (1, 1)
    measured = performance(profile, Period.last_days(30)).rate
    assert (measured.low, measured.high) == wilson(1, 1)

    # what the draw alone chose is examined too: it moves the baseline, not the profile
    DrawPeriod.objects.update(percent=100)  # this week the draw takes everything
    drawn = arrived("CMR-003", "KSHU6182408", client)
    assert drawn.selected_by == ["random"]
    drawn.select(analyst, "Random draw")
    by_chance = Examination.objects.begin(examiner, drawn)
    by_chance.close(examiner, "documents", {drawn: "nil"})
    baseline = random_baseline(drawn.unit, Period.last_days(30))
    assert (baseline.rate.positive, baseline.rate.examined) == (0, 1)
    assert rate_of(profile) == (1, 1)

    # weighed again, the hashish is less; kilograms and packs are never added
    line = SeizureLine.objects.get(commodity="Hashish")
    line.correct(supervisor, "Weighed without the wrapping", quantity=Decimal("11.95"))
    totals = [(total.category, total.quantity, total.quantity_unit) for total in quantities(SeizureLine.objects.all())]
    assert totals == [("drugs", Decimal("11.95"), "kg"), ("revenue", Decimal(18600), "pack")]

    # and the log tells it all, in order
    told = CaseEvent.objects.filter(consignment=suspect.consignment).values_list("verb", flat=True)
    story = ["registered", "assessed", "assigned", "selected", "hold_acknowledged", "included", "outcome_recorded"]
    assert [verb for verb in told if verb in story] == story
    assert told.filter(verb="seized").count() == 2 and told.last() == "corrected"
