"""What stands beside the editor while somebody types: the reading, the mistakes, and the counts over the history."""

import hashlib
import json
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from consignments.access import OfficerRequest, may
from consignments.models import record
from profiling.conditions.definition import ProfileDefinition
from profiling.editing import VersionForms, VersionJson
from profiling.measuring import Period, random_baseline
from profiling.presenting.day_chart import day_chart
from profiling.presenting.draft_reading import reading_of, reading_of_definition
from profiling.presenting.rate_charts import top_of
from profiling.previewing import Preview, Superseded, TookTooLong, preview
from profiling.reference.hs import find_codes
from profiling.reference.named_lists import NAMED_LISTS

PREVIEWED_DAYS = {30: _("30 days"), 90: _("90 days"), 365: _("12 months")}
USUAL_DAYS = 90
DIGITS = {"hs_chapter": 2, "hs4": 4, "hs6": 6}


@may("draft_profiles")
@require_POST
def count(request: OfficerRequest) -> HttpResponse:
    """Read the form as it stands; nothing is saved."""
    forms = VersionJson.sent(request.POST) if "json-definition" in request.POST else VersionForms.sent(request.POST)
    try:
        shown = shown_preview(request, forms)
    except Superseded:
        return HttpResponse(status=204)
    return render(request, "profiling/profiles/editor/_preview.html", shown)


@may("draft_profiles")
@require_GET
def find(request: OfficerRequest) -> HttpResponse:
    """Options for a field in which a code of the nomenclature is typed."""
    digits = DIGITS.get(request.GET.get("of", ""), 6)
    typed = next((str(value) for name, value in request.GET.items() if name != "of"), "")[:80]
    shown = {"codes": find_codes(typed, digits), "lists": [each for each in NAMED_LISTS.values() if each.of == digits]}
    return render(request, "profiling/profiles/editor/_codes.html", shown)


def shown_preview(request: OfficerRequest, forms: VersionForms | VersionJson) -> dict[str, Any]:
    """Return all that `_preview.html` is given; raises Superseded when a later question has come."""
    definition, faults = forms.read()
    shown: dict[str, Any] = {"previewed": True, "may_count_others": request.user.unit_id is not None}
    if isinstance(forms, VersionForms):
        if not forms.marks:
            forms.show(faults)
        shown["reading"] = reading_of(forms.draft)
        shown["faults"] = [(f"id_{name}", text) for name, texts in forms.marks.items() for text in texts]
        shown["faults"] += [(forms.rule[n].auto_id if n in forms.rule.fields else "", text)
                            for n, texts in forms.rule.errors.items() for text in texts]  # fmt: skip
    else:
        shown["reading"] = reading_of_definition(definition) if definition else None
        shown["faults"] = [("id_json-definition", f"{fault.path}: {fault.problem} {fault.remedy}") for fault in faults]
    return shown | (_counted(request, definition) if definition else {})


def _counted(request: OfficerRequest, definition: ProfileDefinition) -> dict[str, Any]:
    asked = request.POST.get("preview-days", "")
    days = int(asked) if asked.isdecimal() and int(asked) in PREVIEWED_DAYS else USUAL_DAYS
    unit = request.user.unit
    period, with_others = Period.last_days(days), "preview-others" in request.POST and unit is not None
    try:
        found = preview(definition, period, unit, asker=_asker(request), with_others=with_others)
    except TookTooLong:
        return {"took_too_long": True}
    if with_others:
        _log(request, definition, days, found)
    baseline = random_baseline(unit, period).rate
    last = timezone.localtime(period.ends_at).date()
    return {
        "found": found,
        "baseline": baseline,
        "top": top_of([found.rate, baseline]),
        "chart": day_chart(found.days, timezone.localtime(period.starts_at).date(), last),
        "capacity": _capacity(unit),
        "days_label": PREVIEWED_DAYS[days],
    }


def _capacity(unit) -> int | None:
    """Examinations a day that the unit's posts can do; None where no post says so."""
    stated = [post.daily_capacity for post in unit.posts.all() if post.daily_capacity is not None] if unit else []
    return sum(stated) if stated else None


def _asker(request: OfficerRequest) -> str:
    page = request.POST.get("page", "")[:16]
    return f"{UUID(str(request.user.pk)).hex}:{page if page.isascii() and page.isalnum() else ''}"


def _log(request: OfficerRequest, definition: ProfileDefinition, days: int, found: Preview) -> None:
    """Other units' history was counted: with which condition, over how long, and what was told."""
    text = json.dumps(definition.as_json(), ensure_ascii=False, sort_keys=True)
    told = {"definition_sha256": hashlib.sha256(text.encode()).hexdigest(), "days": days, "told": found.others}
    record("profile_preview", request.user.pk, "counted_other_units", actor=request.user, after=told)
