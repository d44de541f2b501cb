"""The page of one container, trailer, wagon or truck: what shares it, who saw it, whether it was opened."""

from datetime import datetime

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from consignments.access import OfficerRequest, may
from consignments.keys.identifiers import number_key
from profiling.presenting.pages_of_pieces import page_of_piece
from profiling.views.decision_form import DecisionForm
from profiling.views.undo import Undo
from seizures.boxes.checks import checks_of_box
from seizures.boxes.file import BoxFile, box_file
from seizures.boxes.page import box_head, box_weights, examined_now, inside, journey_lines, reading_lines
from seizures.boxes.seal_lines import seals_of


@may("read_cases", "hold_list")
@require_safe
@never_cache
def show(request: OfficerRequest, key: str) -> HttpResponse:
    """key: a number in any writing; `?at=` another of its journeys. Lanes and reasons are for the desk only."""
    if key != number_key(key):
        return redirect(page_of_piece(key) or "/")
    file = box_file(key, moment_asked_for(request), request.user)
    if file is None:
        raise Http404(_("No document of your unit names this number."))
    now = timezone.now()
    rows = inside(file)
    shown = {
        "file": file,
        "head": box_head(file, now),
        "rows": rows,
        "hidden": len(file.call.aboard) - len(rows),
        "weights": box_weights(file),
        "seals": seals_of(file, examined_now(file), now),
        "examined_now": examined_now(file),
        "readings": reading_lines(file, now),
        "journeys": journey_lines(file, now),
        "shows_risk": request.user.may("read_profiles"),
        "to_examine": next((row for row in rows if row.is_on_hold), None) if request.user.may("examine") else None,
        "undo": Undo.of(request.session),
        "now": now,
    }
    return render(request, "seizures/boxes/show.html", shown | _for_the_desk(request, file, rows))


def _for_the_desk(request: OfficerRequest, file: BoxFile, rows: list) -> dict:
    """What tells of risk: the checks, and the form to decide."""
    if not request.user.may("read_profiles"):
        return {}
    to_decide = [row for row in rows if row.may_be_decided] if request.user.may("decide") else []
    waiting = [row for row in to_decide if row.tone == "yellow"]
    return {
        "checks": checks_of_box(file.cases[0].assessment),
        "to_decide": to_decide,
        "waiting": waiting,
        "form": DecisionForm(),
    }


def moment_asked_for(request: OfficerRequest) -> datetime | None:
    """`at`, in the post's own time; None for what is no moment."""
    try:
        moment = parse_datetime(request.GET.get("at", ""))
    except ValueError:
        return None
    if moment is None:
        return None
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)
