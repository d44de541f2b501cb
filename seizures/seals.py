"""Seals: what the documents state, what the examiner reads, and whether the two agree."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from consignments.keys.identifiers import seal_key


class SealState(models.TextChoices):
    INTACT = "intact", _("Intact")
    DAMAGED = "damaged", _("Damaged")
    MISSING = "missing", _("Missing")
    NONE_FITTED = "none_fitted", _("None fitted")  # a vehicle that travels without a seal


@dataclass(frozen=True)
class SealComparison:
    """`unexpected` were read but not stated, `unread` were stated but not read; both as written."""

    unexpected: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        return bool(self.unexpected or self.unread)


def compare_seals(read: str, stated: Sequence[str] | None) -> SealComparison | None:
    """Compare the seals as read (several set apart by commas or semicolons) with those stated.

    None where there is nothing to compare: nothing was read yet, or the documents say nothing of seals.
    """
    reads = {seal_key(number): number.strip() for number in re.split(r"[,;/\n]", read) if seal_key(number)}
    if not reads or stated is None:
        return None
    expected = {seal_key(number): number for number in stated}
    return SealComparison(
        unexpected=tuple(number for key, number in reads.items() if key not in expected),
        unread=tuple(number for key, number in expected.items() if key not in reads),
    )
