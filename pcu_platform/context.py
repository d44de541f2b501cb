"""What the frame of every page shows: the places an officer may go to, the unit, and whether the data is synthetic."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language_info, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from pcu_platform.models import PlatformState
from profiling.models import Mention


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the main navigation; whoever may do one of `verbs` sees it, but for whom a fuller one is there."""

    path: str
    label: Any
    verbs: tuple[str, ...]
    but_for: str = ""
    also: tuple[str, ...] = ()  # where else it is the current place


PLACES = [
    Place("/queue/", _("Queue"), ("decide",)),
    Place("/equipment/", _("Containers and trucks"), ("read_profiles",)),
    Place("/consignments/", _("Consignments"), ("read_cases",)),
    Place("/holds/", pgettext_lazy("navigation", "Hold list"), ("hold_list",)),
    Place("/intake/", _("Intake"), ("submit_documents", "see_submissions")),
    Place("/examinations/", _("Examinations"), ("read_cases",)),
    Place("/seizures/", _("Seizures"), ("read_cases",)),
    Place("/profiles/", _("Profiles"), ("read_profiles",)),
    Place("/watch-lists/", pgettext_lazy("navigation", "Watch lists"), ("read_watch_lists",)),
    Place("/warnings/", _("Warnings"), ("read_watch_lists",)),
    Place("/registers/", _("Registers"), ("feed_registers",)),
    Place("/dashboard/", _("Figures"), ("read_dashboard",), also=("/figures/", "/reports/")),
    Place("/figures/", _("Figures"), ("read_figures",), but_for="read_dashboard"),
    Place("/officers/", _("Officers"), ("manage_officers",)),
]
IN_THE_BAR = 7  # of an officer with more than eight places, these stand in the bar; the others behind "More"
LANGUAGES = [(code, get_language_info(code)["name_local"].capitalize()) for code, _name in settings.LANGUAGES]


def places_of(officer: Any) -> list[Place]:
    """The places an officer may go to."""
    return [
        place
        for place in PLACES
        if any(officer.may(verb) for verb in place.verbs) and not (place.but_for and officer.may(place.but_for))
    ]


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return `demo_data`, `languages` and, for a signed-in officer, `unit`, `places`, `more_places`, `may_search`…"""
    shown: dict[str, Any] = {
        "demo_data": PlatformState.objects.filter(key="demo").exists(),
        "languages": LANGUAGES,
    }
    officer = getattr(request, "user", None)
    if officer is None or not officer.is_authenticated:
        return shown
    places = [
        {"path": place.path, "label": place.label, "is_current": request.path.startswith((place.path, *place.also))}
        for place in places_of(officer)
    ]
    first, rest = (places[:IN_THE_BAR], places[IN_THE_BAR:]) if len(places) > IN_THE_BAR + 1 else (places, [])
    return shown | {
        "unit": officer.unit,
        "places": first + [place for place in rest if place["is_current"]],
        "more_places": [place for place in rest if not place["is_current"]],
        "may_be_mentioned": officer.may("decide") or officer.may("examine"),
        # Counted where a page shows its top bar, and nowhere else.
        "unseen_mentions": lambda: Mention.objects.of(officer).unseen().counted(),
        "may_search": officer.may("read_cases"),
        "search_text": request.GET.get("q", ""),
    }
