"""The typed operators: what each compares, and its SQL, which answers true, false or NULL (not evaluable)."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .fact import Fact, FactType
from .sql import Sql


class Takes(StrEnum):
    """What stands in `value`."""

    NOTHING = "nothing"
    ONE = "one"
    RANGE = "range"  # [low, high], both included
    LIST = "list"  # at least one, none of them NULL


@dataclass(frozen=True, slots=True)
class Operator:
    name: str
    label: Promise
    takes: Takes
    types: frozenset[FactType]
    sql: Callable[[Fact, Sql, Any], Sql]


def known(fact: Fact, column: Sql) -> Sql:
    """Two-valued: an array with an unknown element is not (wholly) known."""
    if fact.type is FactType.ARRAY:
        return "(" + column + " IS NOT NULL AND array_position(" + column + ", NULL) IS NULL)"
    return column + " IS NOT NULL"


def _compares(sign: str) -> Callable[[Fact, Sql, Any], Sql]:
    def compare(fact: Fact, column: Sql, value: Any) -> Sql:
        return _folded(fact, column) + f" {sign} " + _param(fact, value)

    return compare


def _between(fact: Fact, column: Sql, value: Any) -> Sql:
    low, high = value
    return column + " BETWEEN " + _param(fact, low) + " AND " + _param(fact, high)


def _in(fact: Fact, column: Sql, value: Any) -> Sql:
    return _folded(fact, column) + " = ANY(" + _array(fact.type, value) + ")"


# starts_with() and strpos() know no metacharacters, so `%` and `_` in a value are just letters.
def _starts_with(fact: Fact, column: Sql, value: Any) -> Sql:
    return "starts_with(" + _folded(fact, column) + ", " + Sql("%s)", (value,))


def _contains(fact: Fact, column: Sql, value: Any) -> Sql:
    return "strpos(" + _folded(fact, column) + ", " + Sql("%s) > 0", (value,))


def _is(fact: Fact, column: Sql, value: Any) -> Sql:
    return column


def _is_not(fact: Fact, column: Sql, value: Any) -> Sql:
    return "NOT " + column


def _has(sign: str) -> Callable[[Fact, Sql, Any], Sql]:
    """An unknown element may be any value: bare `&&` and `@>` would call it false."""

    def has(fact: Fact, column: Sql, value: Any) -> Sql:
        found = column + f" {sign} " + _array(fact.elements, value)
        unknown = column + " IS NULL OR array_position(" + column + ", NULL) IS NOT NULL"
        return "CASE WHEN " + found + " THEN true WHEN " + unknown + " THEN NULL ELSE false END"

    return has


ORDERED = frozenset({FactType.NUMBER, FactType.INTEGER, FactType.MOMENT})
WORDS = frozenset({FactType.TEXT, FactType.COUNTRY, FactType.CODE})
NUMBERS = frozenset({FactType.NUMBER, FactType.INTEGER})
YES_NO = frozenset({FactType.BOOLEAN})
ARRAYS = frozenset({FactType.ARRAY})
WRITTEN = frozenset({FactType.TEXT, FactType.CODE})

OPERATORS: dict[str, Operator] = {
    operator.name: operator
    for operator in (
        Operator("eq", _("is"), Takes.ONE, WORDS | NUMBERS, _compares("=")),
        Operator("ne", _("is not"), Takes.ONE, WORDS | NUMBERS, _compares("<>")),
        Operator("lt", _("is below"), Takes.ONE, ORDERED, _compares("<")),
        Operator("le", _("is at most"), Takes.ONE, ORDERED, _compares("<=")),
        Operator("gt", _("is above"), Takes.ONE, ORDERED, _compares(">")),
        Operator("ge", _("is at least"), Takes.ONE, ORDERED, _compares(">=")),
        Operator("between", _("is between"), Takes.RANGE, ORDERED, _between),
        Operator("in", _("is one of"), Takes.LIST, WORDS | frozenset({FactType.INTEGER}), _in),
        Operator("starts_with", _("starts with"), Takes.ONE, WRITTEN, _starts_with),
        Operator("contains", _("contains"), Takes.ONE, frozenset({FactType.TEXT}), _contains),
        Operator("is_true", _("holds"), Takes.NOTHING, YES_NO, _is),
        Operator("is_false", _("does not hold"), Takes.NOTHING, YES_NO, _is_not),
        Operator("has_any", _("has one of"), Takes.LIST, ARRAYS, _has("&&")),
        Operator("has_all", _("has all of"), Takes.LIST, ARRAYS, _has("@>")),
    )
}


def _folded(fact: Fact, column: Sql) -> Sql:
    return "lower(" + column + ")" if fact.type is FactType.TEXT else column


def _param(fact: Fact, value: Any) -> Sql:
    return Sql("%s::timestamptz" if fact.type is FactType.MOMENT else "%s", (value,))


def _array(of: FactType, values: tuple[Any, ...]) -> Sql:
    return Sql("%s::bigint[]" if of is FactType.INTEGER else "%s::varchar[]", (list(values),))
