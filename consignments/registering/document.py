"""Registers one submission: its document is read, good consignments are entered, bad ones rejected alone.

All of it is one transaction: a document is registered as a whole or not at all.
"""

from collections.abc import Iterable, Iterator
from datetime import tzinfo
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from consignments import progress
from consignments.copying import copy_rows
from consignments.locks import lock_until_commit
from consignments.models import Submission, SubmissionProblem, record
from consignments.parsing.documents import parse
from consignments.parsing.mended import path_in_first
from consignments.parsing.typed.papers import BY_KIND
from consignments.parsing.typed.typed_document import encode
from consignments.parsing.values import ParsedDocument, Problem, Severity, StatedConsignment
from consignments.waking import wake

from .book import Book, identity_of
from .findings import Findings
from .identities import Identity
from .observations import KINDS_OF_READINGS, enter_readings
from .papers import attach_papers
from .repeats import mirror, mirror_to_repeats, repeated_by

CHUNK = 1_000  # consignments written at once

_PROBLEM = ["submission_id", "position", "severity", "code", "path", "params", "document_number"]


def register(submission: Submission) -> None:
    """Register a submission that waits, in one transaction, and wake the assessment when it is committed."""
    with transaction.atomic():
        # Only the same source amends, so with this lock nobody else touches the consignments that may be amended here.
        lock_until_commit("source", submission.source_id)
        if submission.read_again_at:
            SubmissionProblem.objects.filter(submission=submission).delete()
        earlier = repeated_by(submission)
        if earlier is not None:
            mirror(earlier, submission)
        else:
            _register_document(submission, timezone.get_default_timezone())
            attach_papers(submission)
            if submission.read_again_at:
                mirror_to_repeats(submission)
        record(
            "submission",
            submission.id,
            submission.status,
            after={"registered": submission.registered_count, "rejected": submission.rejected_count},
        )
        if (submission.registered_count or submission.observations_count) and earlier is None:
            transaction.on_commit(lambda: wake(settings.AFTER_REGISTERING_TASK))


def _register_document(submission: Submission, zone: tzinfo) -> None:
    raw, content_type = what_is_read(submission)
    document = parse(
        raw,
        content_type,
        filename=submission.file_name,
        mapping=submission.column_mapping,
        local_zone=zone,
    )
    findings = Findings()
    if document.kind in KINDS_OF_READINGS:
        enter_readings(document.observations, submission, zone, findings)
    elif document.kind is not None:
        _enter(document, Book(submission, document.kind, document.manifest, zone), findings, submission.pk)
    findings.note(document.problems)
    store_problems(submission, findings)
    submission.document_kind = document.kind.value if document.kind else ""
    submission.finish(
        findings.status(),
        registered=findings.registered,
        rejected=findings.rejected,
        observed=findings.observed,
        observed_rejected=findings.observed_rejected,
    )


def what_is_read(submission: Submission) -> tuple[bytes, str]:
    """Return the bytes that are read with their type: as they came, or for a PDF what a person has confirmed."""
    if submission.confirmed is None:
        return bytes(submission.raw), submission.content_type
    paper = BY_KIND[submission.confirmed["kind"]]
    return encode(paper, submission.confirmed["values"]), paper.content_type


def _enter(document: ParsedDocument, book: Book, findings: Findings, submission_id: UUID) -> None:
    expected = document.expected_count or document.manifest.stated_consignments
    for chunk in _chunks(_sound(document.consignments, findings)):
        for stated, problem in book.enter(chunk):
            findings.rejected += 1
            findings.note([problem], stated.document_number)
        progress.tell(submission_id, progress.Progress(book.registered + findings.rejected, expected))
    book.close()
    findings.registered = book.registered


def _sound(stated: Iterable[StatedConsignment], findings: Findings) -> Iterator[StatedConsignment]:
    """Yield the consignments that may be entered; note the problems of all, and count those rejected."""
    met: set[Identity] = set()
    for one in stated:
        problems = [*one.problems, *_faults_of_identity(one, met)]
        findings.note(problems, one.document_number)
        if any(problem.severity is Severity.ERROR for problem in problems):
            findings.rejected += 1
        else:
            met.add(identity_of(one))
            yield one


def _faults_of_identity(stated: StatedConsignment, met: set[Identity]) -> Iterator[Problem]:
    """The number of one that came already in this document, and is neither changed nor cancelled, is a mistake of the
    sender: as a revision it would hide the first."""
    number = identity_of(stated).document_number
    if not number and not any(problem.severity is Severity.ERROR for problem in stated.problems):
        yield Problem("document_number_missing", stated.path)
    elif identity_of(stated) in met and stated.function == "original":
        yield Problem("repeated_in_document", stated.path, params={"value": number})


def _chunks(stated: Iterable[StatedConsignment]) -> Iterator[list[StatedConsignment]]:
    """Lists of at most CHUNK consignments, no two of one identity: the second of them amends the first."""
    chunk: list[StatedConsignment] = []
    inside: set[Identity] = set()
    for one in stated:
        identity = identity_of(one)
        if len(chunk) == CHUNK or identity in inside:
            yield chunk
            chunk, inside = [], set()
        chunk.append(one)
        inside.add(identity)
    if chunk:
        yield chunk


def store_problems(submission: Submission, findings: Findings) -> None:
    origins = submission.origins
    rows = (
        (
            submission.id,
            position,
            found.severity.value,
            found.code,
            path_in_first(found.path, origins)[:300] if origins else found.path[:300],
            found.params,
            number[:120],
        )
        for position, (found, number) in enumerate(findings.problems, start=1)
    )
    copy_rows(SubmissionProblem, _PROBLEM, rows)
