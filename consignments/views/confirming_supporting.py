"""An invoice or packing list beside its form: compared, corrected, and kept as a paper of a consignment."""

import re
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from consignments.access import OfficerRequest
from consignments.confirming_supporting import candidates, confirm_supporting, consignment_called, initial_of
from consignments.models import DocumentDraft, Submission
from consignments.supporting_form import LINE_LABELS, SupportingDocumentForm, SupportingLines, stated_lines

_MORE = 3
_LINE = re.compile(r"form-([0-9]{1,2})-([a-z0-9_]+)")


def shown_supporting(request: OfficerRequest, draft: DocumentDraft) -> dict[str, Any]:
    """What the page shows of a paper that is not changed yet."""
    initial, lines = initial_of(draft)
    return {"supporting": SupportingDocumentForm(initial=initial), "lines": SupportingLines(initial=lines)} | _where(
        request, draft, str(draft.values.get("consignment") or "")
    )


def done_supporting(
    request: OfficerRequest, draft: DocumentDraft, submission: Submission
) -> HttpResponse | dict[str, Any]:
    """Save or confirm what was typed; return what the page shows where it cannot be, or more lines are wanted."""
    typed = request.POST.copy()
    if "save" in typed:
        draft.save_values(_values(typed), request.user)
        messages.success(request, _("The draft is saved."))
        return redirect(request.path)
    if "more" in typed:
        shown = typed.get("form-TOTAL_FORMS", "")
        typed["form-TOTAL_FORMS"] = str(int(shown) + _MORE if shown.isdecimal() and len(shown) < 3 else _MORE)
    form, lines = SupportingDocumentForm(typed), SupportingLines(typed)
    asked = typed.get("consignment", "")
    if "more" in typed:
        return {"supporting": form, "lines": lines} | _where(request, draft, asked)
    consignment = consignment_called(asked, request.user)
    is_sound = all([form.is_valid(), lines.is_valid()])
    if consignment is None:
        form.add_error(None, _("Say to which consignment of your unit the paper belongs, by its reference."))
    if consignment is None or not is_sound:
        return {"supporting": form, "lines": lines, "is_refused": True} | _where(request, draft, asked)
    confirm_supporting(draft, submission, consignment, form.stated(), stated_lines(lines), request.user)
    messages.success(request, _("The document was added; the consignment is looked at again."))
    return redirect("consignments:submission-show", pk=submission.pk)


def _where(request: OfficerRequest, draft: DocumentDraft, asked: str) -> dict[str, Any]:
    found = candidates(draft, request.user)
    only = found[0].reference if len(found) == 1 else ""
    return {"candidates": found, "asked": asked or only}


def _values(typed: Any) -> dict[str, Any]:
    """Return what was typed as a draft keeps it."""
    form = SupportingDocumentForm()
    head = {name: typed[name] for name in [*form.fields, "consignment"] if typed.get(name)}
    lines: dict[int, dict[str, str]] = {}
    for name, text in typed.items():
        if (found := _LINE.fullmatch(name)) and found[2] in LINE_LABELS and text:
            lines.setdefault(int(found[1]), {})[found[2]] = text
    return head | ({"goods": [lines[number] for number in sorted(lines)]} if lines else {})
