"""How a hold came to its examiner: the draw with its weights, for anybody to work out again, or who named them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from consignments.models import CaseEvent
from profiling.presenting.moments import clock

VERBS = ["examiner_drawn", "examiner_named"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One who was on duty: what they had open, their part of the line from 0 to 1, whether the number fell in it."""

    name: str
    open: int
    begins: float
    ends: float
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ExaminerChoice:
    """`candidates` and `number` belong to a draw and are empty where somebody was named."""

    sentence: str
    number: float | None
    seed: str
    candidates: list[Candidate]


def examiner_choice(event: CaseEvent, names: Mapping[UUID, str], now: datetime) -> ExaminerChoice:
    """Tell an event of VERBS, fetched with its actor; names: of the officers it mentions, by id."""
    told = event.after or {}
    who = {
        "name": names.get(UUID(told["examiner"]), "?"),
        "officer": event.actor.short_name if event.actor else "",
        "time": clock(event.at, now),
    }
    if event.verb == "examiner_named":
        said = _("%(name)s, named by %(officer)s, %(time)s: %(reason)s") % {**who, "reason": event.reason}
        return ExaminerChoice(said, None, "", [])
    said = _("%(name)s, drawn by %(officer)s, %(time)s") % who
    return ExaminerChoice(said, told["number"], told["seed"], _candidates(told, names))


def _candidates(told: dict, names: Mapping[UUID, str]) -> list[Candidate]:
    weights = [(row, 1 / (1 + row["open"])) for row in told["workloads"]]
    whole = sum(weight for _row, weight in weights)
    begins, found = 0.0, []
    for row, weight in weights:
        ends = begins + weight / whole
        name = names.get(UUID(row["examiner"]), "?")
        found.append(Candidate(name, row["open"], begins, ends, row["examiner"] == told["examiner"]))
        begins = ends
    return found
