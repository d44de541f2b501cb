"""The compiled SQL agrees with brute-force Kleene truth over random trees and facts rich in NULL."""

from collections import Counter
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from profiling.conditions.catalogue import Level
from profiling.conditions.fault import Faults
from profiling.conditions.reading_conditions import read_condition
from profiling.conditions.tree import Condition, as_json
from tests.profiling.conditions.chance import random_condition, random_items, random_row
from tests.profiling.conditions.frozen import answers, empty_tables, freeze
from tests.profiling.conditions.kleene import truth

ROWS = 12


def disagreements(cursor, chance: Random, conditions: list[Condition], seen: Counter) -> list:
    """Return (condition, row, what SQL said, what is true) wherever they differ, and count the answers."""
    empty_tables(cursor)
    rows = {}
    for _ in range(ROWS):
        facts, items = random_row(chance, Level.CONSIGNMENT), random_items(chance)
        rows[freeze(cursor, items, **facts)] = facts, items
    wrong = []
    for facts_id, said in answers(cursor, conditions).items():
        for condition, answer in zip(conditions, said, strict=True):
            expected = truth(condition, *rows[facts_id])
            seen[expected] += 1
            if answer is not expected:
                wrong.append((as_json(condition), rows[facts_id], answer, expected))
    return wrong


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chance=st.randoms(use_true_random=False))
def test_no_disagreement_on_a_tree_that_can_be_shrunk(cursor, chance):
    assert not disagreements(cursor, chance, [random_condition(chance)], Counter())


def test_ten_thousand_trees(cursor, record_property):
    chance, seen, wrong = Random(20260313), Counter(), []
    for _ in range(50):
        wrong += disagreements(cursor, chance, [random_condition(chance) for _ in range(200)], seen)
    assert not wrong, wrong[:3]
    total = sum(seen.values())
    shares = {str(answer): round(100 * count / total, 1) for answer, count in seen.items()}
    record_property("shares of the answers, per cent", shares)
    # Were one of the three rare, agreement would say little.
    assert min(seen[answer] / total for answer in (True, False, None)) >= 0.15


@pytest.mark.parametrize("seed", range(300))
def test_a_tree_survives_its_json(seed):
    condition = random_condition(Random(seed))
    faults = Faults()
    assert read_condition(as_json(condition), "", faults) == condition, faults.found
