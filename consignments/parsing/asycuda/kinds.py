"""The documents of ASYCUDA World that are read."""

from datetime import tzinfo

from ..kind import XML, Kind
from ..values import DocumentKind, ParsedDocument
from . import declaration, house_bill_form, manifest
from .carrying import (
    ASYCUDA_DECLARATION_CANNOT,
    ASYCUDA_DECLARATION_MUST,
    ASYCUDA_HOUSE_BILLS_CANNOT,
    ASYCUDA_HOUSE_BILLS_MUST,
    ASYCUDA_MANIFEST_CANNOT,
    ASYCUDA_MANIFEST_MUST,
)


def _parse_house_bills(raw: bytes, local_zone: tzinfo) -> ParsedDocument:
    parse = house_bill_form.parse if house_bill_form.recognises(raw) else manifest.parse_house_bills
    return parse(raw, local_zone=local_zone)


KINDS: tuple[Kind, ...] = (
    Kind(
        DocumentKind.ASYCUDA_MANIFEST,
        XML,
        lambda sent: manifest.recognises(sent.raw),
        lambda sent: manifest.parse(sent.raw, local_zone=sent.local_zone),
        ASYCUDA_MANIFEST_MUST,
        ASYCUDA_MANIFEST_CANNOT,
    ),
    Kind(
        DocumentKind.ASYCUDA_HOUSE_BILLS,
        XML,
        lambda sent: manifest.recognises_house_bills(sent.raw) or house_bill_form.recognises(sent.raw),
        lambda sent: _parse_house_bills(sent.raw, sent.local_zone),
        ASYCUDA_HOUSE_BILLS_MUST,
        ASYCUDA_HOUSE_BILLS_CANNOT,
    ),
    Kind(
        DocumentKind.ASYCUDA_DECLARATION,
        XML,
        lambda sent: declaration.recognises(sent.raw),
        lambda sent: declaration.parse(sent.raw, local_zone=sent.local_zone),
        ASYCUDA_DECLARATION_MUST,
        ASYCUDA_DECLARATION_CANNOT,
    ),
)
