"""Pages of the queue by key: a page begins after (or ends before) a row, so that rows which leave shift nothing.

The place is the id of an assessment; where it stands in the order is looked up, even if it was decided meanwhile.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, Q

from profiling.models import Assessment
from profiling.querysets import LANE_ORDER, AssessmentQuerySet

BEGIN, END = "", "last"


@dataclass(frozen=True, slots=True)
class Key:
    """A column or expression that orders rows; what is not known comes last."""

    by: Any
    is_descending: bool = False


ARRIVAL, ID = Key(F("arrival_at")), Key(F("id"))
SCORE = Key(F("score"), is_descending=True)
ORDERS: dict[str, Sequence[Key]] = {
    "arrival": (ARRIVAL, ID),
    "lane": (Key(LANE_ORDER), SCORE, ARRIVAL, ID),
    "score": (SCORE, ARRIVAL, ID),
    "waiting": (Key(F("created_at")), ID),
    "post": (Key(F("post__name")), ARRIVAL, ID),
    "officer": (Key(F("assigned_to__full_name")), ARRIVAL, ID),
}


@dataclass(frozen=True, slots=True)
class Page:
    """ids in their order, and whether there are rows on either side."""

    ids: list[UUID]
    has_previous: bool
    has_next: bool

    @property
    def has_other_pages(self) -> bool:
        return self.has_previous or self.has_next

    @property
    def first(self) -> UUID:
        return self.ids[0]

    @property
    def last(self) -> UUID:
        return self.ids[-1]


def page_after(rows: AssessmentQuerySet, order: str, place: str, size: int) -> Page:
    """The page that begins after the row of this id; BEGIN, or an id that is none: the first page."""
    at = _standing(order, place)
    if at is not None:
        rows = _keyed(rows, order).filter(_beyond(order, at, backwards=False))
    ids = _ids(rows, order, size + 1, backwards=False)
    return Page(ids[:size], has_previous=at is not None, has_next=len(ids) > size)


def page_before(rows: AssessmentQuerySet, order: str, place: str, size: int) -> Page:
    """The page that ends before the row of this id; END: the last page."""
    at = _standing(order, place)
    if at is None and place != END:
        return page_after(rows, order, BEGIN, size)
    if at is not None:
        rows = _keyed(rows, order).filter(_beyond(order, at, backwards=True))
    ids = _ids(rows, order, size + 1, backwards=True)
    return Page(ids[:size][::-1], has_previous=len(ids) > size, has_next=at is not None)


def _ids(rows: AssessmentQuerySet, order: str, count: int, *, backwards: bool) -> list[UUID]:
    # PostgreSQL puts NULL last when it ascends and first when it descends: so one order is the other one reversed.
    ordered = [key.by.desc() if key.is_descending != backwards else key.by.asc() for key in ORDERS[order]]
    return list(rows.order_by(*ordered).values_list("pk", flat=True)[:count])


def _standing(order: str, place: str) -> list[Any] | None:
    """The values of the keys of that row."""
    try:
        pk = UUID(place)
    except ValueError:
        return None
    names = [name for name, _key in _named(order)]
    return next(iter(_keyed(Assessment.objects.filter(pk=pk), order).values_list(*names)), None)


def _keyed(rows: AssessmentQuerySet, order: str) -> AssessmentQuerySet:
    return rows.annotate(**{name: key.by for name, key in _named(order)})


def _named(order: str) -> list[tuple[str, Key]]:
    return [(f"key_{place}", key) for place, key in enumerate(ORDERS[order])]


def _beyond(order: str, at: list[Any], *, backwards: bool) -> Q:
    """The rows after, or before, one that stands at these values."""
    beyond, same = Q(pk__in=[]), Q()
    for (name, key), value in zip(_named(order), at, strict=True):
        beyond |= same & _passed(name, value, smaller=key.is_descending != backwards)
        same &= Q(**{f"{name}__isnull": True}) if value is None else Q(**{name: value})
    return beyond


def _passed(name: str, value: Any, *, smaller: bool) -> Q:
    """NULL counts as larger than anything."""
    if value is None:
        return Q(**{f"{name}__isnull": False}) if smaller else Q(pk__in=[])
    if smaller:
        return Q(**{f"{name}__lt": value})
    return Q(**{f"{name}__gt": value}) | Q(**{f"{name}__isnull": True})
