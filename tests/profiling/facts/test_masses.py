"""Group C of the whole consignment: too heavy, round, declared empty and heavy."""

from dataclasses import replace
from decimal import Decimal as D

import pytest

from tests.profiling.facts.stating import BOX, answer, facts_of

EMPTY = replace(BOX, fullness="empty", seals=(), size_type="22G1", gross_mass_kg=D(2300))
WAGON = replace(BOX, kind="wagon", number="52345678")

ABOVE_MAXIMUM = [
    ("more than a truck carries", {"item": {"gross_mass_kg": D(31000)}}, True),
    ("a full truck", {"item": {"gross_mass_kg": D(24000)}}, False),
    ("the box itself too heavy", {"box": {"gross_mass_kg": D(40000)}}, True),
    ("two boxes by sea", {"mode": "sea", "equipment": (BOX, BOX), "item": {"gross_mass_kg": D(55814)}}, False),
    ("one box by sea", {"mode": "sea", "item": {"gross_mass_kg": D(55814)}}, True),
    ("a wagon", {"mode": "rail", "equipment": (WAGON,), "item": {"gross_mass_kg": D(68000)}}, False),
    ("no mass", {"item": {"gross_mass_kg": None}}, None),
    ("by sea without equipment", {"mode": "sea", "equipment": ()}, None),
    ("mode not known, no equipment", {"mode": None, "equipment": ()}, None),
]
ROUND = [
    ("20 t", {"item": {"gross_mass_kg": D(20000)}}, True),
    ("20,000.0 kg", {"item": {"gross_mass_kg": D("20000.000")}}, True),
    ("20.01 t", {"item": {"gross_mass_kg": D(20010)}}, False),
    ("nothing", {"item": {"gross_mass_kg": D(0)}}, False),
    ("no mass", {"item": {"gross_mass_kg": None}}, None),
]
EMPTY_BUT_HEAVY = [
    ("heavier than an empty box", {"equipment": (replace(EMPTY, gross_mass_kg=D(9000)),)}, True),
    ("an empty box", {"equipment": (EMPTY,)}, False),
    ("an empty reefer of forty feet", {"equipment": (replace(EMPTY, size_type="45R1", gross_mass_kg=D(4900)),)}, False),
    ("above its own tare", {"equipment": (replace(EMPTY, gross_mass_kg=D(2700), tare_mass_kg=D(2200)),)}, True),
    ("about its own tare", {"equipment": (replace(EMPTY, gross_mass_kg=D(2300), tare_mass_kg=D(2200)),)}, False),
    ("the consignment's mass, its only box", {"equipment": (replace(EMPTY, gross_mass_kg=None),),
                                              "item": {"gross_mass_kg": D(12000)}}, True),
    ("one of two", {"equipment": (EMPTY, replace(EMPTY, gross_mass_kg=D(9000)))}, True),
    ("full and heavy", {"box": {"gross_mass_kg": D(20000)}}, False),
    ("not stated whether full", {"box": {"fullness": None, "gross_mass_kg": D(20000)}}, None),
    ("two empties without masses", {"equipment": (replace(EMPTY, gross_mass_kg=None),) * 2}, None),
    ("no equipment", {"equipment": ()}, None),
]  # fmt: skip
TABLES = {"gross_above_maximum": ABOVE_MAXIMUM, "gross_mass_is_round": ROUND, "empty_but_heavy": EMPTY_BUT_HEAVY}
ROWS = [(column, *row) for column, rows in TABLES.items() for row in rows]


@pytest.mark.parametrize(("column", "case", "changes", "expected"), ROWS, ids=[f"{row[0]}: {row[1]}" for row in ROWS])
def test_masses(column, case, changes, expected):
    assert answer(column, **changes) is expected


def test_a_hit_says_what_it_was_seen_in():
    evidence = facts_of(equipment=(replace(EMPTY, gross_mass_kg=D(9000)),)).evidence["empty_but_heavy"]
    assert evidence == {"number": "CSQU3054383", "kg": 9000.0, "empty_at_most": 3600}
    evidence = facts_of(item={"gross_mass_kg": D(31000)}).evidence
    assert evidence["gross_above_maximum"] == {"kg": 31000.0, "maximum": 30000}
    assert evidence["gross_mass_is_round"] == {"kg": 31000.0}
