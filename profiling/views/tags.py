"""Tags on a consignment: put on with a reason, taken off with a reason; each opens a new round."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consignments.access import OfficerRequest, may
from consignments.models import Consignment
from consignments.refusing import Refused
from profiling.models import CaseTag

MAY_TAG = ("decide", "examine")


@require_POST
@may(*MAY_TAG)
def put_on(request: OfficerRequest, pk: UUID) -> HttpResponse:
    consignment = get_object_or_404(Consignment.objects.filter(unit_id=request.user.unit_id), pk=pk)
    try:
        CaseTag.put_on(consignment, request.POST.get("kind", ""), request.POST.get("reason", ""), request.user)
        messages.success(request, _("The tag was put on; the consignment is looked at again."))
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("profiling:consignment-show", consignment.pk)


@require_POST
@may(*MAY_TAG)
def take_off(request: OfficerRequest, pk: UUID) -> HttpResponse:
    tag = get_object_or_404(CaseTag.objects.filter(consignment__unit_id=request.user.unit_id), pk=pk)
    try:
        tag.take_off(request.user, request.POST.get("reason", ""))
        messages.success(request, _("The tag was taken off; the consignment is looked at again."))
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("profiling:consignment-show", tag.consignment_id)


def may_tag(consignment: Consignment, officer: Any) -> bool:
    return consignment.unit_id == officer.unit_id and any(officer.may(verb) for verb in MAY_TAG)
