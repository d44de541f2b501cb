"""Gathers the documents of one consignment for its page: side by side, and each supporting document by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from consignments.models import ConsignmentRevision, SupportingDocument
from profiling.facts.papers import NOT_COMPARED, of_consignment, of_paper, of_sightings
from profiling.presenting.side_by_side import SideBySide, side_by_side
from profiling.reading.circumstances import circumstances_of
from profiling.reading.history import Asked
from profiling.reading.journeys import same_journey
from profiling.reading.papers import known_line, known_paper
from profiling.reading.records import known_consignments
from profiling.reading.sightings import sightings_of


@dataclass(frozen=True, slots=True)
class PapersFile:
    """table: None while there is one document only. supporting: those in force, oldest first."""

    table: SideBySide | None
    supporting: Sequence[SupportingDocument]


def papers_file(revision: ConsignmentRevision, now: datetime) -> PapersFile:
    """Gather the documents; the revision comes with consignment and manifest selected."""
    known = known_consignments([revision])[revision.pk]
    documents = list(
        SupportingDocument.objects.in_force()
        .filter(consignment=revision.consignment_id)
        .select_related("entered_by")
        .prefetch_related("goods")
    )
    others = same_journey([(revision, known)], now).get(revision.pk, [])
    papers = [of_consignment(known), *(of_consignment(other) for _revision, other in others)]
    addresses = {
        place: reverse("profiling:consignment-show", args=[other.consignment_id])
        for place, (other, _known) in enumerate(others, start=1)
    }
    papers += [
        of_paper(known_paper(document, [known_line(line) for line in document.goods.all()]))
        for document in documents
        if document.kind not in NOT_COMPARED
    ]
    # What another unit read is counted on the page and not shown.
    seen = [each for each in sightings_of([Asked(revision.pk, now)]).get(revision.pk, []) if each.is_ours]
    papers += filter(None, [of_sightings(seen)])
    return PapersFile(side_by_side(papers, circumstances_of(now), addresses), documents)
