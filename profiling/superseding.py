"""What a new round means for the rounds before it: one open assessment per consignment, and no decision rewritten."""

from dataclasses import dataclass

from profiling.models import OPEN, STRICTEST_FIRST, State

_STRICTNESS = {str(lane): position for position, lane in enumerate(STRICTEST_FIRST)}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a new round ends up.

    state: its state. closed_because: why, if it is closed at once. supersedes_open: whether the open round before it
    gives way. changed_after_decision: it waits again although the consignment was decided.
    """

    state: str
    closed_because: str = ""
    supersedes_open: bool = False
    changed_after_decision: bool = False


def place_new_round(
    *,
    recommended_state: str,
    lane: str,
    is_latest_revision: bool,
    is_cancelled: bool,
    latest_state: str | None,
    latest_lane: str | None,
    has_outcome: bool,
) -> Place:
    """Return the place of a new round after the latest round of the same consignment (None: there is none)."""
    if not is_latest_revision:
        return Place(State.SUPERSEDED, closed_because="newer_revision")
    if is_cancelled:
        return Place(State.WITHDRAWN, closed_because="cancelled_by_source", supersedes_open=True)
    if latest_state == State.SELECTED and not has_outcome:
        return Place(State.SUPERSEDED, closed_because="selection_stands")
    if latest_state in (State.RELEASED, State.SELECTED, State.LEFT_UNEXAMINED):
        if latest_lane is not None and _STRICTNESS[lane] < _STRICTNESS[latest_lane]:
            return Place(recommended_state, changed_after_decision=True)
        return Place(State.SUPERSEDED, closed_because="decision_stands")
    return Place(recommended_state, supersedes_open=latest_state in OPEN)
