"""A watch list of a hundred thousand names, a few of them of traders that are met."""

import random
from datetime import datetime
from uuid import uuid4

from django.utils import timezone

from benchmarks.of_assessment.traffic import consignors
from benchmarks.screening import invented_names, misspelt
from consignments.copying import copy_rows
from consignments.keys.names import name_key
from profiling.models import WatchList, WatchListEntry

LISTED = 100_000
MET_AMONG_THEM = 10
_DEFAULTS = ["aliases", "identifiers", "birth_dates", "addresses", "countries"]
_COLUMNS = ["id", "watch_list_id", "value", "value_key", "identifier", "country", "note", "source_id", "digest"]


def list_names(count: int = LISTED) -> None:
    """Write the list; a misspelt name of every few hundredth consignor stands on it."""
    chance = random.Random(7)
    known = [misspelt(trader.name, chance) for trader in consignors()[200 :: len(consignors()) // MET_AMONG_THEM]]
    names = [*known, *invented_names(count - len(known), chance)]
    watch_list = WatchList.objects.create(name="Names of the benchmark", kind="party", lane="yellow")
    now = timezone.now()
    columns = [*_COLUMNS, *_DEFAULTS, "added_at", "looks_back"]
    copy_rows(WatchListEntry, columns, (_row(watch_list, n, name, now) for n, name in enumerate(names)))


def _row(watch_list: WatchList, number: int, name: str, now: datetime) -> list:
    empty: list[list] = [[] for _ in _DEFAULTS]
    return [uuid4(), watch_list.pk, name, name_key(name), "", "", "", f"B-{number}", "", *empty, now, False]
