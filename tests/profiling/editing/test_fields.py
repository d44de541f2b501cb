"""Editing loses nothing: a condition to fields and back is the same condition, to the letter of its JSON."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from profiling.conditions.catalogue import FACTS
from profiling.conditions.fault import Faults
from profiling.conditions.reading_conditions import read_condition
from profiling.conditions.tree import Leaf, as_json
from profiling.editing.fields import fields_of, node_sent
from profiling.editing.nodes import Node
from profiling.editing.values import added, split
from tests.profiling.conditions.chance import random_condition
from tests.profiling.editing.posting import posted


def through_the_form(condition: dict) -> dict:
    node = node_sent(posted(fields_of(Node.of(condition), "scope")), "scope")
    assert node is not None
    return node.as_json()


@settings(max_examples=300, deadline=None)
@given(st.randoms(use_true_random=False))
def test_a_condition_comes_back_as_it_was(chance):
    condition = as_json(random_condition(chance))
    assert through_the_form(condition) == condition
    assert repr(through_the_form(condition)) == repr(condition)  # 12 is not 12.0: an indicator's name depends on it


# fact, operator, value
VALUES = [
    ("text with blanks at its ends", "description", "contains", " ook "),
    ("texts with commas", "description", "in", ("onions, dried", "garlic; fresh", 'a"b\\c')),
    ("one text with a comma", "description", "in", ("onions, dried",)),
    ("a code with a comma", "entry_post", "in", ("A,B",)),
    ("whole and broken numbers", "gross_mass_kg", "between", (12, 12.5)),
    ("a number of 15 digits", "gross_mass_kg", "gt", 10**15),
    ("a very small number", "gross_mass_kg", "gt", 1e-05),
    ("a negative number", "hours_before_arrival", "lt", -2.5),
    ("zero as a decimal", "gross_mass_kg", "gt", 0.0),
    ("moments of another zone", "arrival_at", "between", ("2026-03-12T00:00:00+05:00", "2026-03-13T06:30:00+00:00")),
    ("a moment to the millisecond", "arrival_at", "ge", "2026-03-13T06:30:00.250000+00:00"),
    ("choices out of order", "mode", "in", ("sea", "road")),
    ("leading zeros", "hs6", "in", ("010121", "070310")),
    ("fraction of a code", "hs6", "starts_with", "07"),
]


@pytest.mark.parametrize(("fact", "operator", "value"), [case[1:] for case in VALUES], ids=[c[0] for c in VALUES])
def test_values_that_are_easily_lost(fact, operator, value):
    condition = as_json(Leaf(fact, operator, value))
    assert repr(through_the_form(condition)) == repr(condition)


@given(st.text(min_size=1, max_size=60))
def test_any_text_that_may_be_stored_survives(text):
    faults = Faults()
    read = read_condition({"any_item": {"fact": "description", "op": "in", "value": [text, "x"]}}, "", faults)
    if read is not None:
        assert through_the_form(as_json(read)) == as_json(read)


# fact, typed, values
TYPED = [
    ("commas", "origin_country", "AF, TJ ;UZ", ["AF", "TJ", "UZ"]),
    ("lines", "origin_country", "AF\r\nTJ\n", ["AF", "TJ"]),
    ("a span of chapters", "hs_chapter", "61–64", ["61", "62", "63", "64"]),
    ("a span of chapters below ten", "hs_chapter", "01-03, 61", ["01", "02", "03", "61"]),
    ("a span that is too long", "hs6", "000000-999999", ["000000-999999"]),
    ("no span in a post", "entry_post", "41-43", ["41-43"]),
    ("texts keep their commas", "description", "onions, dried\ngarlic", ["onions, dried", "garlic"]),
    ("nothing", "origin_country", " , ", []),
]


@pytest.mark.parametrize(("fact", "text", "values"), [case[1:] for case in TYPED], ids=[c[0] for c in TYPED])
def test_lists_as_they_are_typed(fact, text, values):
    assert split(FACTS[fact], text) == values


def test_a_named_list_is_written_out_and_nothing_twice():
    assert added(FACTS["origin_country"], ["TJ"], "list:drug_first_transit") == ["TJ", "UZ", "TM", "PK", "IR"]
    assert added(FACTS["origin_country"], ["TJ"], "TJ, CN") == ["TJ", "CN"]


# what is typed, what the definition then says
NUMBERS = [
    ("12", 12),
    (" 12,5 ", 12.5),
    ("1e3", 1000.0),
    ("heavy", "heavy"),
    ("NaN", "NaN"),
    ("", None),
    ("9" * 5_000, "9" * 5_000),
    ("1e999", "1e999"),
]


@pytest.mark.parametrize(("typed", "value"), NUMBERS, ids=[repr(case[0][:8]) for case in NUMBERS])
def test_numbers_as_they_are_typed(typed, value):
    data = posted([("s-kind", ["fact"]), ("s-fact", ["gross_mass_kg"]), ("s-op", ["gt"]), ("s-value", [typed])])
    node = node_sent(data, "s")
    assert node is not None and node.value == value


def test_a_comparison_keeps_its_value_when_its_operator_changes():
    data = posted(fields_of(Node.of(as_json(Leaf("gross_mass_kg", "gt", 500))), "s"))
    data["s-op"] = "between"
    node = node_sent(data, "s")
    assert node is not None and node.value == [500, None]


@pytest.mark.parametrize("value", [datetime(2026, 3, 13, 6, tzinfo=UTC)])
def test_a_moment_is_asked_for_as_clock_and_zone(value):
    fields = dict(fields_of(Node.of(as_json(Leaf("arrival_at", "ge", value))), "s"))
    assert (fields["s-value"], fields["s-value_zone"]) == (["2026-03-13T06:00:00"], ["+00:00"])


def test_names_nested_by_no_page_of_ours_are_left_alone():
    name, fields = "s", []
    for _ in range(900):
        fields.append((f"{name}-kind", ["not"]))
        name += "-0"
    node = node_sent(posted(fields), "s")
    assert node is not None
