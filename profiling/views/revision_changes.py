"""The page of what changed between any two revisions of a consignment: what, when, by whom."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from consignments.access import OfficerRequest, may
from consignments.models import Consignment, ConsignmentRevision
from profiling.presenting.differences import differences


@may("read_cases")
@require_safe
def show(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """`?before=1&after=3`; the revision in force against the one before it where none are chosen."""
    consignment = get_object_or_404(Consignment.objects.visible_to(request.user), pk=pk)
    revisions = list(
        consignment.revisions.select_related("manifest", "submission__source", "submission__submitted_by")
        .defer("submission__raw")
        .order_by("number")
    )
    after = _chosen(revisions, request.GET.get("after"), revisions[-1])
    before = _chosen(revisions, request.GET.get("before"), revisions[max(revisions.index(after) - 1, 0)])
    older, newer = (_with_lines(each) for each in (before, after))
    shown = {
        "consignment": consignment,
        "revisions": revisions,
        "before": before,
        "after": after,
        "changes": differences(older, newer, most=None),
    }
    return render(request, "profiling/consignment/changes.html", shown)


def _chosen(revisions: list[ConsignmentRevision], asked: str | None, otherwise: ConsignmentRevision):
    return next((each for each in revisions if str(each.number) == asked), otherwise)


def _with_lines(revision: ConsignmentRevision) -> ConsignmentRevision:
    fetched = ConsignmentRevision.objects.select_related("manifest")
    return fetched.prefetch_related("parties", "goods", "equipment", "documents").get(pk=revision.pk)
