"""What the catalogue says of one indicator: its sentence, its usual condition, and how its evidence is told."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Indicator:
    """One entry of the catalogue.

    label: a few words for a row. sentence: what an officer reads. condition: the usual one, as JSON; a profile may
    carry its own with other parameters. evidence: sentences with the value against its norm, the most telling first;
    the first whose figures are all known is told. A placeholder is the name of a fact, a key of the evidence frozen
    with one of the condition's facts, or `item`, the number of the goods item that hit.
    """

    code: str
    label: Promise
    sentence: Promise
    condition: dict[str, Any]
    evidence: tuple[Promise, ...] = ()

    @property
    def group(self) -> str:
        return self.code[0]


def holds(fact: str) -> dict[str, Any]:
    """Return the condition that a yes-or-no fact holds."""
    return {"fact": fact, "op": "is_true"}


def compares(fact: str, operator: str, value: Any) -> dict[str, Any]:
    """Return the condition that compares a fact with a value."""
    return {"fact": fact, "op": operator, "value": value}
