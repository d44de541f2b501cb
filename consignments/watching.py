"""Takes in the files of a drop folder: each is registered, then put away as done, or as failed with its problems."""

import hashlib
import time
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils import translation

from consignments.drop_folder import DONE, FAILED, DropFolder, Dropped, NotTaken
from consignments.handing_in import delivery_of
from consignments.models import Source, Status, Submission
from consignments.parsing.noting import storable
from consignments.problem_report import csv_lines, refusal_lines
from consignments.receiving import receive, refuse_size
from consignments.refusing import Refused
from consignments.registering import register_submission

_TRIES, _WAIT_S = 150, 0.2  # for a worker that has taken the document up


@dataclass(frozen=True, slots=True)
class PutAway:
    """What became of a file. shelf: done, failed, or "" where it was left for the next look. said: for the operator."""

    name: str
    shelf: str
    said: str


def take_all(folder: DropFolder, source: Source, language: str) -> Iterator[PutAway]:
    """Take in every whole file, the oldest first; yield what became of each. language: of the reports of problems."""
    for name in folder.whole_files():
        try:
            with translation.override(language):
                found = _take(folder, folder.read(name, settings.MAX_DOCUMENT_BYTES), source)
        except (NotTaken, OSError) as reason:
            found = PutAway(name, "", f"left for the next look: {reason}")
        yield found


def _take(folder: DropFolder, dropped: Dropped, source: Source) -> PutAway:
    try:
        submission = _registered(_received(dropped, source))
    except Refused as refused:
        report = "".join(refusal_lines(str(refused.message)))
        return PutAway(folder.put_away(dropped, FAILED, report), FAILED, str(refused.message))
    counts = f"{submission.registered_count} registered, {submission.rejected_count} rejected"
    if submission.status in (Status.REGISTERED, Status.RECEIVED):
        said = counts if submission.status == Status.REGISTERED else "received, a person is asked about it"
        return PutAway(folder.put_away(dropped, DONE), DONE, f"{said} (submission {submission.pk})")
    report = "".join(csv_lines(submission.problems.order_by("position").iterator(chunk_size=2_000)))
    name = folder.put_away(dropped, FAILED, report)
    return PutAway(name, FAILED, f"{submission.status}, {counts} (submission {submission.pk})")


def _received(dropped: Dropped, source: Source) -> Submission:
    """Receive the file; the same bytes again, as after a crash, are the submission that is here already."""
    refuse_size(len(dropped.raw))
    name = storable(dropped.name.encode("utf-8", "replace").decode())
    key = f"sha256:{hashlib.sha256(dropped.raw).hexdigest()}"
    return receive(delivery_of(dropped.raw, name, source, key), source=source, by=None)


def _registered(submission: Submission) -> Submission:
    """Register it here, or wait for the worker that was faster; what a person is asked about stays received."""
    for _try in range(_TRIES):
        if not Submission.objects.waiting().filter(pk=submission.pk).exists():
            break
        if not register_submission(submission.pk):
            time.sleep(_WAIT_S)
    submission.refresh_from_db(fields=["status", "registered_count", "rejected_count"])
    return submission
