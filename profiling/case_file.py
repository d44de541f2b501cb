"""Gathers what the page of one consignment shows: its rounds, revisions, log, what shares its box."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from consignments.models import CaseEvent, Consignment, ConsignmentRevision
from profiling.listing import ROW_RELATIONS
from profiling.measuring.performance import Performance, performances_of_versions
from profiling.measuring.periods import Period
from profiling.models import Assessment, ProfileVersion

LINES = 200  # goods lines or pieces of equipment shown; the original document has the rest
EVENTS = 100
RATES_OVER_DAYS = 365


@dataclass(frozen=True, slots=True)
class CaseFile:
    """assessment: the round looked at, None while the first is due."""

    consignment: Consignment
    revision: ConsignmentRevision
    assessment: Assessment | None
    rounds: list[Assessment]
    revisions: list[ConsignmentRevision]
    siblings: list[Assessment]
    hidden_siblings: int
    events: list[CaseEvent]

    @property
    def is_latest_round(self) -> bool:
        return bool(self.assessment) and self.assessment == self.rounds[0]

    @property
    def is_quarantined(self) -> bool:
        """Its round killed the worker so often that nobody tries again by itself."""
        return self.revision.round_due is not None and self.revision.round_attempts >= settings.MAX_ATTEMPTS


def case_file(consignment: Consignment, officer, round_id: UUID | None = None) -> CaseFile:
    """Gather the file; round_id: an older round to look at, ignored if it is not of this consignment."""
    rounds = list(
        Assessment.objects.filter(consignment=consignment)
        .select_related(*ROW_RELATIONS, "profile_set", "decided_by")
        .order_by("-revision__number", "-round")
    )
    assessment = next((each for each in rounds if each.pk == round_id), rounds[0] if rounds else None)
    revisions = list(
        consignment.revisions.select_related("manifest__entry_post", "manifest__carrier", "submission__source")
        .defer("submission__raw")
        .prefetch_related("parties", "goods", "equipment", "documents")
        .order_by("-number")[:6]
    )
    shown = assessment.revision_id if assessment else None
    revision = next((each for each in revisions if each.pk == shown), revisions[0])
    siblings = _siblings(assessment)
    visible = [each for each in siblings if officer.may("read_all_units") or each.unit_id == officer.unit_id]
    return CaseFile(
        consignment=consignment,
        revision=revision,
        assessment=assessment,
        rounds=rounds,
        revisions=revisions,
        siblings=visible,
        hidden_siblings=len(siblings) - len(visible),
        events=list(consignment.events.select_related("actor").order_by("-at", "-id")[:EVENTS]),
    )


def rates_of(versions: Sequence[ProfileVersion], unit=None) -> dict[object, Performance]:
    """How well these versions did over the last year."""
    return performances_of_versions(versions, Period.last_days(RATES_OVER_DAYS), unit) if versions else {}


def _siblings(assessment: Assessment | None) -> list[Assessment]:
    if assessment is None:
        return []
    sharing = Assessment.objects.sharing_a_box_with(assessment).select_related("consignment", "revision", "decided_by")
    newest = sharing.order_by("consignment", "-revision__number", "-round").distinct("consignment")
    return sorted(newest[:50], key=lambda each: each.consignment.reference)
