"""Definitions in plain words, and what changed between two."""

from datetime import date

import pytest

from profiling.conditions.definition import stored_definition
from profiling.conditions.fault import Faults
from profiling.conditions.reading_conditions import read_condition
from profiling.models import ProfileVersion
from profiling.presenting.version_differences import version_differences
from profiling.presenting.wording import say, say_definition
from tests.profiling.making import DEFINITION

CN = {"fact": "dispatch_country", "op": "eq", "value": "CN"}
BOX = {"fact": "container_number_invalid", "op": "is_true"}
CHAPTER = {"fact": "hs_chapter", "op": "in", "value": ["61", "62"]}

# name, condition, one line
LINES = [
    ("a fact that holds", BOX, "Container number invalid holds"),
    ("a value", CN, "Country of dispatch is CN"),
    ("whether known", {"known": "gross_mass_kg"}, "Gross mass is known"),
    ("all of two", {"all": [CN, BOX]}, "Country of dispatch is CN and Container number invalid holds"),
    (
        "any inside all stands in brackets",
        {"all": [CN, {"any": [BOX, CN]}]},
        "Country of dispatch is CN and (Container number invalid holds or Country of dispatch is CN)",
    ),
    ("not", {"not": CN}, "not (Country of dispatch is CN)"),
    ("one goods item", {"any_item": CHAPTER}, "one goods item (HS chapter is one of 61, 62)"),
    (
        "a range with its unit",
        {"fact": "gross_mass_kg", "op": "between", "value": [100, 2000]},
        "Gross mass is between 100 and 2,000 kg",
    ),
]


@pytest.mark.parametrize(("data", "line"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_a_condition_in_one_line(data, line):
    faults = Faults()
    condition = read_condition(data, "", faults)
    assert condition is not None, faults.found
    said = say(condition).one_line
    assert said.replace("\u00a0", ",").replace("\u202f", ",").lower() == line.lower()


def test_a_long_list_says_how_many_more():
    countries = ["AF", "IR", "MM", "PK", "CN", "KZ", "KG", "TJ", "UZ", "TR", "AE", "RU", "DE", "FR"]
    condition = read_condition({"fact": "dispatch_country", "op": "in", "value": countries}, "", Faults())
    assert say(condition).one_line.endswith("RU and 2 more")


def test_a_definition_says_whether_a_condition_is_the_catalogues():
    own = {"code": "A01", "points": 10, "when": {"fact": "consignee_seen_365d", "op": "lt", "value": 3}}
    said = say_definition(stored_definition(DEFINITION | {"indicators": [{"code": "E01", "points": 50}, own]}))
    assert [(each.code, each.points, each.is_usual) for each in said.indicators] == [
        ("E01", 50, True),
        ("A01", 10, False),
    ]
    assert said.gate is None


def version(**changes) -> ProfileVersion:
    texts = {name: changes.pop(name, "") for name in ["instruction", "instruction_ru", "instruction_ky"]}
    return ProfileVersion(
        definition=DEFINITION | changes, valid_from=date(2026, 1, 1), valid_until=date(2026, 12, 31), **texts
    )


# name, before, after, changed rows as (beginning of the field, before is there, after is there)
DIFFERENCES = [
    ("nothing", {}, {}, []),
    ("the threshold", {}, {"threshold": 40}, [("From points", True, True)]),
    ("the lane", {}, {"lane": "yellow"}, [("Lane", True, True)]),
    ("points", {}, {"indicators": [{"code": "E01", "points": 60}]}, [("E01", True, True)]),
    (
        "a new indicator",
        {},
        {"indicators": [{"code": "E01", "points": 50}, {"code": "E04", "points": 20}]},
        [("E04", False, True)],
    ),
    (
        "an indicator taken out",
        {"indicators": [{"code": "E01", "points": 50}, {"code": "E04", "points": 20}]},
        {},
        [("E04", True, False)],
    ),
    (
        "a condition of the same code",
        {"indicators": [{"code": "E01", "points": 50, "when": CN}]},
        {"indicators": [{"code": "E01", "points": 50, "when": BOX}]},
        [("E01", True, True)],
    ),
    ("the scope", {}, {"scope": CN}, [("It looks at", True, True)]),
    ("the instruction", {}, {"instruction": "Open the doors."}, [("Instruction to the examiner", False, True)]),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "rows"), [d[1:] for d in DIFFERENCES], ids=[d[0] for d in DIFFERENCES])
def test_what_changed(before, after, rows):
    changed = [row for row in version_differences(version(**before), version(**after)) if row.is_change]
    assert [(bool(row.before), bool(row.after)) for row in changed] == [(one, other) for _field, one, other in rows]
    assert all(row.field.startswith(field) for row, (field, _one, _other) in zip(changed, rows, strict=True))


def test_changes_come_first():
    one, other = version(), version(threshold=40)
    rows = version_differences(one, other)
    assert [row.is_change for row in rows] == sorted((row.is_change for row in rows), reverse=True)
