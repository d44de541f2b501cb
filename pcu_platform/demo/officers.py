"""Who works in a unit, and what they do to a case: decide it by the platform's verbs, examine it, record the result."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

from consignments.refusing import Refused
from pcu_platform.demo import desk, yard
from pcu_platform.demo.clock import Clock
from pcu_platform.demo.contraband import CONTRABAND
from pcu_platform.demo.drafts import Load
from pcu_platform.demo.timeline import Timeline
from pcu_platform.models import Officer
from pcu_platform.roles import Role
from profiling.models import Assessment, Outcome, State
from seizures.models import Examination, Seized
from seizures.pieces import pieces_of
from seizures.seals import SealState


class Crew:
    """The officers of one unit at work. seed: of what each case's own chance follows from."""

    def __init__(self, unit_id, seed: int, clock: Clock, timeline: Timeline):
        officers = list(Officer.objects.filter(unit=unit_id).order_by("username"))
        self.analysts = [o for o in officers if o.role == Role.ANALYST]
        self.supervisors = [o for o in officers if o.role in (Role.SUPERVISOR, Role.UNIT_HEAD)]
        self.examiners = [o for o in officers if o.role == Role.EXAMINER]
        self.examined = 0
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
                self._later(now, lambda: self._close(begun, case, load, rng, begun.examiner))
            case State.SELECTED:
                self._later(max(now, case.arrival_at or now), lambda: self._begin(case, load, rng))

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
        analyst = rng.choice(self.analysts)
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
        second = rng.choice([one for one in self.supervisors if one.pk != case.proposed_by_id])
        agreed_at = self._clock.now + timedelta(minutes=rng.uniform(5, 90))
        self._later(agreed_at, lambda: self._release(case, rng, second, reason))

    def _select(self, case: Assessment, load: Load, rng: Random, reason: str) -> None:
        arrival_at = max(case.arrival_at or self._clock.now, self._clock.now)
        officer = rng.choice(self.analysts)
        case.select(officer, reason, hold_until=arrival_at + timedelta(hours=72))
        self._later(arrival_at + timedelta(hours=rng.uniform(0.4, 4.5)), lambda: self._begin(case, load, rng))

    def _begin(self, case: Assessment, load: Load, rng: Random) -> None:
        examiner = rng.choice(self.examiners)
        examination = Examination.objects.begin(examiner, case, equipment=pieces_of(case)[0])
        closes_at = self._clock.now + timedelta(minutes=rng.uniform(25, 150))
        self._later(closes_at, lambda: self._close(examination, case, load, rng, examiner))

    def _close(self, examination: Examination, case: Assessment, load: Load, rng: Random, examiner: Officer) -> None:
        hidden = load.truth.contraband
        result = yard.examine(rng, case.lane, hidden, examination.equipment_kind)
        if result.outcome != Outcome.INCONCLUSIVE and (
            answers := yard.checklist(rng, result, examination.equipment_kind)
        ):
            examination.answer_all(examiner, answers)
        seals = next((p.seals for p in pieces_of(case) if p.number == examination.equipment_number), None)
        state = yard.seal_state(rng, seals, hidden)
        examination.read_seal(examiner, ", ".join(seals or ()), state)
        examination.close(
            examiner,
            result.kind,
            {case: result.outcome},
            _seized(rng, case, hidden) if result.outcome == Outcome.SEIZURE else (),
            new_seal="" if state == SealState.NONE_FITTED else f"KG{rng.randint(700000, 999999)}",
        )
        self.examined += 1


def _seen(case: Assessment, load: Load) -> desk.Seen:
    return desk.Seen(case.lane, tuple(case.selected_by), case.arrival_at, bool(load.truth.contraband))


def _seized(rng: Random, case: Assessment, contraband: str) -> list[Seized]:
    hidden = CONTRABAND[contraband]
    quantity = yard.amount_of(rng, hidden)
    value = round(quantity * int(hidden.usd_each * 100) / 100, 2)
    return [
        Seized(
            case,
            hidden.category,
            hidden.commodity,
            quantity,
            hidden.unit,
            rng.choice(hidden.concealments),
            value,
            "USD",
        )
    ]
