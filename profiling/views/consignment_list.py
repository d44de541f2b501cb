"""All consignments of the unit in whatever state, newest first, and the search box over them."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from consignments.access import OfficerRequest, may
from consignments.models import Consignment, Movement
from profiling.consignment_rows import consignment_rows
from profiling.models import Assessment, State
from profiling.searching import Found, find_consignments

ROWS = 60
# Nobody turns two hundred pages; counting a million rows to say how many there are would cost each visitor a second.
COUNTED_UP_TO = 10_000


@dataclass(frozen=True, slots=True)
class Asked:
    text: str
    state: str
    movement: str

    @classmethod
    def by(cls, request: OfficerRequest) -> "Asked":
        state, movement = request.GET.get("state", ""), request.GET.get("movement", "")
        return cls(
            text=request.GET.get("q", "").strip()[:100],
            state=state if state in State.values else "",
            movement=movement if movement in Movement.values else "",
        )


@may("read_cases")
@require_safe
@never_cache
def show(request: OfficerRequest) -> HttpResponse:
    asked = Asked.by(request)
    found = find_consignments(asked.text, request.user) if asked.text else None
    page = Pages(asked_for(request.user, asked, found)).get_page(request.GET.get("page"))
    return render(
        request,
        "profiling/consignment/list.html",
        {
            "page": page,
            "rows": consignment_rows(page.object_list, timezone.now()),
            "asked": asked,
            "found": found,
            "states": State.choices,
            "movements": Movement.choices,
            "counted_up_to": COUNTED_UP_TO,
        },
    )


def asked_for(officer, asked: Asked, found: Found | None) -> QuerySet[Consignment]:
    consignments = Consignment.objects.visible_to(officer).order_by("-first_known_at", "-id")
    if found is not None:
        consignments = consignments.filter(pk__in=found.ids)
    if asked.movement:
        consignments = consignments.filter(movement=asked.movement)
    if asked.state:
        # A superseded round says nothing of where the consignment stands, unless it is asked for.
        consignments = consignments.filter(
            Exists(Assessment.objects.filter(consignment=OuterRef("pk"), state=asked.state))
        )
    return consignments


class Pages(Paginator):
    """Pages whose number is counted up to a limit."""

    def __init__(self, consignments: QuerySet[Consignment]):
        super().__init__(consignments, ROWS)
        self._counted = consignments.order_by()[:COUNTED_UP_TO]

    @cached_property
    def count(self) -> int:
        return self._counted.count()
