"""The examiners of a unit at work: by the platform's verbs lately, by the ledger in the past."""

from datetime import datetime, timedelta
from random import Random

from pcu_platform.demo import yard
from pcu_platform.demo.contraband import CONTRABAND
from pcu_platform.demo.drafts import Load
from pcu_platform.demo.ledger import Entry, Ledger
from pcu_platform.models import Officer
from profiling.models import Assessment, Outcome
from seizures.kinds import ExaminationKind
from seizures.models import Examination, Seized
from seizures.pieces import pieces_of
from seizures.seals import SealState


class Examiners:
    """examined: how many examinations they have closed. by_verbs_from: before, they are entered set-wise."""

    def __init__(self, officers: list[Officer], by_verbs_from: datetime):
        self.examined = 0
        self.ledger = Ledger()
        self._officers = officers
        self._by_verbs_from = by_verbs_from

    def work_by_verbs(self, now: datetime) -> bool:
        return now >= self._by_verbs_from

    def begin(self, case: Assessment, rng: Random) -> Examination:
        return Examination.objects.begin(rng.choice(self._officers), case, equipment=pieces_of(case)[0])

    def close(self, examination: Examination, case: Assessment, load: Load, rng: Random) -> None:
        """Answer the points, read the seal and record the result, by the verbs."""
        entry = self._found(case, load, rng, examination.examiner, examination.begun_at, examination.begun_at)
        if entry.answers:
            examination.answer_all(entry.examiner, entry.answers)
        examination.read_seal(entry.examiner, entry.seal_read, entry.seal_state)
        examination.close(entry.examiner, entry.kind, {case: entry.outcome}, entry.seized, new_seal=entry.new_seal)
        self.examined += 1

    def enter(self, case: Assessment, load: Load, rng: Random, closed_at: datetime) -> None:
        """Enter the whole examination into the ledger."""
        begun_at = closed_at - timedelta(minutes=rng.uniform(*yard.MINUTES))
        begun_at = max(begun_at, case.decided_at or begun_at)
        self.ledger.enter(self._found(case, load, rng, rng.choice(self._officers), begun_at, closed_at))
        self.examined += 1

    def _found(
        self, case: Assessment, load: Load, rng: Random, examiner: Officer, begun_at: datetime, closed_at: datetime
    ) -> Entry:
        piece = pieces_of(case)[0]
        hidden = load.truth.contraband
        result = yard.examine(rng, case.lane, hidden, piece.kind)
        seal_state = yard.seal_state(rng, piece.seals, hidden)
        is_resealed = seal_state != SealState.NONE_FITTED and result.kind != ExaminationKind.DOCUMENTS
        return Entry(
            case=case,
            piece=piece,
            examiner=examiner,
            begun_at=begun_at,
            closed_at=closed_at,
            kind=result.kind,
            outcome=result.outcome,
            answers=yard.checklist(rng, result, piece.kind),
            seal_read=", ".join(piece.seals or ()),
            seal_state=seal_state,
            new_seal=f"KG{rng.randint(700000, 999999)}" if is_resealed else "",
            seized=_seized(rng, case, hidden) if result.outcome == Outcome.SEIZURE else [],
        )


def _seized(rng: Random, case: Assessment, contraband: str) -> list[Seized]:
    hidden = CONTRABAND[contraband]
    quantity = yard.amount_of(rng, hidden)
    value = round(quantity * int(hidden.usd_each * 100) / 100, 2)
    where = rng.choice(hidden.concealments)
    taken = Seized(
        case, hidden.category, hidden.commodity, quantity, hidden.unit, concealment=where, value=value, currency="USD"
    )
    return [taken]
