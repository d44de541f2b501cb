"""The ledger of past examinations writes what the verbs would have written."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from consignments.models import CaseEvent
from pcu_platform.demo.clock import Clock, running_at
from pcu_platform.demo.ledger import Entry, Ledger
from profiling.models import Assessment, History, HistoryKey, Outcome
from seizures.checklists import Answer, points_of
from seizures.kinds import ExaminationKind
from seizures.models import Examination
from seizures.pieces import pieces_of
from tests import factories
from tests.seizures import making

pytestmark = pytest.mark.django_db

BEGUN = timezone.now() - timedelta(hours=5)
CLOSED = BEGUN + timedelta(minutes=50)
# What differs from case to case.
OWN = {"id", "reference", "examination", "consignment", "assessment", "revision", "facts", "draw_number"}
LOCAL = {
    "manifest", "source", "known_at", "document_number_key", "created_at", "arrival_at", "decided_at", "hold_until",
    "decided_by", "profile_set", "post", "score",
}  # fmt: skip


def remembered_case(unit) -> Assessment:
    """Return a selected case whose journey history remembers, with one key."""
    case = making.selected(decided_at=BEGUN - timedelta(hours=1), unit=unit)
    revision = case.revision
    History.objects.create(
        revision=revision,
        consignment=case.consignment,
        manifest_id=revision.manifest_id,
        source_id=case.consignment.source_id,
        unit_id=unit.pk,
        known_at=revision.known_at,
        document_number_key=case.consignment.document_number,
    )
    HistoryKey.objects.create(history_id=revision.pk, kind="container", key=making.BOX, known_at=revision.known_at)
    return case


def entry_for(case: Assessment, examiner, kind: str, outcome: str, problem: str = "") -> Entry:
    piece = pieces_of(case)[0]
    opening = kind in (ExaminationKind.FULL, ExaminationKind.PARTIAL)
    answers: dict[str, tuple[str, str]] = dict.fromkeys(points_of(piece.kind) if opening else (), (Answer.IN_ORDER, ""))
    if problem:
        answers[problem] = (Answer.PROBLEM, "hollow sound")
    seized = [making.goods(case)] if outcome == Outcome.SEIZURE else []
    return Entry(case, piece, examiner, BEGUN, CLOSED, kind, outcome, answers, "HX204512", "intact", "KG7001", seized)


def by_verbs(entry: Entry) -> None:
    clock = Clock(entry.begun_at)
    with running_at(clock):
        examination = Examination.objects.begin(entry.examiner, entry.case, equipment=entry.piece)
        clock.move_to(entry.closed_at)
        if entry.answers:
            examination.answer_all(entry.examiner, entry.answers)
        examination.read_seal(entry.examiner, entry.seal_read, entry.seal_state)
        results = {entry.case: entry.outcome}
        examination.close(entry.examiner, entry.kind, results, entry.seized, new_seal=entry.new_seal)


def by_ledger(entry: Entry) -> None:
    ledger = Ledger()
    ledger.enter(entry)
    ledger.write()


def state_after(case: Assessment) -> dict[str, Any]:
    """All that an examination leaves behind, without keys and numbers that differ from case to case."""
    examination = Examination.objects.of(case).get()
    lines = examination.seizure_lines.all()
    subjects = [case.pk, examination.pk, *(line.pk for line in lines)]
    names = {str(examination.reference): "EX"}
    return {
        "case": told(Assessment.objects.get(pk=case.pk)),
        "examination": told(examination),
        "examined": [told(row) for row in examination.examined.all()],
        "lines": [told(line) for line in lines],
        "history": told(History.objects.get(pk=case.revision_id)),
        "keys": list(HistoryKey.objects.filter(history_id=case.revision_id).values_list("key", "seized_at")),
        "log": [
            (e.subject_kind, e.verb, e.actor_id, e.consignment_id == case.consignment_id, e.at,
             renamed(e.before, names), renamed(e.after, names), e.reason)
            for e in CaseEvent.objects.filter(subject_id__in=subjects).order_by("id")
        ],
    }  # fmt: skip


def told(record) -> dict[str, Any]:
    columns = {field.attname: getattr(record, field.attname) for field in record._meta.concrete_fields}
    return {name: value for name, value in columns.items() if name.removesuffix("_id") not in OWN | LOCAL}


def renamed(told_of: dict | None, names: dict[str, str]) -> dict | None:
    return told_of and {key: names.get(str(value), value) for key, value in told_of.items()}


@pytest.mark.parametrize(
    ("kind", "outcome", "problem"),
    [
        (ExaminationKind.FULL, Outcome.SEIZURE, "floor"),
        (ExaminationKind.PARTIAL, Outcome.NIL, ""),
        (ExaminationKind.DOCUMENTS, Outcome.DOCUMENTARY, ""),
        (ExaminationKind.FULL, Outcome.REVENUE, "doors"),
        (ExaminationKind.DOCUMENTS, Outcome.INCONCLUSIVE, ""),
    ],
)
def test_both_ways_end_in_the_same_state(kind, outcome, problem):
    unit = factories.unit()
    examiner = factories.officer("examiner", unit=unit)
    done, entered = remembered_case(unit), remembered_case(unit)
    by_verbs(entry_for(done, examiner, kind, outcome, problem))
    by_ledger(entry_for(entered, examiner, kind, outcome, problem))
    verbs, ledger = state_after(done), state_after(entered)
    for what in verbs:
        assert ledger[what] == verbs[what], what


def test_a_written_ledger_is_empty_again():
    case = remembered_case(factories.unit())
    ledger = Ledger()
    ledger.enter(entry_for(case, factories.officer("examiner"), ExaminationKind.DOCUMENTS, Outcome.NIL))
    ledger.write()
    ledger.write()
    assert Examination.objects.of(case).count() == 1
