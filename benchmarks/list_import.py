"""A published list of 100,000 entities: read and compared, applied, and the lists in memory built anew."""

import io
import json
import random
import time
from collections.abc import Callable
from typing import Any

from benchmarks.database import own_database
from benchmarks.pairs import Row, at_most
from benchmarks.screening import invented_names
from profiling.models import WatchList
from profiling.reading.lists_in_memory import current_lists
from profiling.watching.importing import apply, read_published
from profiling.watching.published.layouts import ListFileGiven

ENTITIES = 100_000


def run() -> list[Row]:
    raw = published(ENTITIES)
    with own_database("list_import"):
        the_list = WatchList.objects.create(name="Published", kind="party")
        made, read_s = timed(lambda: read_published(the_list, None, [ListFileGiven("e.json", io.BytesIO(raw))]))
        _rounds, applied_s = timed(lambda: apply(made, None))
        lists, loaded_s = timed(current_lists)
        again, again_s = timed(lambda: read_published(the_list, None, [ListFileGiven("e.json", io.BytesIO(raw))]))
        assert (again.new_count, again.changed_count, again.gone_count) == (0, 0, 0)
        assert len(lists.entries) == ENTITIES
    note = f"{ENTITIES:,} entities, {len(raw) / 1e6:.0f} MB"
    return [
        Row("read and compared with an empty list", read_s, "s", at_most(30), note=note),
        Row("applied", applied_s, "s", at_most(30)),
        Row("the same issue read again", again_s, "s", at_most(30)),
        Row("lists read into memory, names indexed", loaded_s, "s", at_most(10), note=f"{len(lists.names):,} names"),
    ]


def published(count: int) -> bytes:
    """Return entities as JSON lines, invented, each with an alias, a number, a date of birth and an address."""
    chance = random.Random(5)
    lines = []
    for number, name in enumerate(invented_names(count, chance)):
        said = {
            "name": [name],
            "alias": [name.upper()],
            "idNumber": [f"{chance.randrange(10**13):014}"],
            "birthDate": [f"{chance.randrange(1940, 2005)}-0{chance.randrange(1, 10)}-1{chance.randrange(10)}"],
            "country": ["kg"],
            "address": [f"Osh, Invented street {chance.randrange(400)}"],
        }
        lines.append(json.dumps({"id": f"own-{number}", "schema": "Person", "properties": said}, ensure_ascii=False))
    return "\n".join(lines).encode()


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    started = time.perf_counter()
    done = work()
    return done, time.perf_counter() - started
