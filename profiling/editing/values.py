"""The value of a comparison as fields hold it: texts from a value, a value from texts."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite
from typing import Any

from profiling.conditions.catalogue import Fact, FactType
from profiling.conditions.operators import OPERATORS, Takes
from profiling.reference.named_lists import NAMED_LISTS, list_values

_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
_DECIMAL = re.compile(r"[+-]?([0-9]{1,18}([.,][0-9]{1,18})?|[.,][0-9]{1,18})([eE][+-]?[0-9]{1,3})?")
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(Z|[+-][0-9]{2}:[0-9]{2})")
_LINES = re.compile(r"\r\n|\r|\n")
_SPAN = re.compile(r"([0-9]+)\s*[-–]\s*([0-9]+)")
LONGEST_SPAN = 100


class Widget(StrEnum):
    """How a value is asked for."""

    NOTHING = "nothing"
    ONE = "one"
    MOMENT = "moment"
    CHOICE = "choice"
    RANGE = "range"
    MOMENTS = "moments"
    LIST = "list"
    CHOICES = "choices"


@dataclass(frozen=True, slots=True)
class Texts:
    """What stands in the fields. value: one text, or the marked choices; low, high: of a range; zones of moments."""

    value: tuple[str, ...] = ("",)
    low: str = ""
    high: str = ""

    @property
    def one(self) -> str:
        return self.value[0] if self.value else ""


def widget_of(fact: Fact, operator: str) -> Widget:
    """Return how the value of this comparison is asked for."""
    takes = OPERATORS[operator].takes if operator in OPERATORS else Takes.NOTHING
    is_moment, is_chosen = fact.type is FactType.MOMENT, bool(fact.choices) and operator not in ("starts_with",)
    match takes:
        case Takes.ONE:
            return Widget.MOMENT if is_moment else Widget.CHOICE if is_chosen else Widget.ONE
        case Takes.RANGE:
            return Widget.MOMENTS if is_moment else Widget.RANGE
        case Takes.LIST:
            return Widget.CHOICES if is_chosen else Widget.LIST
    return Widget.NOTHING


def texts_of(fact: Fact, operator: str, value: Any) -> Texts:
    """Return the texts that say a value; `value_of` reads them back to the same."""
    match widget_of(fact, operator):
        case Widget.RANGE | Widget.MOMENTS:
            ends = [*(value if isinstance(value, list | tuple) else [value]), None, None]
            return Texts((), _text(ends[0]), _text(ends[1]))
        case Widget.CHOICES:
            return Texts(tuple(map(_text, _listed(value))))
        case Widget.LIST:
            return Texts((_joined(fact, [_text(each) for each in _listed(value)]),))
    return Texts((_text(value),))


def value_of(fact: Fact, operator: str, texts: Texts) -> Any:
    """Return what the texts say, as JSON; a text that is no number stays a text, for the reader to name."""
    match widget_of(fact, operator):
        case Widget.NOTHING:
            return None
        case Widget.RANGE | Widget.MOMENTS:
            return [_read(fact, texts.low or texts.one), _read(fact, texts.high)]
        case Widget.CHOICES:
            return [text for text in texts.value if text]
        case Widget.LIST:
            return [_read(fact, text) for text in split(fact, "\n".join(texts.value))]
    return _read(fact, texts.one or texts.low)


def split(fact: Fact, text: str) -> list[str]:
    """Return the values of a list as typed: one a line, or else by commas; 61-64 counts through codes of one length."""
    lines = _LINES.split(text)
    if fact.type is FactType.TEXT:
        return [line for line in lines if line.strip()]
    pieces = lines if len(lines) > 1 else re.split("[,;]", text)
    stripped = [piece.strip() for piece in pieces if piece.strip()]
    return [each for piece in stripped for each in _span(fact, piece)]


def added(fact: Fact, value: Any, text: str) -> list[Any]:
    """Return the list with what was typed beside it: codes, or a named list as `list:name`."""
    name = text.strip().removeprefix("list:")
    more = list_values(name) if name in NAMED_LISTS else [_read(fact, each) for each in split(fact, text)]
    return list(dict.fromkeys([*_listed(value), *more]))


def moment_parts(text: str) -> tuple[str, str] | None:
    """Return (wall clock, zone) of an ISO moment; None where it is none that a date field can hold."""
    found = _MOMENT.fullmatch(text)
    return (found[1], found[2]) if found else None


def _read(fact: Fact, text: str) -> Any:
    element = fact.elements if fact.type is FactType.ARRAY else fact.type
    readers: dict[FactType, Callable[[str], Any]] = {FactType.NUMBER: _number, FactType.INTEGER: _number}
    if element in readers:
        return readers[element](text.strip())
    if element is FactType.TEXT:
        return text or None
    return text.strip() or None


def _number(text: str) -> int | float | str | None:
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text) and isfinite(number := float(text.replace(",", "."))):
        return number
    return text or None


def _span(fact: Fact, piece: str) -> Sequence[str]:
    span = _SPAN.fullmatch(piece) if fact.pattern else None
    if not span or len(span[1]) != len(span[2]):
        return [piece]
    first, last = int(span[1]), int(span[2])
    return [f"{n:0{len(span[1])}}" for n in range(first, last + 1)] if 0 <= last - first <= LONGEST_SPAN else [piece]


def _joined(fact: Fact, texts: list[str]) -> str:
    """By commas, but texts one a line, and codes too where one has a comma: its last line is then empty."""
    if fact.type is FactType.TEXT:
        return "\n".join(texts)
    return "\n".join([*texts, ""]) if any(re.search("[,;]", text) for text in texts) else ", ".join(texts)


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [] if value is None else [value]


def _text(value: Any) -> str:
    return "" if value is None else value if isinstance(value, str) else repr(value) if value == value else ""
