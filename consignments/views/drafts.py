"""Which document to type, and the drafts of the officer's unit: begun by one, gone on with by any of its desk."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consignments.access import OfficerRequest, may
from consignments.models.document_draft import DocumentDraft
from consignments.parsing.typed.papers import BY_KIND, PAPERS
from consignments.refusing import Refused

SHOWN_DRAFTS = 100


@may("submit_documents")
def choose_paper(request: OfficerRequest) -> HttpResponse:
    """The papers that can be typed, and what the unit has begun to type."""
    drafts = _typed_drafts(request).select_related("created_by")[:SHOWN_DRAFTS]
    shown = [
        {"draft": draft, "paper": (paper := BY_KIND[draft.kind]), "number": _number(draft, paper)} for draft in drafts
    ]
    return render(request, "consignments/type_document.html", {"papers": PAPERS, "drafts": shown})


@require_POST
@may("submit_documents")
def discard_draft(request: OfficerRequest, pk: Any) -> HttpResponse:
    draft = get_object_or_404(DocumentDraft.objects.of_the_desk(request.user), pk=pk)
    try:
        draft.discard(request.user)
        messages.success(request, _("The draft is discarded."))
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("consignments:document-type")


def _typed_drafts(request: OfficerRequest) -> Any:
    """The open drafts that are typed from paper; those read from a file are confirmed beside it."""
    drafts = DocumentDraft.objects.of_the_desk(request.user).still_open()
    return drafts.filter(kind__in=BY_KIND, file=None, read_from=None)


def _number(draft: DocumentDraft, paper: Any) -> str:
    return str(draft.values.get(paper.number_box.name) or "")
