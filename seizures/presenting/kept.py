"""Which pages a phone keeps for the yard. None of them holds a lane, a score or a reason of selection."""

import hashlib
import json
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from profiling.models import Assessment
from seizures.due import due_for, with_due_rows
from seizures.models import Examination
from seizures.pieces import Piece, pieces_of

MAX_DUE, MAX_OPEN = 24, 12


def kept_pages(officer: Any) -> list[dict[str, str]]:
    """Return the pages as {"page": where the phone shows it, "from": where it is fetched, "revision"}."""
    told = [str(get_language()), timezone.localdate().isoformat()]
    pages = [_page(reverse("seizures:examination-mine"), [*told, timezone.now().isoformat()])]
    for assessment in with_due_rows(due_for(officer))[:MAX_DUE]:
        of = [*told, str(assessment.revision_id), str(assessment.hold_until), str(assessment.examiner_id)]
        begin = reverse("seizures:examination-begin", args=[assessment.pk])
        pages += [_page(begin, of), *[_page(sheet, of) for _piece, sheet in pieces_with_sheets(assessment)]]
    for examination in own_open(officer):
        told_of_it = [examination.checklist, examination.noted, examination.seal_read, examination.seal_state]
        pages.append(_page(reverse("seizures:examination-show", args=[examination.pk]), [*told, *told_of_it]))
    return pages


def own_open(officer: Any) -> list[Examination]:
    """The examinations the officer has open, the newest first."""
    own = Examination.objects.visible_to(officer).open().filter(examiner=officer.pk)
    return list(own.select_related("post", "examiner").order_by("-begun_at")[:MAX_OPEN])


def pieces_with_sheets(assessment: Assessment) -> list[tuple[Piece, str]]:
    """Return each piece that may be opened with the address of the empty page of its examination."""
    return [
        (piece, reverse("seizures:examination-sheet", args=[assessment.pk, number]))
        for number, piece in enumerate(pieces_of(assessment))
    ]


def _page(page: str, told: list[Any]) -> dict[str, str]:
    revision = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]
    return {"page": page, "from": f"{page}?kept=1", "revision": revision}
