"""`any_item`: everything inside holds on one and the same goods item."""

import pytest

from profiling.conditions.compiling import compile_condition
from tests.profiling.conditions.frozen import answer, empty_tables, freeze, read

CHEMICAL_FROM_CN = {
    "all": [{"fact": "hs_chapter", "op": "eq", "value": "29"}, {"fact": "origin_country", "op": "eq", "value": "CN"}]
}
CASES = [
    ("one item has both", [("29", "CN")], True),
    ("the chapter of one, the origin of another", [("29", "KZ"), ("61", "CN")], False),
    ("a second item has both", [("61", "KZ"), ("29", "CN")], True),
    ("a hit beside an unknown item", [(None, None), ("29", "CN")], True),
    ("the origin is not known", [("29", None)], None),
    ("one harmless, one unknown", [("61", "CN"), ("29", None)], None),
    ("unknown, but the other half already fails", [("61", None), (None, "KZ")], False),
    ("no goods line at all", [], None),
]


@pytest.mark.parametrize(("name", "items", "expected"), CASES, ids=[case[0] for case in CASES])
def test_any_item(cursor, name, items, expected):
    goods = [{"hs_chapter": chapter, "origin_country": origin} for chapter, origin in items]
    assert answer(cursor, {"any_item": CHEMICAL_FROM_CN}, items=goods) is expected
    negated = None if expected is None else not expected
    assert answer(cursor, {"not": {"any_item": CHEMICAL_FROM_CN}}, items=goods) is negated


@pytest.mark.parametrize(("name", "items", "expected"), CASES, ids=[case[0] for case in CASES])
def test_alone_it_answers_as_in_a_plan(cursor, name, items, expected):
    """The correlated subquery and the one pass over the items that a plan makes are two spellings of one meaning."""
    empty_tables(cursor)
    freeze(cursor, [{"hs_chapter": chapter, "origin_country": origin} for chapter, origin in items])
    alone = compile_condition(read({"any_item": CHEMICAL_FROM_CN}))
    cursor.execute(f"SELECT {alone.text} FROM profiling_consignmentfacts f", alone.params)
    assert cursor.fetchall() == [(expected,)]


def test_two_any_items_may_hold_on_two_items(cursor):
    both = {
        "all": [
            {"any_item": {"fact": "hs_chapter", "op": "eq", "value": "29"}},
            {"any_item": {"fact": "origin_country", "op": "eq", "value": "CN"}},
        ]
    }
    goods = [{"hs_chapter": "29", "origin_country": "KZ"}, {"hs_chapter": "61", "origin_country": "CN"}]
    assert answer(cursor, both, items=goods) is True


def test_known_inside_any_item_is_two_valued(cursor):
    assert answer(cursor, {"any_item": {"known": "hs6"}}, items=[{"hs6": None}, {"hs6": "610910"}]) is True
    assert answer(cursor, {"any_item": {"known": "hs6"}}, items=[{"hs6": None}]) is False
    assert answer(cursor, {"any_item": {"known": "hs6"}}, items=[]) is None
