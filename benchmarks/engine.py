"""100 profiles over 20,000 frozen facts: the compiled plan against zen-engine, which is called per record.

Same leaves, two processes each, answers compared. Ours reads the facts from the tables and brings the answers back;
zen has them in memory, which is to its advantage. Zen is asked for a part of the rows, and its time taken times that.
"""

from collections.abc import Sequence

from benchmarks.against_zen.contestants import make_stores
from benchmarks.against_zen.crews import Crew
from benchmarks.against_zen.facts import halves, make_facts
from benchmarks.against_zen.shape import COUNT
from benchmarks.database import own_database
from benchmarks.pairs import Bar, Row, at_least, interleaved, row_of_ratios

SHARE_UNKNOWN = 0.3


def run() -> list[Row]:
    with own_database("engine"):
        make_stores()
        known, rich_in_null = make_facts(0), make_facts(SHARE_UNKNOWN)
        three = [
            ("decision table, a row a profile", "zen_decision_table", 10, at_least(50)),
            ("an expression a profile", "zen_expressions", 10, None),
            ("all profiles in one expression", "zen_one_expression", 1, None),
        ]
        eight = [
            ("an expression a profile", "zen_eight", 20, at_least(15)),
            ("all profiles in one expression", "zen_eight_in_one", 10, None),
        ]
        rows = []
        for form, theirs, every, bar in three:
            rows += pair(f"3 conditions, zen {form}", "ours_three", theirs, known, every, bar)
        for form, theirs, every, bar in eight:
            rows += pair(f"8 indicators, 30 % NULL, stored, zen {form}", "ours_eight", theirs, rich_in_null, every, bar)
        return rows


def pair(name: str, ours: str, theirs: str, revision_id: str, every: int, bar: Bar | None) -> list[Row]:
    """Return the row of the ratio, after the answers of both were found equal."""
    parts = halves(revision_id)
    us, zen = Crew(ours, parts), Crew(theirs, parts, every)
    try:
        rounds = interleaved(us, zen)
        compare(us.answers(), zen.answers())
    finally:
        us.dismiss()
        zen.dismiss()
    note = f"ours {rate([a for a, _ in rounds]):,.0f}/s, zen {rate([b for _, b in rounds]):,.0f}/s"
    return [row_of_ratios(name, [b / a for a, b in rounds], "times as fast", bar, note)]


def compare(ours: dict, theirs: dict) -> None:
    differing = [facts_id for facts_id, said in theirs.items() if ours[facts_id] != said]
    if differing or not theirs:
        raise AssertionError(f"{len(differing)} of {len(theirs)} rows differ, the first is {differing[:1]}")


def rate(seconds: Sequence[float]) -> float:
    return COUNT / sorted(seconds)[len(seconds) // 2]
