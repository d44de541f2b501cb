"""Where the consignments are in the end: set-wise, each with its lines in the log at the moments of its journey."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from random import Random

from consignments.copying import copy_records
from consignments.models import CaseEvent, Consignment, Movement
from pcu_platform.demo.drafts import Load
from profiling.models import Assessment, Outcome, State

AT_THE_POST = (0.8, 4.5)  # hours from arrival to leaving, where nothing stops it
AFTER_THE_RESULT = (0.3, 3.0)  # hours
Moved = tuple[str, datetime]


def move(unit_id, loads: dict[str, Load], seed: int, now: datetime) -> None:
    """Let all consignments of a unit that should have arrived by `now` arrive, and leave unless something stops them."""
    moved: dict[str, list] = {movement: [] for movement in Movement.values}
    events: list[CaseEvent] = []
    for case in _last_rounds(unit_id):
        load = loads.get(case.consignment.document_number)
        if load is None:
            continue
        rng = Random(f"{seed}:{load.number}:journey")
        steps = list(_journey(rng, case, load, now))
        if steps:
            moved[steps[-1][0]].append(case.consignment_id)
            events += _lines(case, steps)
    for movement, consignment_ids in moved.items():
        Consignment.objects.filter(pk__in=consignment_ids).update(movement=movement)
    copy_records(CaseEvent, events)


def _last_rounds(unit_id) -> Iterable[Assessment]:
    cases = Assessment.objects.filter(unit=unit_id, consignment__movement=Movement.EXPECTED).latest_rounds()
    return cases.select_related("consignment").only(
        "state", "outcome", "outcome_recorded_at", "decided_at", "arrival_at", "consignment__document_number"
    )


def _journey(rng: Random, case: Assessment, load: Load, now: datetime) -> Iterator[Moved]:
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


def _leaves_at(rng: Random, case: Assessment, arrives_at: datetime) -> datetime | None:
    """Return when it may go: never while it waits, is held, or was seized."""
    free_at = arrives_at + timedelta(hours=rng.uniform(*AT_THE_POST))
    if case.state == State.NOT_SELECTED or case.state == State.SUPERSEDED:
        return free_at
    if case.state == State.RELEASED and case.decided_at:
        return max(free_at, case.decided_at + timedelta(minutes=20))
    if case.state == State.SELECTED and case.outcome_recorded_at and case.outcome != Outcome.SEIZURE:
        return case.outcome_recorded_at + timedelta(hours=rng.uniform(*AFTER_THE_RESULT))
    return None


def _lines(case: Assessment, steps: list[Moved]) -> Iterator[CaseEvent]:
    before = Movement.EXPECTED
    for movement, moment in steps:
        yield CaseEvent(
            consignment_id=case.consignment_id,
            subject_kind="consignment",
            subject_id=case.consignment_id,
            verb=movement,
            before={"movement": str(before)},
            after={"movement": str(movement)},
            at=moment,
        )
        before = movement
