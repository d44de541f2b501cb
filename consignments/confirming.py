"""A paper that waits for a person: its draft, the marks on its pages, and the verb that confirms it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db import transaction
from redis.exceptions import RedisError

from consignments.models import DocumentDraft, StoredFile, Submission
from consignments.parsing.problems import sentence
from consignments.parsing.typed.paper import Paper
from consignments.parsing.values import Problem
from consignments.picturing import picture_of

PICTURE_PX = 1400
_KEPT_S = 24 * 60 * 60
MAX_PAGES_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a value was found. field: name of its field in the form. Points from the upper left corner of the page."""

    field: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class ShownPage:
    """number: from 0. width, height in points; 0 where they are not known, and then nothing is marked."""

    number: int
    width: float
    height: float
    marks: list[Mark]


def open_draft_of(submission_id: Any, officer: Any) -> DocumentDraft | None:
    """Return the draft of a paper that waits at the officer's desk."""
    return DocumentDraft.objects.of_the_desk(officer).still_open().filter(read_from=submission_id).first()


@transaction.atomic
def confirm(draft: DocumentDraft, submission: Submission, paper: Paper, values: dict[str, Any], officer: Any) -> None:
    """Register the submission that the draft was read from as a typed document; Refused when somebody was faster."""
    draft.save_values(values, officer, kind=paper.kind.value)
    submission.confirm_as(paper.kind.value, values, officer)
    draft.send(officer, submission)


@transaction.atomic
def discard(draft: DocumentDraft, submission: Submission, officer: Any, reason: str) -> None:
    """Register the submission that the draft was read from as nothing; its bytes stay."""
    draft.discard(officer, reason)
    submission.set_aside_paper(officer, reason)


def pages_of(draft: DocumentDraft, prefixes: Mapping[str, str]) -> list[ShownPage]:
    """Return the pages with the places in which the values of the draft were found.

    prefixes: name of lines ("goods") to what the names of their fields begin with.
    """
    shown = []
    for number, size in enumerate(draft.pages[:MAX_PAGES_SHOWN]):
        marks = [
            _mark(_field_name(name, prefixes), place)
            for name, place in draft.places.items()
            if place["page"] == number and name.partition(".")[0] in draft.values
        ]
        width, height = size or (0, 0)
        shown.append(ShownPage(number, width, height, marks))
    return shown


def told(draft: DocumentDraft) -> list[str]:
    """Say what was met while the paper was read."""
    return [sentence(Problem(one["code"], "", params=one["params"])) for one in draft.problems]


def picture_of_page(file: StoredFile, number: int) -> bytes | None:
    """Return the picture of a page, from 0; drawn once a day."""
    key = f"page:{file.pk}:{number}:{PICTURE_PX}"
    try:
        if (kept := cache.get(key)) is not None:
            return kept
    except RedisError:  # it is drawn again
        pass
    picture = picture_of(bytes(file.content), file.media_type, width_px=PICTURE_PX, page=number)
    if picture is not None:
        try:
            cache.set(key, picture, _KEPT_S)
        except RedisError:
            pass
    return picture


def _field_name(name: str, prefixes: Mapping[str, str]) -> str:
    first, *rest = name.split(".")
    return "-".join([prefixes.get(first, first), *rest])


def _mark(field: str, place: dict[str, float]) -> Mark:
    around = 1.5
    return Mark(
        field,
        round(place["x0"] - around, 2),
        round(place["y0"] - around, 2),
        round(place["x1"] - place["x0"] + 2 * around, 2),
        round(place["y1"] - place["y0"] + 2 * around, 2),
    )
