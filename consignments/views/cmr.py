"""A CMR note typed from paper: checked as it will be registered, and handed in like any other document."""

import hashlib
import json
import re
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from consignments.access import OfficerRequest, may
from consignments.cmr_form import LINES, CmrForm, GoodsLines
from consignments.models import CustomsPost, Source, Submission
from consignments.note_preview import preview
from consignments.parsing.typed.cmr_boxes import BOXES, GOODS_BOXES
from consignments.receiving import CMR_NOTE, Delivery, receive
from consignments.refusing import Refused

SOURCE = "CMR notes by hand"
LINE_COUNT = re.compile(r"[0-9]{1,3}")


@may("submit_documents")
def enter_note(request: OfficerRequest) -> HttpResponse:
    """Show an empty note, or the typed one with what is wrong; register it when nothing is."""
    if request.method != "POST":
        return _shown(request, CmrForm(), GoodsLines())
    if "more" in request.POST:
        typed = _with_more_lines(request.POST)
        return _shown(request, CmrForm(typed), GoodsLines(typed))
    form, lines = CmrForm(request.POST), GoodsLines(request.POST)
    if not _is_sound(form, lines):
        return _shown(request, form, lines, status=400)
    try:
        submission = _receive(request, form, lines)
    except Refused as refused:
        messages.error(request, refused.message)
        return _shown(request, form, lines, status=400)
    return redirect("consignments:submission-show", pk=submission.pk)


@require_POST
@may("submit_documents")
def preview_note(request: OfficerRequest) -> HttpResponse:
    """The side of the page, while the note is typed."""
    form, lines = CmrForm(request.POST), GoodsLines(request.POST)
    _is_sound(form, lines)
    return render(request, "consignments/_note_preview.html", _previewed(request, form, lines))


def _is_sound(form: CmrForm, lines: Any) -> bool:
    if form.is_valid() and lines.is_valid():
        form.read(lines, timezone.get_default_timezone())
    return form.is_valid() and lines.is_valid()


def _shown(request: OfficerRequest, form: CmrForm, lines: Any, status: int = 200) -> HttpResponse:
    shown = {
        "form": form,
        "lines": lines,
        "posts": CustomsPost.objects.all(),
        "last": _last_note(request),
        **(_previewed(request, form, lines) if form.is_bound and form.stated else {}),
    }
    return render(request, "consignments/cmr_form.html", shown, status=status)


def _previewed(request: OfficerRequest, form: CmrForm, lines: Any) -> dict[str, Any]:
    source = Source.objects.of_the_desk(request.user).filter(name=SOURCE).first()
    can_be_told = form.stated is not None and hasattr(form, "cleaned_data")
    return {"form": form, "lines": lines, "preview": preview(form, lines, source) if can_be_told else None}


def _receive(request: OfficerRequest, form: CmrForm, lines: Any) -> Submission:
    raw = form.document(lines)
    # The token makes a second press harmless; what was changed after the first is another delivery.
    key = f"cmr:{form.cleaned_data['token']}:{hashlib.sha256(raw).hexdigest()[:16]}"
    delivery = Delivery(
        raw=raw, content_type=CMR_NOTE, idempotency_key=key, file_name=f"CMR {form.cleaned_data['number']}"
    )
    return receive(delivery, source=Source.objects.named(SOURCE, request.user.unit_id), by=request.user)


def _with_more_lines(typed: Any) -> Any:
    """The same note with more empty lines of goods."""
    typed = typed.copy()
    shown = typed.get("form-TOTAL_FORMS", "")
    typed["form-TOTAL_FORMS"] = str((int(shown) if LINE_COUNT.fullmatch(shown) else LINES) + LINES)
    return typed


def _last_note(request: OfficerRequest) -> dict[str, str]:
    """What the officer's last note held, box by box: one key repeats it in the box that is being typed."""
    last = (
        Submission.objects.filter(submitted_by=request.user, content_type=CMR_NOTE, unit_id=request.user.unit_id)
        .order_by("-received_at")
        .first()
    )
    values = json.loads(bytes(last.raw)).get("cmr_note", {}) if last else {}
    goods = (values.get("goods") or [{}])[0]
    boxes = {name: str(values[name]) for name in BOXES if values.get(name)}
    return boxes | {f"goods-{name}": str(goods[name]) for name in GOODS_BOXES if goods.get(name)}
