"""Registering one large manifest of any format: against the bare COPY of its rows, and by the memory it takes."""

import time
import uuid

from benchmarks.database import execute
from benchmarks.of_intake.bare_copy import BareCopy
from benchmarks.of_intake.memory import growth_mb
from benchmarks.pairs import Row, at_most, times_as_long
from consignments import models as arrived
from consignments.models import Source, Submission
from consignments.receiving import Delivery, receive
from consignments.registering import register_submission
from pcu_platform.models import Officer

BILLS, FEW_BILLS = 20_000, 2_000
REGISTERED = [
    arrived.Consignment, arrived.Manifest, arrived.ConsignmentRevision, arrived.Party, arrived.ConsignmentParty,
    arrived.GoodsItem, arrived.TransportEquipment, arrived.NamedDocument, arrived.CaseEvent,
    arrived.SubmissionProblem,
]  # fmt: skip


def row_against_the_bare_copy(name: str, raw: bytes, content_type: str, client: Officer) -> Row:
    """From the bytes, which were received, to the committed rows."""

    def register() -> float:
        empty_tables()
        waiting = received(raw, content_type, client)
        started = time.perf_counter()
        register_submission(waiting.pk)
        return time.perf_counter() - started

    register()
    bare = BareCopy(REGISTERED, given=[Submission])
    title = f"registering {name} of {BILLS:,} bills, to the bare COPY of its rows"
    return times_as_long(title, register, bare.run, at_most(6), f"{bare.row_count:,} rows")


def rows_of_memory(name: str, many: bytes, few: bytes, content_type: str, client: Officer) -> list[Row]:
    """What many bills take beyond one and a half times what few take: while read, and while registered."""
    of_reading = [growth_mb("read", raw, content_type) for raw in (many, few)]
    of_registering = []
    for raw in (many, few):
        empty_tables()
        of_registering.append(growth_mb("register", raw, content_type, str(received(raw, content_type, client).pk)))
    return [
        _row_of_growth(f"reading {name}", "beside the bytes themselves", *of_reading),
        _row_of_growth(f"registering {name}", "beside the bytes themselves", *of_registering),
    ]


def received(raw: bytes, content_type: str, client: Officer) -> Submission:
    delivery = Delivery(raw=raw, content_type=content_type, idempotency_key=uuid.uuid4().hex)
    return receive(delivery, source=Source.objects.of_client(client), by=client)


def empty_tables() -> None:
    """Forget all documents and cases, so that every round begins alike."""
    execute(
        "SET pcu.allow_truncate = 'on'; TRUNCATE consignments_submission, consignments_consignment, consignments_party,"
        " consignments_caseevent CASCADE; CHECKPOINT"
    )


def _row_of_growth(doing: str, of_what: str, many_mb: float, few_mb: float) -> Row:
    title = f"memory of {doing} of {BILLS:,} bills beyond 1.5 times that of {FEW_BILLS:,}, {of_what}"
    return Row(title, many_mb - 1.5 * few_mb, "MB", at_most(10), note=f"{many_mb:.1f} MB and {few_mb:.1f} MB")
