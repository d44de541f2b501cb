"""From answers to a recommendation: lane, state, reasons of selection. Plain functions over plain values."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from profiling.drawing import draw_number
from profiling.models import STRICTEST_FIRST, Lane, SelectedBy, State, WhenNotEvaluable

HIT, NO_HIT, OUT_OF_SCOPE = 1, 0, -1  # None: not evaluable


@dataclass(frozen=True, slots=True)
class Rule:
    """What selection needs to know of a profile version."""

    version_id: UUID
    lane: str
    when_not_evaluable: str
    selection_percent: float


@dataclass(frozen=True, slots=True)
class Recommendation:
    """`attention` holds (position of the rule, answer, sampled out) of those that hit or asked for attention."""

    lane: str
    state: str
    selected_by: list[str]
    ask_first: bool
    attention: list[tuple[int, str, bool]]


def recommend(
    rules: Sequence[Rule],
    answers: Sequence[int | None],
    *,
    excused: Collection[int] = (),
    list_lanes: Sequence[str] = (),
    has_warning: bool = False,
    is_drawn: bool = False,
    asks_to_look: bool = False,
    draw_seed: str = "00",
    consignment_id: UUID | str = "",
) -> Recommendation:
    """Combine profile answers, list matches, messages and the draw.

    The lane is the strictest among profiles and lists that hit; a profile that cannot be evaluated selects nothing by
    itself but may ask for attention. The random draw and a message make a case wait without changing its lane below
    yellow. excused: positions of rules that only a too short memory keeps from an answer; they ask for nothing.
    """
    lanes: set[str] = set(list_lanes)
    selected_by: set[str] = set()
    attention: list[tuple[int, str, bool]] = []
    ask_first = False
    if list_lanes:
        selected_by.add(SelectedBy.WATCH_LIST)
    for position, (rule, answer) in enumerate(zip(rules, answers, strict=True)):
        if answer == HIT:
            chosen = is_chosen(rule, draw_seed, consignment_id)
            attention.append((position, "hit", not chosen))
            if chosen:
                lanes.add(rule.lane)
                selected_by.add(SelectedBy.PROFILE)
        elif answer is None and position not in excused and rule.when_not_evaluable != WhenNotEvaluable.IGNORE:
            attention.append((position, "not_evaluable", False))
            lanes.add(Lane.YELLOW)
            ask_first = ask_first or rule.when_not_evaluable == WhenNotEvaluable.ASK
    if has_warning:
        selected_by.add(SelectedBy.MESSAGE)
        lanes.add(Lane.YELLOW)
    if is_drawn:
        selected_by.add(SelectedBy.RANDOM)
    if asks_to_look:
        # A second opinion is a reason to decide about it; the lane is set by profiles and lists only.
        selected_by.add(SelectedBy.RANKER)
    lane = next((lane for lane in STRICTEST_FIRST if lane in lanes), Lane.GREEN)
    if lane not in (Lane.RED, Lane.YELLOW):
        # A blue profile holds nothing, so it is no reason of selection.
        selected_by.discard(SelectedBy.PROFILE)
    waits = lane in (Lane.RED, Lane.YELLOW) or is_drawn or asks_to_look
    return Recommendation(
        lane=str(lane),
        state=str(State.WAITING if waits else State.NOT_SELECTED),
        selected_by=sorted(str(reason) for reason in selected_by),
        ask_first=ask_first,
        attention=attention,
    )


def is_chosen(rule: Rule, seed: str, consignment_id: UUID | str) -> bool:
    """Whether a hit falls into the profile's selection percentage; drawn the same way as the random draw."""
    if rule.selection_percent >= 100:
        return True
    return draw_number(seed, f"{consignment_id}:{rule.version_id}") < rule.selection_percent / 100
