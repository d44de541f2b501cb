"""Three answers over several elements, and what a document that states nothing says."""

from collections.abc import Iterable
from functools import lru_cache

from consignments.parsing.carries import Carry, carries


def any_of(answers: Iterable[bool | None]) -> bool | None:
    """Return Kleene's "any": True if one is True, else None if one is not known, else False; None for no elements."""
    seen = set(answers)
    if True in seen:
        return True
    return None if None in seen or not seen else False


@lru_cache(maxsize=1024)
def must_carry(document_kind: str, field: str) -> bool:
    """Say whether a datum missing in this kind of document was left out (none stated), and is not merely not known."""
    return carries(document_kind, field) is Carry.MUST


@lru_cache(maxsize=1024)
def cannot_carry(document_kind: str, field: str) -> bool:
    """Say whether this kind of document has no place for the datum."""
    return carries(document_kind, field) is Carry.CANNOT
