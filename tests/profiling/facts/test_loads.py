"""Group C of the whole load: sections, room, freight by value, excise goods."""

from dataclasses import replace
from decimal import Decimal

import pytest

from profiling.facts.known import KnownDocument, KnownEquipment
from tests.profiling.facts.stating import BOX, SHIRTS, answer, facts_of


def goods(*codes, **changes):
    return tuple(
        replace(SHIRTS, number=number, commodity_code=code, **changes) for number, code in enumerate(codes, start=1)
    )


BIG = {"gross_mass_kg": Decimal(9000), "volume_m3": Decimal(100)}
TWENTY_FOOT = (KnownEquipment("container", "CSQU3054383", "CSQU3054383", size_type="22G1"),)
CIGARETTES = {"commodity_code": "2402209000", "description": "Сигареты"}
PERMIT = (KnownDocument("permit", "A-1"),)

CASES = [
    ("goods_sections", "shirts alone", {}, 1),
    ("goods_sections", "four sections", {"goods": goods("6109", "8708", "0703", "3305")}, 4),
    ("goods_sections", "two chapters of one section", {"goods": goods("6109", "6203")}, 1),
    ("goods_sections", "one line without a code, others tell", {"goods": goods("6109", "8708", None)}, 2),
    ("goods_sections", "one code, one line without", {"goods": goods("6109", None)}, None),
    ("goods_sections", "no goods", {"goods": ()}, None),
    ("volume_exceeds_equipment", "100 m3 in twenty feet", {"item": BIG, "equipment": TWENTY_FOOT}, True),
    ("volume_exceeds_equipment", "100 m3 on a road train", {"item": BIG, "equipment": ()}, False),
    (
        "volume_exceeds_equipment",
        "40 t of shirts in twenty feet",
        {"item": {"gross_mass_kg": Decimal(40000)}, "equipment": TWENTY_FOOT},
        True,
    ),
    ("volume_exceeds_equipment", "shirts in forty feet", {}, False),
    ("volume_exceeds_equipment", "neither volume nor mass", {"item": {"gross_mass_kg": None}}, None),
    ("volume_exceeds_equipment", "by sea, no box stated", {"item": BIG, "equipment": (), "mode": "sea"}, None),
    ("excise_data_missing", "shirts", {}, False),
    ("excise_data_missing", "cigarettes under TIR", {"item": CIGARETTES, "tir_carnet_number": "XA1"}, True),
    ("excise_data_missing", "cigarettes in transit", {"item": CIGARETTES, "procedure": "transit"}, True),
    (
        "excise_data_missing",
        "wine in transit with a permit",
        {"item": {"commodity_code": "2204"}, "procedure": "transit", "documents": PERMIT},
        False,
    ),
    (
        "excise_data_missing",
        "excise named in the text",
        {"item": CIGARETTES | {"description": "Сигареты, акцизные марки KZ"}, "procedure": "transit"},
        False,
    ),
    ("excise_data_missing", "cigarettes to be imported", {"item": CIGARETTES, "procedure": "import"}, False),
    ("excise_data_missing", "procedure not known", {"item": CIGARETTES, "procedure": None}, None),
    (
        "excise_data_missing",
        "no papers are named",
        {"item": CIGARETTES, "procedure": "transit", "documents": ()},
        None,
    ),
    ("excise_data_missing", "no code", {"item": {"commodity_code": None}}, None),
    ("excise_data_missing", "shirts under TIR", {"tir_carnet_number": "XA1"}, False),
]


@pytest.mark.parametrize(("column", "case", "changes", "expected"), CASES, ids=[f"{c[0]}: {c[1]}" for c in CASES])
def test_load(column, case, changes, expected):
    assert answer(column, **changes) == expected


@pytest.mark.parametrize(
    ("case", "changes", "expected"),
    [
        ("freight twice the value", {"freight_amount": Decimal(11000), "freight_currency": "USD"}, 2.0),
        ("usual freight", {"freight_amount": Decimal(550), "freight_currency": "USD"}, 0.1),
        ("another currency", {"freight_amount": Decimal(5500), "freight_currency": "CNY"}, 0.14),
        ("no freight", {"freight_amount": None}, None),
        ("no rate", {"freight_amount": Decimal(5500), "freight_currency": "XXX"}, None),
        ("no value", {"freight_amount": Decimal(1), "freight_currency": "USD", "item": {"value": None}}, None),
        (
            "a value of nought",
            {"freight_amount": Decimal(1), "freight_currency": "USD", "item": {"value": Decimal(0)}},
            None,
        ),
    ],
)
def test_freight_by_value(case, changes, expected):
    found = answer("freight_value_ratio", **changes)
    assert found == (expected if expected is None else pytest.approx(expected))


def test_evidence_says_how_much_and_why():
    facts = facts_of(item=BIG, equipment=(replace(BOX, size_type="22G1"),))
    assert facts.evidence["volume_exceeds_equipment"] == {"needed": 100.0, "room": 38}
    facts = facts_of(item=CIGARETTES, tir_carnet_number="XA1")
    assert facts.evidence["excise_data_missing"] == {"item": 1, "code": "2402", "why": "tir"}
