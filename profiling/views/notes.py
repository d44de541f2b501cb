"""Notes at a consignment for colleagues, and the list of those that call the officer."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from consignments.access import OfficerRequest, may
from consignments.models import Consignment
from consignments.refusing import Refused
from profiling.models import CaseNote, Mention, colleagues_of
from profiling.presenting.note_lines import mention_lines, note_lines

MAY_NOTE = ("decide", "examine")
A_PAGE = 60
MOST_NOTES = 100


@require_POST
@may(*MAY_NOTE)
def write(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """Keep a note; with `corrects` it takes the place of an own one."""
    consignment = get_object_or_404(Consignment.objects.filter(unit_id=request.user.unit_id), pk=pk)
    given = request.POST
    corrected = _to_correct(consignment, given.get("corrects", ""))
    try:
        text, call = given.get("text", ""), given.get("call", "")
        note = CaseNote.write(consignment, text, request.user, call=call, corrects=corrected)
    except Refused as refused:
        shown = {"consignment": consignment, "refused": refused.message, "text": given.get("text", "")}
        shown |= {"corrects": given.get("corrects", ""), "colleagues": colleagues_of(consignment.unit_id)}
        return render(request, "profiling/notes/refused.html", shown, status=422)
    return redirect(place_of(note))


@may(*MAY_NOTE)
@require_safe
@never_cache
def show_mentions(request: OfficerRequest) -> HttpResponse:
    """The notes that call the officer, newest first; `?before=` goes on."""
    before = request.GET.get("before", "")
    mine = _readable(request)
    if before.isdecimal() and len(before) < 16:
        mine = mine.filter(pk__lt=int(before))
    found = list(mine.order_by("-pk").select_related("note__consignment", "note__written_by")[: A_PAGE + 1])
    shown = {
        "lines": mention_lines(found[:A_PAGE], timezone.now()),
        "go_on": found[A_PAGE - 1].pk if len(found) > A_PAGE else None,
        "unseen": Mention.objects.of(request.user).unseen().counted(),
    }
    return render(request, "profiling/notes/mentions.html", shown)


@require_POST
@may(*MAY_NOTE)
def open_mention(request: OfficerRequest, pk: int) -> HttpResponse:
    """Note that the officer looks at it, and lead to the note."""
    mention = get_object_or_404(_readable(request).select_related("note"), pk=pk)
    Mention.objects.filter(pk=mention.pk).see()
    return redirect(place_of(mention.note))


@require_POST
@may(*MAY_NOTE)
def see_all(request: OfficerRequest) -> HttpResponse:
    if Mention.objects.of(request.user).see():
        messages.success(request, _("All mentions are marked as seen."))
    return redirect("profiling:mention-list")


def notes_of(consignment: Consignment, officer: Any) -> dict[str, Any]:
    """What the page of a consignment shows of notes; whoever reads the page reads them."""
    notes = CaseNote.objects.filter(consignment=consignment).select_related("written_by", "correction")
    newest = list(notes.prefetch_related("mentions__officer").order_by("-written_at", "-id")[:MOST_NOTES])
    may_note = consignment.unit_id == officer.unit_id and any(officer.may(verb) for verb in MAY_NOTE)
    return {
        "notes": note_lines(newest, officer, timezone.now()),
        "may_note": may_note,
        "colleagues": [each for each in colleagues_of(consignment.unit_id) if each.pk != officer.pk]
        if may_note
        else [],
    }


def place_of(note: CaseNote) -> str:
    return f"{reverse('profiling:consignment-show', args=[note.consignment_id])}#note-{note.pk}"


def _readable(request: OfficerRequest) -> Any:
    """Who changed the unit no longer reads what the old one wrote."""
    return Mention.objects.of(request.user).filter(note__in=CaseNote.objects.visible_to(request.user))


def _to_correct(consignment: Consignment, pk: str) -> CaseNote | None:
    if not pk:
        return None
    try:
        wanted = UUID(pk)
    except ValueError:
        wanted = UUID(int=0)
    return get_object_or_404(CaseNote.objects.filter(consignment=consignment), pk=wanted)
