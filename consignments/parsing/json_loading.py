"""Bounded decoding of JSON: repeated keys are remembered, absurd numbers are kept as what they are."""

import json
from collections import Counter
from decimal import Decimal
from typing import Any

from .noting import Notes

MAX_NUMBER_CHARACTERS = 40
MAX_VALUES = 3_000_000  # decoded, an empty object takes forty times its bytes


class Members(dict[str, Any]):
    """A JSON object that remembers which of its keys came twice."""

    __slots__ = ("repeated",)
    repeated: tuple[str, ...]


class NotNumber:
    """NaN, Infinity or a number of absurd length: read as JSON, refused where it stands."""

    def __init__(self, text: str):
        self.text = text[:MAX_NUMBER_CHARACTERS]

    def __str__(self) -> str:
        return self.text


def load(raw: bytes, notes: Notes) -> Any:
    """Return the decoded JSON with numbers as Decimal and objects as Members; None when it is broken (noted)."""
    if sum(raw.count(mark) for mark in (b"{", b"[", b",")) > MAX_VALUES:
        notes.error("json_too_large", "", limit=MAX_VALUES)
        return None
    try:
        text = raw.decode(json.detect_encoding(raw)).removeprefix("\ufeff")
        return json.loads(
            text, object_pairs_hook=_members, parse_float=_number, parse_int=_number, parse_constant=NotNumber
        )
    except RecursionError:
        notes.error("json_too_deep", "")
    except UnicodeDecodeError as fault:
        notes.error("charset_unreadable", "", offset=fault.start)
    except json.JSONDecodeError as fault:
        notes.error("json_broken", "", line=fault.lineno, column=fault.colno)
    return None


def type_name(value: Any) -> str:
    names = {Members: "object", list: "array", str: "string", bool: "boolean", Decimal: "number", NotNumber: "number"}
    return names.get(type(value), "null")


def _members(pairs: list[tuple[str, Any]]) -> Members:
    found = Members(pairs)
    found.repeated = ()
    if len(found) != len(pairs):
        counts = Counter(key for key, _ in pairs)
        found.repeated = tuple(sorted(key for key, count in counts.items() if count > 1))
    return found


def _number(text: str) -> Decimal | NotNumber:
    return Decimal(text) if len(text) <= MAX_NUMBER_CHARACTERS else NotNumber(text)
