"""Facts from registers: not known until fed, and then a hit, an innocent twin, and what stays open."""

from datetime import date

import pytest

from profiling.facts.known import KnownGoodsItem, KnownParty
from profiling.facts.registers import KnownBrand, KnownCompany, Registers, brand_facts, register_facts
from profiling.reference.activities import ACTIVITIES, ANYBODY, chapters_of
from profiling.reference.hs import existing_codes
from tests.profiling.facts.stating import CONSIGNOR, SHIRTS, stated

DAY = date(2026, 3, 1)
INN = "01203201810045"
OTHER = "02203201910046"
NUR = KnownCompany(INN, "Нур", date(2026, 2, 8), activity_codes=("46.39", "10.11"))
OLD = KnownCompany(OTHER, "Береке", date(2001, 5, 5), is_closed=True)
FED = Registers(
    fed=frozenset(["companies", "licences", "brands"]),
    by_inn={INN: NUR, OTHER: OLD},
    by_name={"nur": NUR},
    tobacco={INN: [(date(2024, 1, 1), date(2026, 3, 1))], OTHER: [(None, date(2025, 1, 1))]},
    brands={
        "velmora": [
            KnownBrand("Velmora Sport", ("velmora", "sport"), ("IT", "PT")),
            KnownBrand("Velmora", ("velmora",)),
        ]
    },
)


def consignee(number=INN, **fields):
    return KnownParty("consignee", "ОсОО Нур", identifier=number, identifier_kind="INN", country="KG", **fields)


def answers(party=None, chapters=("61",), registers=FED, day=DAY, **changes):
    known = stated(parties=(CONSIGNOR, party or consignee()), **changes)
    return register_facts(known, day, registers, chapters)


def test_nothing_is_known_until_registers_are_fed():
    noted = answers(registers=Registers())
    assert noted.values == {
        "consignee_registered_days": None,
        "activity_does_not_fit": None,
        "tobacco_licence_missing": False,
    }
    brands = brand_facts(SHIRTS, Registers())
    assert set(brands.values.values()) == {None}


@pytest.mark.parametrize(
    ("case", "party", "expected"),
    [
        ("three weeks old", consignee(), 21),
        ("by its name", KnownParty("consignee", "ОсОО Нур", country="KG"), 21),
        ("old", consignee(OTHER), 9066),
        ("not in the register", consignee("03203201810047"), None),
    ],
)
def test_how_long_a_firm_is_registered(case, party, expected):
    assert answers(party).values["consignee_registered_days"] == expected


@pytest.mark.parametrize(
    ("case", "company", "chapters", "expected"),
    [
        ("shirts for a food trader", NUR, ["61"], True),
        ("fruit for a food trader", NUR, ["08"], False),
        ("its machines", NUR, ["84"], False),
        ("one of two does not fit", NUR, ["08", "61"], True),
        ("no code", NUR, [None], None),
        ("no activities", OLD, ["61"], None),
        ("one activity may fit", KnownCompany(INN, "X", activity_codes=("46.39", "52.10")), ["61"], None),
        ("trade in anything", KnownCompany(INN, "X", activity_codes=("46.90",)), ["61"], False),
    ],
)
def test_goods_outside_the_activity(case, company, chapters, expected):
    registers = Registers(fed=frozenset(["companies"]), by_inn={INN: company})
    assert answers(chapters=chapters, registers=registers).values["activity_does_not_fit"] is expected


@pytest.mark.parametrize(
    ("case", "party", "why"),
    [
        ("a firm that the register does not know", consignee("03203201810047"), "unknown_to_register"),
        ("a closed firm", consignee(OTHER), "closed_firm"),
        ("a firm that it knows", consignee(), None),
        ("a person is in no register of firms", consignee("20101198500123"), None),
        (
            "a foreign firm",
            KnownParty("consignee", "X", identifier="0320320181", identifier_kind="INN", country="RU"),
            None,
        ),
        (
            "a sender's own code",
            KnownParty("consignee", "X", identifier="0320", identifier_kind="code", country="KG"),
            None,
        ),
    ],
)
def test_a_number_that_the_register_does_not_know(case, party, why):
    noted = answers(party)
    assert noted.values.get("tax_number_faulty") is (True if why else None)
    assert noted.evidence.get("tax_number_faulty", {}).get("why") == why


TOW = {"commodity_code": "5502100000", "description": "acetate tow"}


@pytest.mark.parametrize(
    ("case", "item", "party", "day", "expected"),
    [
        ("tow without a licence", TOW, consignee("03203201810047"), DAY, True),
        ("a licence that has run out", TOW, consignee(OTHER), DAY, True),
        ("on the last day of the licence", TOW, consignee(), DAY, False),
        ("a day later", TOW, consignee(), date(2026, 3, 2), True),
        ("by words", {"commodity_code": None, "description": "Сигаретная бумага"}, consignee(OTHER), DAY, True),
        ("shirts", {}, consignee(OTHER), DAY, False),
        ("no number", TOW, KnownParty("consignee", "X", country="KG"), DAY, None),
        (
            "a consignee abroad",
            TOW,
            KnownParty("consignee", "X", identifier="1234567890", identifier_kind="INN", country="RU"),
            DAY,
            None,
        ),
        ("neither code nor words", {"commodity_code": None, "description": None}, consignee(), DAY, None),
    ],
)
def test_tobacco_inputs(case, item, party, day, expected):
    known = stated(item=item)
    changed = stated(parties=(CONSIGNOR, party), goods=known.goods)
    assert register_facts(changed, day, FED, ["55"]).values["tobacco_licence_missing"] is expected


@pytest.mark.parametrize(
    ("case", "text", "origin", "named", "unusual"),
    [
        ("from where it is not made", "Кроссовки VELMORA SPORT", "CN", True, True),
        ("from where it is made", "Velmora Sport shoes", "IT", True, False),
        ("a brand without countries", "Velmora shoes", "CN", True, None),
        ("no origin", "Velmora Sport shoes", None, True, None),
        ("no brand", "Shoes of leather", "CN", False, False),
        ("part of a word", "Velmorana shoes", "CN", False, False),
        ("no description", None, "CN", None, None),
    ],
)
def test_brands(case, text, origin, named, unusual):
    noted = brand_facts(KnownGoodsItem(1, description=text, origin_country=origin), FED)
    assert (noted.values["brand_named"], noted.values["brand_origin_unusual"]) == (named, unusual)


def test_evidence_shows_brand_and_origins():
    noted = brand_facts(KnownGoodsItem(1, description="Velmora Sport", origin_country="CN"), FED)
    assert noted.evidence == {
        "brand_named": {"brand": "Velmora Sport"},
        "brand_origin_unusual": {"origin": "CN", "made_in": "IT, PT"},
    }


def test_activities_name_chapters_that_exist():
    assert {chapter for chapters in ACTIVITIES.values() for chapter in chapters} <= existing_codes() | {"77"}
    assert existing_codes() >= ANYBODY
    assert chapters_of("46.39") == chapters_of("46.3") != chapters_of("46.41")
    assert chapters_of("49.41") is None
