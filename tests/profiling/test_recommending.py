"""From answers to lane, state and reasons of selection: a table."""

from uuid import UUID

import pytest

from profiling.recommending import Rule, recommend

RED = Rule(UUID(int=1), "red", "yellow", 100)
YELLOW = Rule(UUID(int=2), "yellow", "ignore", 100)
ASKS = Rule(UUID(int=3), "red", "ask", 100)
BLUE = Rule(UUID(int=4), "blue", "ignore", 100)
NEVER_CHOSEN = Rule(UUID(int=5), "red", "yellow", 0)

CASES = [
    # name, rules, answers, more, lane, state, selected by, ask first
    ("nothing hits", [RED, YELLOW], [0, 0], {}, "green", "not_selected", [], False),
    ("out of scope is no answer", [RED], [-1], {}, "green", "not_selected", [], False),
    ("the strictest lane wins", [YELLOW, RED], [1, 1], {}, "red", "waiting", ["profile"], False),
    ("yellow holds", [RED, YELLOW], [0, 1], {}, "yellow", "waiting", ["profile"], False),
    ("blue holds nothing", [BLUE], [1], {}, "blue", "not_selected", [], False),
    ("not evaluable asks for attention", [RED], [None], {}, "yellow", "waiting", [], False),
    ("not evaluable may be ignored", [YELLOW], [None], {}, "green", "not_selected", [], False),
    ("not evaluable may ask first", [ASKS], [None], {}, "yellow", "waiting", [], True),
    ("the draw makes a green wait", [RED], [0], {"is_drawn": True}, "green", "waiting", ["random"], False),
    (
        "the draw and a profile both count",
        [RED],
        [1],
        {"is_drawn": True},
        "red",
        "waiting",
        ["profile", "random"],
        False,
    ),
    ("a list gives its lane", [RED], [0], {"list_lanes": ["yellow"]}, "yellow", "waiting", ["watch_list"], False),
    (
        "a list beats a profile",
        [YELLOW],
        [1],
        {"list_lanes": ["red"]},
        "red",
        "waiting",
        ["profile", "watch_list"],
        False,
    ),
    ("a warning is looked at", [RED], [0], {"has_warning": True}, "yellow", "waiting", ["message"], False),
    ("outside its percentage a hit selects nothing", [NEVER_CHOSEN], [1], {}, "green", "not_selected", [], False),
]


@pytest.mark.parametrize(
    ("rules", "answers", "more", "lane", "state", "by", "ask"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_recommendation(rules, answers, more, lane, state, by, ask):
    found = recommend(rules, answers, **more)
    assert (found.lane, found.state, found.selected_by, found.ask_first) == (lane, state, by, ask)


def test_a_hit_outside_its_percentage_is_kept_as_sampled_out():
    assert recommend([NEVER_CHOSEN], [1]).attention == [(0, "hit", True)]
