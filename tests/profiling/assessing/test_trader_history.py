"""Facts of the past: habits, idle traders, lanes, goods that go round, contacts that are shared, names borrowed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consignments.keys.names import name_key
from profiling.assessing import assess_due
from profiling.models import ConsignmentFacts, HistoryKey
from profiling.reading import history
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db
NOW = timezone.now()
ADDRESS = {"street": "ул. Ленина 12", "city": "Ош", "country": "KG"}
SHIRTS, TYRES = {"commodity_code": "6109100000"}, {"commodity_code": "4011100000"}


@pytest.fixture(autouse=True)
def short_memory(monkeypatch, settings):
    settings.RANDOM_DRAW_PERCENT = 0
    monkeypatch.setattr(history, "_STATEMENT", history._STATEMENT.replace(">= 200 FROM", ">= 2 FROM"))


def trader(role="consignee", name="Alfa OsOO", **fields):
    number, country = fields.get("identifier", ""), fields.get("country", "")
    known = make.party(
        name, match_key=f"{number or name}|{country}", name_key=name_key(name), identifier=number, country=country
    )
    return {"role": role, "name": name, "party": known, **fields}


def seen(days_ago, *, consignee=None, consignor=None, goods=(SHIRTS,), **fields):
    parties = [consignee or trader(), consignor or trader("consignor", "Yiwu Hongda Co Ltd", country="CN")]
    if carrier := fields.pop("carrier", None):
        parties.append(trader("carrier", carrier))
    fields.setdefault("equipment", [])
    return make.consignment(
        known_at=NOW - timedelta(days=days_ago), round_due="revision", parties=parties, goods=list(goods), **fields
    )


def facts_of(consignment) -> ConsignmentFacts:
    while assess_due():
        pass
    return ConsignmentFacts.objects.filter(consignment=consignment).latest("round")


def old_traffic():
    for days in (300, 250):
        seen(days, consignee=trader(name=f"Old Trader {days}"), consignor=trader("consignor", "Old Sender Ltd"))


def test_a_consignee_that_was_idle():
    seen(290)
    facts = facts_of(seen(0))
    assert facts.consignee_idle_days == pytest.approx(290, abs=0.1)
    assert facts.evidence["consignee_idle_days"]["last"] == f"{NOW - timedelta(days=290):%Y-%m}"


def test_a_newcomer_was_not_idle():
    old_traffic()
    assert facts_of(seen(0)).consignee_idle_days is None


@pytest.mark.parametrize(
    ("case", "times", "goods", "share"),
    [
        ("never before", 12, TYRES, 0.0),
        ("as ever", 12, SHIRTS, 1.0),
        ("too few to tell", 8, TYRES, None),
        ("no code", 12, {"commodity_code": ""}, None),
    ],
)
def test_chapters_outside_the_past(case, times, goods, share):
    for day in range(times):
        seen(20 + day)
    facts = facts_of(seen(0, goods=[goods]))
    assert facts.chapter_habit_share == share
    if share == 0:
        assert facts.evidence["chapter_habit_share"] == {"chapter": "40", "of_last": 12}


def test_the_rarest_chapter_of_several_counts():
    for day in range(10):
        seen(20 + day, goods=[SHIRTS, TYRES] if day < 2 else [SHIRTS])
    assert facts_of(seen(0, goods=[SHIRTS, TYRES])).chapter_habit_share == pytest.approx(0.2)


@pytest.mark.parametrize(("times", "share"), [(10, 0.0), (9, None)])
def test_a_post_of_entry_out_of_habit(times, share):
    usual, other = make.post("DOSTUK", neighbour_country="UZ"), make.post("KULUNDU", neighbour_country="TJ")
    for day in range(times):
        seen(20 + day, carrier="Silk Trans", manifest_fields={"entry_post": usual})
    facts = facts_of(seen(0, carrier="Silk Trans", manifest_fields={"entry_post": other}))
    assert (facts.entry_post_share, facts.carrier_entry_post_share) == (share, share)


def test_the_usual_post_of_entry():
    for day in range(10):
        seen(20 + day, carrier="Silk Trans")
    facts = facts_of(seen(0, carrier="Silk Trans"))
    assert (facts.entry_post_share, facts.carrier_entry_post_share) == (1.0, 1.0)


LONG = {"itinerary": ["CN", "IR", "TR", "KG"]}


@pytest.mark.parametrize(
    ("case", "times", "route", "low", "high"),
    [
        ("a detour that nobody makes", 20, {"itinerary": ["CN", "KG"]}, 1.5, 9),
        ("a detour that all make", 20, LONG, 1, 1.001),
        ("too few to tell", 19, LONG, None, None),
    ],
)
def test_a_detour_against_the_lane(case, times, route, low, high):
    for day in range(times):
        seen(20 + day, consignee=trader(name=f"Firm {day} OsOO"), **route)
    found = facts_of(seen(0, **LONG)).detour_against_lane
    assert found is None if low is None else low <= found <= high


BOX = [{"number": "MSKU1234565", "kind": "container"}]
OUT = {"procedure": "export", "dispatch_country": "KG", "destination_country": "CN"}


@pytest.mark.parametrize(
    ("case", "days", "before", "now", "expected"),
    [
        ("the same box with the same goods", 30, OUT | {"equipment": BOX}, {"equipment": BOX}, True),
        ("the box with other goods", 30, OUT | {"equipment": BOX, "goods": [TYRES]}, {"equipment": BOX}, False),
        ("the box the same way", 30, {"equipment": BOX}, {"equipment": BOX}, False),
        ("long ago", 120, OUT | {"equipment": BOX}, {"equipment": BOX}, False),
        ("no code", 30, OUT | {"equipment": BOX}, {"equipment": BOX, "goods": [{"commodity_code": ""}]}, None),
    ],
)
def test_goods_that_go_round_in_a_box(case, days, before, now, expected):
    seen(days, consignee=trader(name="Beta OsOO"), consignor=trader("consignor", "Gamma OsOO"), **before)
    assert facts_of(seen(0, **now)).goods_return is expected


def test_goods_that_go_round_between_two_traders():
    seen(
        30, consignor=trader("consignor", "Alfa OsOO"), consignee=trader(name="Yiwu Hongda Co Ltd", country="CN"), **OUT
    )
    facts = facts_of(seen(0))
    assert facts.goods_return is True
    assert set(facts.evidence["goods_return"]) == {"month"}


def test_many_traders_at_one_address():
    old_traffic()
    for number in range(25):
        seen(30 + number, consignee=trader(name=f"Shell {number} OsOO", phone="+996 555 10 20 30", **ADDRESS))
    facts = facts_of(seen(0, consignee=trader(name="New Shell OsOO", phone="0555 102030", **ADDRESS)))
    assert (facts.address_shared_by, facts.phone_shared_by) == (20, 20)  # counted no further
    assert "Shell" in facts.evidence["address_shared_by"]["shared_with"]


def test_an_address_of_ones_own():
    old_traffic()
    seen(30, consignee=trader(**ADDRESS))
    facts = facts_of(seen(0, consignee=trader(**ADDRESS)))
    assert (facts.address_shared_by, facts.phone_shared_by) == (0, None)


def test_a_city_alone_is_no_address():
    old_traffic()
    seen(30, consignee=trader(name="Other OsOO", city="Ош"))
    assert facts_of(seen(0, consignee=trader(city="Ош"))).address_shared_by is None


def test_a_short_memory_does_not_say_nobody():
    assert facts_of(seen(0, consignee=trader(**ADDRESS))).address_shared_by is None


def test_the_phone_of_a_trader_whose_goods_were_seized():
    offender = seen(40, consignee=trader(name="Offender OsOO", phone="+996555102030"))
    facts_of(offender)
    HistoryKey.objects.filter(history__consignment=offender).update(seized_at=NOW - timedelta(days=30))
    facts = facts_of(seen(0, consignee=trader(phone="0555 10 20 30")))
    assert facts.contact_of_offender is True
    assert facts.evidence["contact_of_offender"]["other"] == "Offender OsOO"
    assert facts.evidence["contact_of_offender"]["why"] == "same_phone"


def test_the_same_trader_again_is_told_by_its_own_record():
    offender = seen(40, consignee=trader(phone="+996555102030"))
    facts_of(offender)
    HistoryKey.objects.filter(history__consignment=offender).update(seized_at=NOW - timedelta(days=30))
    assert facts_of(seen(0, consignee=trader(phone="+996555102030"))).contact_of_offender is False


def test_a_seizure_recorded_later_is_not_known_yet():
    offender = seen(40, consignee=trader(name="Offender OsOO", phone="+996555102030"))
    facts_of(offender)
    HistoryKey.objects.filter(history__consignment=offender).update(seized_at=NOW + timedelta(days=1))
    assert facts_of(seen(0, consignee=trader(phone="0555 10 20 30"))).contact_of_offender is False


def test_the_address_of_a_trader_on_a_watch_list():
    making.entry(making.watch_list(), "Offender OsOO", value_key="offender")
    seen(40, consignee=trader(name="Offender OsOO", **ADDRESS))
    facts = facts_of(seen(0, consignee=trader(**ADDRESS)))
    assert facts.contact_of_offender is True
    assert facts.evidence["contact_of_offender"] == {"why": "same_address", "listed": "Offender OsOO"}


def test_no_contact_is_stated():
    assert facts_of(seen(0)).contact_of_offender is None


KNOWN = {"name": "ОсОО Алтын Керуен", "identifier": "01203201810045", "identifier_kind": "INN", "country": "KG"}


@pytest.mark.parametrize(
    ("case", "newcomer", "expected"),
    [
        ("another number", KNOWN | {"name": "Altyn Keruen OsOO", "identifier": "02203201810099"}, True),
        ("the same number", KNOWN | {"name": "Altyn Keruen OsOO"}, False),
        ("another name", KNOWN | {"name": "Kumush Keruen OsOO", "identifier": "02203201810099"}, False),
        (
            "in another country",
            KNOWN | {"name": "Altyn Keruen LLP", "identifier": "020340001234", "country": "KZ"},
            False,
        ),
        ("no number, another address", {"name": "Altyn Keruen OsOO", **ADDRESS}, True),
        ("neither number nor address", {"name": "Altyn Keruen OsOO"}, None),
    ],
)
def test_the_name_of_a_known_trader(case, newcomer, expected):
    for day in range(6):
        seen(
            20 + day,
            consignee=trader(**KNOWN, street="ул. Навои 7", city="Ош"),
            consignor=trader("consignor", "Li Wei"),
        )
    old_traffic()
    new = seen(0, consignee=trader(**newcomer), consignor=trader("consignor", "Wang Xiaoming"))
    facts = facts_of(new)
    assert facts.resembles_known_trader is expected
    if expected:
        assert facts.evidence["resembles_known_trader"]["known"] == "ОсОО Алтын Керуен"


def test_the_known_trader_itself_resembles_nobody():
    old_traffic()
    seen(30, consignee=trader(**KNOWN | {"name": "Altyn Keruen OsOO", "identifier": "02203201810099"}))
    for day in range(6):
        seen(10 + day, consignee=trader(**KNOWN))
    assert facts_of(seen(0, consignee=trader(**KNOWN))).resembles_known_trader is False


@pytest.mark.parametrize(
    ("case", "fields", "expected"),
    [
        ("twelve days after arrival", {"procedure": "transit"}, 12),
        ("it left", {"procedure": "transit", "movement": "left"}, 0),
        ("it is to come", {"procedure": "transit", "days": -2}, 0),
        ("no transit", {"procedure": "import"}, None),
    ],
)
def test_a_transit_without_exit(case, fields, expected):
    arrival = NOW - timedelta(days=fields.pop("days", 12))
    made = seen(0, manifest_fields={"arrival_at": arrival}, **fields)
    found = facts_of(made).transit_open_days
    assert found == (expected if expected is None else pytest.approx(expected, abs=0.1))
