"""Where the consignments are in the end: set-wise, each with its lines in the log at the moments of its journey."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from random import Random
from typing import NamedTuple
from uuid import UUID

from consignments.copying import copy_rows
from consignments.models import CaseEvent, Consignment, Movement
from pcu_platform.demo.drafts import Load
from profiling.models import Assessment, Outcome, State

AT_THE_POST = (0.8, 4.5)  # hours from arrival to leaving, where nothing stops it
AFTER_THE_RESULT = (0.3, 3.0)  # hours
Moved = tuple[str, datetime]
_LINE = ["consignment_id", "subject_kind", "subject_id", "verb", "before", "after", "reason", "request_id", "at"]


class Case(NamedTuple):
    """What of a consignment's last round says where it may go."""

    consignment_id: UUID
    document_number: str
    state: str
    outcome: str
    outcome_recorded_at: datetime | None
    decided_at: datetime | None
    arrival_at: datetime | None


def move(unit_id, loads: dict[str, Load], seed: int, now: datetime) -> None:
    """Let what should have come to a unit by `now` arrive, and leave again unless something stops it."""
    moved: dict[str, list] = {movement: [] for movement in Movement.values}
    events: list[list] = []
    for case in _last_rounds(unit_id):
        load = loads[case.document_number]
        rng = Random(f"{seed}:{load.number}:journey")
        steps = list(_journey(rng, case, load, now))
        if steps:
            moved[steps[-1][0]].append(case.consignment_id)
            events += _lines(case, steps)
    for movement, consignment_ids in moved.items():
        Consignment.objects.filter(pk__in=consignment_ids).update(movement=movement)
    copy_rows(CaseEvent, _LINE, events)


def _last_rounds(unit_id) -> Iterable[Case]:
    rounds = Assessment.objects.filter(unit=unit_id, consignment__movement=Movement.EXPECTED).latest_rounds()
    return (
        Case(*row)
        for row in rounds.values_list(
            "consignment", "consignment__document_number", "state", "outcome", "outcome_recorded_at", "decided_at",
            "arrival_at",
        )
    )  # fmt: skip


def _journey(rng: Random, case: Case, load: Load, now: datetime) -> Iterator[Moved]:
    """Yield (movement, moment) up to now."""
    if case.arrival_at is None:
        return
    if load.never_comes:
        if (noted_at := case.arrival_at + timedelta(hours=48)) <= now:
            yield Movement.NEVER_CAME, noted_at
        return
    arrives_at = case.arrival_at + timedelta(minutes=rng.uniform(-25, 70))
    if arrives_at > now:
        return
    yield Movement.ARRIVED, arrives_at
    leaves_at = _leaves_at(rng, case, arrives_at)
    if leaves_at is not None and leaves_at <= now:
        yield Movement.LEFT, leaves_at


def _leaves_at(rng: Random, case: Case, arrives_at: datetime) -> datetime | None:
    """Return when it may go: never while it waits, is held, or was seized."""
    free_at = arrives_at + timedelta(hours=rng.uniform(*AT_THE_POST))
    if case.state == State.NOT_SELECTED or case.state == State.SUPERSEDED:
        return free_at
    if case.state == State.RELEASED and case.decided_at:
        return max(free_at, case.decided_at + timedelta(minutes=20))
    if case.state == State.SELECTED and case.outcome_recorded_at and case.outcome != Outcome.SEIZURE:
        return case.outcome_recorded_at + timedelta(hours=rng.uniform(*AFTER_THE_RESULT))
    return None


def _lines(case: Case, steps: list[Moved]) -> Iterator[list]:
    """Yield the rows of the log."""
    before = str(Movement.EXPECTED)
    for movement, moment in steps:
        after = str(movement)
        yield [
            case.consignment_id, "consignment", case.consignment_id, after, {"movement": before}, {"movement": after},
            "", "", moment,
        ]  # fmt: skip
        before = after
