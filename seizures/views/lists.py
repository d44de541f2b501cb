"""The examiner's list: what is on hold and to be examined, what is open, what was closed."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from consignments.access import may
from profiling.models import Assessment
from seizures.due import to_be_examined, with_due_rows
from seizures.filters import posts_of
from seizures.models import Examination
from seizures.presenting.list_rows import due_row, examination_row

from .finding import OfficerRequest

PAGE = 60


@may("read_cases")
def examinations(request: OfficerRequest) -> HttpResponse:
    """?show=due|open|closed, ?post=CODE, ?mine=1."""
    post, officer, now = request.GET.get("post", ""), request.user, timezone.now()
    due = to_be_examined(Assessment.objects.visible_to(officer).filter(**({"post__code": post} if post else {})))
    made = Examination.objects.visible_to(officer).filter(**({"post__code": post} if post else {}))
    if mine := request.GET.get("mine") == "1":
        made, due = made.filter(examiner=officer), due.filter(examiner=officer)
    lists = {"due": due, "open": made.open(), "closed": made.closed().order_by("-closed_at")}
    show = request.GET.get("show", "")
    show = show if show in lists else "due"
    page = Paginator(_with_rows(lists[show], show), PAGE).get_page(request.GET.get("page"))
    row = due_row if show == "due" else examination_row
    return render(
        request,
        "seizures/examination_list.html",
        {
            "show": show,
            "counts": {name: found.count() for name, found in lists.items()},
            "page": page,
            "rows": [row(found, now) for found in page],
            "posts": posts_of(officer),
            "post": post,
            "mine": mine,
            "may_examine": officer.may("examine"),
        },
    )


def _with_rows(found, show: str):
    if show == "due":
        return with_due_rows(found)
    return found.select_related("post", "examiner").prefetch_related("examined__assessment__consignment")
