"""Parties of ASYCUDA documents."""

import re

from .. import reading
from ..noting import Notes
from ..party_text import country_at_end
from ..values import StatedAddress, StatedParty
from .segment import Segment

_LINES = re.compile(r"\s*[\r\n]\s*")


def trader(segment: Segment | None, role: str, notes: Notes) -> StatedParty | None:
    """Return the party of a trader's element; None when it is missing or empty.

    A declaration has one field for name and address: then the first line is the name. A manifest has an address of its
    own, and line breaks in a name are padding.
    """
    if segment is None:
        return None
    code = segment.identifier("trader_code", 60, notes)
    stated, path = segment.stated("trader_name")
    address, address_path = segment.stated("trader_address")
    if not stated and not code:
        return None
    if stated and address is None:
        stated, *rest = [line for line in _LINES.split(stated) if line]
        address, address_path = "\n".join(rest) or None, path
    lines = ", ".join(line.strip(" ,") for line in _LINES.split(address or "") if line.strip(" ,"))
    return StatedParty(
        role=role,
        name=notes.text(stated, path, 500),
        identifier=code,
        identifier_kind=reading.tax_number_kind(code) if code else None,
        address=StatedAddress(
            text=notes.text(lines or None, address_path, 700), country=country_at_end(lines) if lines else None
        ),
    )
