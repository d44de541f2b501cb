"""The messages of X12 that are read."""

from ..kind import Kind
from ..values import DocumentKind
from . import manifest
from .carrying import X12_309_CANNOT, X12_309_MUST

X12 = frozenset({"application/edi-x12", "application/x12", "text/x12"})

KINDS: tuple[Kind, ...] = (
    Kind(
        DocumentKind.X12_309,
        X12,
        lambda sent: manifest.recognises(sent.raw),
        lambda sent: manifest.parse(sent.raw, local_zone=sent.local_zone),
        X12_309_MUST,
        X12_309_CANNOT,
    ),
)
