"""A scenario: what happens in the guilty story, the one thing that differs in its innocent twin, and what is left out
where nobody can know."""

import copy
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from tests.scenarios.acts import Act

HIT, NO_HIT, NOT_EVALUABLE = "hit", "no_hit", "not_evaluable"


@dataclass(frozen=True, slots=True)
class Change:
    """One place of one act, stated otherwise. path: dotted, from the act's body; DROPPED: not stated at all."""

    path: str
    value: Any
    act: int = -1

    def made_in(self, acts: Sequence[Act]) -> list[Act]:
        changed = list(acts)
        changed[self.act] = replace(acts[self.act], stated=_put(acts[self.act].stated, self.path, self.value))
        return changed


DROPPED = object()


@dataclass(frozen=True, slots=True)
class Scenario:
    """code: the indicator. told: a piece of the sentence that the officer reads of the hit. twin: the one difference.

    silent: what is left out so that the indicator cannot answer; unknown: the missing datum, as the officer reads it.
    """

    code: str
    story: str
    acts: list[Act]
    told: str
    innocent: str
    twin: Change
    silent: Change | None = None
    unknown: str = ""

    def __str__(self) -> str:
        return f"{self.code} {self.story}"


def instead(path: str, value: Any, act: int = -1) -> Change:
    """In the twin the datum reads otherwise; a path that begins with "truck." is of the head of the manifest."""
    return Change(path, value, act)


def without(path: str, act: int = -1) -> Change:
    return Change(path, DROPPED, act)


def _put(stated: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    changed = copy.deepcopy(stated)
    holder: Any = changed
    *way, last = [int(step) if step.isdigit() else step for step in _from_the_top(changed, path).split(".")]
    for step in way:
        holder = holder[step]
    if value is DROPPED:
        del holder[last]
    else:
        holder[last] = value
    return changed


def _from_the_top(stated: dict[str, Any], path: str) -> str:
    if "consignments" not in stated:
        return path
    return path.removeprefix("truck.") if path.startswith("truck.") else f"consignments.0.{path}"
