"""Asks for rows by many ids at once, as one array: five hundred parameters take Django longer than their rows."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models.expressions import RawSQL


def among(ids: Iterable[UUID]) -> RawSQL:
    """Return what stands behind `__in`; no ids find no rows."""
    return RawSQL("SELECT unnest(%s::uuid[])", ["{" + ",".join([str(pk) for pk in ids]) + "}"])
