"""How documents arrive in tests: received, and registered at once as the worker would."""

import itertools
from typing import Any

from consignments.models import Source, Submission
from consignments.receiving import Delivery, receive
from consignments.registering import register_submission

_keys = itertools.count(1)


def receive_bytes(raw: bytes, source: Source, *, by: Any = None, **fields: Any) -> Submission:
    fields.setdefault("content_type", "application/json")
    fields.setdefault("idempotency_key", f"k{next(_keys)}")
    return receive(Delivery(raw=raw, **fields), source=source, by=by or source.client)


def register_bytes(raw: bytes, source: Source, **fields: Any) -> Submission:
    """Return the submission as it stands after the worker has had it."""
    submission = receive_bytes(raw, source, **fields)
    register_submission(submission.pk)
    submission.refresh_from_db()
    return submission
