"""Group E: container numbers by ISO 6346 and seals, stated, stated as none, or not stated."""

from dataclasses import replace

import pytest

from tests.profiling.facts.stating import BOX, answer, facts_of

TRAILER = replace(BOX, kind="trailer", number="01KG1234AB")

E01 = [
    ("valid", {}, False),
    ("wrong check digit", {"box": {"number": "CSQU3054384"}}, True),
    ("not the form of a container", {"box": {"number": "EQ123456"}}, True),
    ("one of two", {"equipment": (BOX, replace(BOX, number="CSQU3054384"))}, True),
    ("a trailer has another number", {"equipment": (TRAILER,)}, None),
    ("a valid box on a trailer", {"equipment": (TRAILER, BOX)}, False),
    ("no equipment", {"equipment": ()}, None),
]
E04 = [
    ("sealed", {}, False),
    ("states none", {"box": {"seals": ()}}, True),
    ("says nothing though it must", {"box": {"seals": None}}, True),
    ("says nothing and need not", {"box": {"seals": None}, "document_kind": "cuscar"}, None),
    ("states none in a kind that need not", {"box": {"seals": ()}, "document_kind": "cuscar"}, True),
    ("announces none", {"box": {"seals": None, "seals_stated_count": 0}, "document_kind": "cuscar"}, True),
    ("fewer than announced", {"box": {"seals_stated_count": 2}}, True),
    ("as many as announced", {"box": {"seals_stated_count": 1}}, False),
    ("announced, none listed", {"box": {"seals": None, "seals_stated_count": 1}, "document_kind": "cuscar"}, True),
    ("empty and open", {"box": {"fullness": "empty", "seals": ()}}, False),
    ("loaded by its goods", {"box": {"fullness": None, "seals": ()}}, True),
    ("neither loaded nor goods", {"box": {"fullness": None, "seals": ()}, "goods": ()}, None),
    ("one of two", {"equipment": (BOX, replace(BOX, seals=()))}, True),
    ("one sealed, one not known", {"equipment": (BOX, replace(BOX, seals=None)), "document_kind": "cuscar"}, None),
    ("no equipment", {"equipment": ()}, None),
]
ROWS = [
    (column, *row) for column, rows in {"container_number_invalid": E01, "seal_missing": E04}.items() for row in rows
]


@pytest.mark.parametrize(("column", "case", "changes", "expected"), ROWS, ids=[f"{row[0]}: {row[1]}" for row in ROWS])
def test_equipment(column, case, changes, expected):
    assert answer(column, **changes) is expected


def test_a_hit_says_what_it_was_seen_in():
    evidence = facts_of(box={"number": "CSQU3054384", "seals": (), "seals_stated_count": 2}).evidence
    assert evidence["container_number_invalid"] == {"number": "CSQU3054384", "why": "check_digit"}
    assert evidence["seal_missing"] == {"number": "CSQU3054384", "listed": 0, "announced": 2}
