"""Imports every document of a folder. Nothing is moved, and what is here already is not registered again."""

import hashlib
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db.models import Q

from consignments.content_types import content_type_of
from consignments.models import Source, Status, Submission
from consignments.receiving import Delivery, receive
from consignments.refusing import Refused
from consignments.registering import register_submission

_BEGINNING = 1024  # bytes that tell the kind of a file
_WAIT_S = 0.2  # for a worker that has taken the document up


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file. why_not: why there is no submission; is_document: it is of a kind that is read."""

    path: Path
    submission: Submission | None = None
    was_here: bool = False
    why_not: str = ""
    is_document: bool = True

    @property
    def is_complete(self) -> bool:
        """Nothing of it was rejected; a file that is no document cannot fail."""
        if self.submission is None:
            return not self.is_document
        return self.submission.status == Status.REGISTERED


def files_in(folder: Path) -> list[Path]:
    """Return the files below the folder in the order of their names; hidden ones are left out."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))


def import_files(files: list[Path], source: Source, known_at: datetime | None = None) -> Iterator[Imported]:
    """Receive and register each file, one after the other; yield what became of it."""
    for path in files:
        yield _import_file(path, source, known_at)


def _import_file(path: Path, source: Source, known_at: datetime | None) -> Imported:
    with path.open("rb") as file:
        content_type = content_type_of(path.name, file.read(_BEGINNING))
    if content_type is None:
        return Imported(path, why_not="no kind of document that is read", is_document=False)
    raw = path.read_bytes()
    delivery = Delivery(
        raw=raw,
        content_type=content_type,
        idempotency_key=f"sha256:{hashlib.sha256(raw).hexdigest()}",
        file_name=path.name,
        known_at=known_at,
    )
    try:
        submission = receive(delivery, source=source, by=None)
    except Refused as refused:
        return Imported(path, why_not=str(refused.message))
    was_here = submission.status != Status.RECEIVED
    return Imported(path, _registered(submission), was_here)


def _registered(submission: Submission) -> Submission:
    """Register it here, or wait for the worker that was faster; one that fails is tried until it is set aside, and a
    paper that a person must confirm stays received."""
    while submission.status == Status.RECEIVED and not _waits_for_a_person(submission):
        if not register_submission(submission.pk):
            time.sleep(_WAIT_S)
        submission.refresh_from_db(fields=["status", "registered_count", "rejected_count"])
    return submission


def _waits_for_a_person(submission: Submission) -> bool:
    asked = Submission.objects.waiting_for_confirmation()
    return asked.filter(Q(pk=submission.pk) | Q(repeats=submission)).exists()
