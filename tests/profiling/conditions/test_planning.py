"""A plan answers for each profile what its words mean: points as an interval, scope, score, each indicator once."""

import itertools
from random import Random

import pytest

from profiling.conditions import statements
from profiling.conditions.catalogue import Level
from profiling.conditions.definition import ProfileDefinition, WeightedIndicator, stored_definition
from profiling.conditions.planning import HIT, NO_HIT, OUT_OF_SCOPE, Candidate, Plan, of_facts
from profiling.conditions.sql import Sql
from profiling.conditions.tree import digest
from tests.profiling.conditions.chance import random_condition, random_items, random_row
from tests.profiling.conditions.frozen import empty_tables, freeze
from tests.profiling.conditions.kleene import truth

SEAL = {"fact": "seal_missing", "op": "is_true"}
NIGHT = {"fact": "arrival_at_night", "op": "is_true"}
TRUSTED = {"fact": "trader_is_trusted", "op": "is_true"}
ROAD = {"fact": "mode", "op": "eq", "value": "road"}


def profile(threshold=20, scope=None, **points) -> dict:
    """Return a definition with points for seal, night and trusted."""
    whens = {"seal": ("E04", SEAL), "night": ("G02", NIGHT), "trusted": ("I03", TRUSTED)}
    indicators = [{"code": whens[name][0], "when": whens[name][1], "points": value} for name, value in points.items()]
    return {"scope": scope, "indicators": indicators, "threshold": threshold, "lane": "red"}


def plan_of(*definitions) -> Plan:
    return Plan.of([Candidate.stored(number, each) for number, each in enumerate(definitions)])


def evaluate_one(cursor, plan: Plan, **facts):
    empty_tables(cursor)
    facts_id = freeze(cursor, **facts)
    (evaluation,) = plan.evaluate(cursor, of_facts([facts_id]))
    assert evaluation.facts_id == facts_id
    return evaluation


# (name, facts, low, high, answer) for seal 20, night 10, trusted -15, threshold 20
INTERVALS = [
    ("a hit alone reaches it", (True, False, False), 20, 20, HIT),
    ("nothing", (False, False, False), 0, 0, NO_HIT),
    ("the trusted trader takes points off", (True, False, True), 5, 5, NO_HIT),
    ("enough in spite of it", (True, True, None), 15, 30, None),
    ("unknown seal, might be", (None, False, False), 0, 20, None),
    ("unknown seal, cannot be enough", (None, False, True), -15, 5, NO_HIT),
    ("unknown night does not matter", (True, None, False), 20, 30, HIT),
    ("nothing known", (None, None, None), -15, 30, None),
]


@pytest.mark.parametrize(("name", "known", "low", "high", "answer"), INTERVALS, ids=[row[0] for row in INTERVALS])
def test_points_are_an_interval(cursor, name, known, low, high, answer):
    seal, night, trusted = known
    plan = plan_of(profile(seal=20, night=10, trusted=-15))
    said = evaluate_one(cursor, plan, seal_missing=seal, arrival_at_night=night, trader_is_trusted=trusted)
    assert (said.points_low, said.points_high, said.answers) == ([low], [high], [answer])


# (name, mode, seal, low, high, answer): scope is road, seal 20, threshold 20
SCOPES = [
    ("in scope, hit", "road", True, 20, 20, HIT),
    ("in scope, no hit", "road", False, 0, 0, NO_HIT),
    ("out of scope", "rail", True, None, None, OUT_OF_SCOPE),
    ("out of scope, whatever is not known", "rail", None, None, None, OUT_OF_SCOPE),
    ("scope not known, points would do", None, True, 0, 20, None),
    ("scope not known, points might do", None, None, 0, 20, None),
    ("scope not known, points cannot do", None, False, 0, 0, NO_HIT),
]


@pytest.mark.parametrize(("name", "mode", "seal", "low", "high", "answer"), SCOPES, ids=[row[0] for row in SCOPES])
def test_scope_and_verdict_are_joined_by_and(cursor, name, mode, seal, low, high, answer):
    said = evaluate_one(cursor, plan_of(profile(scope=ROAD, seal=20)), mode=mode, seal_missing=seal)
    assert (said.points_low, said.points_high, said.answers) == ([low], [high], [answer])


# (name, entry post, exit post, mode, answer) of a profile for Dostuk and Irkeshtam, by road, that hits inside
PLACES = [
    ("enters there", "DOSTUK", None, "road", HIT),
    ("enters elsewhere", "KULUNDU", None, "road", OUT_OF_SCOPE),
    ("leaves there", None, "IRKESHTAM", "road", HIT),
    ("enters elsewhere, leaves there", "KULUNDU", "IRKESHTAM", "road", HIT),
    ("leaves elsewhere, entry not known", None, "KULUNDU", "road", None),
    ("neither post known", None, None, "road", None),
    ("by rail", "DOSTUK", None, "rail", OUT_OF_SCOPE),
    ("mode not known", "DOSTUK", None, None, None),
    ("mode not known, enters elsewhere", "KULUNDU", None, None, OUT_OF_SCOPE),
]


@pytest.mark.parametrize(("name", "entry", "leaves", "mode", "answer"), PLACES, ids=[row[0] for row in PLACES])
def test_posts_and_modes_are_part_of_the_scope(cursor, name, entry, leaves, mode, answer):
    plan = plan_of(profile(seal=20) | {"posts": ["DOSTUK", "IRKESHTAM"], "modes": ["road"]})
    said = evaluate_one(cursor, plan, seal_missing=True, entry_post=entry, exit_post=leaves, mode=mode)
    assert said.answers == [answer]


def test_the_score_counts_an_indicator_once_with_its_largest_points(cursor):
    plan = plan_of(profile(seal=20), profile(seal=35, night=10), profile(trusted=-5, seal=30))
    said = evaluate_one(cursor, plan, seal_missing=True, arrival_at_night=True, trader_is_trusted=True)
    assert said.score == 35 + 10 - 5
    assert said.score_possible == 0


def test_points_of_a_profile_out_of_scope_do_not_count(cursor):
    plan = plan_of(profile(seal=20), profile(scope=ROAD, seal=90, night=10))
    assert evaluate_one(cursor, plan, mode="rail", seal_missing=True, arrival_at_night=True).score == 20
    assert evaluate_one(cursor, plan, mode=None, seal_missing=True, arrival_at_night=True).score == 20
    assert evaluate_one(cursor, plan, mode="road", seal_missing=True, arrival_at_night=True).score == 100


def test_what_could_be_added_is_told_apart_from_the_score(cursor):
    plan = plan_of(profile(seal=20, night=10, trusted=-5))
    said = evaluate_one(cursor, plan, seal_missing=True)
    assert (said.score, said.score_possible) == (20, 10)


def test_the_same_condition_under_two_codes_counts_twice(cursor):
    """Two indicators are one only when code and condition agree."""
    twice = {"indicators": [{"code": "E04", "when": SEAL, "points": 5}, {"code": "E05", "when": SEAL, "points": 5}]}
    plan = plan_of(twice | {"threshold": 10, "lane": "red"})
    assert evaluate_one(cursor, plan, seal_missing=True).score == 10


def test_the_order_of_conditions_makes_no_second_indicator():
    one, other = {"all": [SEAL, NIGHT]}, {"all": [NIGHT, SEAL]}
    definitions = [
        stored_definition({"indicators": [{"code": "E04", "when": when, "points": 5}], "threshold": 5, "lane": "red"})
        for when in (one, other)
    ]
    assert definitions[0].indicators[0].key == definitions[1].indicators[0].key


def test_without_versions_there_is_an_empty_evaluation_for_each_row(cursor):
    said = evaluate_one(cursor, plan_of(), seal_missing=True)
    assert (said.answers, said.points_low, said.score, said.score_possible) == ([], [], 0, 0)


def test_facts_that_are_not_asked_for_are_not_evaluated(cursor):
    empty_tables(cursor)
    first, _second = freeze(cursor, seal_missing=True), freeze(cursor, seal_missing=True)
    plan = plan_of(profile(seal=20))
    assert [each.facts_id for each in plan.evaluate(cursor, of_facts([first]))] == [first]


def random_definitions(chance: Random, count: int) -> list[ProfileDefinition]:
    """Return definitions that share some of their conditions, as profiles do."""
    conditions = [(f"X{number:02d}", random_condition(chance)) for number in range(2 * count)]
    scopes = [random_condition(chance) for _ in range(3)]
    definitions = []
    for _ in range(count):
        chosen = chance.sample(conditions, chance.choice([1, 2, 4, 5]))
        indicators = tuple(
            WeightedIndicator(code, chance.choice([-20, -5, 5, 10, 30]), when, "x", digest(code, when))
            for code, when in chosen
        )
        threshold = chance.choice([5, 15, 30, 40])
        scope = chance.choice([None, *scopes])
        definitions.append(ProfileDefinition(indicators, threshold, "red", scope))
    return definitions


def possible_points(definition: ProfileDefinition, facts, items) -> set[int]:
    """Return every sum that is possible if each thing not known might be either, an unknown scope included."""
    scopes = [truth(definition.gate, facts, items)] if definition.gate else [True]
    scopes = [True, False] if scopes == [None] else scopes
    said = [truth(each.when, facts, items) for each in definition.indicators]
    worlds = itertools.product(*[[True, False] if answer is None else [answer] for answer in said])
    sums = {
        sum(each.points for each, holds in zip(definition.indicators, world, strict=True) if holds) for world in worlds
    }
    return {total if scope else 0 for total in sums for scope in scopes}


def expected_score(definitions, facts, items) -> tuple[int, int]:
    largest: dict[str, int] = {}
    answers = {}
    for definition in definitions:
        if definition.gate is None or truth(definition.gate, facts, items) is True:
            for each in definition.indicators:
                largest[each.key] = max(largest.get(each.key, each.points), each.points)
                answers[each.key] = truth(each.when, facts, items)
    hits = sum(points for key, points in largest.items() if answers[key] is True)
    return hits, sum(max(points, 0) for key, points in largest.items() if answers[key] is None)


@pytest.mark.parametrize("seed", range(15))
def test_the_interval_is_exactly_what_is_possible(cursor, seed):
    chance = Random(seed)
    definitions = random_definitions(chance, 12)
    plan = Plan.of([Candidate(number, each) for number, each in enumerate(definitions)])
    rows = {}
    for _ in range(20):
        facts, items = random_row(chance, Level.CONSIGNMENT), random_items(chance)
        rows[freeze(cursor, items, **facts)] = facts, items
    for said in plan.evaluate(cursor, Sql("true")):
        facts, items = rows[said.facts_id]
        for position, definition in enumerate(definitions):
            if definition.gate and truth(definition.gate, facts, items) is False:
                assert said.points_low[position] is said.points_high[position] is None
                assert said.answers[position] == OUT_OF_SCOPE
                continue
            sums = possible_points(definition, facts, items)
            assert (said.points_low[position], said.points_high[position]) == (min(sums), max(sums))
            verdicts = {total >= definition.threshold for total in sums}
            expected = None if len(verdicts) == 2 else HIT if verdicts == {True} else NO_HIT
            assert said.answers[position] == expected
        assert (said.score, said.score_possible) == expected_score(definitions, facts, items)


@pytest.mark.parametrize(("versions", "columns"), [(200, 1600), (3, 1600), (200, 12), (1, 8)])
def test_many_versions_are_packed_into_several_statements(cursor, monkeypatch, versions, columns):
    chance = Random(7)
    definitions = random_definitions(chance, 10)
    candidates = [Candidate(number, each) for number, each in enumerate(definitions)]
    for _ in range(8):
        freeze(cursor, random_items(chance), **random_row(chance, Level.CONSIGNMENT))
    whole = sorted(Plan.of(candidates).evaluate(cursor, Sql("true")), key=lambda each: each.facts_id)
    monkeypatch.setattr(statements, "MOST_VERSIONS", versions)
    monkeypatch.setattr(statements, "MOST_COLUMNS", columns)
    plan = Plan.of(candidates)
    assert (len(plan.statements) > 1) is ((versions, columns) != (200, 1600))
    assert sorted(plan.evaluate(cursor, Sql("true")), key=lambda each: each.facts_id) == whole


def test_four_hundred_and_fifty_profiles_of_eight_indicators_stay_below_the_limit_of_columns(cursor):
    def eight(number):
        return {
            "indicators": [
                {"code": "X01", "label": "x", "points": 5, "when": {"fact": "gross_mass_kg", "op": "ge", "value": mass}}
                for mass in range(8 * number, 8 * number + 8)
            ],
            "threshold": 40,
            "lane": "yellow",
        }

    plan = plan_of(*[eight(number) for number in range(450)])
    said = evaluate_one(cursor, plan, gross_mass_kg=1600.0)
    assert said.answers == [HIT] * 200 + [NO_HIT] * 250
    assert said.score == 5 * 1601


def test_verdicts_count_the_same_as_evaluations(cursor):
    chance = Random(11)
    definitions = random_definitions(chance, 10)
    plan = Plan.of([Candidate(number, each) for number, each in enumerate(definitions)])
    for _ in range(30):
        freeze(cursor, random_items(chance), **random_row(chance, Level.CONSIGNMENT))
    full = {each.facts_id: each.answers for each in plan.evaluate(cursor, Sql("true"))}
    query = plan.verdicts(Sql("true"))
    cursor.execute(query.text, query.params)
    for facts_id, hits, unknown in cursor.fetchall():
        assert [n for n, each in enumerate(full[facts_id], start=1) if each == HIT] == hits
        assert [n for n, each in enumerate(full[facts_id], start=1) if each is None] == unknown
