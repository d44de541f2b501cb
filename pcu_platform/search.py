"""The search over everything: a page of grouped results, and the same results under the search box while one types."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from consignments.access import OfficerRequest, may
from pcu_platform.context import places_of
from profiling.finding import Group, Hit, find

ON_THE_PAGE, WHILE_TYPING = 20, 5
TITLES: dict[str, Promise] = {
    "consignments": _("Consignments"),
    "boxes": _("Containers, trailers, wagons"),
    "vehicles": _("Vehicles"),
    "seals": _("Seals"),
    "parties": _("Parties"),
    "profiles": _("Profiles"),
}
WHY: dict[str, Promise] = {
    "reference": _("our reference"),
    "document_number": _("document number"),
    "number": _("number"),
    "name": _("name"),
    "identifier": _("tax number"),
    "code": _("code"),
    "title": _("title"),
}
PAGE_OF = {
    "consignments": "profiling:consignment-show",
    "seals": "profiling:consignment-show",
    "parties": "profiling:party-show",
    "profiles": "profiling:profile-show",
    "boxes": "seizures:box-show",
    "vehicles": "seizures:box-show",
}
CHECK_DIGIT: dict[str, Promise] = {
    "valid": _("check digit right"),
    "check_digit": _("check digit wrong"),
    "category": _("no container number by ISO 6346"),
    "form": _("no container number by ISO 6346"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A group with its title, and its hits with what matched in words."""

    title: Promise
    group: Group
    hits: list[dict[str, Any]]


@may("read_cases")
@require_safe
@never_cache
def show(request: OfficerRequest) -> HttpResponse:
    """`?q=`; `?typing` asks for the few lines under the search box."""
    typing, officer = "typing" in request.GET, request.user
    text = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    found = find(text, officer, WHILE_TYPING if typing else ON_THE_PAGE)
    shown = {
        "text": text,
        "found": [told(group) for group in found],
        "pages": pages_named(request, text),
        "typing": typing,
        "decides": officer.may("decide"),
    }
    return render(request, "pcu_platform/search/_found.html" if typing else "pcu_platform/search/search.html", shown)


def told(group: Group) -> Shown:
    hits = [
        {"hit": hit, "path": path_of(group, hit), "why": WHY[hit.why], "said": CHECK_DIGIT.get(hit.told, "")}
        for hit in group.hits
    ]
    return Shown(TITLES[group.kind], group, hits)


def path_of(group: Group, hit: Hit) -> str:
    return reverse(PAGE_OF[group.kind], args=[hit.key])


def pages_named(request: HttpRequest, text: str) -> list[dict[str, Any]]:
    """The main pages that the officer may open and whose name, in the language of the page, has the text."""
    if not text:
        return []
    return [
        {"path": place.path, "label": place.label}
        for place in places_of(request.user)
        if text.casefold() in str(place.label).casefold()
    ]
