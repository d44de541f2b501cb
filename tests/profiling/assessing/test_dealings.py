"""Terms, loads, carriers and keys against earlier consignments; small samples say nothing, siblings neither."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from profiling.assessing import assess_due
from profiling.models import Assessment, ConsignmentFacts, LaneNorm
from profiling.reading import history
from profiling.reading.lanes import refresh_lane_norms
from tests import factories as make

pytestmark = pytest.mark.django_db
NOW = timezone.now()
CARRIER = {"role": "carrier", "name": "Tez Jol OsOO", "country": "KG"}
WITH_CARRIER = [*make.USUAL_PARTIES, CARRIER]
LORRY = {"conveyance_id": "01 KG 730 BHC", "conveyance_key": "01KG730BHC"}


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


def weighing(kg: int, **more):
    return {"goods": [make.USUAL_GOODS[0] | {"gross_mass_kg": Decimal(kg), **more}]}


def old_traffic(*days: float, **fields):
    for each in days or (300, 250, 200, 150, 100):
        seen(each, **fields)


# G04


def test_g04_several_small_loads_of_the_pair():
    old_traffic(**weighing(10_000))
    for days in (9, 6, 3):
        seen(days, **weighing(1_500))
    facts = facts_of(seen(0, **weighing(1_500)))
    assert facts.pair_seen_14d == 3
    assert facts.mass_against_pair == pytest.approx(0.15)
    assert facts.evidence["mass_against_pair"] == {"mass_kg": 1500, "usual_kg": 10_000}


def test_g04_other_goods_of_the_pair_are_no_part_of_the_order():
    old_traffic(**weighing(10_000))
    for days in (9, 6, 3):
        seen(days, **weighing(1_500, commodity_code="8429110000"))
    assert facts_of(seen(0, **weighing(1_500))).pair_seen_14d == 0


def test_g04_four_earlier_loads_are_no_sample():
    old_traffic(300, 250, 200, 150, **weighing(10_000))
    assert facts_of(seen(0, **weighing(1_500))).mass_against_pair is None


# F05


@pytest.mark.parametrize(("earlier", "expected"), [(10, 0.0), (9, None)])
def test_f05_a_currency_that_the_pair_never_had(earlier, expected):
    old_traffic(*(300 - 10 * n for n in range(earlier)))
    facts = facts_of(seen(0, **weighing(10, currency="TRY")))
    assert facts.currency_habit_share == expected
    if expected is not None:
        told = {"currency": "TRY", "usual_currency": "USD", "currency_n": 10}
        assert facts.evidence["currency_habit_share"] == told


def test_f05_terms_of_delivery_by_the_invoices():
    for days in (300, 250, 200, 150, 100):
        make.supporting_document(consignment=seen(days), incoterm="FCA", known_at=NOW - timedelta(days=days))
    now = seen(0)
    make.supporting_document(consignment=now, incoterm="DDP", known_at=NOW - timedelta(minutes=1))
    facts = facts_of(now)
    assert facts.incoterm_habit_share == 0
    assert facts.evidence["incoterm_habit_share"]["usual_incoterm"] == "FCA"
    usual = seen(0)
    make.supporting_document(consignment=usual, incoterm="FCA", known_at=NOW - timedelta(minutes=1))
    assert facts_of(usual).incoterm_habit_share == 1
    assert facts_of(seen(0)).incoterm_habit_share is None


# G08


def test_g08_thirty_days_against_the_year():
    old_traffic(*range(40, 400, 36), **weighing(1_000))
    for days in (20, 10):
        seen(days, **weighing(5_000))
    facts = facts_of(seen(0, **weighing(5_000)))
    assert facts.volume_against_year == pytest.approx(15_000 / (10_000 / (334 / 30)), rel=0.02)
    assert facts.evidence["volume_against_year"]["month_kg"] == 15_000


def test_g08_a_young_history_has_no_year():
    old_traffic(*range(31, 90, 5), **weighing(1_000))
    assert facts_of(seen(0, **weighing(50_000))).volume_against_year is None


# I04


def examined(days_ago: float, outcome: str):
    one = seen(days_ago)
    assess_due()
    case = Assessment.objects.get(consignment=one)
    case.select(make.officer(), "Look")
    case.record_outcome(outcome, make.officer("examiner"), NOW - timedelta(days=days_ago - 0.5))
    return one


def test_i04_a_run_ends_at_the_last_finding_and_ages():
    for days, outcome in ((700, "nil"), (600, "seizure"), (365.5, "nil"), (20.5, "nil"), (10.5, "nil")):
        examined(days, outcome)
    facts = facts_of(seen(0))
    assert facts.clean_run == pytest.approx(0.5 + 0.5 ** (20 / 365) + 0.5 ** (10 / 365), rel=0.01)
    assert facts.evidence["clean_run"]["examined"] == 3


def test_i04_after_a_finding_the_run_is_nought_and_without_examinations_not_known():
    seen(100)
    assert facts_of(seen(50)).clean_run is None
    examined(20, "nil")
    examined(10, "seizure")
    assert facts_of(seen(0)).clean_run == 0


# H01


def with_trailer(days: float, plate: str, trailer: str):
    vehicle = {"conveyance_id": plate, "conveyance_key": plate, "trailer_ids": [trailer]}
    return seen(days, manifest_fields=vehicle)


@pytest.mark.parametrize(
    ("case", "times", "expected"),
    [("both seen often", 3, True), ("seen twice", 2, None)],
)
def test_h01_vehicle_and_trailer_that_were_never_together(case, times, expected):
    for n in range(times):
        with_trailer(100 - n, "01KG111AAA", "T100")
        with_trailer(50 - n, "01KG222BBB", "T200")
    facts = facts_of(with_trailer(0, "01KG111AAA", "T200"))
    assert facts.plates_new_together is expected
    if expected:
        told = {"vehicle": "01KG111AAA", "trailer": "T200", "vehicle_seen": 3, "trailer_seen": 3}
        assert facts.evidence["plates_new_together"] == told


def test_h01_a_pair_that_was_together_once_is_not_new():
    for n in range(3):
        with_trailer(100 - n, "01KG111AAA", "T100")
        with_trailer(50 - n, "01KG222BBB", "T200")
    with_trailer(20, "01KG111AAA", "T200")
    assert facts_of(with_trailer(0, "01KG111AAA", "T200")).plates_new_together is False
    assert facts_of(seen(0)).plates_new_together is None


# H07, E02


def test_h07_the_vehicles_of_a_carrier():
    old_traffic(90, 60, 30, parties=WITH_CARRIER)
    one = facts_of(seen(0, parties=WITH_CARRIER))
    assert (one.carrier_vehicles, one.evidence["carrier_vehicles"]) == (1, {"of_last": 3})
    other = {"conveyance_id": "02KG111AAA", "conveyance_key": "02KG111AAA"}
    assert facts_of(seen(0, parties=WITH_CARRIER, manifest_fields=other)).carrier_vehicles == 2
    assert facts_of(seen(0)).carrier_vehicles is None


def test_e02_an_owner_that_the_carrier_never_had():
    for n in range(20):
        seen(100 - n, parties=WITH_CARRIER, equipment=[{"number": f"MSKU{n:07}"}])
    new = facts_of(seen(0, parties=WITH_CARRIER, equipment=[{"number": "QQQU1234560"}]))
    assert new.owner_new_to_carrier is True
    assert new.evidence["owner_new_to_carrier"] == {"new_box": "QQQU1234560", "prefix": "QQQU", "of_last": 20}
    usual = facts_of(seen(0, parties=WITH_CARRIER, equipment=[{"number": "MSKU7777777"}]))
    assert usual.owner_new_to_carrier is False


def test_e02_few_boxes_say_nothing():
    for n in range(19):
        seen(100 - n, parties=WITH_CARRIER, equipment=[{"number": f"MSKU{n:07}"}])
    assert facts_of(seen(0, parties=WITH_CARRIER, equipment=[{"number": "QQQU1234560"}])).owner_new_to_carrier is None


# I05


def test_i05_goods_like_those_that_were_seized():
    assert facts_of(seen(90)).similar_seizures is None  # no seizure on record
    examined(60, "seizure")
    before, like = seen(60), seen(0)
    facts = facts_of(like)
    assert facts.similar_seizures == 1
    assert facts.evidence["similar_seizures"]["heading"] == "6203"
    assert facts_of(before).similar_seizures in (None, 0)
    assert facts_of(seen(0, goods=[make.USUAL_GOODS[0] | {"package_kind": "BX"}])).similar_seizures == 0
    assert facts_of(seen(0, dispatch_country="TR")).similar_seizures == 0
    assert facts_of(seen(0, goods=[make.USUAL_GOODS[0] | {"package_kind": ""}])).similar_seizures is None


# H04


def test_h04_readings_of_an_empty_vehicle():
    lorry = {"number": "01KG730BHC", "number_key": "01KG730BHC", "equipment_kind": "vehicle", "post": make.post()}
    for days in (80, 40, 10):
        at = NOW - timedelta(days=days)
        make.observation(**lorry, seen_at=at, known_at=at, fullness="empty")
    old = NOW - timedelta(days=120)
    make.observation(**lorry, seen_at=old, known_at=old, fullness="empty")
    full = NOW - timedelta(days=5)
    make.observation(**lorry, seen_at=full, known_at=full, fullness="full")
    facts = facts_of(seen(0, procedure="export"))
    assert facts.empty_entries_90d == 3
    assert facts.evidence["empty_entries_90d"]["place"] == "KYZYL-BEL"
    other = {"conveyance_id": "02KG111AAA", "conveyance_key": "02KG111AAA"}
    assert facts_of(seen(0, manifest_fields=other)).empty_entries_90d is None


def test_h04_of_another_unit_only_the_month_is_told():
    sent = make.submission(unit=make.unit("OSH"))
    at = NOW - timedelta(days=3)
    lorry = {"number": "01KG730BHC", "number_key": "01KG730BHC", "equipment_kind": "vehicle", "fullness": "empty"}
    make.observation(sent, **lorry, place="Kara-Suu", seen_at=at, known_at=at)
    told = facts_of(seen(0)).evidence["empty_entries_90d"]
    assert told == {"number": "01KG730BHC", "at": f"{timezone.localtime(at):%Y-%m}"}


# G03, F02, F03


def lane(days_ago: float, on_the_way: int, **fields):
    arrival = NOW - timedelta(days=days_ago - 1)
    return seen(
        days_ago,
        manifest_fields={"arrival_at": arrival},
        taken_over_on=timezone.localtime(arrival).date() - timedelta(days=on_the_way),
        freight_payment_method=fields.pop("paid", "prepaid"),
        freight_amount=fields.pop("freight", Decimal("3128")),
        freight_currency="USD",
        **fields,
    )


def test_the_norm_of_a_lane_needs_twenty_and_is_read_from_then_on():
    for n in range(19):
        lane(100 - n, 8 + n % 3)
    assess_due()
    assert refresh_lane_norms(NOW) == 0
    assert facts_of(lane(5, 30)).transit_deviations is None
    refresh_lane_norms(NOW)
    norm = LaneNorm.objects.get()
    assert (norm.transit_count, norm.transit_median_days, norm.cash_share) == (20, 9, 0)
    slow = facts_of(lane(0, 31, paid="cash", freight=Decimal(31280)))
    assert slow.transit_deviations == pytest.approx((31 - 9) / 1.4826)
    assert slow.evidence["transit_deviations"] == {"transit_days": 31.0, "median": 9.0, "lane": "CN-KG", "n": 20}
    assert slow.freight_deviations == pytest.approx((2.0 - 0.2) / (1.4826 * 0.2 * 0.05))
    assert (slow.lane_cash_share, slow.evidence["lane_cash_share"]) == (0, {"lane": "CN-KG", "n": 20})
    other = facts_of(lane(0, 31, dispatch_country="TR"))
    assert (other.transit_deviations, other.freight_deviations, other.lane_cash_share) == (None, None, None)


# D08


def test_d08_a_master_whose_house_bill_names_it_has_its_data():
    goods = [make.USUAL_GOODS[0] | {"description": "Consolidated cargo"}]
    master = seen(1, document_number="MBL-99001", document_level="master", goods=goods)
    assert facts_of(master).house_data_missing is True
    seen(0.5, document_level="house", master_document_number="MBL 99001")
    later = seen(0, document_number="MBL-99001", document_level="master", goods=goods)
    facts = facts_of(later)
    assert facts.house_data_missing is False
    assert "house_data_missing" not in facts.evidence


# G06


def test_g06_a_box_that_stands_and_one_that_left():
    box = [{"number": "MSKU1234565"}]
    came = NOW - timedelta(days=40)
    arrived = {"manifest_fields": {"arrival_at": came}, "equipment": box}
    standing = seen(41, movement="arrived", **arrived)
    assess_due()
    standing.revisions.update(round_due="feed")
    facts = facts_of(standing)
    assert facts.unclaimed_days == pytest.approx(40, abs=0.1)
    make.observation(event="gate_out", post=make.post(), seen_at=NOW - timedelta(days=2))
    standing.revisions.update(round_due="feed")
    assert facts_of(standing).unclaimed_days == 0
    assert facts_of(seen(0)).unclaimed_days is None


# H01, H08


def test_h08_a_trailer_behind_another_vehicle_than_stated():
    trailer = {"number": "011187P", "number_key": "011187P", "equipment_kind": "trailer", "post": make.post()}
    at = NOW - timedelta(hours=2)
    behind = {"conveyance_id": "02 KG 111 AAA", "conveyance_key": "02KG111AAA", "seen_at": at, "known_at": at}
    make.observation(**trailer, **behind)
    stated = seen(0, manifest_fields=LORRY | {"trailer_ids": ["011187P"]}, document_kind="cmr_note")
    facts = facts_of(stated)
    assert (facts.moved_with_another, facts.successive_carriers_stated) == (True, False)
    told = facts.evidence["moved_with_another"]
    assert (told["piece"], told["stated"], told["seen_with"]) == ("011187P", "01 KG 730 BHC", "02 KG 111 AAA")


@pytest.mark.parametrize(
    ("case", "conveyance", "expected"),
    [("the stated one", "01KG730BHC", False), ("a ship", "MV SHANGHAI STAR", None), ("nothing read", "", None)],
)
def test_h08_innocent_readings(case, conveyance, expected):
    at = NOW - timedelta(hours=2)
    box = {"number": "MSKU1234565", "seen_at": at, "known_at": at}
    make.observation(**box, conveyance_id=conveyance, conveyance_key=conveyance.replace(" ", ""))
    assert facts_of(seen(0, equipment=[{"number": "MSKU1234565"}])).moved_with_another is expected
