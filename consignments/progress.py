"""How far a document has been read, told while its one transaction is still open: a note beside the database.

It lies in the cache, is no record of anything, and may be lost: then the page shows that reading goes on, and no more.
"""

from dataclasses import asdict, dataclass
from uuid import UUID

import redis
import structlog
from django.core.cache import cache

_KEPT_S = 600  # after the last word, as when the worker was killed

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Progress:
    """read: consignments so far; of: how many the document seems to hold, None where it does not say."""

    read: int
    of: int | None = None


def tell(submission_id: UUID, progress: Progress) -> None:
    try:
        cache.set(_key(submission_id), asdict(progress), _KEPT_S)
    except redis.RedisError as fault:
        log.warning("progress_not_told", fault=type(fault).__name__)


def told(submission_id: UUID) -> Progress | None:
    """Return how far it is; None when nothing was told, or the cache does not answer."""
    try:
        found = cache.get(_key(submission_id))
    except redis.RedisError:
        return None
    return Progress(**found) if found else None


def _key(submission_id: UUID) -> str:
    return f"reading:{submission_id}"
