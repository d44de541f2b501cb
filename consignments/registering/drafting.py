"""Makes a draft of a PDF or of a photographed paper: a person confirms what it states before anything is registered."""

from django.db import transaction

from consignments.file_names import clean_file_name
from consignments.media_types import JPEG, PDF, PNG, WEBP, media_type_of_bytes
from consignments.models import DocumentDraft, Status, StoredFile, Submission, record
from consignments.parsing.noting import error, warning
from consignments.parsing.pdf import StatedDraft, read_draft
from consignments.parsing.values import Problem, Severity
from consignments.refusing import Refused

from .document import store_problems
from .findings import Findings

_PICTURES = {JPEG, PNG, WEBP}


def needs_a_person(submission: Submission) -> bool:
    """Whether it is a paper of which nobody has said yet what it states. The bytes decide, not the declared type."""
    return submission.confirmed is None and _paper_type(submission.raw) is not None


def ask_a_person(submission: Submission) -> None:
    """Keep a draft of what the paper seems to state; reject one that cannot even be shown."""
    raw = bytes(submission.raw)
    is_pdf = _paper_type(raw) == PDF
    stated = read_draft(raw) if is_pdf else StatedDraft(problems=[warning("picture_not_read", "")], page_count=1)
    with transaction.atomic():
        if any(problem.severity is Severity.ERROR for problem in stated.problems):
            _reject(submission, stated.problems)
            return
        try:
            file = StoredFile.objects.keep(raw)
        except Refused:  # larger than a file may be that is shown
            _reject(submission, [error("pdf_too_large", "")])
            return
        _keep(stated, file, submission)


def _keep(stated: StatedDraft, file: StoredFile, submission: Submission) -> None:
    DocumentDraft.objects.create(
        unit_id=submission.unit_id,
        kind=stated.kind,
        values=stated.values,
        places=stated.places,
        pages=stated.pages or [[]],
        problems=[{"code": problem.code, "params": problem.params} for problem in stated.problems],
        file=file,
        file_name=clean_file_name(submission.file_name, file.media_type),
        read_from=submission,
        created_by=submission.submitted_by,
    )
    Submission.objects.filter(pk=submission.pk).update(awaits_confirmation=True, attempts=0)
    submission.awaits_confirmation = True
    record("submission", submission.pk, "draft_made", after={"kind": stated.kind, "boxes": len(stated.values)})


def _reject(submission: Submission, problems: list[Problem]) -> None:
    findings = Findings()
    findings.note(problems)
    store_problems(submission, findings)
    submission.finish(Status.REJECTED, registered=0, rejected=0)
    record("submission", submission.pk, Status.REJECTED, after={"registered": 0, "rejected": 0})


def _paper_type(raw: bytes | memoryview) -> str | None:
    """Return the media type of a PDF or a picture, None for all else; only the first bytes are looked at."""
    found = media_type_of_bytes(bytes(raw[:2048]))
    return found if found == PDF or found in _PICTURES else None
