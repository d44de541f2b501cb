"""Groups D to H by the document alone: carnets, house bills, box types, wagons, carriage and seasons."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from profiling.facts.carriage import intermediaries
from profiling.facts.known import KnownEquipment, KnownGoodsItem, KnownPaper, KnownParty
from profiling.facts.patterns import pattern_keys
from profiling.facts.wagons import why_no_wagon
from profiling.reference.box_types import UNSUITED, box_type
from tests.profiling.facts.stating import BOX, CONSIGNEE, CONSIGNOR, SHIRTS, answer, facts_of, item_answer, stated


def tir(**changes):
    carrier = KnownParty("carrier", "Tez Jol OsOO", country="KG")
    usual = {
        "transport_document_kind": "tir",
        "tir_carnet_number": "XB71234567",
        "parties": (CONSIGNOR, CONSIGNEE, carrier),
    }
    return usual | changes


def carnet_until(day: date, number: str = "XB 71234567"):
    return {"papers": (KnownPaper("transport_document", number, valid_until=day),)}


CARNETS = [
    ("no carnet", {}, None),
    ("in order", tir(), False),
    ("named by another document", {"tir_carnet_number": "XB71234567"}, False),
    ("number of another form", tir(tir_carnet_number="TIR 12"), True),
    ("no country of destination", tir(destination_country=None), True),
    ("no holder", tir(parties=(CONSIGNOR, CONSIGNEE)), True),
    ("a CMR note need not name the holder", {"tir_carnet_number": "XB71234567", "destination_country": None}, False),
    ("no vehicle", tir(conveyance_id=None), True),
    ("expired before the arrival", tir(**carnet_until(date(2026, 3, 1))), True),
    ("valid on the day of arrival", tir(**carnet_until(date(2026, 3, 2))), False),
    ("another carnet expired", tir(**carnet_until(date(2026, 3, 1), "XB70000000")), False),
    ("expired, and the arrival not known", tir(arrival_at=None, **carnet_until(date(2020, 3, 1))), False),
]
HOUSES = [
    ("no level stated", {}, None),
    ("a master of one good", {"document_level": "master"}, False),
    (
        "a master of consolidated goods",
        {"document_level": "master", "item": {"description": "Consolidated cargo"}},
        True,
    ),
    ("consolidated, no level stated", {"item": {"description": "Сборный груз по списку"}}, True),
    ("a house bill in order", {"document_level": "house"}, False),
    ("a house bill without consignee", {"document_level": "house", "parties": (CONSIGNOR,)}, True),
    ("a house bill without goods", {"document_level": "house", "item": {"description": None}}, True),
    ("a console is no consolidation", {"document_level": "master", "item": {"description": "Game consoles"}}, False),
]
TYPES = [
    ("no type stated", {}, None),
    ("shirts in a closed box", {"box": {"size_type": "22G1"}}, False),
    ("shirts in a tank", {"box": {"size_type": "22T6"}}, True),
    ("shirts in a tank of 1984", {"box": {"size_type": "2270"}}, True),
    ("shirts in an empty tank", {"box": {"size_type": "22T6", "fullness": "empty"}}, None),
    ("a type of words", {"box": {"size_type": "40 ft box"}}, None),
    ("no code", {"box": {"size_type": "22T6"}, "goods": (KnownGoodsItem(1, description="shirts"),)}, None),
    (
        "one line that the tank suits",
        {"box": {"size_type": "22T6"}, "goods": (SHIRTS, KnownGoodsItem(2, commodity_code="290511"))},
        False,
    ),
    ("stone in a refrigerated box", {"box": {"size_type": "45R1"}, "goods": (KnownGoodsItem(1, "6802"),)}, True),
    ("grapes in a refrigerated box", {"box": {"size_type": "45R1"}, "goods": (KnownGoodsItem(1, "080610"),)}, False),
    ("machines under a tilt", {"box": {"size_type": "22U1"}, "goods": (KnownGoodsItem(1, "8429"),)}, False),
]
WAGONS = [
    ("twelve digits", "21-81-2471217-3", ""),
    ("eight digits", "52104585", ""),
    ("one digit wrong", "21-81-2471217-4", "check_digit"),
    ("two digits changed places", "52140585", "check_digit"),
    ("a Chinese wagon", "C70 1234567", None),
    ("too short", "1234", "wagon_form"),
    ("no number", "wagon", "wagon_form"),
]


@pytest.mark.parametrize(("case", "changes", "expected"), CARNETS, ids=[row[0] for row in CARNETS])
def test_d06_carnet(case, changes, expected):
    assert answer("carnet_faulty", **changes) is expected


@pytest.mark.parametrize(("case", "changes", "expected"), HOUSES, ids=[row[0] for row in HOUSES])
def test_d08_house_bills(case, changes, expected):
    assert answer("house_data_missing", **changes) is expected


@pytest.mark.parametrize(("case", "changes", "expected"), TYPES, ids=[row[0] for row in TYPES])
def test_e09_type_of_the_box(case, changes, expected):
    assert answer("equipment_unsuited", **changes) is expected


def test_every_kind_of_box_has_its_chapters():
    assert set(UNSUITED) == {box_type(code) for code in ("22G1", "22R1", "22U1", "22P1", "22T1", "22B0")}
    assert {box_type(code) for code in ("40HC", "20TK", "40RF", "40OT", "40FR", "2251")} == {
        *("general", "tank", "reefer", "open_top", "platform"),
    }


@pytest.mark.parametrize(("case", "number", "expected"), WAGONS, ids=[row[0] for row in WAGONS])
def test_h06_wagon_number(case, number, expected):
    assert why_no_wagon(number) == expected


@pytest.mark.parametrize(
    ("case", "changes", "expected"),
    [
        ("by road", {}, False),
        ("by rail, nothing stated", {"mode": "rail", "equipment": ()}, None),
        ("in a sound wagon", {"mode": "rail", "equipment": (KnownEquipment("wagon", "52104585"),)}, False),
        ("in no wagon", {"mode": "rail", "equipment": (KnownEquipment("wagon", "52104580"),)}, True),
        ("in a Chinese wagon", {"mode": "rail", "equipment": (KnownEquipment("wagon", "C701234567"),)}, None),
    ],
)
def test_h06_of_a_consignment(case, changes, expected):
    assert answer("wagon_number_invalid", **changes) is expected


DRIVEN = [
    ("no driver", None, {}, None),
    ("a driver without a country", KnownParty("driver", "A"), {}, None),
    ("from home", KnownParty("driver", "A", country="KG"), {}, False),
    ("from the vehicle's country", KnownParty("driver", "A", country="KG"), {"conveyance_nationality": "UZ"}, False),
    ("from the route", KnownParty("driver", "A", country="CN"), {}, False),
    ("from elsewhere", KnownParty("driver", "A", country="MD"), {}, True),
    ("from elsewhere, dispatch not known", KnownParty("driver", "A", country="MD"), {"dispatch_country": None}, None),
    ("from elsewhere, vehicle not known", KnownParty("driver", "A", country="MD"), {"conveyance_id": None}, None),
]


@pytest.mark.parametrize(("case", "driver", "changes", "expected"), DRIVEN, ids=[row[0] for row in DRIVEN])
def test_h03_driver_off_the_route(case, driver, changes, expected):
    parties = (CONSIGNOR, CONSIGNEE, *([driver] if driver else []))
    assert answer("driver_off_route", parties=parties, **changes) is expected


def test_f07_counts_each_intermediary_once_and_no_trader():
    others = [
        KnownParty("carrier", "Tez Jol OsOO"),
        KnownParty("freight_forwarder", "ОсОО «Тез Жол»"),
        KnownParty("notify_party", CONSIGNEE.name),
        KnownParty("freight_payer", "Sun Holding FZE"),
        KnownParty("declarant", "unknown"),
        KnownParty("driver", "Azamat Kasymov"),
    ]
    found = intermediaries(stated(parties=(CONSIGNOR, CONSIGNEE, *others)))
    assert found is not None
    assert [party.name for party in found] == ["Tez Jol OsOO", "Sun Holding FZE"]
    assert answer("intermediaries", parties=(KnownParty("carrier", "Tez Jol"),)) is None


@pytest.mark.parametrize(
    ("case", "changes", "expected"),
    [
        ("both days stated", {}, 5.0),
        ("no day of taking over", {"taken_over_on": None}, None),
        ("no arrival", {"arrival_at": None}, None),
        ("taken over after the arrival", {"taken_over_on": date(2026, 3, 9)}, None),
        ("arrival after midnight of the place", {"arrival_at": datetime(2026, 3, 2, 20, tzinfo=UTC)}, 6.0),
    ],
)
def test_g03_days_on_the_way(case, changes, expected):
    assert answer("transit_days", **changes) == expected


@pytest.mark.parametrize(
    ("case", "changes", "expected"),
    [
        ("stated", {"freight_amount": Decimal(605), "freight_currency": "USD"}, 0.5),
        ("in yuan", {"freight_amount": Decimal(6050), "freight_currency": "CNY"}, 0.7),
        ("no rate", {"freight_amount": Decimal(605), "freight_currency": "XXX"}, None),
        ("no amount", {}, None),
        ("no mass", {"freight_amount": Decimal(605), "freight_currency": "USD", "item": {"gross_mass_kg": None}}, None),
    ],
)
def test_f03_freight_per_kg(case, changes, expected):
    assert answer("freight_per_kg_usd", **changes) == (None if expected is None else pytest.approx(expected))


def test_h08_only_a_cmr_note_can_leave_its_successive_carrier_out():
    with_one = (CONSIGNOR, CONSIGNEE, KnownParty("successive_carrier", "Silk Road Trans"))
    assert answer("successive_carriers_stated") is None
    assert answer("successive_carriers_stated", document_kind="cmr_note") is False
    assert answer("successive_carriers_stated", document_kind="cmr_note", parties=with_one) is True


SEASONS = [
    ("shirts have no season", "6109100000", "CN", 1, False),
    ("a chapter of no season", "61", "CN", 1, False),
    ("peaches in July", "0809300000", "UZ", 7, False),
    ("peaches in January", "0809300000", "UZ", 1, True),
    ("peaches of Chile in January", "0809300000", "CL", 1, False),
    ("peaches of Chile in July", "0809300000", "CL", 7, True),
    ("from between the tropics", "0809300000", "EC", 1, None),
    ("no origin", "0809300000", None, 1, None),
    ("apples all the year", "0808100000", "CN", 4, False),
    ("only the heading", "0809", "UZ", 1, None),
    ("grapes of the cold store in February", "080610", "UZ", 2, False),
]


@pytest.mark.parametrize(("case", "code", "origin", "month", "expected"), SEASONS, ids=[row[0] for row in SEASONS])
def test_g07_season(case, code, origin, month, expected):
    goods = (KnownGoodsItem(1, commodity_code=code, origin_country=origin),)
    found = facts_of(goods=goods, arrival_at=datetime(2026, month, 15, 6, tzinfo=UTC)).items[0]
    assert found.values["out_of_season"] is expected


def test_g07_without_an_arrival_is_not_known():
    goods = (KnownGoodsItem(1, commodity_code="080930", origin_country="UZ"),)
    assert facts_of(goods=goods, arrival_at=None).items[0].values["out_of_season"] is None
    assert item_answer("out_of_season") is False


def test_i05_a_pattern_needs_all_four():
    assert pattern_keys(stated(item={"package_kind": "ct"})) == {"6109|CN|CN-KG|CT"}
    for change in ({"package_kind": None}, {"package_kind": "ct", "origin_country": None}):
        assert pattern_keys(stated(item=change)) == set()
    assert pattern_keys(stated(item={"package_kind": "ct"}, dispatch_country=None)) == set()
    assert pattern_keys(stated(item={"package_kind": "ct", "commodity_code": "61"})) == set()
    assert BOX.size_type is None
