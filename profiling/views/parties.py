"""The page of a party: how it was stated, what it moved and what came of it, and what it is linked with."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from consignments.access import OfficerRequest, may
from consignments.models import Party, record
from profiling.party_file import party_file
from profiling.presenting.graph_drawing import drawn_graph
from profiling.presenting.party_page import party_page
from profiling.reading.link_graph import graph_of_party


@may("read_cases")
@require_safe
@never_cache
def show(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """A party that a document of the officer's unit names; every look at one is written into the log."""
    party = get_object_or_404(Party, pk=pk)
    file = party_file(party, request.user)
    if file is None:
        raise Http404(_("No document of your unit names this party."))
    record("party", party.pk, "party_read", actor=request.user, after={"consignments": len(file.consignments)})
    unit_id = None if request.user.may("read_all_units") else request.user.unit_id
    return render(
        request,
        "profiling/parties/show.html",
        {
            "file": file,
            "page": party_page(file),
            "graph": drawn_graph(graph_of_party(party.pk, unit_id)),
            "reads_lists": request.user.may("read_watch_lists"),
        },
    )
