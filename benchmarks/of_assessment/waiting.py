"""Consignments that are registered and wait: held back until the clock starts, assessed, and forgotten again."""

import logging
import random
import time
import uuid
from datetime import timedelta
from itertools import count

from celery import Celery
from django.conf import settings
from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from benchmarks.of_assessment.traffic import BILLS_OF_A_TRUCK, truck
from consignments.models import ConsignmentRevision, Source
from consignments.receiving import Delivery, receive
from consignments.registering import register_submission
from pcu_platform.models import Officer
from profiling.models import Assessment, LinkDue

WORKERS = 2  # as many as ./pcu up starts
POLL_S = 0.01
PATIENCE_S = 120
_numbers = count(1)


def register(bills: int, client: Officer, seed: int) -> list[uuid.UUID]:
    """Register so many consignments and hold their rounds back; return their revisions. The workers must not run."""
    logging.disable(logging.INFO)  # hundreds of lines about invented documents
    chance = random.Random(seed)
    arrival_at = (timezone.now() + timedelta(hours=8)).isoformat()
    source = Source.objects.of_client(client)
    for _ in range(bills // BILLS_OF_A_TRUCK):
        raw = truck(next(_numbers), chance, arrival_at)
        delivery = Delivery(raw=raw, content_type="application/json", idempotency_key=uuid.uuid4().hex)
        register_submission(receive(delivery, source=source, by=client).pk)
    due = ConsignmentRevision.objects.filter(round_due__isnull=False)
    revisions = list(due.values_list("pk", flat=True))
    if len(revisions) != bills:
        raise RuntimeError(f"{len(revisions)} of {bills} were registered")
    due.update(round_due=None)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return revisions


def seconds_to_assess(revisions: list[uuid.UUID], queue: str) -> float:
    """Let the rounds be due, wake the workers as registering does, and wait for the last committed hit.

    Returns the seconds until then, and when the links that are written afterwards are written too.
    """
    started_by = Celery(broker=queue)
    ConsignmentRevision.objects.filter(pk__in=revisions).update(round_due="revision")
    started = time.perf_counter()
    for _ in range(WORKERS):
        started_by.send_task(settings.AFTER_REGISTERING_TASK)
    wait_while(ConsignmentRevision.objects.filter(round_due__isnull=False))
    seconds = time.perf_counter() - started
    if Assessment.objects.filter(revision__in=revisions).count() != len(revisions):
        raise RuntimeError("not every consignment was assessed")
    wait_while(LinkDue.objects.all())
    return seconds


def wait_while(rows: QuerySet) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while rows.exists():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{rows.count()} {rows.model._meta.verbose_name_plural} still wait")
        time.sleep(POLL_S)


def forget(revisions: list[uuid.UUID]) -> None:
    """Take back what assessing wrote, so that the same consignments are fresh again."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # the log of a case is append-only
        for statement in _FORGET:
            cursor.execute(statement, [revisions])
        cursor.execute("RESET session_replication_role")


_OF_ASSESSMENTS = "SELECT id FROM profiling_assessment WHERE revision_id = ANY(%s)"
_OF_CONSIGNMENTS = "SELECT consignment_id FROM consignments_consignmentrevision WHERE id = ANY(%s)"
_FORGET = [
    f"DELETE FROM profiling_profilehit WHERE assessment_id IN ({_OF_ASSESSMENTS})",
    f"DELETE FROM profiling_listhit WHERE assessment_id IN ({_OF_ASSESSMENTS})",
    "DELETE FROM profiling_assessment WHERE revision_id = ANY(%s)",
    """DELETE FROM profiling_goodsitemfacts WHERE facts_id IN
        (SELECT id FROM profiling_consignmentfacts WHERE revision_id = ANY(%s))""",
    "DELETE FROM profiling_consignmentfacts WHERE revision_id = ANY(%s)",
    "DELETE FROM profiling_historykey WHERE history_id = ANY(%s)",
    "DELETE FROM profiling_linkdue WHERE history_id = ANY(%s)",
    "DELETE FROM profiling_history WHERE revision_id = ANY(%s)",
    f"DELETE FROM profiling_draw WHERE consignment_id IN ({_OF_CONSIGNMENTS})",
    f"DELETE FROM consignments_caseevent WHERE verb = 'assessed' AND consignment_id IN ({_OF_CONSIGNMENTS})",
]
