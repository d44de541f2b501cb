"""The pages of the desk over 1,000,000 assessments, 50,000 of which need a decision, and over 10,000 with 500.

Server time of whole pages through Django's test client, in this process. *Queue* = 60 requests over six views with
counts, a search in it and its last page, 60 rows each. Its counts are kept until something happens in the unit; the row
*after every change* throws them away before each request. The pages of one thing ask for another one each time.
"""

import logging
import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import cycle

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings

from benchmarks.database import own_database, use
from benchmarks.of_pages.desk import make_desk
from benchmarks.pairs import Row, at_most, percentile, times_as_long
from consignments.models import TransportEquipment
from pcu_platform.models import Officer
from profiling.models import Assessment

SMALL = 10_000
LARGE = int(os.environ.get("PCU_BENCH_PAST", 1_000_000))
REQUESTS = 60
OF_A_ROUND = 8
QUEUE = ["", "assigned=me", "arrives=2h", "overdue=1", "lane=red&sort=score", "sort=lane", "q=OLD-9", "before=last"]
SEARCHES = ["OLD-99", "KSHU0001", "01000", "Сервис", "ОсОО", "20000000000017", "HX77", "Импорт"]
PLAIN_FILES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


class Desk:
    """A database with a past and the browser of one of its analysts."""

    def __init__(self, place: tuple[str, str], username: str):
        self.place = place
        use(*place)
        self.browser = Client()
        self.browser.force_login(
            Officer.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend"
        )
        some = Assessment.objects.need_a_decision().order_by("id")[:REQUESTS]
        self.consignments = cycle([f"/consignments/{each.consignment_id}/" for each in some])
        boxes = TransportEquipment.objects.filter(revision__in=[each.revision_id for each in some])
        self.boxes = cycle([f"/equipment/{key}/" for key in boxes.values_list("number_key", flat=True)])
        self.queue = cycle([f"/queue/?{query}" for query in QUEUE])
        self.searches = cycle([f"/search/?q={text}" for text in SEARCHES])

    def seconds(self, paths: Iterator[str], count: int, *, anew: bool = False) -> list[float]:
        """Ask for so many pages; anew: with nothing kept from the one before."""
        if connection.settings_dict["NAME"] != self.place[0]:
            use(*self.place)
        taken = []
        for _request in range(count):
            path = next(paths)
            if anew:
                cache.clear()
            started = time.perf_counter()
            answer = self.browser.get(path, secure=True)
            taken.append(time.perf_counter() - started)
            assert answer.status_code == 200, (path, answer.status_code)
        return taken


def run() -> list[Row]:
    with ExitStack() as stack:
        return measure(filled(stack, "pages_small", SMALL), filled(stack, "pages_large", LARGE))


def filled(stack: ExitStack, name: str, count: int) -> Callable[[], Desk]:
    stack.enter_context(own_database(name))
    username = make_desk(count).username
    place = connection.settings_dict["NAME"], os.environ["DATABASE_URL"]
    return lambda: Desk(place, username)


def measure(of_small: Callable[[], Desk], of_large: Callable[[], Desk]) -> list[Row]:
    logging.disable(logging.CRITICAL)  # whoever prints a line for each request measures the terminal
    storages = {**settings.STORAGES, **PLAIN_FILES}
    with override_settings(STORAGES=storages, ALLOWED_HOSTS=["*"]):
        small, large = of_small(), of_large()
        for desk in (small, large):  # templates compiled, tables in memory
            for paths in (desk.queue, desk.consignments, desk.boxes, desk.searches):
                desk.seconds(paths, OF_A_ROUND)
        rows = [
            within("queue", large.seconds(large.queue, REQUESTS)),
            within("queue after every change", large.seconds(large.queue, REQUESTS, anew=True)),
            within("consignment", large.seconds(large.consignments, REQUESTS), None),
            within("container", large.seconds(large.boxes, REQUESTS), None),
            within("search", large.seconds(large.searches, REQUESTS)),
        ]
        for name in ("queue", "consignments", "boxes", "searches"):
            rows.append(against_small(name, small, large))
        return rows


def within(name: str, taken: list[float], limit_ms: float | None = 100) -> Row:
    middle = percentile(taken, 50) * 1000
    note = f"median {middle:.0f}, slowest {max(taken) * 1000:.0f}, {len(taken)} requests, {LARGE:,} assessments"
    bar = None if limit_ms is None else at_most(limit_ms)
    return Row(f"{name}, p95", percentile(taken, 95) * 1000, "ms", bar, note=note)


def against_small(name: str, small: Desk, large: Desk) -> Row:
    def ours() -> float:
        return sum(large.seconds(getattr(large, name), OF_A_ROUND))

    def theirs() -> float:
        return sum(small.seconds(getattr(small, name), OF_A_ROUND))

    note = f"{LARGE:,} against {SMALL:,}, {OF_A_ROUND} requests a round"
    return times_as_long(f"{name}, the large by the small", ours, theirs, at_most(1.5), note)
