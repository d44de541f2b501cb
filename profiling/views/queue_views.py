"""Saving a view of the queue under a name, and renaming, sharing and removing one."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consignments.access import WHO_TO_ASK, OfficerRequest, may
from consignments.refusing import Refused
from profiling.models import SavedView
from profiling.queue_filters import QueueFilters
from profiling.views.answering import page_to_return_to


@may("decide")
@require_POST
def keep(request: OfficerRequest) -> HttpResponse:
    """Save what the queue shows; its address goes through the filters, so only what they know is kept."""
    filters = QueueFilters.from_address(request.POST.get("address", "")[:2000])
    try:
        view = SavedView.objects.keep(request.user, request.POST.get("name", ""), filters.address)
        if request.POST.get("shared") and request.user.may("share_views"):
            view.share(True)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect(page_to_return_to(request, reverse("profiling:queue-show")))
    messages.success(request, _("View “%(name)s” saved.") % {"name": view.name})
    return redirect(f"{reverse('profiling:queue-show')}?{view.address}")


@may("decide")
@require_POST
def change(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """verb: rename, share, unshare or remove; 404 for a view that is neither the officer's nor theirs to govern."""
    view = get_object_or_404(SavedView.objects.governed_by(request.user), pk=pk)
    verb = request.POST.get("verb", "")
    if verb in ("share", "unshare") and not request.user.may("share_views"):
        raise PermissionDenied(WHO_TO_ASK)
    try:
        if verb == "rename":
            view.rename(request.POST.get("name", ""))
        elif verb == "remove":
            view.delete()
        elif verb in ("share", "unshare"):
            view.share(verb == "share")
        else:
            return HttpResponse(status=400)
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect(page_to_return_to(request, reverse("profiling:queue-show")))
