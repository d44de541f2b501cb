"""The examination a page is about: of the officer's own unit, 404 for another's; and the request of an officer."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from profiling.models import Assessment
from seizures.models import Examination


class OfficerRequest(HttpRequest):
    """A request behind `may`: its user is an officer; htmx says whether the page's script asked."""

    user: Any
    htmx: Any


def examination_of(request: OfficerRequest, pk: UUID) -> Examination:
    found = Examination.objects.visible_to(request.user).select_related("unit", "post", "examiner", "closed_by")
    return get_object_or_404(found, pk=pk)


def assessment_of(request: OfficerRequest, pk: UUID) -> Assessment:
    found = Assessment.objects.visible_to(request.user).select_related("consignment", "revision__manifest", "post")
    return get_object_or_404(found, pk=pk)
