"""Finds the party behind a statement, or makes it: one row for one trader, whatever document names it."""

import hashlib
import re
import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import connection

from consignments.copying import copy_to
from consignments.keys.identifiers import inn_key
from consignments.keys.names import name_key
from consignments.models import Party
from consignments.parsing.values import StatedParty

_OURS = uuid.UUID("6f1c2a34-52c5-4f0e-9d0a-0f6a6b9b7d11")  # namespace of the ids of parties
_LONGEST_KEY = 300
SPILT_BEYOND = 2_000  # new parties that wait in memory: of nearly all documents all do
_TAX_NUMBER = re.compile(r"[0-9]{8,14}|[0-9A-Z]{15,20}")


def match_key(name: str | None, identifier: str | None, identifier_kind: str | None, country: str | None) -> str:
    """Return what makes two statements the same party: the tax number if a plausible one is stated, else name and
    country; empty when neither tells anything."""
    tax_number = inn_key(identifier or "") if identifier_kind == "INN" else ""
    # 00000000000000 and the like stand for "none"; they would make one party of all who write them
    if _TAX_NUMBER.fullmatch(tax_number) and len(set(tax_number)) > 1:
        return f"inn:{tax_number}"
    key = name_key(name or "")
    return _bounded(f"name:{key}|{country or ''}") if key else ""


_COLUMNS = ["id", "match_key", "name", "name_key", "identifier", "country", "first_known_at"]
_SPILL = "CREATE TEMPORARY TABLE IF NOT EXISTS parties_met (LIKE consignments_party, position serial) ON COMMIT DROP"
# The first statement of a party gives its name.
_INSERT_SPILT = f"""
INSERT INTO consignments_party ({", ".join(_COLUMNS)})
SELECT DISTINCT ON (match_key) {", ".join(_COLUMNS)} FROM parties_met ORDER BY match_key, position
ON CONFLICT DO NOTHING
"""


class Parties:
    """The parties of one document: those known are asked for once a chunk, the new ones are inserted at the end.

    The id of a new party follows from its match key, so two documents that name it at the same time agree on it
    without waiting for each other. They are inserted last and in order: the rows are then locked for moments only,
    and two registerings cannot lock each other out. Those of a long document wait for that in a table of the
    transaction, for it may name a hundred thousand.
    """

    def __init__(self, known_at: datetime, *, carries_back: bool = False):
        """carries_back: `know_since` will be asked, so that all ids met must be remembered."""
        self._known_at = known_at
        self._keys: dict[tuple[str | None, ...], str] = {}
        self._ids: dict[str, uuid.UUID] = {}
        self._new: dict[str, StatedParty] = {}
        self._has_spilt = False
        self._met: set[uuid.UUID] | None = set() if carries_back else None

    def look_up(self, stated: Iterable[StatedParty]) -> None:
        """Ask the database once for all those not met since `forget`."""
        named = {key: party for party in stated if (key := self._key_of(party)) and key not in self._ids}
        known = dict(Party.objects.filter(match_key__in=named.keys()).values_list("match_key", "id"))
        for key, party in named.items():
            self._ids[key] = known.get(key) or uuid.uuid5(_OURS, key)
            if key not in known:
                self._new.setdefault(key, party)
        if self._met is not None:
            self._met |= set(self._ids.values())

    def forget(self) -> None:
        """Between two chunks: what the next one names is asked for again."""
        self._keys, self._ids = {}, {}
        if len(self._new) > SPILT_BEYOND:
            self._spill()

    def id_of(self, stated: StatedParty | None) -> uuid.UUID | None:
        """Return the party's id, after `look_up`; None when the statement tells no name and no tax number."""
        return self._ids.get(self._key_of(stated)) if stated else None

    def insert_new(self) -> None:
        if self._has_spilt:
            self._spill()
            with connection.cursor() as cursor:
                cursor.execute(_INSERT_SPILT)
        else:
            rows = (Party(**dict(zip(_COLUMNS, self._row(key), strict=True))) for key in sorted(self._new))
            Party.objects.bulk_create(rows, ignore_conflicts=True)

    def know_since(self) -> None:
        """Carry back the date since when a party is known: a retrospective import may know it from earlier."""
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE consignments_party SET first_known_at = %s WHERE id = ANY(%s) AND first_known_at > %s",
                [self._known_at, sorted(self._met or ()), self._known_at],
            )

    def _spill(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(_SPILL)
        copy_to("parties_met", _COLUMNS, map(self._row, self._new))
        self._new, self._has_spilt = {}, True

    def _key_of(self, stated: StatedParty) -> str:
        said = (stated.name, stated.identifier, stated.identifier_kind, stated.address.country)
        key = self._keys.get(said)
        if key is None:
            key = self._keys[said] = match_key(*said)
        return key

    def _row(self, key: str) -> tuple[Any, ...]:
        stated = self._new[key]
        return (
            uuid.uuid5(_OURS, key),
            key,
            (stated.name or "")[:300],
            name_key(stated.name or "")[:300],
            (stated.identifier or "")[:40],
            stated.address.country or "",
            self._known_at,
        )


def _bounded(key: str) -> str:
    """Keep a long key distinct within the column's width."""
    if len(key) <= _LONGEST_KEY:
        return key
    return key[: _LONGEST_KEY - 64] + hashlib.sha256(key.encode()).hexdigest()
