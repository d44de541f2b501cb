"""Gathers what came before one consignment: similar ones with their outcomes, and what its parties did."""

from datetime import datetime
from typing import Any
from uuid import UUID

from consignments.models import ConsignmentParty
from profiling.models import Assessment
from profiling.presenting.party_past_lines import PartyPastLine, past_line
from profiling.presenting.similar_lines import SimilarPast, chosen, similar_past
from profiling.reading.party_past import pasts_of
from profiling.reading.similar import similar_to


def similar_of(revision_id: UUID, officer: Any, now: datetime) -> SimilarPast | None:
    """Gather those alike; of other units only their number."""
    unit_id = None if officer.may("read_all_units") else officer.unit_id
    found = list(similar_to(revision_id))
    shown = [each.revision_id for each in chosen(found, unit_id)]
    if not shown:
        return similar_past(found, unit_id, {}, {}, now)
    rounds = {
        each.revision_id: each
        for each in Assessment.objects.filter(revision__in=shown).select_related("consignment").order_by("round")
    }
    consignees = {
        party.revision_id: party.name
        for party in ConsignmentParty.objects.filter(revision__in=shown, role="consignee").order_by("-pk")
    }
    return similar_past(found, unit_id, rounds, consignees, now)


def party_pasts_of(revision_id: UUID, now: datetime) -> dict[str, PartyPastLine]:
    """Gather the past of consignee, consignor and carrier, by role. Counts and routes only: no document of anybody."""
    return {role: past_line(past, now) for role, past in pasts_of(revision_id).items()}
