"""Examinations of the past, entered set-wise: the same rows and lines of the log that the verbs write one by one.

The verbs take some 30 ms an examination; a year of them would be a third of the demo's loading. A test holds both ways
to the same end state.
"""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from consignments.copying import copy_records
from consignments.models import CaseEvent
from pcu_platform.models import Officer
from profiling.models import POSITIVE, WITH_RESULT, Assessment, History, HistoryKey, LinkDue, Outcome
from profiling.models.seized import Category, QuantityUnit, SeizedTotal, as_kept
from seizures.checklists import mark_of
from seizures.models import Examination, ExaminationState, ExaminedConsignment, Seized, SeizureLine
from seizures.pieces import Piece
from seizures.querysets import next_reference, next_seizure_reference


@dataclass(frozen=True, slots=True)
class Entry:
    """One examination from its beginning to its end; answers: point -> (answer, note)."""

    case: Assessment
    piece: Piece
    examiner: Officer
    begun_at: datetime
    closed_at: datetime
    kind: str
    outcome: str
    answers: dict[str, tuple[str, str]]
    seal_read: str
    seal_state: str
    new_seal: str
    seized: list[Seized]


@dataclass(slots=True)
class Ledger:
    """Entries wait here until `write`."""

    _entries: list[Entry] = field(default_factory=list)

    def enter(self, entry: Entry) -> None:
        self._entries.append(entry)

    def write(self) -> None:
        """Write what waits; later assessments then know of it."""
        entries, self._entries = self._entries, []
        if not entries:
            return
        examinations = [_examination(entry) for entry in entries]
        lines = [_lines(entry, made) for entry, made in zip(entries, examinations, strict=True)]
        copy_records(Examination, examinations)
        copy_records(ExaminedConsignment, [_examined(e, made) for e, made in zip(entries, examinations, strict=True)])
        copy_records(SeizureLine, [line for of_one in lines for line in of_one])
        events = [_events(entry, made, of) for entry, made, of in zip(entries, examinations, lines, strict=True)]
        copy_records(CaseEvent, [event for of_one in events for event in of_one])
        _pass_down(entries, examinations, lines)


def _examination(entry: Entry) -> Examination:
    return Examination(
        reference=next_reference(entry.begun_at),
        unit_id=entry.case.unit_id,
        post_id=entry.case.post_id,
        equipment_kind=entry.piece.kind,
        equipment_number=entry.piece.number,
        equipment_key=entry.piece.key,
        state=ExaminationState.CLOSED,
        kind=entry.kind,
        checklist={point: {"answer": str(answer), "note": note} for point, (answer, note) in entry.answers.items()},
        seal_read=entry.seal_read,
        seal_state=entry.seal_state,
        new_seal=entry.new_seal,
        examiner=entry.examiner,
        begun_at=entry.begun_at,
        closed_at=entry.closed_at,
        closed_by=entry.examiner,
    )


def _examined(entry: Entry, examination: Examination) -> ExaminedConsignment:
    return ExaminedConsignment(examination=examination, assessment=entry.case, outcome=entry.outcome)


def _lines(entry: Entry, examination: Examination) -> list[SeizureLine]:
    return [
        SeizureLine(
            reference=next_seizure_reference(entry.closed_at),
            examination=examination,
            consignment_id=entry.case.consignment_id,
            unit_id=entry.case.unit_id,
            recorded_by=entry.examiner,
            recorded_at=entry.closed_at,
            **taken.columns(),
        )
        for taken in entry.seized
    ]


def _events(entry: Entry, examination: Examination, lines: list[SeizureLine]) -> list[CaseEvent]:
    """The log as the verbs begin, answer_all, read_seal and close write it."""
    case, reference = entry.case, examination.reference

    def line(kind: str, subject_id: UUID, verb: str, at: datetime, *, of_case: bool = False, before=None, after=None):
        return CaseEvent(
            subject_kind=kind,
            subject_id=subject_id,
            verb=verb,
            actor=entry.examiner,
            consignment_id=case.consignment_id if of_case else None,
            before=before,
            after=after,
            at=at,
        )

    begun, closed, own = entry.begun_at, entry.closed_at, examination.pk
    told = {"reference": reference, "equipment": entry.piece.number}
    answered = [({"point": point}, {"point": point, **given}) for point, given in examination.checklist.items()]
    seal = {"seal_read": entry.seal_read, "seal_state": str(entry.seal_state)}
    kind_told = {"kind": str(entry.kind), "new_seal": entry.new_seal}
    return [
        line("examination", own, "begun", begun, after=told),
        line("assessment", case.pk, "examination_begun", begun, of_case=True),
        line("examination", own, "included", begun, of_case=True, after={"examination": reference}),
        *(line("examination", own, "answered", closed, before=before, after=after) for before, after in answered),
        line("examination", own, "seal_read", closed, before={"seal_read": "", "seal_state": ""}, after=seal),
        *(
            line("seizure_line", taken.pk, "seized", closed, of_case=True,
                 after={"examination": reference, **taken.as_logged()})
            for taken in lines
        ),
        line(
            "assessment", case.pk, "outcome_recorded", closed, of_case=True,
            before={"outcome": str(Outcome.NOT_RECORDED)}, after={"outcome": str(entry.outcome)},
        ),
        line("examination", own, "closed", closed, after=kind_told),
    ]  # fmt: skip


def _pass_down(entries: list[Entry], examinations: list[Examination], lines: list[list[SeizureLine]]) -> None:
    """Give the outcomes to the assessments and to what history remembers."""
    remembered = []
    for entry, made, seized in zip(entries, examinations, lines, strict=True):
        case = entry.case
        case.outcome = entry.outcome
        case.examination_begun_at, case.outcome_recorded_at = entry.begun_at, entry.closed_at
        is_seizure = entry.outcome == Outcome.SEIZURE
        case.examiner, case.seized = entry.examiner, as_kept(_totals(seized)) if is_seizure else []
        is_positive = entry.outcome in POSITIVE if entry.outcome in WITH_RESULT else None
        remembered.append(
            History(
                revision_id=case.revision_id,
                outcome_is_positive=is_positive,
                outcome_is_seizure=is_seizure,
                outcome_recorded_at=entry.closed_at,
            )
        )
        if is_seizure:
            HistoryKey.objects.filter(history_id=case.revision_id).update(seized_at=entry.closed_at)
        if mark := mark_of(made.equipment_kind, made.checklist):
            case.mark_piece(entry.piece.key, mark, entry.closed_at)
    cases = [entry.case for entry in entries]
    Assessment.objects.bulk_update(
        cases, ["examination_begun_at", "examiner", "outcome", "outcome_recorded_at", "seized"]
    )
    History.objects.bulk_update(remembered, ["outcome_is_positive", "outcome_is_seizure", "outcome_recorded_at"])
    seizures = History.objects.filter(revision__in=[case.revision_id for case in cases], outcome_is_seizure=True)
    LinkDue.objects.bulk_create(LinkDue(history=each, is_outcome=True) for each in seizures)


def _totals(lines: list[SeizureLine]) -> list[SeizedTotal]:
    """The sums that `seizures.reporting.totals_of` asks the database for."""
    sums: dict[tuple[str, str], list[Decimal]] = {}
    for line in lines:
        sums.setdefault((line.category, line.quantity_unit), []).append(Decimal(line.quantity))
    totals = [
        SeizedTotal(
            Category(category), QuantityUnit(unit), sum(found, Decimal(0)).quantize(Decimal("0.001")), len(found)
        )
        for (category, unit), found in sums.items()
    ]
    return sorted(totals, key=lambda t: (Category.values.index(t.category), -t.lines, t.quantity_unit))
