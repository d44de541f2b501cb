"""Fetches what the rows of a page show, all at once and for the page alone."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import F, QuerySet, Window
from django.db.models.functions import RowNumber

from consignments.models import ConsignmentParty, ConsignmentRevision, GoodsItem, TransportEquipment
from profiling.models import Assessment, ListHit

ROW_RELATIONS = ("consignment", "revision__manifest", "post", "assigned_to", "proposed_by")
NOT_IN_A_ROW = ("points_low", "points_high")
ROLES_IN_A_ROW = ("consignee", "consignor")
# A groupage revision has hundreds of lines; a row names one and says that there are more.
LINES_IN_A_ROW = 2


@dataclass(frozen=True, slots=True)
class Stated:
    """What a row shows of a revision; goods and equipment are the first few only."""

    parties: list[ConsignmentParty] = field(default_factory=list)
    goods: list[GoodsItem] = field(default_factory=list)
    equipment: list[TransportEquipment] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ListedCase:
    assessment: Assessment
    stated: Stated
    list_hits: list[ListHit]


def fetch_in_order(ids: Sequence[UUID]) -> list[ListedCase]:
    """Fetch a page of cases by the ids of their assessments, in that order.

    The ids are sorted and cut by themselves: sorting whole rows of a long queue would cost ten times as much.
    """
    found = Assessment.objects.select_related(*ROW_RELATIONS).defer(*NOT_IN_A_ROW).in_bulk(ids)
    return listed([found[pk] for pk in ids if pk in found])


def listed(assessments: Sequence[Assessment]) -> list[ListedCase]:
    """Add what rows show to assessments fetched with ROW_RELATIONS: four queries, however many there are."""
    stated = stated_in([assessment.revision for assessment in assessments])
    list_hits: dict[UUID, list[ListHit]] = defaultdict(list)
    for hit in ListHit.objects.filter(assessment__in=assessments).select_related("entry__watch_list"):
        list_hits[hit.assessment_id].append(hit)
    return [
        ListedCase(assessment, stated[assessment.revision_id], list_hits[assessment.pk]) for assessment in assessments
    ]


def stated_in(revisions: Iterable[ConsignmentRevision]) -> dict[UUID, Stated]:
    """Return what rows show of the revisions, by their id."""
    stated = {revision.pk: Stated() for revision in revisions}
    ids = list(stated)
    parties = ConsignmentParty.objects.filter(role__in=ROLES_IN_A_ROW)
    for party in parties.filter(revision__in=ids).only("revision", "role", "name", "country").order_by("id"):
        stated[party.revision_id].parties.append(party)
    goods = GoodsItem.objects.only("revision", "number", "commodity_code", "description", "gross_mass_kg")
    for item in _first_of_each(goods, ids, "number"):
        stated[item.revision_id].goods.append(item)
    equipment = TransportEquipment.objects.only("revision", "kind", "number")
    for piece in _first_of_each(equipment, ids, "id"):
        stated[piece.revision_id].equipment.append(piece)
    return stated


def _first_of_each(rows: QuerySet, revision_ids: list[UUID], order: str) -> QuerySet:
    place = Window(RowNumber(), partition_by=F("revision"), order_by=F(order).asc())
    numbered = rows.filter(revision__in=revision_ids).annotate(place=place)
    return numbered.filter(place__lte=LINES_IN_A_ROW).order_by("revision", order)
