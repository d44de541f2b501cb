"""Readings of containers, wagons and vehicles, latest first, found by number or by the document that brought them."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from consignments.access import OfficerRequest, may
from consignments.keys.identifiers import number_key
from consignments.models import Observation, Submission

ROWS = 60
SHORTEST_NUMBER = 3  # of which an index of trigrams can find something
LONGEST_NUMBER = 40


@may("read_cases")
@require_safe
def list_observations(request: OfficerRequest) -> HttpResponse:
    """`?number=` narrows down to numbers that contain it (three characters or more), `?submission=` to one document."""
    seen = Observation.objects.visible_to(request.user).select_related("post", "source", "unit")
    number = request.GET.get("number", "").strip()[:LONGEST_NUMBER]
    key = number_key(number)
    is_too_short = bool(number) and len(key) < SHORTEST_NUMBER
    if key and not is_too_short:
        seen = seen.filter(number_key__contains=key)
    brought_by = _submission(request)
    if brought_by is not None:
        seen = seen.filter(submission=brought_by)
    page = Paginator(seen.order_by("-seen_at", "id"), ROWS).get_page(request.GET.get("page"))
    return render(
        request,
        "consignments/observations.html",
        {"page": page, "number": number, "is_too_short": is_too_short, "brought_by": brought_by},
    )


def _submission(request: OfficerRequest) -> Any:
    try:
        pk = UUID(request.GET.get("submission", ""))
    except ValueError:
        return None
    return Submission.objects.visible_to(request.user).without_raw().filter(pk=pk).first()
