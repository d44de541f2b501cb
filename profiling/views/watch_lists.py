"""The pages of watch lists: all lists, one list with its entries, entries in and out, and the look-up of a name."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from consignments.access import WHO_TO_ASK, OfficerRequest, may
from consignments.refusing import Refused
from profiling.models import ImportState, WatchList, WatchListEntry
from profiling.views.list_forms import EntryForm, ListForm, UploadForm
from profiling.watching.entries import (
    Imported,
    add_entry,
    begin_list,
    end_entry,
    import_entries,
    may_switch,
    switch_list,
)
from profiling.watching.importing import PUBLISHED_KINDS
from profiling.watching.looking_up import look_up

ENTRIES_A_PAGE = 50
PROBLEMS_SHOWN = 200
EVENTS_SHOWN = 12


@may("read_watch_lists")
def show_all(request: OfficerRequest) -> HttpResponse:
    lists = WatchList.objects.visible_to(request.user).select_related("unit").with_counts()
    return render(
        request,
        "profiling/watch_lists/list.html",
        {"lists": lists, "may_edit": request.user.may("edit_watch_lists"), "form": ListForm()},
    )


@may("edit_watch_lists")
@require_POST
def new(request: OfficerRequest) -> HttpResponse:
    form = ListForm(request.POST)
    if form.is_valid():
        try:
            made = begin_list(request.user, **form.cleaned_data)
            return redirect("profiling:watch-list-show", made.pk)
        except Refused as refused:
            form.add_error("name", refused.message)
    lists = WatchList.objects.visible_to(request.user).select_related("unit").with_counts()
    shown = {"lists": lists, "may_edit": True, "form": form}
    return render(request, "profiling/watch_lists/list.html", shown, status=422)


@may("read_watch_lists")
def show(request: OfficerRequest, pk: UUID) -> HttpResponse:
    return _list_page(request, _visible(request, pk), EntryForm(), UploadForm())


@may("edit_watch_lists")
@require_POST
def add(request: OfficerRequest, pk: UUID) -> HttpResponse:
    the_list, form = _visible(request, pk), EntryForm(request.POST)
    if form.is_valid():
        try:
            entry = add_entry(the_list, request.user, **form.cleaned_data)
            messages.success(request, _("“%(value)s” is on the list.") % {"value": entry.value})
            return redirect("profiling:watch-list-show", pk)
        except Refused as refused:
            form.add_error("value", refused.message)
    return _list_page(request, the_list, form, UploadForm(), status=422)


@may("edit_watch_lists")
@require_POST
def upload(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """Put a file's rows in; the answer is a report of what went in and what stayed out, row by row."""
    the_list, form = _visible(request, pk), UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _list_page(request, the_list, EntryForm(), form, status=422)
    done = import_entries(the_list, request.user, form.cleaned_data["file"].read())
    if not done.problems:
        messages.success(request, _what_was_done(done))
        return redirect("profiling:watch-list-show", pk)
    shown = {
        "list": the_list,
        "done": done,
        "problems": done.problems[:PROBLEMS_SHOWN],
        "hidden": max(len(done.problems) - PROBLEMS_SHOWN, 0),
    }
    return render(request, "profiling/watch_lists/report.html", shown)


@may("edit_watch_lists", "govern_shared")
@require_POST
def switch(request: OfficerRequest, pk: UUID) -> HttpResponse:
    the_list = _visible(request, pk)
    _must_edit(request, the_list)
    try:
        switch_list(the_list, request.user, is_active="on" in request.POST, reason=request.POST.get("reason", ""))
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("profiling:watch-list-show", pk)


@may("edit_watch_lists", "govern_shared")
@require_POST
def end(request: OfficerRequest, pk: UUID) -> HttpResponse:
    entries = WatchListEntry.objects.visible_to(request.user).select_related("watch_list")
    entry = get_object_or_404(entries, pk=pk)
    _must_edit(request, entry.watch_list)
    try:
        end_entry(entry, request.user, request.POST.get("reason", ""))
        messages.success(request, _("“%(value)s” is off the list.") % {"value": entry.value})
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("profiling:watch-list-show", entry.watch_list_id)


@may("read_watch_lists")
def look_up_page(request: OfficerRequest) -> HttpResponse:
    """Is it the same one?"""
    text = request.GET.get("name", "").strip()[:300]
    shown = {
        "text": text,
        "found": look_up(text, request.user) if text else [],
        "match_from": settings.SCREENING_MATCH_FROM,
        "look_from": settings.SCREENING_POSSIBLE_FROM,
    }
    return render(request, "profiling/watch_lists/look_up.html", shown)


def _visible(request: OfficerRequest, pk: UUID) -> WatchList:
    return get_object_or_404(WatchList.objects.visible_to(request.user).select_related("unit"), pk=pk)


def _must_edit(request: OfficerRequest, the_list: WatchList) -> None:
    """Keep out who neither edits lists nor has the say over this one."""
    if not request.user.may("edit_watch_lists") and not may_switch(the_list, request.user):
        raise PermissionDenied(WHO_TO_ASK)


def _list_page(
    request: OfficerRequest, the_list: WatchList, entry_form: EntryForm, upload_form: UploadForm, status: int = 200
) -> HttpResponse:
    text, ended = request.GET.get("entry", "").strip()[:100], "ended" in request.GET
    entries = the_list.entries.exclude(ended_at=None) if ended else the_list.entries.live()
    if text:
        entries = entries.bearing(text)
    page = Paginator(entries.select_related("added_by"), ENTRIES_A_PAGE).get_page(request.GET.get("page"))
    counted = WatchListEntry.objects.with_match_counts().in_bulk([entry.pk for entry in page])
    shown = {
        "list": the_list,
        "page": page,
        "rows": [(entry, counted[entry.pk]) for entry in page],
        "text": text,
        "ended": ended,
        "entry_form": entry_form,
        "upload_form": upload_form,
        "may_edit": request.user.may("edit_watch_lists"),
        "may_switch": may_switch(the_list, request.user),
        "takes_published": the_list.kind in PUBLISHED_KINDS,
        "waiting": the_list.imports.filter(state=ImportState.READ).first(),
        "events": the_list.events().select_related("actor")[:EVENTS_SHOWN],
    }
    return render(request, "profiling/watch_lists/show.html", shown, status=status)


def _what_was_done(done: Imported) -> str:
    added = ngettext("%(count)s entry added", "%(count)s entries added", done.added) % {"count": done.added}
    known = ngettext("%(count)s was listed already", "%(count)s were listed already", done.known) % {
        "count": done.known
    }
    if done.rounds is None:
        rounds = _("the cases of the last days are being compared")
    else:
        rounds = ngettext("%(count)s case is assessed anew", "%(count)s cases are assessed anew", done.rounds)
        rounds %= {"count": done.rounds}
    return f"{added}, {known}, {rounds}."
