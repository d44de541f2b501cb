"""What a new round means for the rounds before it: a table of every latest state."""

import pytest

from profiling.models import State
from profiling.superseding import Place, place_new_round

NEW = {
    "recommended_state": State.WAITING,
    "lane": "yellow",
    "is_latest_revision": True,
    "is_cancelled": False,
    "latest_state": None,
    "latest_lane": None,
    "has_outcome": False,
}

CASES = [
    ("the first round", {}, Place(State.WAITING)),
    (
        "an older revision that is assessed late",
        {"is_latest_revision": False},
        Place(State.SUPERSEDED, "newer_revision"),
    ),
    (
        "a cancelled consignment",
        {"is_cancelled": True, "latest_state": State.WAITING},
        Place(State.WITHDRAWN, "cancelled_by_source", True),
    ),
    (
        "after a waiting one",
        {"latest_state": State.WAITING, "latest_lane": "red"},
        Place(State.WAITING, supersedes_open=True),
    ),
    (
        "after one not selected",
        {"latest_state": State.NOT_SELECTED, "latest_lane": "green"},
        Place(State.WAITING, supersedes_open=True),
    ),
    (
        "after a question",
        {"latest_state": State.INFORMATION_REQUESTED, "latest_lane": "red"},
        Place(State.WAITING, supersedes_open=True),
    ),
    (
        "after a proposed release",
        {"latest_state": State.RELEASE_PROPOSED, "latest_lane": "red"},
        Place(State.WAITING, supersedes_open=True),
    ),
    (
        "while selected",
        {"latest_state": State.SELECTED, "latest_lane": "green"},
        Place(State.SUPERSEDED, "selection_stands"),
    ),
    (
        "a higher lane after a release",
        {"latest_state": State.RELEASED, "latest_lane": "green"},
        Place(State.WAITING, changed_after_decision=True),
    ),
    (
        "the same lane after a release",
        {"latest_state": State.RELEASED, "latest_lane": "yellow"},
        Place(State.SUPERSEDED, "decision_stands"),
    ),
    (
        "a lower lane after a release",
        {"latest_state": State.RELEASED, "latest_lane": "red"},
        Place(State.SUPERSEDED, "decision_stands"),
    ),
    (
        "a higher lane after an examination",
        {"latest_state": State.SELECTED, "latest_lane": "blue", "has_outcome": True},
        Place(State.WAITING, changed_after_decision=True),
    ),
    (
        "the same lane after an examination",
        {"latest_state": State.SELECTED, "latest_lane": "yellow", "has_outcome": True},
        Place(State.SUPERSEDED, "decision_stands"),
    ),
    ("after one that lapsed", {"latest_state": State.LAPSED, "latest_lane": "red"}, Place(State.WAITING)),
]


@pytest.mark.parametrize(("changes", "place"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_place_of_a_new_round(changes, place):
    assert place_new_round(**(NEW | changes)) == place
