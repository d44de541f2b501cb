"""Seals of a piece through its journey: what documents state, what was read, what an examiner found. Plain values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

from consignments.keys.identifiers import seal_key

Seals = tuple[str, ...] | None  # None: nothing is said of seals; (): none there


class SealFault(StrEnum):
    """What is wrong, worst first."""

    BROKEN = "broken"
    MISSING = "missing"
    REPAIRED = "repaired"
    READ_OTHERWISE = "read_otherwise"  # a number that no document states
    CHANGED = "changed"  # none of the seals of one look was there at the next
    DOCUMENTS_DIFFER = "documents_differ"


_BY_CONDITION = {
    "broken": SealFault.BROKEN,
    "damaged": SealFault.BROKEN,
    "missing": SealFault.MISSING,
    "repaired": SealFault.REPAIRED,
}


@dataclass(frozen=True, slots=True)
class SealLook:
    """Somebody, or a device, looked at the seals. condition: intact, broken, damaged, repaired, missing or ""."""

    at: datetime
    seals: Seals
    condition: str = ""

    @property
    def says_something(self) -> bool:
        return self.seals is not None or bool(self.condition)


@dataclass(frozen=True, slots=True)
class SealState:
    """stated: every number that a document states, () for "none", None where none says anything of seals. is_intact:
    the last look found them so, and nothing is wrong."""

    stated: Seals
    faults: tuple[SealFault, ...]
    is_intact: bool


def seal_state(documents: Sequence[Seals], looks: Iterable[SealLook]) -> SealState:
    """Judge the seals of one journey: looks in any order, those that say nothing are left out."""
    said = [seals for seals in documents if seals is not None]
    stated = tuple(dict.fromkeys(seal for seals in said for seal in seals)) if said else None
    seen = sorted((look for look in looks if look.says_something), key=lambda look: look.at)
    faults = {_fault_of(look) for look in seen} | {
        SealFault.READ_OTHERWISE if stated and any(_is_other(look, stated) for look in seen) else None,
        SealFault.CHANGED if any(_is_changed(*pair) for pair in pairwise(_with_numbers(seen))) else None,
        SealFault.DOCUMENTS_DIFFER if len({frozenset(map(seal_key, seals)) for seals in said}) > 1 else None,
    }
    found = tuple(fault for fault in SealFault if fault in faults)
    return SealState(stated, found, is_intact=bool(seen) and not found and seen[-1].condition == "intact")


def faults_of_look(look: SealLook, stated: Seals) -> tuple[SealFault, ...]:
    """What one look found, against what the documents state."""
    own = _fault_of(look)
    other = SealFault.READ_OTHERWISE if stated and _is_other(look, stated) else None
    return tuple(fault for fault in (own, other) if fault is not None)


def _fault_of(look: SealLook) -> SealFault | None:
    if look.seals == ():
        return SealFault.MISSING
    return _BY_CONDITION.get(look.condition)


def _is_other(look: SealLook, stated: tuple[str, ...]) -> bool:
    """A camera may miss one of several seals; one that is not stated is another."""
    return bool(look.seals) and not set(map(seal_key, look.seals or ())) <= set(map(seal_key, stated))


def _with_numbers(looks: Iterable[SealLook]) -> list[SealLook]:
    return [look for look in looks if look.seals]


def _is_changed(before: SealLook, after: SealLook) -> bool:
    return set(map(seal_key, before.seals or ())).isdisjoint(map(seal_key, after.seals or ()))
