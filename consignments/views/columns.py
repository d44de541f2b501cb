"""Asks what the columns of a spreadsheet mean: the guess, corrected by the officer, and kept for its layout."""

import hashlib
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from consignments.access import OfficerRequest, may
from consignments.forms import ColumnsForm, title_of
from consignments.models import Submission
from consignments.parsing.documents import parse
from consignments.parsing.problems import sentence
from consignments.parsing.sheets.preview import first_rows
from consignments.parsing.sheets.spreadsheet import guess_mapping, remembered_mapping
from consignments.parsing.values import Problem, Severity
from consignments.receiving import SPREADSHEETS, Delivery, receive
from consignments.refusing import Refused

SHOWN_FAULTS = 20
# What a consignment is hardly assessed without.
WANTED = (
    "consignor_name", "consignee_name", "description", "commodity_code", "packages", "gross_mass_kg", "conveyance_id",
    "arrival", "entry_post",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trial:
    """What reading all rows with these columns would give. faults: (where, what) of the first errors."""

    consignments: int
    rejected: int
    faults: list[tuple[str, str]]


@may("submit_documents")
def tell_columns(request: OfficerRequest, pk: Any) -> HttpResponse:
    """Show the columns with their meaning and how the first rows are read so; try all rows, or register them so."""
    submission = get_object_or_404(_spreadsheets_of(request.user), pk=pk)
    raw = bytes(submission.raw)
    said = submission.column_mapping or remembered_mapping(
        raw, submission.content_type, submission.source.layouts_told()
    )
    guessed = guess_mapping(raw, submission.content_type, said)
    form = ColumnsForm(guessed.headers, request.POST or None, guessed=guessed.mapping)
    trial = None
    is_preview = "show" in request.POST  # while the meanings are being chosen nothing is wrong yet
    if request.method == "POST" and form.is_valid() and not is_preview:
        if "try" in request.POST:
            trial = _trial(submission, raw, form.mapping())
        else:
            return _register(request, submission, raw, form, guessed.layout)
    chosen = form.chosen()
    shown = {
        "submission": submission,
        "form": form,
        "is_preview": is_preview,
        "columns": form.columns(first_rows(raw, {**form.left_out(), **chosen})),
        "needed": [] if "document_number" in chosen else [title_of("document_number")],
        "wanted": [title_of(field) for field in WANTED if field not in chosen],
        "trial": trial,
    }
    return render(request, "consignments/columns.html", shown)


def _spreadsheets_of(officer: Any) -> Any:
    """Those of the unit's own sources: the sheets of an integration client are that client's to mend."""
    own = Submission.objects.filter(unit_id=officer.unit_id, source__client=None, content_type__in=SPREADSHEETS)
    return own.select_related("source")


def _trial(submission: Submission, raw: bytes, mapping: dict[str, str]) -> Trial:
    zone = timezone.get_default_timezone()
    document = parse(raw, submission.content_type, filename=submission.file_name, mapping=mapping, local_zone=zone)
    count, rejected = 0, 0
    faults: list[Problem] = []
    for stated in document.consignments:
        errors = [problem for problem in stated.problems if problem.severity is Severity.ERROR]
        count, rejected = count + 1, rejected + bool(errors)
        faults.extend(errors[: SHOWN_FAULTS - len(faults)])
    faults.extend(problem for problem in document.problems if problem.severity is Severity.ERROR)
    return Trial(count, rejected, [(problem.path, sentence(problem)) for problem in faults[:SHOWN_FAULTS]])


def _register(
    request: OfficerRequest, submission: Submission, raw: bytes, form: ColumnsForm, layout: str
) -> HttpResponse:
    """Read the waiting sheet so; one that was read already comes in again, read the new way."""
    mapping = form.mapping()
    keep_as = layout if form.cleaned_data["keep"] else None
    try:
        if submission.awaits_columns:
            submission.read_columns_as(mapping, request.user, keep_as=keep_as)
        else:
            submission = _receive_again(request, submission, raw, mapping)
            if keep_as is not None:
                submission.source.keep_columns(keep_as, mapping)
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("consignments:submission-show", pk=submission.pk)


def _receive_again(request: OfficerRequest, submission: Submission, raw: bytes, mapping: dict[str, str]) -> Submission:
    told = hashlib.sha256(repr(sorted(mapping.items())).encode()).hexdigest()
    delivery = Delivery(
        raw=raw,
        content_type=submission.content_type,
        idempotency_key=f"columns:{submission.pk}:{told[:32]}",
        file_name=submission.file_name,
        column_mapping=mapping,
    )
    return receive(delivery, source=submission.source, by=request.user)
