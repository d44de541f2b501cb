"""Reads all that is known of consignments: what they state, their papers, the other documents of their journey."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from consignments.models import ConsignmentRevision
from profiling.facts.known import KnownConsignment
from profiling.reading.journeys import same_journey
from profiling.reading.papers import papers_of
from profiling.reading.records import known_consignments


def known_with_papers(revisions: Sequence[ConsignmentRevision], now: datetime) -> dict[UUID, KnownConsignment]:
    """Return what the records say of each revision (with consignment and manifest selected), by revision id."""
    known = known_consignments(revisions)
    papers = papers_of(revision.consignment_id for revision in revisions)
    journeys = same_journey([(revision, known[revision.pk]) for revision in revisions], now)
    return {
        revision.pk: replace(
            known[revision.pk],
            papers=papers.get(revision.consignment_id, ()),
            same_journey=tuple(other for _revision, other in journeys.get(revision.pk, ())),
        )
        for revision in revisions
    }
