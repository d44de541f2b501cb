"""Intake: registering a cargo manifest against the bare COPY of its rows, and documents from their delivery to their
assessment through web server, broker and worker."""

import io
import time
import uuid

from django.core.management import call_command

from benchmarks.database import execute, own_database
from benchmarks.of_intake.bare_copy import BareCopy
from benchmarks.of_intake.documents import cuscar, json_manifest
from benchmarks.of_intake.posting import Post
from benchmarks.pairs import Row, at_most, percentile, times_as_long
from benchmarks.processes import running_platform
from consignments import models as arrived
from consignments.models import ConsignmentRevision, Source, Submission
from consignments.receiving import Delivery, receive
from consignments.registering import register_submission
from pcu_platform.models import Officer
from profiling import models as assessed

REGISTERED_BILLS = 20_000
ASSESSED_BILLS = 5_000
POSTS = 60
POLL_S = 0.02
PATIENCE_S = 120

REGISTERED = [
    arrived.Consignment, arrived.Manifest, arrived.ConsignmentRevision, arrived.Party, arrived.ConsignmentParty,
    arrived.GoodsItem, arrived.TransportEquipment, arrived.NamedDocument, arrived.CaseEvent,
    arrived.SubmissionProblem,
]  # fmt: skip
ASSESSED = [
    assessed.ConsignmentFacts, assessed.GoodsItemFacts, assessed.Assessment, assessed.ProfileHit, assessed.ListHit,
    assessed.History, assessed.HistoryKey, assessed.Draw,
]  # fmt: skip


def run() -> list[Row]:
    with own_database("intake"):
        registering = row_of_registering()
    with own_database("intake_flow"), running_platform() as address:
        return [registering, *rows_of_the_way(address)]


def row_of_registering() -> Row:
    client = a_client()
    source = Source.objects.of_client(client)
    raw = cuscar(REGISTERED_BILLS)

    def register() -> float:
        empty_tables()
        delivery = Delivery(raw=raw, content_type="application/edifact", idempotency_key=uuid.uuid4().hex)
        submission = receive(delivery, source=source, by=client)
        started = time.perf_counter()
        register_submission(submission.pk)
        return time.perf_counter() - started

    register()
    bare = BareCopy(REGISTERED, given=[Submission])
    name = f"registering a CUSCAR of {REGISTERED_BILLS:,} bills, to the bare COPY of its rows"
    return times_as_long(name, register, bare.run, at_most(6), f"{bare.row_count:,} rows")


def rows_of_the_way(address: str) -> list[Row]:
    """From the first byte of the delivery to the last assessment."""
    post = Post(address, a_client())
    raw = cuscar(ASSESSED_BILLS)

    def assess() -> float:
        empty_tables()
        started = time.perf_counter()
        wait_until_assessed(post(raw, "application/edifact"))
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


def a_client() -> Officer:
    """Units, posts, starter profiles, and the integration client among the accounts."""
    call_command("load_reference", verbosity=0, stdout=io.StringIO())
    return Officer.objects.filter(role="client").first()


def empty_tables() -> None:
    """Forget all documents and cases, so that every round begins alike."""
    execute(
        "SET pcu.allow_truncate = 'on'; TRUNCATE consignments_submission, consignments_consignment, consignments_party,"
        " consignments_caseevent CASCADE; CHECKPOINT"
    )
