"""A draft over the history says of every row what the plan of many profiles says of it."""

from random import Random

from profiling.conditions.catalogue import Level
from profiling.conditions.definition import ProfileDefinition, WeightedIndicator, stored_definition
from profiling.conditions.drafting import any_items, draft_parts
from profiling.conditions.planning import Candidate, Plan
from profiling.conditions.sql import Sql
from profiling.conditions.tree import digest
from tests.profiling.conditions.chance import random_condition, random_items, random_row
from tests.profiling.conditions.frozen import freeze

EVERY_ROW = Sql("true")
ROWS, DRAFTS = 150, 250


def random_definition(chance: Random) -> ProfileDefinition:
    indicators = {}
    for number in range(chance.choice([1, 2, 4, 8])):
        when, points = random_condition(chance), chance.choice([-30, -10, 5, 10, 20, 50])
        indicators[digest(f"X{number:02}", when)] = WeightedIndicator(f"X{number:02}", points, when)
    return ProfileDefinition(
        indicators=tuple(
            WeightedIndicator(each.code, each.points, each.when, "", key) for key, each in indicators.items()
        ),
        threshold=chance.choice([1, 10, 25, 50]),
        lane="red",
        scope=random_condition(chance) if chance.random() < 0.5 else None,
        modes=("road",) if chance.random() < 0.2 else (),
    )


def said_by_draft(cursor, definition: ProfileDefinition) -> tuple[set[int], int, int]:
    """Return which rows hit, of how many nothing can be said, and how many there are."""
    parts = draft_parts(definition, EVERY_ROW, Sql("true"))
    query = f"WITH {parts.text} SELECT ARRAY(SELECT id FROM hit), not_evaluable, rounds FROM tally"
    cursor.execute(query, parts.params)
    hits, not_evaluable, rounds = cursor.fetchone()
    return set(hits), not_evaluable, rounds


def said_by_plan(cursor, definition: ProfileDefinition) -> tuple[set[int], int, int]:
    query = Plan.of([Candidate(0, definition)]).verdicts(EVERY_ROW)
    cursor.execute(query.text, query.params)
    rows = cursor.fetchall()
    return {row for row, hits, _unknown in rows if hits}, sum(bool(unknown) for _row, _hits, unknown in rows), len(rows)


def test_it_says_what_the_plan_says(cursor):
    chance = Random(20261124)
    for _ in range(ROWS):
        freeze(cursor, items=random_items(chance), **random_row(chance, Level.CONSIGNMENT))
    hits = unknown = over_items = 0
    for _ in range(DRAFTS):
        definition = random_definition(chance)
        ours = said_by_draft(cursor, definition)
        assert ours == said_by_plan(cursor, definition), definition
        hits += len(ours[0])
        unknown += ours[1]
        over_items += any(any_items(each.when) for each in definition.indicators)
    assert hits > DRAFTS and unknown > DRAFTS and 50 < over_items < DRAFTS


def test_goods_items_are_not_read_where_they_change_nothing(cursor):
    """The row whose plain points cannot reach the threshold never looks at its items."""
    vague = {"any_item": {"fact": "description_is_vague", "op": "is_true"}}
    definition = stored_definition(
        {
            "indicators": [
                {"code": "E04", "points": 20, "when": {"fact": "seal_missing", "op": "is_true"}},
                {"code": "C01", "points": 20, "when": vague},
            ],
            "threshold": 40,
            "lane": "red",
        }
    )
    for seal in [True, False, False, False]:
        freeze(cursor, items=[{"description_is_vague": True}], seal_missing=seal)
    parts = draft_parts(definition, EVERY_ROW, Sql("true"))
    explain = "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, FORMAT JSON)"
    cursor.execute(f"{explain} WITH {parts.text} SELECT (SELECT count(*) FROM hit), * FROM tally", parts.params)
    assert rows_read(cursor.fetchone()[0][0]["Plan"], "profiling_goodsitemfacts") == 1


def rows_read(plan: dict, table: str) -> int:
    own = plan["Actual Loops"] if plan.get("Relation Name") == table else 0
    return own + sum(rows_read(part, table) for part in plan.get("Plans", []))
