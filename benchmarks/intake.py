"""Intake: registering a cargo manifest against the bare COPY of its rows, and documents from their delivery to their
assessment through web server, broker and worker."""

import time

from benchmarks.database import own_database
from benchmarks.of_intake.accounts import a_client
from benchmarks.of_intake.bare_copy import BareCopy
from benchmarks.of_intake.documents import cuscar, json_manifest
from benchmarks.of_intake.posting import Post
from benchmarks.of_intake.registering import BILLS, REGISTERED, empty_tables, row_against_the_bare_copy
from benchmarks.pairs import Row, at_most, percentile, times_as_long
from benchmarks.processes import running_platform
from consignments.models import ConsignmentRevision, Submission
from profiling import models as assessed

EDIFACT = "application/edifact"
ASSESSED_BILLS = 5_000
POSTS = 60
POLL_S = 0.02
PATIENCE_S = 120

ASSESSED = [
    assessed.ConsignmentFacts, assessed.GoodsItemFacts, assessed.Assessment, assessed.ProfileHit, assessed.ListHit,
    assessed.History, assessed.HistoryKey, assessed.Draw,
]  # fmt: skip


def run() -> list[Row]:
    with own_database("intake"):
        registering = row_against_the_bare_copy("a CUSCAR", cuscar(BILLS), EDIFACT, a_client())
    with own_database("intake_flow"), running_platform() as address:
        return [registering, *rows_of_the_way(address)]


def rows_of_the_way(address: str) -> list[Row]:
    """From the first byte of the delivery to the last assessment."""
    post = Post(address, a_client())
    raw = cuscar(ASSESSED_BILLS)

    def assess() -> float:
        empty_tables()
        started = time.perf_counter()
        wait_until_assessed(post(raw, EDIFACT))
        return time.perf_counter() - started

    assess()
    bare = BareCopy([Submission, *REGISTERED, *ASSESSED])
    name = f"delivery to assessed of a CUSCAR of {ASSESSED_BILLS:,} bills, to the bare COPY of its rows"
    way = times_as_long(name, assess, bare.run, at_most(15), f"{bare.row_count:,} rows")
    seconds = [seconds_to_assessed(post, json_manifest(f"CMR-{number}")) for number in range(POSTS)]
    one = Row(f"p95 of {POSTS} single JSON posts, delivery to assessed", percentile(seconds, 95), "s", at_most(2))
    return [way, one]


def seconds_to_assessed(post: Post, raw: bytes) -> float:
    started = time.perf_counter()
    wait_until_assessed(post(raw, "application/json"))
    return time.perf_counter() - started


def wait_until_assessed(submission_id: str) -> None:
    """Return when all it registered is assessed; refuse to measure what fails."""
    deadline = time.monotonic() + PATIENCE_S
    waiting = Submission.objects.filter(pk=submission_id, status="received")
    due = ConsignmentRevision.objects.filter(submission=submission_id, round_due__isnull=False)
    while waiting.exists() or due.exists():
        if time.monotonic() > deadline:
            raise TimeoutError("not assessed in time")
        time.sleep(POLL_S)
    if not assessed.Assessment.objects.filter(revision__submission=submission_id).exists():
        raise RuntimeError("nothing was assessed")
