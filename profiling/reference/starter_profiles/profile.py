"""What a starter profile carries, and the conditions that several of them share."""

from dataclasses import dataclass
from typing import Any

from .instructions import INSTRUCTIONS


@dataclass(frozen=True, slots=True)
class StarterProfile:
    """A profile as it is shipped.

    origin: on what it rests and how far that can be trusted. disabled_because: shipped, but not to be switched on.
    """

    code: str
    title: str
    title_ru: str
    title_ky: str
    category: str
    origin: str
    definition: dict[str, Any]
    disabled_because: str = ""

    @property
    def instruction(self) -> str:
        return INSTRUCTIONS[self.code].en

    @property
    def instruction_ru(self) -> str:
        return INSTRUCTIONS[self.code].ru

    @property
    def instruction_ky(self) -> str:
        return INSTRUCTIONS[self.code].ky


# The neighbours to the south and west, through which opiates come and precursors go.
SOUTH = ["AF", "TJ", "UZ", "TM"]

# At night, by a consignee of whom no other habit is known: a newcomer has no share of arrivals to compare with.
NIGHT_WITHOUT_HABIT = {
    "all": [
        {"fact": "arrival_at_night", "op": "is_true"},
        {
            "any": [
                {"not": {"known": "consignee_night_share"}},
                {"fact": "consignee_night_share", "op": "lt", "value": 0.2},
            ]
        },
    ]
}

# Trust takes points off where the register says so; that there is no register must not weaken a hit.
SURELY_TRUSTED = {"all": [{"known": "trader_is_trusted"}, {"fact": "trader_is_trusted", "op": "is_true"}]}


def counts(code: str, points: int, when: dict[str, Any] | None = None, label: str = "") -> dict[str, Any]:
    """Return an indicator of a definition; without `when` by the catalogue's condition."""
    return {"code": code, "points": points} | ({"when": when} if when else {}) | ({"label": label} if label else {})


def surely(fact: str, operator: str = "is_true", value: Any = None) -> dict[str, Any]:
    """Return the condition that a fact is known and compares so: what only a feed, a past or a rare paper tells.

    That nobody fed a register, or that a note has no room for a permit, is not the sender's silence.
    """
    compared = {"fact": fact, "op": operator} | ({} if value is None else {"value": value})
    return {"all": [{"known": fact}, compared]}


def surely_of_an_item(fact: str, operator: str = "is_true", value: Any = None) -> dict[str, Any]:
    """Return the same of one goods item."""
    return {"any_item": surely(fact, operator, value)}


def item_has_any(control_list: str) -> dict[str, Any]:
    """Return the condition that a goods item stands on a control list."""
    return {"any_item": {"fact": "control_lists", "op": "has_any", "value": [control_list]}}


def item_of_chapters(*chapters: str) -> dict[str, Any]:
    """Return the condition that a goods item is of one of the HS chapters."""
    return {"any_item": {"fact": "hs_chapter", "op": "in", "value": list(chapters)}}
