"""The officers of a unit at work on its cases: they decide them by the platform's verbs and send them to the yard."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

from consignments.refusing import Refused
from pcu_platform.demo import desk, yard
from pcu_platform.demo.clock import Clock
from pcu_platform.demo.drafts import Load
from pcu_platform.demo.examiners import Examiners
from pcu_platform.demo.timeline import Timeline
from pcu_platform.models import Officer
from pcu_platform.roles import Role
from profiling.models import Assessment, State
from seizures.models import Examination


class Crew:
    """The officers of one unit. seed: with a document's number it decides what each case's chances are."""

    def __init__(self, unit_id, seed: int, clock: Clock, timeline: Timeline, by_verbs_from: datetime):
        officers = list(Officer.objects.filter(unit=unit_id).order_by("username"))
        self.examiners = Examiners([o for o in officers if o.role == Role.EXAMINER], by_verbs_from)
        self._analysts = [o for o in officers if o.role == Role.ANALYST]
        self._supervisors = [o for o in officers if o.role in (Role.SUPERVISOR, Role.UNIT_HEAD)]
        self._seed = seed
        self._clock = clock
        self._timeline = timeline

    def takes_up(self, document_number: str) -> bool:
        """Say whether an officer, on own judgement, looks into what nothing recommends."""
        return Random(f"{self._seed}:{document_number}:taken up").random() < desk.TAKES_UP

    def take_up(self, case: Assessment, load: Load) -> None:
        """Put into the timeline what comes next for this case: after an interrupted loading that may be any step."""
        rng = Random(f"{self._seed}:{load.number}")
        now = self._clock.now
        match case.state:
            case State.NOT_SELECTED:
                moment = max(now, case.arrival_at or now) + timedelta(minutes=rng.uniform(5, 40))
                self._later(moment, lambda: self._select(case, load, rng, rng.choice(desk.WHY_TAKEN_UP)))
            case State.WAITING | State.INFORMATION_REQUESTED:
                may_ask = case.state == State.WAITING
                moment = desk.decides_at(rng, _seen(case, load), now)
                self._later(moment, lambda: self._decide(case, load, rng, may_ask))
            case State.RELEASE_PROPOSED:
                self._propose_to_another(case, rng, case.decision_reason)
            case State.SELECTED if begun := Examination.objects.open().of(case).first():
                self._later(now, lambda: self._close(begun, case, load, rng))
            case State.SELECTED:
                self._send_to_the_yard(case, load, rng)

    def _later(self, moment: datetime, step: Callable[[], None]) -> None:
        """Put a step into the timeline; a newer round that has taken the case's place by then makes it void."""

        def unless_overtaken() -> None:
            try:
                step()
            except Refused as refused:
                if refused.code != "not_open":
                    raise

        self._timeline.at(moment, unless_overtaken)

    def _decide(self, case: Assessment, load: Load, rng: Random, may_ask: bool) -> None:
        decision = desk.decide(rng, _seen(case, load), may_ask=may_ask)
        analyst = rng.choice(self._analysts)
        if decision.verb == desk.ASK:
            case.request_information(analyst, decision.reason)
            answered_at = self._clock.now + timedelta(hours=rng.uniform(0.5, 6))
            self._later(answered_at, lambda: self._decide(case, load, rng, False))
        elif decision.verb == desk.SELECT:
            self._select(case, load, rng, decision.reason)
        else:
            self._release(case, rng, analyst, decision.reason)

    def _release(self, case: Assessment, rng: Random, officer: Officer, reason: str) -> None:
        try:
            case.release(officer, reason)
        except Refused as refused:
            if refused.code != "held_with_another":
                raise
            box = case.revision.equipment.values_list("number", flat=True)[0]
            case.release(officer, f"{reason} {box}: only the other consignment is opened.")
        if case.state == State.RELEASE_PROPOSED:
            self._propose_to_another(case, rng, reason)

    def _propose_to_another(self, case: Assessment, rng: Random, reason: str) -> None:
        second = rng.choice([one for one in self._supervisors if one.pk != case.proposed_by_id])
        agreed_at = self._clock.now + timedelta(minutes=rng.uniform(5, 90))
        self._later(agreed_at, lambda: self._release(case, rng, second, reason))

    def _select(self, case: Assessment, load: Load, rng: Random, reason: str) -> None:
        arrival_at = max(case.arrival_at or self._clock.now, self._clock.now)
        case.select(rng.choice(self._analysts), reason, hold_until=arrival_at + timedelta(hours=72))
        self._send_to_the_yard(case, load, rng)

    def _send_to_the_yard(self, case: Assessment, load: Load, rng: Random) -> None:
        arrival_at = max(case.arrival_at or self._clock.now, self._clock.now)
        begins_at = arrival_at + timedelta(hours=rng.uniform(*yard.HOURS_UNTIL_EXAMINED))
        if load.never_comes:
            return
        if self.examiners.work_by_verbs(begins_at):
            self._later(begins_at, lambda: self._begin(case, load, rng))
        else:
            closes_at = begins_at + timedelta(minutes=rng.uniform(*yard.MINUTES))
            self._later(closes_at, lambda: self.examiners.enter(case, load, rng, closes_at))

    def _begin(self, case: Assessment, load: Load, rng: Random) -> None:
        begun = self.examiners.begin(case, rng)
        closes_at = self._clock.now + timedelta(minutes=rng.uniform(*yard.MINUTES))
        self._later(closes_at, lambda: self._close(begun, case, load, rng))

    def _close(self, examination: Examination, case: Assessment, load: Load, rng: Random) -> None:
        self.examiners.close(examination, case, load, rng)


def _seen(case: Assessment, load: Load) -> desk.Seen:
    return desk.Seen(case.lane, tuple(case.selected_by), case.arrival_at, bool(load.truth.contraband))
