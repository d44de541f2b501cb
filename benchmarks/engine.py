"""100 profiles over 20,000 frozen facts: the compiled plan against zen-engine, which is called per record.

Same leaves, two processes each, answers compared. Ours reads the facts from the tables and brings the answers back;
zen has them in memory, which is to its advantage. Zen is asked for a part of the rows, and its time taken times that.
"""

from collections.abc import Sequence

from benchmarks.against_zen.contestants import make_stores, take_stored
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
        return [
            pair("3 conditions, zen an expression a profile", "ours_three", "zen_expressions", known, 10, at_least(50)),
            pair("3 conditions, zen a decision table", "ours_three", "zen_decision_table", known, 10),
            pair("3 conditions, zen all in one expression", "ours_three", "zen_one_expression", known, 1),
            pair(
                "8 indicators, 30 % NULL, stored, zen an expression a profile",
                "ours_eight",
                "zen_eight",
                rich_in_null,
                20,
                at_least(15),
            ),
            pair("8 indicators, 30 % NULL, stored, zen all in one", "ours_eight", "zen_eight_in_one", rich_in_null, 10),
        ]


def pair(name: str, ours: str, theirs: str, revision_id: str, every: int, bar: Bar | None = None) -> Row:
    """Return the row of the ratio, after the answers of both were found equal."""
    parts = halves(revision_id)
    us, zen = Crew(ours, parts), Crew(theirs, parts, every)
    try:
        compare(said_by(us), said_by(zen))
        rounds = interleaved(us, zen)
    finally:
        us.dismiss()
        zen.dismiss()
    note = f"ours {rate([a for a, _ in rounds]):,.0f}/s, zen {rate([b for _, b in rounds]):,.0f}/s"
    return row_of_ratios(name, [b / a for a, b in rounds], "times as fast", bar, note)


def said_by(crew: Crew) -> tuple[dict, dict]:
    """Let the crew work once; return the points by facts id, as far as it stores any, and the profiles that hit."""
    crew()
    points, hits = take_stored()
    return points, hits or crew.answers()


def compare(ours: tuple[dict, dict], theirs: tuple[dict, dict]) -> None:
    """Hold what zen says of its rows against ours; stored hits leave out rows that nothing hits."""
    (our_points, our_hits), (their_points, their_hits) = ours, theirs
    differing = [facts_id for facts_id, said in their_points.items() if our_points[facts_id] != said]
    asked = their_points or their_hits
    differing += [facts_id for facts_id in asked if our_hits.get(facts_id, []) != their_hits.get(facts_id, [])]
    if differing:
        raise AssertionError(f"{len(differing)} of {len(asked)} rows differ, the first is {differing[0]}")
    if not any(their_hits.values()):
        raise AssertionError("nothing hit, so nothing was compared")


def rate(seconds: Sequence[float]) -> float:
    return COUNT / sorted(seconds)[len(seconds) // 2]
