"""An invoice or packing list that waits for a person: what was read, for which consignment, and the verb to confirm."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from consignments.keys.identifiers import number_key
from consignments.models import (
    Attachment,
    AttachmentKind,
    Consignment,
    ConsignmentRevision,
    DocumentDraft,
    StatedBy,
    StoredFile,
    Submission,
    SupportingKind,
)
from consignments.parsing import places, reading
from consignments.parsing.noting import Unreadable
from consignments.supporting import present

KINDS = {kind.value: kind for kind in (SupportingKind.INVOICE, SupportingKind.PACKING_LIST)}
PREFIXES = {"goods": "form"}  # of the fields of a line
MOST_CANDIDATES = 12

_READERS: dict[str, Callable[[Any], Any]] = {
    "issued_on": reading.day,
    "valid_until": reading.day,
    "origin_country": places.country,
    "dispatch_country": places.country,
    "destination_country": places.country,
    "currency": places.currency,
    "total_packages": reading.count,
    "packages": reading.count,
    "gross_mass_kg": reading.mass_kg,
    "net_mass_kg": reading.mass_kg,
    "value": reading.amount,
    "commodity_code": reading.commodity_code,
    "incoterm": lambda text: str(text).strip()[:3].upper(),
}


def initial_of(draft: DocumentDraft) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return what the form and its lines begin with; what cannot be read is left to the officer."""
    head = {name: _read(name, text) for name, text in draft.values.items() if not isinstance(text, list)}
    lines = [{name: _read(name, text) for name, text in line.items()} for line in draft.values.get("goods") or ()]
    return head | {"kind": draft.kind}, lines


def candidates(draft: DocumentDraft, officer: Any) -> list[Consignment]:
    """Return the consignments of the unit that name this paper or hold its containers, the latest first."""
    number = str(draft.values.get("number") or "")
    containers = [number_key(text) for text in str(draft.values.get("containers") or "").split(",") if text.strip()]
    named = Q(documents__number__iexact=number) if number else Q(pk__in=[])
    held = Q(equipment__number_key__in=containers) if containers else Q(pk__in=[])
    revisions = ConsignmentRevision.objects.filter(number=F("consignment__latest_revision")).filter(named | held)
    own = Consignment.objects.filter(unit_id=officer.unit_id, pk__in=revisions.values("consignment"))
    return list(own.order_by("-first_known_at")[:MOST_CANDIDATES])


def consignment_called(reference: str, officer: Any) -> Consignment | None:
    """Return the consignment of the unit that has this reference."""
    return Consignment.objects.filter(unit_id=officer.unit_id, reference__iexact=reference.strip()).first()


@transaction.atomic
def confirm_supporting(
    draft: DocumentDraft,
    submission: Submission,
    consignment: Consignment,
    stated: Mapping[str, Any],
    lines: Sequence[Mapping[str, Any]],
    officer: Any,
) -> None:
    """Keep the paper as a supporting document, its file attached; Refused when somebody was faster."""
    submission.confirm_as_supporting(officer)
    file = StoredFile.objects.get(pk=draft.file_id) if draft.file_id else None
    paper = {**stated, "file": file}
    present(consignment, paper, lines, by=officer, stated_by=StatedBy.PDF, key=f"paper:{submission.pk}")
    if file is not None:
        raw = bytes(file.content)
        Attachment.objects.attach(consignment, raw, name=draft.file_name, kind=AttachmentKind.DOCUMENT, by=officer)
    draft.send(officer, submission, consignment=consignment)


def _read(name: str, text: Any) -> Any:
    reader = _READERS.get(name)
    if reader is None or text in (None, ""):
        return text
    try:
        return reader(text)
    except Unreadable:
        return None
