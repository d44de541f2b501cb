"""Takes submissions that wait, one worker each, and sets aside those that bring their worker down.

The attempt is counted and committed before the work begins, so an attempt that kills the process is counted too.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from consignments.locks import held
from consignments.models import Status, Submission, record

from .document import register
from .drafting import ask_a_person, needs_a_person
from .repeats import repeated_by

log = structlog.get_logger(__name__)


def register_waiting() -> int:
    """Register all that waits, oldest first; return how many were taken up."""
    waiting = list(Submission.objects.waiting().order_by("received_at", "id").values_list("id", flat=True))
    return sum(register_submission(submission_id) for submission_id in waiting)


def register_submission(submission_id: uuid.UUID) -> bool:
    """Register one submission; False when it does not wait any more or another worker has it."""
    with held("submission", submission_id) as is_mine:
        waiting = Submission.objects.waiting().with_earlier().defer("raw", "same_bytes_as__raw")
        submission = waiting.filter(pk=submission_id).first() if is_mine else None
        if submission is None:
            return False
        submission.load_raw()
        with _request_of(submission):
            if submission.attempts >= settings.MAX_ATTEMPTS:
                _quarantine(submission)
            elif _earlier_still_waits(submission):
                return False
            else:
                _attempt(submission)
        return True


def _attempt(submission: Submission) -> None:
    Submission.objects.filter(pk=submission.pk).update(attempts=F("attempts") + 1, started_at=timezone.now())
    try:
        if needs_a_person(submission) and repeated_by(submission) is None:
            ask_a_person(submission)
            return
        register(submission)
    except Exception as fault:
        # The fault's text may quote the document, so only its kind and place are told; the sweep tries again.
        log.error("registering_failed", submission_id=str(submission.pk), fault=type(fault).__name__, at=_place(fault))
    else:
        log.info(
            "submission_registered",
            submission_id=str(submission.pk),
            status=submission.status,
            registered=submission.registered_count,
            rejected=submission.rejected_count,
        )


def _earlier_still_waits(submission: Submission) -> bool:
    """The same bytes came before and are not registered yet: try them first, and leave this one if they still wait."""
    earlier = submission.same_bytes_as
    if earlier is None or earlier.status != Status.RECEIVED:
        return False
    register_submission(earlier.pk)
    submission.same_bytes_as = earlier = Submission.objects.without_raw().get(pk=earlier.pk)
    return earlier.status == Status.RECEIVED


@transaction.atomic
def _quarantine(submission: Submission) -> None:
    submission.finish(Status.QUARANTINED, registered=0, rejected=0)
    record("submission", submission.id, "quarantined", after={"attempts": submission.attempts})
    log.error("submission_quarantined", submission_id=str(submission.pk), attempts=submission.attempts)


@contextmanager
def _request_of(submission: Submission) -> Iterator[None]:
    """The number of the request that brought the document stands in every line about it."""
    with structlog.contextvars.bound_contextvars(request_id=submission.request_id):
        yield


def _place(fault: BaseException) -> str:
    """Return file and line where the fault arose."""
    trace = fault.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
