"""A document typed from paper: checked as it will be registered, and handed in like any other document."""

import hashlib
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consignments.access import OfficerRequest, may
from consignments.models import CustomsPost, Source, Submission
from consignments.models.document_draft import DocumentDraft, DraftState
from consignments.parsing.typed.paper import Paper
from consignments.parsing.typed.typed_document import boxes_of
from consignments.receiving import Delivery, receive
from consignments.refusing import Refused
from consignments.typed_form import TypedForm
from consignments.typed_preview import preview


@may("submit_documents")
def enter_document(request: OfficerRequest, paper: Paper) -> HttpResponse:
    """Show an empty paper, a draft, or what was typed with what is wrong; register it when nothing is."""
    draft = _draft(request, paper)
    if draft and draft.submission_id:  # pressed twice, or found in the browser's history
        return redirect("consignments:submission-show", pk=draft.submission_id)
    if request.method != "POST":
        return _shown(request, TypedForm.of_values(paper, draft.values) if draft else TypedForm(paper), draft)
    if more := request.POST.get("more"):
        return _shown(request, TypedForm(paper, request.POST, more=more), draft)
    form = TypedForm(paper, request.POST)
    is_sound = form.is_sound(timezone.get_default_timezone())
    try:
        if "save" in request.POST:
            return redirect(_saved(request, form, draft))
        if is_sound:
            return redirect("consignments:submission-show", pk=_handed_in(request, form, draft).pk)
    except Refused as refused:
        messages.error(request, refused.message)
    return _shown(request, form, draft, status=400)


@require_POST
@may("submit_documents")
def preview_document(request: OfficerRequest, paper: Paper) -> HttpResponse:
    """The side of the page, while the paper is typed."""
    form = TypedForm(paper, request.POST)
    form.is_sound(timezone.get_default_timezone())
    return render(request, "consignments/_typed_preview.html", {"form": form, "preview": _previewed(request, form)})


@require_POST
@may("submit_documents")
def check_box(request: OfficerRequest, paper: Paper, box: str) -> HttpResponse:
    """What is wrong with one box, as soon as it is left."""
    form = TypedForm(paper, request.POST)
    form.is_sound(timezone.get_default_timezone())
    if (shown := form.field_named(box)) is None:
        raise Http404
    return render(request, "consignments/_box_said.html", {"shown": shown})


def _draft(request: OfficerRequest, paper: Paper) -> DocumentDraft | None:
    """Return the draft that the address names; 404 when it is another unit's, of another paper, or discarded."""
    if not (number := request.GET.get("draft")):
        return None
    drafts = DocumentDraft.objects.of_the_desk(request.user).exclude(state=DraftState.DISCARDED)
    try:
        return get_object_or_404(drafts, pk=number, kind=paper.kind)
    except ValidationError as fault:  # no UUID
        raise Http404 from fault


def _shown(request: OfficerRequest, form: TypedForm, draft: DocumentDraft | None, status: int = 200) -> HttpResponse:
    shown = {
        "form": form,
        "paper": form.paper,
        # The name of the box is put behind it.
        "check_url": reverse("consignments:document-check", args=[form.paper, "-"]).removesuffix("-/"),
        "draft": draft,
        "posts": CustomsPost.objects.all(),
        "last": _last(request, form.paper),
        "preview": _previewed(request, form),
    }
    return render(request, "consignments/typed_form.html", shown, status=status)


def _previewed(request: OfficerRequest, form: TypedForm) -> Any:
    if form.stated is None:
        return None
    return preview(form, Source.objects.of_the_desk(request.user).filter(name=form.paper.source).first())


def _saved(request: OfficerRequest, form: TypedForm, draft: DocumentDraft | None) -> str:
    """Keep what was typed, sound or not, and return the address at which it goes on."""
    new = {"unit_id": request.user.unit_id, "kind": form.paper.kind, "created_by": request.user}
    with transaction.atomic():
        draft = draft or DocumentDraft.objects.create(**new)
        draft.save_values(form.values(), request.user)
    messages.success(request, _("The draft is saved."))
    return f"{request.path}?draft={draft.pk}"


@transaction.atomic
def _handed_in(request: OfficerRequest, form: TypedForm, draft: DocumentDraft | None) -> Submission:
    raw, paper = form.document(), form.paper
    # The token makes a second press harmless; what was changed after the first is another delivery.
    key = f"{paper.slug}:{form.cleaned_data['token']}:{hashlib.sha256(raw).hexdigest()[:16]}"
    number = form.cleaned_data[paper.number_box.name]
    delivery = Delivery(raw, paper.content_type, key, file_name=f"{paper.mark} {number}")
    submission = receive(delivery, source=Source.objects.named(paper.source, request.user.unit_id), by=request.user)
    if draft:
        draft.send(request.user, submission)
    return submission


def _last(request: OfficerRequest, paper: Paper) -> dict[str, str]:
    """What the officer's last paper of this kind held, box by box: one key repeats it in the box being typed."""
    officer = request.user
    last = (
        Submission.objects.filter(submitted_by=officer, content_type=paper.content_type, unit_id=officer.unit_id)
        .order_by("-received_at")
        .first()
    )
    values = boxes_of(paper, bytes(last.raw)) if last else {}
    texts = {name: str(values[name]) for name in paper.boxes if values.get(name)}
    for lines in paper.lines:
        first: dict[str, Any] = next(iter(values.get(lines.name) or ()), {})
        texts |= {f"{lines.name}-{box.name}": str(first[box.name]) for box in lines.boxes if first.get(box.name)}
    return texts
