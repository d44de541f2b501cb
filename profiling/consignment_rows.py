"""Rows of the list of all consignments: each with its revision in force and its newest round."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext as _

from consignments.models import Consignment, ConsignmentRevision
from profiling.listing import Stated, stated_in
from profiling.models import Assessment, Outcome
from profiling.presenting.moments import clock
from profiling.presenting.parties import boxes, goods_in_short, in_role, name_and_country, name_of


@dataclass(frozen=True, slots=True)
class ConsignmentRow:
    """lane: "" while the first round is due."""

    id: UUID
    reference: str
    document_number: str
    known: str
    lane: str
    score: str
    state: str
    outcome: str
    consignee: str
    consignor: str
    vehicle: str
    box: str
    goods: str
    goods_code: str
    arrives: str
    post: str


def consignment_rows(page: Iterable[Consignment], now: datetime) -> list[ConsignmentRow]:
    """Fetch and make the rows of one page, with a fixed number of queries."""
    consignments = list(page)
    in_force = ConsignmentRevision.objects.filter(
        consignment__in=consignments, number=F("consignment__latest_revision")
    ).select_related("manifest__entry_post")
    revisions = list(in_force)
    stated = stated_in(revisions)
    by_consignment = {revision.consignment_id: revision for revision in revisions}
    newest = (
        Assessment.objects.filter(consignment__in=consignments)
        .select_related("post")
        .order_by("consignment", "-revision__number", "-round")
        .distinct("consignment")
    )
    rounds = {assessment.consignment_id: assessment for assessment in newest}
    return [
        _row(consignment, revision, stated[revision.pk], rounds.get(consignment.pk), now)
        for consignment in consignments
        if (revision := by_consignment.get(consignment.pk))
    ]


def _row(
    consignment: Consignment,
    revision: ConsignmentRevision,
    stated: Stated,
    assessment: Assessment | None,
    now: datetime,
) -> ConsignmentRow:
    manifest = revision.manifest
    goods, code = goods_in_short(stated.goods)
    post = assessment.post if assessment else manifest.entry_post
    examined = assessment is not None and assessment.outcome != Outcome.NOT_RECORDED
    return ConsignmentRow(
        id=consignment.pk,
        reference=consignment.reference,
        document_number=consignment.document_number,
        known=clock(revision.known_at, now),
        lane=assessment.lane if assessment else "",
        score=str(assessment.score) if assessment else "",
        state=assessment.get_state_display() if assessment else _("being assessed"),
        outcome=assessment.get_outcome_display() if assessment and examined else "",
        consignee=name_of(in_role(stated.parties, "consignee")),
        consignor=name_and_country(in_role(stated.parties, "consignor")),
        vehicle=manifest.conveyance_id,
        box=boxes(stated.equipment, manifest.conveyance_id),
        goods=goods,
        goods_code=code,
        arrives=clock(manifest.arrival_at, now, only_the_day=manifest.arrival_is_a_day),
        post=str(post) if post else "",
    )
