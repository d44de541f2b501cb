"""Takes in a document: the bytes are kept as they came, once, and a worker is told.

The client's idempotency key makes a repeated delivery harmless; the database's constraint on it is the truth.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.locks import lock_until_commit
from consignments.models import Source, Status, Submission, record
from consignments.parsing.observations.json_readings import OBSERVATIONS_JSON
from consignments.parsing.sheets.spreadsheet import remembered_mapping
from consignments.parsing.typed.papers import CONTENT_TYPES as TYPED_BY_HAND
from consignments.refusing import Refused
from consignments.waking import REGISTER_ONE, wake

SPREADSHEETS = frozenset(
    [
        "text/csv",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.ms-excel",
    ]
)
CONTENT_TYPES = SPREADSHEETS | {
    "application/json",
    "application/edifact",
    "application/edi-x12",
    "application/xml",
    "text/xml",
    "application/pdf",
    "image/jpeg",  # a paper that was photographed: typed from its picture
    "image/png",
}
LONGEST_KEY = 200

EMPTY = "empty_document"
TOO_LARGE = "document_too_large"
WRONG_TYPE = "content_type_not_supported"
BAD_KEY = "idempotency_key_not_usable"
KEY_REUSED = "idempotency_key_reused"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One document as it was handed in.

    known_at: when its content became known, earlier than now only in a retrospective import.
    column_mapping: what the columns of a spreadsheet mean; None: as was told of this layout of its source, else by its
    headings.
    awaits_columns: a person will say what the columns mean before it is read.
    mends: the submission whose rejected consignments it holds, corrected; origins: where their paths were there.
    """

    raw: bytes
    content_type: str
    idempotency_key: str
    file_name: str = ""
    known_at: datetime | None = None
    column_mapping: Mapping[str, str | None] | None = None
    awaits_columns: bool = False
    mends: Submission | None = None
    origins: Sequence[tuple[str, str]] = ()

    @property
    def media_type(self) -> str:
        return media_type_of(self.content_type)


def receive(delivery: Delivery, *, source: Source, by: Any) -> Submission:
    """Keep a document and return its submission: the one kept before, if the same key brings the same bytes again.

    Refused: EMPTY, TOO_LARGE, WRONG_TYPE, BAD_KEY, and KEY_REUSED when the key has brought other bytes before.
    """
    _refuse_unusable(delivery)
    sha256 = hashlib.sha256(delivery.raw).hexdigest()
    kept = Submission.objects.without_raw().filter(source=source, idempotency_key=delivery.idempotency_key)
    if (before := kept.first()) is None:
        try:
            return _keep(delivery, sha256, source, by)
        except IntegrityError:  # somebody was faster with this key
            before = kept.get()
    if before.sha256 != sha256:
        raise Refused(KEY_REUSED, _("This idempotency key was used for another document."))
    return before


def media_type_of(content_type: str) -> str:
    """Return the content type without its parameters, in small letters."""
    return content_type.partition(";")[0].strip().lower()


def refuse_type(content_type: str) -> None:
    if media_type_of(content_type) not in CONTENT_TYPES:
        raise Refused(WRONG_TYPE, _("Documents of this content type are not taken."))


def refuse_size(byte_count: int) -> None:
    if byte_count > settings.MAX_DOCUMENT_BYTES:
        limit_mb = settings.MAX_DOCUMENT_BYTES // 1024 // 1024
        raise Refused(TOO_LARGE, _("The document is larger than %(limit)s MB.") % {"limit": limit_mb})


def _refuse_unusable(delivery: Delivery) -> None:
    if delivery.media_type not in {*TYPED_BY_HAND, OBSERVATIONS_JSON}:  # these only our own doors send
        refuse_type(delivery.content_type)
    refuse_size(len(delivery.raw))
    if not delivery.raw:
        raise Refused(EMPTY, _("The document is empty."))
    key = delivery.idempotency_key
    if not 0 < len(key) <= LONGEST_KEY or not key.isprintable():
        raise Refused(BAD_KEY, _("Send an Idempotency-Key of 1 to %(limit)s characters.") % {"limit": LONGEST_KEY})


@transaction.atomic
def _keep(delivery: Delivery, sha256: str, source: Source, by: Any) -> Submission:
    # Two deliveries of the same bytes under two keys: the second must see the first.
    lock_until_commit("bytes", f"{source.pk}:{sha256}")
    is_spreadsheet = delivery.media_type in SPREADSHEETS
    mapping = delivery.column_mapping
    if mapping is None and is_spreadsheet:
        mapping = remembered_mapping(delivery.raw, delivery.media_type, source.layouts_told())
    now = timezone.now()
    submission = Submission.objects.create(
        source=source,
        unit_id=source.unit_id,
        submitted_by=by,
        idempotency_key=delivery.idempotency_key,
        content_type=delivery.media_type[:120],
        file_name=delivery.file_name[:255],
        raw=delivery.raw,
        sha256=sha256,
        byte_count=len(delivery.raw),
        same_bytes_as=_earlier_of_same_bytes(source, sha256, mapping),
        received_at=now,
        known_at=min(delivery.known_at or now, now),
        request_id=structlog.contextvars.get_contextvars().get("request_id", "")[:64],
        column_mapping=mapping,
        awaits_columns=delivery.awaits_columns,
        mends=delivery.mends,
        origins=[list(pair) for pair in delivery.origins],
    )
    record("submission", submission.id, "received", actor=by, after={"bytes": submission.byte_count})
    if not submission.awaits_columns:
        transaction.on_commit(lambda: wake(REGISTER_ONE, str(submission.id)))
    return submission


def _earlier_of_same_bytes(source: Source, sha256: str, mapping: Mapping[str, str | None] | None) -> Submission | None:
    """Return the first submission of these bytes, read with the same columns, that registers or may yet; else the first
    at all; None when the bytes are new."""
    same = Submission.objects.without_raw().filter(source=source, sha256=sha256).order_by("received_at")
    same = same.filter(column_mapping=mapping) if mapping else same.filter(column_mapping__isnull=True)
    return same.filter(Q(registered_count__gt=0) | Q(status=Status.RECEIVED)).first() or same.first()
