"""OpenSanctions: entities as JSON lines (FollowTheMoney), and the simple table of targets."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from django.utils.translation import gettext as _

from profiling.models import ListKind

from .entry import Draft, Published, Unread

KINDS = {
    "Person": ListKind.PARTY,
    "Company": ListKind.PARTY,
    "Organization": ListKind.PARTY,
    "LegalEntity": ListKind.PARTY,
    "PublicBody": ListKind.PARTY,
    "Vessel": ListKind.VESSEL,
}
# Entities that tell of others and are listed by nobody: sanctions, addresses, ownerships, passports.
_NAMES = ["name", "alias", "weakAlias", "previousName"]
_NUMBERS = ["innCode", "idNumber", "taxNumber", "registrationNumber", "passportNumber", "ogrnCode", "uscCode"]
_COUNTRIES = ["country", "nationality", "citizenship", "jurisdiction", "flag"]
LONGEST_LINE = 1024 * 1024


def read_ftm(file: BinaryIO) -> Iterator[Published | Unread]:
    """Yield every entity that is a person, a firm or a vessel; others are passed over as of no kind."""
    for number, raw in enumerate(iter(lambda: file.readline(LONGEST_LINE), b""), start=1):
        record = str(number)
        if not raw.strip():
            continue
        try:
            stated = json.loads(raw)
        except (ValueError, RecursionError):
            yield Unread(record, _("The line is no JSON object."))
            continue
        if not isinstance(stated, dict) or not isinstance(stated.get("properties", {}), dict):
            yield Unread(record, _("The line is no entity with properties."))
            continue
        yield _entity(record, stated)


def _entity(record: str, stated: dict[str, Any]) -> Published:
    said = stated.get("properties", {})
    draft = Draft(record, str(stated.get("id") or ""), KINDS.get(str(stated.get("schema"))))
    draft.names = [text for name in _NAMES for text in _texts(said, name)]
    caption = str(stated.get("caption") or "")
    if caption in draft.names:
        draft.names.insert(0, caption)
    draft.imo = next(iter(_texts(said, "imoNumber")), "")
    draft.identifiers = [text for name in _NUMBERS for text in _texts(said, name)]
    draft.birth_dates = _texts(said, "birthDate")
    draft.addresses = _texts(said, "address")
    draft.addresses += [
        text
        for inner in said.get("addressEntity", [])
        if isinstance(inner, dict) and isinstance(inner.get("properties"), dict)
        for text in _texts(inner["properties"], "full")
    ]
    draft.countries = [text for name in _COUNTRIES for text in _texts(said, name)]
    draft.notes = [", ".join(_texts(said, "topics")), ", ".join(_texts(said, "program")), *_texts(said, "notes")[:1]]
    return draft.finished()


def _texts(said: dict[str, Any], name: str) -> list[str]:
    values = said.get(name, [])
    return [value for value in values if isinstance(value, str)] if isinstance(values, list) else []


def read_targets(file: BinaryIO) -> Iterator[Published | Unread]:
    """Yield the rows of targets.simple.csv; several values of one cell stand between semicolons."""
    lines = csv.reader(io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline=""))
    try:
        head = [name.strip().lower() for name in next(lines, [])]
        for cells in lines:
            if cells:
                yield _target(str(lines.line_num), dict(zip(head, cells, strict=False)))
    except csv.Error:
        yield Unread(str(lines.line_num), _("From here on the file is no table."))


def _target(record: str, row: dict[str, str]) -> Published | Unread:
    if not row.get("id") or not row.get("schema"):
        return Unread(record, _("The row has no id or no schema."))
    draft = Draft(record, row["id"], KINDS.get(row["schema"]))
    draft.names = [row.get("name", ""), *_several(row, "aliases")]
    draft.identifiers = _several(row, "identifiers")
    draft.imo = next((text for text in draft.identifiers if text.upper().startswith("IMO")), "")
    draft.birth_dates = _several(row, "birth_date")
    draft.addresses = _several(row, "addresses")
    draft.countries = _several(row, "countries")
    draft.notes = [row.get("sanctions", ""), row.get("dataset", "")]
    return draft.finished()


def _several(row: dict[str, str], name: str) -> list[str]:
    return [text.strip() for text in (row.get(name) or "").split(";")]
