"""What each kind of document must, may or cannot carry: the difference between "none stated" and "not known".

A datum missing under MUST was not stated although it had to be; missing under MAY or CANNOT it is not known. The sets
stand beside each parser, in `<kind>_carrying.py`.
"""

from enum import StrEnum

from .documents import KINDS
from .fields import FIELDS
from .values import DocumentKind


class Carry(StrEnum):
    MUST = "must"
    MAY = "may"
    CANNOT = "cannot"


_BY_KIND = {kind.kind: kind for kind in KINDS}
_KNOWN = frozenset(FIELDS)


def carries(kind: DocumentKind | str, field: str) -> Carry:
    """Return whether documents of this kind must, may or cannot carry the field; KeyError for an unknown field."""
    if field not in _KNOWN:
        raise KeyError(field)
    known = _BY_KIND[DocumentKind(kind)]
    if field in known.must:
        return Carry.MUST
    return Carry.CANNOT if field in known.cannot else Carry.MAY
