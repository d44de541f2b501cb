"""Finds the party behind a statement, or makes it: one row for one trader, whatever document names it."""

import hashlib
import re
import uuid
from collections.abc import Iterable
from datetime import datetime

from django.db import connection

from consignments.keys.identifiers import inn_key
from consignments.keys.names import name_key
from consignments.models import Party
from consignments.parsing.values import StatedParty

_OURS = uuid.UUID("6f1c2a34-52c5-4f0e-9d0a-0f6a6b9b7d11")  # namespace of the ids of parties
_LONGEST_KEY = 300
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


class Parties:
    """The parties of one document: those known are asked for once a chunk, the new ones are inserted at the end.

    The id of a new party follows from its match key, so two documents that name it at the same time agree on it
    without waiting for each other. They are inserted last and in order: the rows are then locked for moments only,
    and two registerings cannot lock each other out.
    """

    def __init__(self, known_at: datetime):
        self._known_at = known_at
        self._keys: dict[tuple[str | None, ...], str] = {}
        self._ids: dict[str, uuid.UUID] = {}
        self._new: dict[str, StatedParty] = {}

    def look_up(self, stated: Iterable[StatedParty]) -> None:
        """Ask the database once for all those not met before."""
        named = {key: party for party in stated if (key := self._key_of(party)) and key not in self._ids}
        known = dict(Party.objects.filter(match_key__in=named.keys()).values_list("match_key", "id"))
        for key, party in named.items():
            self._ids[key] = known.get(key) or uuid.uuid5(_OURS, key)
            if key not in known:
                self._new[key] = party

    def id_of(self, stated: StatedParty | None) -> uuid.UUID | None:
        """Return the party's id, after `look_up`; None when the statement tells no name and no tax number."""
        return self._ids.get(self._key_of(stated)) if stated else None

    def insert_new(self) -> None:
        Party.objects.bulk_create(
            [self._party(key, self._new[key]) for key in sorted(self._new)], batch_size=5_000, ignore_conflicts=True
        )

    def know_since(self) -> None:
        """Carry back the date since when a party is known: a retrospective import may know it from earlier."""
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE consignments_party SET first_known_at = %s WHERE id = ANY(%s) AND first_known_at > %s",
                [self._known_at, sorted(self._ids.values()), self._known_at],
            )

    def _key_of(self, stated: StatedParty) -> str:
        said = (stated.name, stated.identifier, stated.identifier_kind, stated.address.country)
        key = self._keys.get(said)
        if key is None:
            key = self._keys[said] = match_key(*said)
        return key

    def _party(self, key: str, stated: StatedParty) -> Party:
        return Party(
            id=self._ids[key],
            match_key=key,
            name=(stated.name or "")[:300],
            name_key=name_key(stated.name or "")[:300],
            identifier=(stated.identifier or "")[:40],
            country=stated.address.country or "",
            first_known_at=self._known_at,
        )


def _bounded(key: str) -> str:
    """Keep a long key distinct within the column's width."""
    if len(key) <= _LONGEST_KEY:
        return key
    return key[: _LONGEST_KEY - 64] + hashlib.sha256(key.encode()).hexdigest()
