"""The door of definitions: what is right becomes a value, each fault is named by its path."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiling.conditions.definition import (
    LANES,
    USUAL_WHEN_NOT_EVALUABLE,
    WHEN_NOT_EVALUABLE,
    UnreadableDefinition,
    complete,
    read_definition,
    stored_definition,
)
from profiling.conditions.indicators import INDICATORS
from profiling.conditions.operators import OPERATORS
from profiling.models import Lane, WhenNotEvaluable

MASS = {"fact": "gross_mass_kg", "op": "gt", "value": 1000}
ITEM = {"fact": "hs6", "op": "eq", "value": "291524"}


def nested(levels: int) -> dict:
    condition: dict = MASS
    for _ in range(levels - 1):
        condition = {"not": condition}
    return condition


def definition(when=None, **changes) -> dict:
    indicator = {"code": "E01", "points": 30} | ({"when": when} if when is not None else {})
    return {"indicators": [indicator], "threshold": 30, "lane": "red"} | changes


WHEN = "indicators[0].when"
# (name, definition, paths of its faults)
FAULTS = [
    ("no object", [], ["definition"]),
    ("nothing", {}, ["lane", "indicators", "threshold"]),
    ("a key too many", definition(weight=3), ["weight"]),
    ("no indicators", definition(indicators=[]), ["indicators"]),
    ("too many indicators", definition(indicators=[{"code": "E01", "points": 1}] * 41), ["indicators"]),
    ("an indicator that is none", definition(indicators=["E01"]), ["indicators[0]"]),
    ("a malformed code", definition(indicators=[{"code": "e1", "points": 30}]), ["indicators[0].code"]),
    (
        "a code of one's own without label and condition",
        definition(indicators=[{"code": "X01", "points": 30}]),
        ["indicators[0].label", "indicators[0].when"],
    ),
    ("no points", definition(indicators=[{"code": "E01"}]), ["indicators[0].points"]),
    ("points as text", definition(indicators=[{"code": "E01", "points": "30"}]), ["indicators[0].points"]),
    ("points that are true", definition(indicators=[{"code": "E01", "points": True}]), ["indicators[0].points"]),
    ("0 points", definition(indicators=[{"code": "E01", "points": 0}]), ["indicators[0].points"]),
    ("too many points", definition(indicators=[{"code": "E01", "points": 501}]), ["indicators[0].points"]),
    ("the same twice", definition(indicators=[{"code": "E01", "points": 30}] * 2), ["indicators[1]"]),
    (
        "the same twice in another order",
        definition(
            indicators=[
                {"code": "E01", "points": 30, "when": {"all": [MASS, {"known": "mode"}]}},
                {"code": "E01", "points": 20, "when": {"all": [{"known": "mode"}, MASS]}},
            ]
        ),
        ["indicators[1]"],
    ),
    ("negative only", definition(indicators=[{"code": "I03", "points": -30}]), ["indicators"]),
    ("threshold out of reach", definition(threshold=31), ["threshold"]),
    ("threshold 0", definition(threshold=0), ["threshold"]),
    ("threshold as text", definition(threshold="30"), ["threshold"]),
    ("green is no lane of a profile", definition(lane="green"), ["lane"]),
    ("unknown lane", definition(lane=["red"]), ["lane"]),
    ("unknown way out", definition(when_not_evaluable="green"), ["when_not_evaluable"]),
    ("0 per cent", definition(selection_percent=0), ["selection_percent"]),
    ("NaN per cent", definition(selection_percent=float("nan")), ["selection_percent"]),
    ("posts as text", definition(posts="DOSTUK"), ["posts"]),
    ("a post with a space", definition(posts=["DOSTUK", "a b"]), ["posts[1]"]),
    ("unknown mode", definition(modes=["road", "ship"]), ["modes[1]"]),
    ("scope that is no condition", definition(scope="road"), ["scope"]),
    ("no condition", definition({"if": 1}), [WHEN]),
    ("empty object", definition({}), [WHEN]),
    ("empty all", definition({"all": []}), [f"{WHEN}.all"]),
    ("empty any", definition({"any": []}), [f"{WHEN}.any"]),
    ("all that is no list", definition({"all": MASS}), [f"{WHEN}.all"]),
    ("a group of 101", definition({"any": [MASS] * 101}), [f"{WHEN}.any"]),
    ("nested too deeply", definition(nested(9)), [WHEN + ".not" * 8]),
    ("a hundred thousand levels", definition(nested(900)), [WHEN + ".not" * 8]),
    ("unknown fact", definition({"fact": "weight", "op": "gt", "value": 1}), [f"{WHEN}.fact"]),
    ("a fact that is no text", definition({"fact": ["mode"], "op": "eq", "value": "road"}), [f"{WHEN}.fact"]),
    ("a column that is no fact", definition({"fact": "unit_id", "op": "eq", "value": "x"}), [f"{WHEN}.fact"]),
    ("unknown operator", definition({"fact": "mode", "op": "like", "value": "x"}), [f"{WHEN}.op"]),
    ("operator of another type", definition({"fact": "mode", "op": "gt", "value": "x"}), [f"{WHEN}.op"]),
    ("contains on a code", definition({"any_item": ITEM | {"op": "contains"}}), [f"{WHEN}.any_item.op"]),
    ("value missing", definition({"fact": "mode", "op": "eq"}), [f"{WHEN}.value"]),
    ("value too many", definition({"fact": "seal_missing", "op": "is_true", "value": 1}), [f"{WHEN}.value"]),
    ("NULL", definition(MASS | {"value": None}), [f"{WHEN}.value"]),
    ("text for a number", definition(MASS | {"value": "1000"}), [f"{WHEN}.value"]),
    ("true for a number", definition(MASS | {"value": True}), [f"{WHEN}.value"]),
    ("NaN", definition(MASS | {"value": float("nan")}), [f"{WHEN}.value"]),
    ("Infinity", definition(MASS | {"value": float("-inf")}), [f"{WHEN}.value"]),
    ("too large", definition(MASS | {"value": 10**16}), [f"{WHEN}.value"]),
    ("a fraction of a count", definition({"fact": "packages", "op": "eq", "value": 1.5}), [f"{WHEN}.value"]),
    ("above a cut count", definition({"fact": "pair_seen_365d", "op": "lt", "value": 101}), [f"{WHEN}.value"]),
    ("number for a text", definition({"fact": "mode", "op": "eq", "value": 1}), [f"{WHEN}.value"]),
    ("empty text", definition({"fact": "entry_post", "op": "eq", "value": " "}), [f"{WHEN}.value"]),
    ("unknown word of a code", definition({"fact": "mode", "op": "eq", "value": "ship"}), [f"{WHEN}.value"]),
    ("no country", definition({"fact": "dispatch_country", "op": "eq", "value": "China"}), [f"{WHEN}.value"]),
    ("HS6 of five digits", definition({"any_item": ITEM | {"value": "29152"}}), [f"{WHEN}.any_item.value"]),
    ("NUL in a text", definition({"fact": "entry_post", "op": "eq", "value": "a\0b"}), [f"{WHEN}.value"]),
    ("half a letter", definition({"fact": "entry_post", "op": "eq", "value": "\ud800"}), [f"{WHEN}.value"]),
    ("a list for one value", definition({"fact": "mode", "op": "eq", "value": ["road"]}), [f"{WHEN}.value"]),
    ("one value for a list", definition({"fact": "mode", "op": "in", "value": "road"}), [f"{WHEN}.value"]),
    ("empty list", definition({"fact": "mode", "op": "in", "value": []}), [f"{WHEN}.value"]),
    ("NULL in a list", definition({"fact": "mode", "op": "in", "value": ["road", None]}), [f"{WHEN}.value[1]"]),
    ("unknown list", definition({"any_item": {"fact": "control_lists", "op": "has_any", "value": ["x"]}}),
     [f"{WHEN}.any_item.value[0]"]),
    ("a list of 5,001", definition({"fact": "packages", "op": "in", "value": list(range(5001))}), [f"{WHEN}.value"]),
    ("a range upside down", definition(MASS | {"op": "between", "value": [2, 1]}), [f"{WHEN}.value"]),
    ("a range of three", definition(MASS | {"op": "between", "value": [1, 2, 3]}), [f"{WHEN}.value"]),
    ("a day without time zone", definition({"fact": "arrival_at", "op": "lt", "value": "2026-03-13T10:00"}),
     [f"{WHEN}.value"]),
    ("no date", definition({"fact": "arrival_at", "op": "lt", "value": "soon"}), [f"{WHEN}.value"]),
    ("item fact outside any_item", definition(ITEM), [f"{WHEN}.fact"]),
    ("consignment fact inside any_item", definition({"any_item": MASS}), [f"{WHEN}.any_item.fact"]),
    ("any_item inside any_item", definition({"any_item": {"any_item": ITEM}}), [f"{WHEN}.any_item.any_item"]),
    ("known of nothing", definition({"known": "weight"}), [f"{WHEN}.known"]),
    (
        "every fault at once",
        definition({"all": [MASS | {"value": "x"}, {"any": []}, {"fact": "y", "op": "eq", "value": 1}]}, lane="x"),
        ["lane", f"{WHEN}.all[0].value", f"{WHEN}.all[1].any", f"{WHEN}.all[2].fact"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "paths"), FAULTS, ids=[row[0] for row in FAULTS])
def test_each_fault_is_named_by_its_path(name, data, paths):
    read, faults = read_definition(data)
    assert read is None
    assert sorted(fault.path for fault in faults) == sorted(paths)
    assert all(fault.problem.endswith(".") and fault.remedy for fault in faults)


RIGHT = [
    ("the least", definition()),
    ("as many indicators as there may be", {"indicators": [{"code": code, "points": 10} for code in [*INDICATORS][:40]],
                                            "threshold": 100, "lane": "yellow"}),
    ("the indicators beyond", {"indicators": [{"code": code, "points": 10} for code in [*INDICATORS][-20:]],
                               "threshold": 100, "lane": "yellow"}),
    ("eight levels", definition(nested(8))),
    ("a list of 5,000", definition({"fact": "packages", "op": "in", "value": list(range(5000))})),
    ("one code with two conditions", definition(indicators=[
        {"code": "C07", "points": 10},
        {"code": "C07", "points": 30, "when": {"any_item": {"fact": "value_deviations", "op": "lt", "value": -6}}},
    ])),
    ("a code of one's own", definition(indicators=[{"code": "X01", "label": "Heavy", "points": 30, "when": MASS}])),
    ("all keys", definition(scope=MASS, posts=["IRKESHTAM"], modes=["road"], when_not_evaluable="ask",
                            selection_percent=12.5)),
    ("any case of a country", definition({"fact": "dispatch_country", "op": "in", "value": ["cn", "CN", "Tj"]})),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data"), RIGHT, ids=[row[0] for row in RIGHT])
def test_what_is_right_is_read_and_completed(name, data):
    read, faults = read_definition(data)
    assert faults == []
    completed = complete(data)
    assert stored_definition(completed) == read
    assert complete(json.loads(json.dumps(completed))) == completed
    assert all("when" in indicator for indicator in completed["indicators"])


def test_the_condition_of_the_catalogue_is_frozen_in(monkeypatch):
    completed = complete(definition())
    monkeypatch.setitem(INDICATORS, "E01", INDICATORS["E04"])
    assert stored_definition(completed).as_json() == completed


@pytest.mark.parametrize(("lane", "expected"), USUAL_WHEN_NOT_EVALUABLE.items())
def test_silence_does_not_pay_unless_the_author_says_so(lane, expected):
    assert complete(definition(lane=lane))["when_not_evaluable"] == expected


def test_an_unreadable_stored_definition_says_where():
    with pytest.raises(UnreadableDefinition) as raised:
        stored_definition(definition(lane="green"))
    assert [fault.path for fault in raised.value.faults] == ["lane"]


def test_the_words_are_those_of_the_records():
    assert set(LANES) == set(Lane.values) - {"green"}
    assert set(WHEN_NOT_EVALUABLE) == set(WhenNotEvaluable.values)


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["all", "any", "not", "any_item", "known", "fact", "op", "value", "code", "points", "when"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)
NEARLY_AN_INDICATOR = st.fixed_dictionaries(
    {"code": st.sampled_from(["E01", "X01"]), "points": ANY_JSON, "when": ANY_JSON}
)
NEARLY_RIGHT = st.fixed_dictionaries(
    {
        "indicators": ANY_JSON | st.lists(NEARLY_AN_INDICATOR),
        "threshold": ANY_JSON,
        "lane": st.sampled_from(["red", "yellow"]) | ANY_JSON,
    },
    optional=dict.fromkeys(["scope", "posts", "modes", "selection_percent", "when_not_evaluable"], ANY_JSON),
)
NEARLY_A_LEAF = st.fixed_dictionaries(
    {
        "fact": st.sampled_from(["mode", "arrival_at", "packages", "gross_mass_kg", "route_countries", "seal_missing"]),
        "op": st.sampled_from(sorted(OPERATORS)),
        "value": ANY_JSON,
    }
)


@given(data=ANY_JSON | NEARLY_RIGHT | NEARLY_A_LEAF.map(definition))
def test_no_json_makes_it_raise(data):
    read, faults = read_definition(data)
    assert (read is None) is bool(faults)
    if read:
        assert stored_definition(read.as_json()) == read
