"""The explanation is the evaluation told again: same answers, same points, one sentence each."""

import json
from datetime import UTC, datetime
from random import Random

import pytest
from django.db import connection
from django.utils import translation

from profiling.conditions.catalogue import Level
from profiling.conditions.indicators import INDICATORS
from profiling.conditions.planning import Candidate, Plan
from profiling.conditions.sql import Sql
from tests.profiling.conditions.chance import random_items, random_row
from tests.profiling.conditions.frozen import freeze
from tests.profiling.conditions.kleene import truth
from tests.profiling.conditions.test_planning import plan_of, profile, random_definitions

ROAD = {"fact": "mode", "op": "eq", "value": "road"}


def explain_one(cursor, plan, items=({},), everything=False, **facts):
    facts_id = freeze(cursor, items, **facts)
    return (plan.explain_all if everything else plan.explain)(cursor, [facts_id])[facts_id]


def own(when, **more) -> dict:
    """Return a profile of one indicator outside the catalogue."""
    indicator = {"code": "X01", "label": "Own", "points": 10, "when": when} | more
    return {"indicators": [indicator], "threshold": 10, "lane": "red"}


@pytest.mark.parametrize("seed", range(8))
def test_points_of_the_reasons_add_up_to_the_score(cursor, seed):
    chance = Random(seed)
    definitions = random_definitions(chance, 10)
    plan = Plan.of([Candidate(number, each) for number, each in enumerate(definitions)])
    rows = {}
    for _ in range(12):
        facts, items = random_row(chance, Level.CONSIGNMENT), random_items(chance)
        rows[freeze(cursor, items, **facts)] = facts, items
    evaluations = {each.facts_id: each for each in plan.evaluate(cursor, Sql("true"))}
    for facts_id, reasons in plan.explain(cursor, list(rows)).items():
        said = evaluations[facts_id]
        assert sum(reason.points for reason in reasons if reason.answer == "hit") == said.score
        assert sum(reason.points for reason in reasons if reason.answer == "not_evaluable") == said.score_possible
        for reason in reasons:
            answers = {True: "hit", False: "no_hit", None: "not_evaluable"}
            assert reason.answer == answers[truth(reason.when, *rows[facts_id])]
            assert reason.evidence
            assert json.dumps([reason.values, reason.norm])
        in_scope = {position for position, low in enumerate(said.points_low) if low is not None}
        assert {position for reason in reasons for position in reason.version_indexes} == in_scope


def test_hits_come_first_and_the_heaviest_before_the_others(cursor):
    plan = plan_of(profile(seal=20, night=30, trusted=-15))
    reasons = explain_one(cursor, plan, seal_missing=True, arrival_at_night=True)
    assert [(each.code, each.answer, each.points) for each in reasons] == [
        ("G02", "hit", 30),
        ("E04", "hit", 20),
        ("I03", "not_evaluable", 0),
    ]


def test_indicators_of_profiles_out_of_scope_are_left_out(cursor):
    plan = plan_of(profile(scope=ROAD, seal=20), profile(night=30))
    reasons = explain_one(cursor, plan, mode="rail", seal_missing=True, arrival_at_night=True)
    assert [(each.code, each.version_indexes) for each in reasons] == [("G02", (1,))]


def test_a_hit_in_a_scope_that_is_not_known_adds_nothing_to_the_score(cursor):
    plan = plan_of(profile(scope=ROAD, seal=20))
    (reason,) = explain_one(cursor, plan, mode=None, seal_missing=True)
    assert (reason.answer, reason.points, reason.version_indexes) == ("hit", 0, (0,))


def test_the_whole_catalogue_is_answered_with_no_points(cursor):
    plan = plan_of(profile(seal=20))
    reasons = explain_one(cursor, plan, everything=True, seal_missing=True, container_number_invalid=True)
    assert sorted(each.code for each in reasons) == sorted(INDICATORS)
    told = {each.code: (each.answer, each.points) for each in reasons}
    assert told["E04"] == ("hit", 20)
    assert told["E01"] == ("hit", 0)


def test_the_goods_item_that_hit_is_named(cursor):
    items = [{"value_deviations": -1.0, "hs6": "620342"}, {"value_deviations": -9.0, "hs6": "610910"}]
    plan = plan_of({"indicators": [{"code": "C07", "points": 5}], "threshold": 5, "lane": "red"})
    (reason,) = explain_one(cursor, plan, items=items)
    assert (reason.item, reason.values) == (2, {"value_deviations": -9.0})
    assert reason.evidence.startswith("Item 2: ")


def test_an_item_that_is_not_known_is_named_by_what_is_missing(cursor):
    plan = plan_of({"indicators": [{"code": "C07", "points": 5}], "threshold": 5, "lane": "red"})
    (reason,) = explain_one(cursor, plan, items=[{"value_deviations": 0.5}, {}])
    assert (reason.answer, reason.item) == ("not_evaluable", 2)
    assert reason.evidence.startswith("Not known: Deviation from the value norm. Value, mass, code or origin")


OWN = [
    (
        {"fact": "gross_mass_kg", "op": "gt", "value": 20000},
        {"gross_mass_kg": 23456.0},
        "Gross mass: 23 456 kg; counts if it is above 20 000.",
    ),
    (
        {"fact": "packages", "op": "between", "value": [1, 5]},
        {"packages": 7},
        "Packages: 7; counts if it is between 1 and 5.",
    ),
    (
        {"any": [{"fact": "mode", "op": "eq", "value": "rail"}, {"fact": "seal_missing", "op": "is_true"}]},
        {"mode": "rail", "seal_missing": False},
        "Mode of transport: rail; counts if it is rail; Seal missing: no.",
    ),
    (
        {"fact": "route_countries", "op": "has_any", "value": ["AF", "TJ"]},
        {"route_countries": ["TJ", None]},
        "Countries of the route: TJ, ?; counts if it has one of AF, TJ.",
    ),
    (
        {"all": [{"not": {"known": "value_usd"}}, {"fact": "goods_items", "op": "ge", "value": 2}]},
        {"goods_items": 4},
        "Value: not known; Goods items: 4; counts if it is at least 2.",
    ),
    (
        {"fact": "arrival_at", "op": "lt", "value": "2026-03-14T00:00:00+06:00"},
        {"arrival_at": datetime(2026, 3, 12, 18, 30, tzinfo=UTC)},
        None,
    ),
]


@pytest.mark.parametrize(("when", "facts", "sentence"), OWN)
def test_an_indicator_of_ones_own_tells_values_and_what_counts(cursor, when, facts, sentence):
    (reason,) = explain_one(cursor, plan_of(own(when)), **facts)
    assert reason.label == "Own"
    if sentence:
        assert reason.evidence.replace("\u202f", " ") == sentence
    else:
        assert reason.evidence.startswith("Arrival: ")
        assert reason.values == {"arrival_at": "2026-03-12T18:30:00+00:00"}


def test_labels_and_evidence_speak_the_language_of_the_reader(cursor):
    """Reasons are told when they are read: the worker that explained has no language."""
    plan = plan_of(profile(seal=20))
    (reason,) = explain_one(cursor, plan, seal_missing=True)
    with translation.override("ru"):
        in_russian = str(INDICATORS["E04"].label)
        assert reason.label == in_russian


def test_explaining_asks_the_database_four_times_however_many_there_are(cursor, django_assert_num_queries):
    codes = [*INDICATORS][:40]  # as many as one profile may have
    plan = plan_of({"indicators": [{"code": code, "points": 5} for code in codes], "threshold": 5, "lane": "red"})
    ids = [freeze(cursor, seal_missing=True) for _ in range(30)]
    with django_assert_num_queries(4), connection.cursor() as counted:
        plan.explain(counted, ids)
