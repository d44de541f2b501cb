"""Mends a submission by hand: what was rejected is corrected, checked again, and goes in as one of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.models import Status, Submission, record
from consignments.parsing.documents import parse
from consignments.parsing.json_mending import missing_pointer
from consignments.parsing.mended import Edits, Failed, Mending, Place, path_in_first
from consignments.parsing.mending import can_be_mended, open_document
from consignments.parsing.problems import remedy, sentence
from consignments.parsing.values import Problem, Severity
from consignments.receiving import KEY_REUSED, Delivery, receive
from consignments.refusing import Refused

_LONGEST_NAME = 230
MOST_BY_HAND = 5_000  # rejected consignments; a document of more is mended where it comes from, or as a table


@dataclass(frozen=True, slots=True)
class Fault:
    severity: str
    path: str
    problem: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A place with what stands there now. is_asked: it was or is faulty, or was written anew."""

    place: Place
    text: str
    faults: list[Fault]
    is_asked: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """A rejected consignment as it is corrected so far. faults: those that no place can be shown for."""

    failed: Failed
    asked: list[Corrected]
    others: list[Corrected]
    faults: list[Fault]
    is_mended: bool


def is_mendable(submission: Submission) -> bool:
    """Whether something of it was rejected that can be mended by hand, and was not yet."""
    has_failed = submission.rejected_count > 0 or submission.status == Status.REJECTED
    if submission.rejected_count > MOST_BY_HAND:
        return False
    is_kind = can_be_mended(submission.document_kind)
    return has_failed and is_kind and submission.same_bytes_as_id is None and not is_mended(submission)


def is_mended(submission: Submission) -> bool:
    return Submission.objects.filter(mends=submission).exists()


def mending_of(submission: Submission) -> Mending | None:
    """Return how to mend it; None when its rejected consignments cannot be told apart."""
    zone = timezone.get_default_timezone()
    return open_document(submission.document_kind, bytes(submission.raw), submission.column_mapping, zone)


def check(submission: Submission, mending: Mending, edits: Edits, failed: Sequence[Failed]) -> list[Checked]:
    """Return the rejected consignments as they would be read with the corrections."""
    mended = mending.write(edits)
    zone = timezone.get_default_timezone()
    mapping: Any = mended.column_mapping
    document = parse(mended.raw, mended.content_type, filename=f"x{mended.suffix}", mapping=mapping, local_zone=zone)
    found = {path_in_first(one.path, mended.origins): one.problems for one in document.consignments}
    of_document = tuple(document.problems)
    checked = []
    for one in failed:
        # An empty path that no consignment has is the head of a manifest.
        problems = found.get(one.path, of_document if one.path == "" else ())
        checked.append(_checked(one, [_in_first(problem, mended.origins) for problem in problems], edits))
    return checked


def send(submission: Submission, mending: Mending, edits: Edits, officer: Any) -> Submission:
    """Hand in the rejected consignments as corrected; Refused when somebody has done so already."""
    mended = mending.write(edits)
    delivery = Delivery(
        raw=mended.raw,
        content_type=mended.content_type,
        idempotency_key=f"mends:{submission.pk}",
        file_name=_file_name(submission, mended.suffix),
        column_mapping=mended.column_mapping,
        mends=submission,
        origins=mended.origins,
    )
    try:
        with transaction.atomic():
            new = receive(delivery, source=submission.source, by=officer)
            record("submission", submission.pk, "mended", actor=officer, after={"by": str(new.pk)})
    except Refused as refused:
        if refused.code != KEY_REUSED:
            raise
        raise Refused("mended_already", _("Somebody has mended this document already.")) from None
    return new


def _file_name(submission: Submission, suffix: str) -> str:
    """Name it after the document that it mends."""
    name = PurePath(submission.file_name or str(submission.pk)[:8])
    return _("%(name)s, mended%(suffix)s") % {"name": name.stem[:_LONGEST_NAME], "suffix": suffix}


def _checked(failed: Failed, problems: Sequence[Problem], edits: Edits) -> Checked:
    asked_before = {_place_of(problem) for problem in failed.problems if problem.severity is not Severity.NOTICE}
    faults: dict[str, list[Fault]] = {}
    for problem in problems:
        if problem.severity is not Severity.NOTICE:
            faults.setdefault(_place_of(problem), []).append(_fault(problem))
    corrected = []
    for place in failed.places:
        text = edits.get(place.key, place.text)
        here = faults.pop(place.path, [])
        is_asked = bool(here) or place.path in asked_before or text.strip() != place.text.strip()
        corrected.append(Corrected(place, text, here, is_asked))
    return Checked(
        failed,
        [one for one in corrected if one.is_asked],
        [one for one in corrected if not one.is_asked],
        [fault for rest in faults.values() for fault in rest],
        is_mended=not any(problem.severity is Severity.ERROR for problem in problems),
    )


def _place_of(problem: Problem) -> str:
    return missing_pointer(problem)


def _in_first(problem: Problem, origins: Sequence[tuple[str, str]]) -> Problem:
    return Problem(problem.code, path_in_first(problem.path, origins), problem.severity, problem.params)


def _fault(problem: Problem) -> Fault:
    return Fault(problem.severity.value, problem.path, sentence(problem), remedy(problem))
