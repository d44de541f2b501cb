"""Advisory locks of the database: one at a time, across threads, workers and machines."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


def lock_until_commit(what: str, key: object) -> None:
    """Wait until no other transaction holds this lock; it is given back when the present transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock_number(what, key)])


@contextmanager
def held(what: str, key: object) -> Iterator[bool]:
    """Yield whether the lock could be had at once. It outlives transactions and ends with the block or the session."""
    number = lock_number(what, key)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [number])
        (got_it,) = cursor.fetchone()
    try:
        yield got_it
    finally:
        if got_it:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [number])


def lock_number(what: str, key: object) -> int:
    """Return the number by which the database knows the lock."""
    digest = hashlib.sha256(f"{what}:{key}".encode()).digest()
    return int.from_bytes(digest[:8], signed=True)
