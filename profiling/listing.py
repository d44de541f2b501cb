"""Fetches what the rows of a page show, all at once and for the page alone."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Prefetch, prefetch_related_objects

from consignments.models import ConsignmentParty, GoodsItem, TransportEquipment
from profiling.models import Assessment, ListHit

ROW_RELATIONS = ("consignment", "revision__manifest", "post", "assigned_to", "proposed_by")
NOT_IN_A_ROW = ("points_low", "points_high")
ROLES_IN_A_ROW = ("consignee", "consignor")
# A groupage revision has hundreds of lines; a row names one and says that there are more.
LINES_IN_A_ROW = 2


def fetch_in_order(ids: Sequence[UUID]) -> list[Assessment]:
    """Fetch a page of assessments by their ids, in that order.

    The ids are sorted and cut by themselves: sorting whole rows of a long queue would cost ten times as much.
    """
    found = Assessment.objects.select_related(*ROW_RELATIONS).defer(*NOT_IN_A_ROW).in_bulk(ids)
    return with_rows(found[pk] for pk in ids if pk in found)


def with_rows(assessments: Iterable[Assessment]) -> list[Assessment]:
    """Fetch parties, goods, equipment and list hits of a page of assessments: one query each.

    The assessments come from a queryset with `select_related(*ROW_RELATIONS)`.
    """
    page = list(assessments)
    list_hits = ListHit.objects.select_related("entry__watch_list")
    prefetch_related_objects(page, *row_prefetches("revision__"), Prefetch("list_hits", list_hits, "row_list_hits"))
    return page


def row_prefetches(to_revision: str) -> list[Prefetch]:
    """What a row shows of a revision: `row_parties`, `row_goods`, `row_equipment`; to_revision: the path to it."""
    parties = ConsignmentParty.objects.filter(role__in=ROLES_IN_A_ROW).only("revision", "role", "name", "country")
    goods = GoodsItem.objects.only("revision", "number", "commodity_code", "description", "gross_mass_kg")
    equipment = TransportEquipment.objects.only("revision", "kind", "number")
    return [
        Prefetch(f"{to_revision}parties", parties, "row_parties"),
        Prefetch(f"{to_revision}goods", goods.order_by("number")[:LINES_IN_A_ROW], "row_goods"),
        Prefetch(f"{to_revision}equipment", equipment.order_by("id")[:LINES_IN_A_ROW], "row_equipment"),
    ]
