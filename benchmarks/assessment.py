"""The whole assessment, from registered rows through the Celery workers to committed hits.

Facts, screening against 100,000 names, the starter profiles: 20,000 consignments over a short past, and the same fresh
5,000 over 10,000 and over 1,000,000 earlier ones. The workers run beforehand and have assessed earlier traffic of the
same traders, as after a morning; whoever is new to them is searched among the names.

PCU_BENCH_FRESH and PCU_BENCH_PAST (20,000 and 1,000,000) make it smaller; a million takes most of the ten minutes.
"""

import os
from contextlib import ExitStack
from urllib.parse import urlsplit, urlunsplit

from django.db import connection

from benchmarks.database import own_database, use
from benchmarks.of_assessment.listed import LISTED, list_names
from benchmarks.of_assessment.past import make_past
from benchmarks.of_assessment.waiting import forget, register, seconds_to_assess
from benchmarks.of_intake.accounts import a_client
from benchmarks.pairs import Row, at_least, interleaved, percentile, row_of_ratios
from benchmarks.processes import running_platform
from consignments.models import PortControlUnit, Source

FRESH = int(os.environ.get("PCU_BENCH_FRESH", 20_000))
FRESH_OF_A_PAIR = FRESH // 4
SHORT_PAST = 10_000
LONG_PAST = int(os.environ.get("PCU_BENCH_PAST", 1_000_000))
WARMING = 2_000
OTHER_QUEUE = "/15"  # the second platform's, of the same broker


def run() -> list[Row]:
    with ExitStack() as stack:
        over_long = Ready(stack, "assessment_long", LONG_PAST, OTHER_QUEUE)
        over_short = Ready(stack, "assessment_short", SHORT_PAST)
        over_short.start()
        rate = over_short.rate_of_many()
        over_long.start()
        pairs = interleaved(over_long.seconds, over_short.seconds)
    title = f"rate over {LONG_PAST:,} earlier ones, to the rate over {SHORT_PAST:,}"
    ratios = [short_s / long_s for long_s, short_s in pairs]
    rates = [FRESH_OF_A_PAIR / long_s for long_s, _short_s in pairs]
    note = f"the same fresh {FRESH_OF_A_PAIR:,}; {percentile(rates, 50):,.0f}/s over the long past"
    return [rate, row_of_ratios(title, ratios, "of 1", at_least(0.8), note)]


class Ready:
    """A database with a past, a watch list, fresh consignments that wait, and the platform that will assess them."""

    def __init__(self, stack: ExitStack, name: str, past: int, queue: str = ""):
        self.stack = stack
        self.queue = queue_of(os.environ["REDIS_URL"], queue)
        stack.enter_context(own_database(name))
        self.place = connection.settings_dict["NAME"], os.environ["DATABASE_URL"]
        client = a_client()
        list_names()
        make_past(past, PortControlUnit.objects.get(pk=client.unit_id), Source.objects.of_client(client))
        self.warming = register(WARMING, client, seed=1)
        self.fresh = register(FRESH_OF_A_PAIR, client, seed=3)
        self.many = register(FRESH, client, seed=2) if past == SHORT_PAST else []

    def start(self) -> None:
        """Start web, worker and beat, and let the workers meet the traders."""
        use(*self.place)
        before = os.environ["REDIS_URL"]
        os.environ["REDIS_URL"] = self.queue
        self.stack.enter_context(running_platform())
        os.environ["REDIS_URL"] = before
        seconds_to_assess(self.warming, self.queue)

    def rate_of_many(self) -> Row:
        """Once: what is assessed a second time is no longer new."""
        rate = FRESH / seconds_to_assess(self.many, self.queue)
        note = f"{LISTED:,} names; load of the machine {os.getloadavg()[0]:.1f}"
        return Row(f"whole assessment of {FRESH:,} consignments", rate, "consignments/s", at_least(1_500), note=note)

    def seconds(self) -> float:
        use(*self.place)
        forget(self.fresh)
        return seconds_to_assess(self.fresh, self.queue)


def queue_of(address: str, path: str) -> str:
    return urlunsplit(urlsplit(address)._replace(path=path)) if path else address
