"""Coming on duty at a post and leaving it: whom the draw of examiners may choose."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consignments.access import OfficerRequest, may
from consignments.models import CustomsPost
from profiling.models import Duty
from profiling.views.answering import page_to_return_to


@may("examine")
@require_POST
def begin(request: OfficerRequest) -> HttpResponse:
    """At a post of the officer's unit; 404 for another's."""
    post = get_object_or_404(CustomsPost, unit=request.user.unit_id, code=request.POST.get("post", ""))
    Duty.objects.begin(request.user, post)
    messages.success(request, _("You are on duty at %(post)s.") % {"post": post})
    return redirect(page_to_return_to(request, "/holds/"))


@may("examine")
@require_POST
def end(request: OfficerRequest) -> HttpResponse:
    Duty.objects.end(request.user)
    messages.success(request, _("You are off duty."))
    return redirect(page_to_return_to(request, "/holds/"))
