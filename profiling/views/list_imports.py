"""The pages of published lists: the file in, the difference shown, applied or set aside."""

from collections.abc import Callable
from typing import BinaryIO, cast
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from consignments.access import OfficerRequest, may
from consignments.refusing import Refused
from profiling.models import Change, ImportState, ListImport, WatchList
from profiling.watching.importing import apply, read_published, set_aside
from profiling.watching.published.layouts import ListFileGiven

LINES_A_PAGE = 50
# So much of a list goes at once only if the file was cut, or was another list's.
SUSPICIOUS_SHARE_GONE = 0.2


@may("edit_watch_lists")
@require_POST
def read(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """Read the files and go on to the difference."""
    the_list = get_object_or_404(WatchList.objects.visible_to(request.user), pk=pk)
    files = [file for file in request.FILES.getlist("files") if file.name]
    try:
        if not files:
            raise Refused("no_file", _("Choose the file."))
        if sum(file.size or 0 for file in files) > settings.MAX_DOCUMENT_BYTES:
            raise Refused("too_large", _("The file is too large for the page; the command line takes it."))
        made = read_published(
            the_list, request.user, [ListFileGiven(str(file.name), cast(BinaryIO, file.file)) for file in files]
        )
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect("profiling:watch-list-show", pk)
    return redirect("profiling:list-import-show", made.pk)


@may("read_watch_lists")
def show(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """What is new, changed and gone; a line of the difference a row."""
    one = _visible(request, pk)
    change = request.GET.get("change", "")
    staged = one.staged.filter(change=change) if change in Change.values else one.staged.all()
    page = Paginator(staged.order_by("change", "value", "id"), LINES_A_PAGE).get_page(request.GET.get("page"))
    live = one.watch_list.entries.live().exclude(source_id="").count()
    shown = {
        "one": one,
        "list": one.watch_list,
        "page": page,
        "change": change,
        "changes": Change.choices,
        "looks_cut": one.gone_count > live * SUSPICIOUS_SHARE_GONE,
        "may_settle": one.state == ImportState.READ and request.user.may("edit_watch_lists"),
        "hidden_problems": max(one.problem_count - len(one.problems), 0),
    }
    return render(request, "profiling/watch_lists/import.html", shown)


@may("edit_watch_lists")
@require_POST
def settle(request: OfficerRequest, pk: UUID, verb: str) -> HttpResponse:
    """Apply the difference, or set it aside."""
    one = _visible(request, pk)
    try:
        messages.success(request, _VERBS[verb](one, request.user))
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect("profiling:list-import-show", pk)
    return redirect("profiling:watch-list-show", one.watch_list_id)


def _apply(one: ListImport, officer) -> str:
    rounds = apply(one, officer)
    if rounds is None:
        return _("The list is as published now; the cases of the last days are being compared.")
    told = ngettext("%(count)s case is assessed anew", "%(count)s cases are assessed anew", rounds)
    return _("The list is as published now; %(rounds)s.") % {"rounds": told % {"count": rounds}}


def _set_aside(one: ListImport, officer) -> str:
    set_aside(one, officer)
    return _("Set aside; the list is as it was.")


_VERBS: dict[str, Callable[[ListImport, OfficerRequest], str]] = {"apply": _apply, "set-aside": _set_aside}


def _visible(request: OfficerRequest, pk: UUID) -> ListImport:
    lists = WatchList.objects.visible_to(request.user)
    return get_object_or_404(ListImport.objects.filter(watch_list__in=lists).select_related("watch_list"), pk=pk)
