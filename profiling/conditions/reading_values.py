"""The door for the value of a leaf: of the type that the fact and the operator take, or a fault."""

import math
import re
from datetime import datetime
from typing import Any, NoReturn

from django.utils.translation import gettext as _

from .fact import Fact, FactType
from .fault import Faults
from .operators import Operator, Takes

LONGEST_LIST = 5_000
LONGEST_TEXT = 500
LARGEST_NUMBER = 10**15  # beyond it a double no longer tells whole numbers apart

_COUNTRY = re.compile(r"[A-Z]{2}")
_UNPRINTABLE = re.compile("[\x00-\x1f\ud800-\udfff]")  # PostgreSQL stores neither NUL nor half a surrogate pair


class _Refused(Exception):
    """Ends the reading of one value; the fault is already noted."""


def read_value(data: Any, fact: Fact, operator: Operator, path: str, faults: Faults) -> Any:
    """Return the value as the operator takes it (None, a value, a pair or a tuple); None after a fault.

    Text is folded as the column is (lower case), countries are upper-cased; moments are aware datetimes.
    """
    element = fact.elements if fact.type is FactType.ARRAY else fact.type
    partial = operator.name in ("starts_with", "contains")
    try:
        if operator.takes is Takes.ONE:
            return _one(data, fact, element, partial, path, faults)
        return _several(data, fact, element, operator.takes, path, faults)
    except _Refused:
        return None


def fold(text: str) -> str:
    """Lower-case letter by letter, as PostgreSQL's built-in C.UTF-8 does, with white space folded."""
    return re.sub(r"\s+", " ", "".join(letter.lower()[0] for letter in text))


def _several(data: Any, fact: Fact, element: FactType, takes: Takes, path: str, faults: Faults) -> tuple[Any, ...]:
    if not isinstance(data, list | tuple):
        _refuse(faults, path, _("A list is expected."), _("Write the values between [ and ]."))
    if takes is Takes.RANGE and len(data) != 2:
        _refuse(faults, path, _("A range has two ends."), _("Write [lowest, highest]."))
    if not data:
        _refuse(faults, path, _("The list is empty."), _("Name at least one value, or remove the condition."))
    if len(data) > LONGEST_LIST:
        problem = _("The list has %(count)s values, at most %(most)s are allowed.")
        _refuse(
            faults, path, problem % {"count": len(data), "most": LONGEST_LIST}, _("Use a watch list for long lists.")
        )
    values, before = [], len(faults.found)
    for index, each in enumerate(data):
        try:
            values.append(_one(each, fact, element, False, f"{path}[{index}]", faults))
        except _Refused:
            continue
    if len(faults.found) > before:
        raise _Refused
    if takes is Takes.RANGE and values[0] > values[1]:
        _refuse(faults, path, _("The lower end is above the higher end."), _("Write [lowest, highest]."))
    return tuple(values) if takes is Takes.RANGE else tuple(dict.fromkeys(values))


def _one(data: Any, fact: Fact, element: FactType, partial: bool, path: str, faults: Faults) -> Any:
    if data is None:
        _refuse(faults, path, _("The value is empty."), _("Write a value; to ask whether it is known use “known”."))
    match element:
        case FactType.NUMBER | FactType.INTEGER:
            return _number(data, fact, element, path, faults)
        case FactType.MOMENT:
            return _moment(data, path, faults)
        case FactType.BOOLEAN:
            _refuse(faults, path, _("This fact takes no value."), _("Use “is_true” or “is_false”."))
    text = _text(data, path, faults)
    if element is FactType.TEXT:
        return fold(text)
    if element is FactType.COUNTRY:
        text = text.strip().upper()
        if not _COUNTRY.fullmatch(text):
            _refuse(faults, path, _("“%(value)s” is no country code.") % {"value": text[:20]}, _("Two letters, as KG."))
        return text
    return _code(text.strip(), fact, partial, path, faults)


def _number(data: Any, fact: Fact, element: FactType, path: str, faults: Faults) -> int | float:
    if isinstance(data, bool) or not isinstance(data, int | float):
        _refuse(faults, path, _("A number is expected."), _("Write it without quotation marks, as 12.5."))
    if isinstance(data, float) and not math.isfinite(data):
        _refuse(faults, path, _("NaN and Infinity are no numbers to compare with."), _("Write a finite number."))
    if abs(data) > LARGEST_NUMBER:
        _refuse(faults, path, _("The number is too large."), _("At most 10 to the power of 15."))
    if element is FactType.INTEGER and data != int(data):
        _refuse(faults, path, _("A whole number is expected."), _("This fact is counted: write it without decimals."))
    if fact.counted_to is not None and data > fact.counted_to:
        problem = _("%(fact)s is counted to %(most)s only.") % {"fact": fact.name, "most": fact.counted_to}
        _refuse(faults, path, problem, _("Compare with at most %(most)s.") % {"most": fact.counted_to})
    return int(data) if element is FactType.INTEGER else data


def _moment(data: Any, path: str, faults: Faults) -> datetime:
    remedy = _("Write date, time and zone, as 2026-03-13T06:00:00+06:00.")
    try:
        moment = datetime.fromisoformat(data) if isinstance(data, str) else None
    except ValueError:
        moment = None
    if moment is None:
        _refuse(faults, path, _("A date with time is expected."), remedy)
    if moment.utcoffset() is None:
        _refuse(faults, path, _("The time zone is missing."), remedy)
    return moment


def _text(data: Any, path: str, faults: Faults) -> str:
    if not isinstance(data, str):
        _refuse(faults, path, _("A text is expected."), _("Write it between quotation marks."))
    if not data.strip():
        _refuse(faults, path, _("The text is empty."), _("Write at least one letter."))
    if len(data) > LONGEST_TEXT:
        _refuse(faults, path, _("The text is too long."), _("At most 500 letters."))
    if _UNPRINTABLE.search(data):
        _refuse(faults, path, _("The text has letters that cannot be stored."), _("Remove control characters."))
    return data


def _code(text: str, fact: Fact, partial: bool, path: str, faults: Faults) -> str:
    if partial:
        return text
    if fact.choices and text not in fact.choices:
        remedy = _("One of: %(choices)s.") % {"choices": ", ".join(fact.choices)}
        _refuse(faults, path, _("“%(value)s” is no value of this fact.") % {"value": text[:40]}, remedy)
    if fact.pattern and not re.fullmatch(fact.pattern, text):
        length = fact.pattern.split("{")[-1].rstrip("}")
        problem = _("“%(value)s” does not have the form of this fact.") % {"value": text[:40]}
        _refuse(faults, path, problem, _("%(count)s digits between quotation marks.") % {"count": length})
    return text


def _refuse(faults: Faults, path: str, problem: str, remedy: str) -> NoReturn:
    faults.add(path, problem, remedy)
    raise _Refused
