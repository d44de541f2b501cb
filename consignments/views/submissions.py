"""What was handed in, and what became of it: the list, and one document with its problems."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from consignments.access import OfficerRequest, may
from consignments.forms import UploadForm
from consignments.mending import is_mendable
from consignments.models import Consignment, Status, Submission
from consignments.parsing.typed.papers import BY_KIND
from consignments.problem_report import reported
from consignments.progress import told
from consignments.querysets import SubmissionQuerySet
from consignments.receiving import SPREADSHEETS
from consignments.refusing import Refused

ROWS = 60
PROBLEM_ROWS = 100
SHOWN_CONSIGNMENTS = 60

# The tabs of the list: what each shows.
SHOWN = {
    "all": Q(),
    "interface": Q(source__client__isnull=False),
    "refused": Q(status__in=[Status.REJECTED, Status.PARTLY_REGISTERED, Status.QUARANTINED]),
    "waiting": Q(status=Status.RECEIVED),
}


@may("submit_documents", "see_submissions")
def list_submissions(request: OfficerRequest) -> HttpResponse:
    """All documents the officer may see, latest first, with the way to hand in more."""
    form = UploadForm(officer=request.user) if request.user.may("submit_documents") else None
    return render(request, "consignments/intake.html", {"form": form, **listed(request)})


@may("see_submissions")
def show_submission(request: OfficerRequest, pk: Any) -> HttpResponse:
    submission = get_object_or_404(_visible(request).select_related("mends").defer("mends__raw"), pk=pk)
    problems = submission.problems.order_by("position")
    if severity := request.GET.get("severity"):
        problems = problems.filter(severity=severity)
    page = Paginator(problems, PROBLEM_ROWS).get_page(request.GET.get("page"))
    return render(
        request,
        "consignments/submission.html",
        {
            "submission": submission,
            "waits_behind": _waits_behind(submission),
            "progress": told(submission.pk) if submission.status == Status.RECEIVED else None,
            "problem_counts": _problem_counts(submission),
            "page": page,
            "problems": [reported(problem) for problem in page],
            "consignments": _consignments_of(submission, request.user),
            "may_tell_columns": may_tell_columns(submission, request.user),
            "may_confirm": submission.unit_id == request.user.unit_id and request.user.may("submit_documents"),
            "may_mend": may_mend(submission, request.user),
            "may_read_again": may_read_again(submission, request.user),
            "mended_by": Submission.objects.without_raw().filter(mends=submission).first(),
            "typed_again": BY_KIND.get(submission.document_kind) if request.user.may("submit_documents") else None,
        },
    )


@require_POST
@may("correct_records")
def read_again(request: OfficerRequest, pk: Any) -> HttpResponse:
    """Have a document of the unit read once more, for its parser was mended since."""
    of_the_unit = Submission.objects.without_raw().filter(unit_id=request.user.unit_id).with_earlier()
    submission = get_object_or_404(of_the_unit, pk=pk)
    try:
        submission.read_again(request.user)
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("consignments:submission-show", pk=submission.pk)


def listed(request: OfficerRequest) -> dict[str, Any]:
    """What the list shows: its page, the counts on the tabs, and whether something still waits."""
    seen = _visible(request)
    shown = request.GET.get("show", "all")
    rows = seen.filter(SHOWN.get(shown, SHOWN["all"])).annotate(problem_count=Count("problems"))
    return {
        "shown": shown if shown in SHOWN else "all",
        "page": Paginator(rows.order_by("-received_at"), ROWS).get_page(request.GET.get("page")),
        "counts": seen.filter(received_at__gte=_today()).aggregate(
            interface=Count("pk", filter=SHOWN["interface"]), refused=Count("pk", filter=SHOWN["refused"])
        ),
        "is_waiting": seen.waiting().exists(),
    }


def may_tell_columns(submission: Submission, officer: Any) -> bool:
    """The sheets of the unit's own sources; those of an integration client are the client's to mend."""
    is_own = submission.source.client_id is None and submission.unit_id == officer.unit_id
    return is_own and submission.content_type in SPREADSHEETS and officer.may("submit_documents")


def may_mend(submission: Submission, officer: Any) -> bool:
    is_own = submission.source.client_id is None and submission.unit_id == officer.unit_id
    return is_own and officer.may("submit_documents") and is_mendable(submission)


def may_read_again(submission: Submission, officer: Any) -> bool:
    """What is finished, by who may correct records; what came before is answered by the earlier document."""
    is_finished = submission.status != Status.RECEIVED and submission.same_bytes_as_id is None
    return is_finished and submission.unit_id == officer.unit_id and officer.may("correct_records")


def _visible(request: OfficerRequest) -> SubmissionQuerySet:
    seen = Submission.objects.visible_to(request.user).without_raw()
    return seen.select_related("source", "unit", "submitted_by")


def _today() -> Any:
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)


def _waits_behind(submission: Submission) -> int | None:
    """How many documents will be read before this one; None when it is done, or waits for a person."""
    if submission.status != Status.RECEIVED or submission.awaits_columns or submission.awaits_confirmation:
        return None
    return Submission.objects.waiting().filter(received_at__lt=submission.received_at).count()


def _problem_counts(submission: Submission) -> dict[str, int]:
    return {
        "all": submission.problems.count(),
        **dict(submission.problems.order_by().values_list("severity").annotate(Count("pk"))),
    }


def _consignments_of(submission: Submission, officer: Any) -> list[Consignment]:
    """The first consignments it registered, of those the officer may see."""
    if not officer.may("read_cases"):
        return []
    stated_by = submission.same_bytes_as or submission
    seen = Consignment.objects.visible_to(officer).filter(revisions__submission=stated_by).distinct()
    return list(seen.order_by("reference")[:SHOWN_CONSIGNMENTS])
