"""Each operator has its table: what the fact is, what it is compared with, and the answer (None: not evaluable)."""

from datetime import UTC, datetime

import pytest

from profiling.conditions.fault import Faults
from profiling.conditions.operators import OPERATORS
from profiling.conditions.reading_conditions import read_condition
from tests.profiling.conditions.frozen import answer

NOON = datetime(2026, 3, 13, 6, 0, tzinfo=UTC)  # 12:00 in Bishkek

# (operator, fact, stored, compared with, answer)
CASES = [
    ("eq", "mode", "road", "road", True),
    ("eq", "mode", "rail", "road", False),
    ("eq", "mode", None, "road", None),
    ("eq", "dispatch_country", "CN", "cn", True),
    ("eq", "packages", 0, 0, True),
    ("eq", "gross_mass_kg", 12.5, 12.5, True),
    ("eq", "description", "ХЛОПОК ӨҢ", "хлопок өң", True),
    ("eq", "description", "100% cotton", "100_ cotton", False),
    ("eq", "description", None, "хлопок", None),
    ("ne", "mode", "rail", "road", True),
    ("ne", "mode", "road", "road", False),
    ("ne", "mode", None, "road", None),
    ("lt", "gross_mass_kg", 999.9, 1000, True),
    ("lt", "gross_mass_kg", 1000, 1000, False),
    ("lt", "gross_mass_kg", None, 1000, None),
    ("lt", "consignee_seen_365d", 0, 1, True),
    ("lt", "hours_before_arrival", -3.0, 2, True),
    ("lt", "arrival_at", NOON, "2026-03-13T12:00:01+06:00", True),
    ("lt", "arrival_at", NOON, "2026-03-13T12:00:00+06:00", False),
    ("lt", "arrival_at", None, "2026-03-13T12:00:00+06:00", None),
    ("le", "gross_mass_kg", 1000, 1000, True),
    ("le", "gross_mass_kg", 1000.1, 1000, False),
    ("le", "gross_mass_kg", None, 1000, None),
    ("gt", "gross_mass_kg", 1000.1, 1000, True),
    ("gt", "gross_mass_kg", 1000, 1000, False),
    ("gt", "gross_mass_kg", None, 1000, None),
    ("ge", "arrival_at", NOON, "2026-03-13T06:00:00Z", True),
    ("ge", "gross_mass_kg", 1000, 1000, True),
    ("ge", "gross_mass_kg", 999, 1000, False),
    ("ge", "gross_mass_kg", None, 1000, None),
    ("between", "gross_mass_kg", 1, [1, 2], True),
    ("between", "gross_mass_kg", 2, [1, 2], True),
    ("between", "gross_mass_kg", 2.001, [1, 2], False),
    ("between", "gross_mass_kg", None, [1, 2], None),
    ("between", "arrival_at", NOON, ["2026-03-13T00:00:00+06:00", "2026-03-14T00:00:00+06:00"], True),
    ("in", "dispatch_country", "TJ", ["UZ", "TJ"], True),
    ("in", "dispatch_country", "CN", ["UZ", "TJ"], False),
    ("in", "dispatch_country", None, ["UZ", "TJ"], None),
    ("in", "packages", 3, [1, 3], True),
    ("in", "hs6", "291524", ["291524"], True),
    ("in", "hs6", None, ["291524"], None),
    ("in", "description", "ЛУК", ["лук", "чеснок"], True),
    ("in", "description", "лук репчатый", ["лук", "чеснок"], False),
    ("starts_with", "hs6", "854231", "8542", True),
    ("starts_with", "hs6", "858542", "8542", False),
    ("starts_with", "hs6", None, "8542", None),
    ("starts_with", "description", "Лук репчатый", "ЛУК", True),
    ("starts_with", "description", "%лук", "%", True),
    ("starts_with", "description", "лук", "%", False),
    ("starts_with", "description", "лук", "_", False),
    ("contains", "description", "Ткань ХЛОПЧАТОБУМАЖНАЯ", "хлопчато", True),
    ("contains", "description", "ткань", "ткань", True),
    ("contains", "description", "кыргыз ҢӨҮ жүктөрү", "ңөү", True),
    ("contains", "description", "ткань", "тк_нь", False),
    ("contains", "description", "ткань", "%", False),
    ("contains", "description", "скидка 50%", "50%", True),
    ("contains", "description", "a\\b", "\\", True),
    ("contains", "description", "a'b", "'b", True),
    ("contains", "description", None, "a", None),
    ("is_true", "seal_missing", True, ..., True),
    ("is_true", "seal_missing", False, ..., False),
    ("is_true", "seal_missing", None, ..., None),
    ("is_false", "seal_missing", True, ..., False),
    ("is_false", "seal_missing", False, ..., True),
    ("is_false", "seal_missing", None, ..., None),
    ("has_any", "route_countries", ["AF", "TJ"], ["AF", "IR"], True),
    ("has_any", "route_countries", ["AF", None], ["AF", "IR"], True),
    ("has_any", "route_countries", ["CN", "TJ"], ["AF", "IR"], False),
    ("has_any", "route_countries", ["CN", None], ["AF", "IR"], None),
    ("has_any", "route_countries", [None], ["AF", "IR"], None),
    ("has_any", "route_countries", [], ["AF", "IR"], False),
    ("has_any", "route_countries", None, ["AF", "IR"], None),
    ("has_any", "control_lists", ["precursor"], ["precursor"], True),
    ("has_all", "route_countries", ["AF", "TJ", "KG"], ["AF", "TJ"], True),
    ("has_all", "route_countries", ["AF", "TJ", None], ["AF", "TJ"], True),
    ("has_all", "route_countries", ["AF", "KG"], ["AF", "TJ"], False),
    ("has_all", "route_countries", ["AF", None], ["AF", "TJ"], None),
    ("has_all", "route_countries", [None], ["AF", "TJ"], None),
    ("has_all", "route_countries", [], ["AF", "TJ"], False),
    ("has_all", "route_countries", None, ["AF", "TJ"], None),
]

ITEM_FACTS = {"description", "hs6", "control_lists"}


@pytest.mark.parametrize(("operator", "fact", "stored", "value", "expected"), CASES)
def test_operator(cursor, operator, fact, stored, value, expected):
    leaf = {"fact": fact, "op": operator} | ({} if value is ... else {"value": value})
    if fact in ITEM_FACTS:
        assert answer(cursor, {"any_item": leaf}, items=[{fact: stored}]) is expected
    else:
        assert answer(cursor, leaf, **{fact: stored}) is expected


def test_every_operator_has_rows_for_true_false_and_not_known():
    for operator in OPERATORS:
        assert {row[4] for row in CASES if row[0] == operator} == {True, False, None}, operator


@pytest.mark.parametrize("operator", ["in", "has_any", "has_all"])
@pytest.mark.parametrize(("value", "path"), [([], "value"), (["TJ", None], "value[1]")])
def test_an_empty_list_and_a_list_with_null_are_refused(operator, value, path):
    fact = "dispatch_country" if operator == "in" else "route_countries"
    faults = Faults()
    assert read_condition({"fact": fact, "op": operator, "value": value}, "", faults) is None
    assert [fault.path for fault in faults.found] == [path]


@pytest.mark.parametrize(
    ("fact", "stored", "expected"),
    [
        ("mode", "road", True),
        ("mode", None, False),
        ("seal_missing", False, True),
        ("route_countries", ["TJ"], True),
        ("route_countries", [], True),
        ("route_countries", ["TJ", None], False),
        ("route_countries", None, False),
    ],
)
def test_known_is_two_valued(cursor, fact, stored, expected):
    assert answer(cursor, {"known": fact}, **{fact: stored}) is expected
    assert answer(cursor, {"not": {"known": fact}}, **{fact: stored}) is (not expected)


def test_a_list_of_five_thousand(cursor):
    codes = [f"{number:06d}" for number in range(5000)]
    condition = {"any_item": {"fact": "hs6", "op": "in", "value": codes}}
    assert answer(cursor, condition, items=[{"hs6": "004999"}]) is True
    assert answer(cursor, condition, items=[{"hs6": "005000"}]) is False


@pytest.mark.parametrize("letter", ["Ё", "Ң", "Ө", "Ү", "Ғ", "Қ", "Ҳ", "Ӣ", "Ӯ", "Ҷ", "Ў", "İ", "Σ", "ẞ", "Ǆ"])
def test_letters_fold_the_same_way_here_and_in_the_database(cursor, letter):
    """Names of the region, and the letters whose lower case Python and PostgreSQL spell differently."""
    condition = {"any_item": {"fact": "description", "op": "eq", "value": f"a{letter}b {letter}"}}
    assert answer(cursor, condition, items=[{"description": f"A{letter}B {letter}"}]) is True


def test_an_operator_is_in_two_places():
    """The function with its entry, and the table above: an operator without its table is not finished."""
    assert {row[0] for row in CASES} == set(OPERATORS)
