"""The canonical form of a listed value, by the kind of its list: what makes two writings equal."""

import re
from collections.abc import Callable

from consignments.keys.addresses import address_is_incomplete, address_key
from consignments.keys.identifiers import container_number, document_key, inn_key, phone_key, plate_key
from consignments.keys.names import name_key
from profiling.models import ListKind

_IMO = re.compile(r"(?:^|\D)(\d{7})(?!\d)")
LONGEST_KEY = 300


def vessel_key(text: str) -> str:
    """Return the IMO number, the only thing that a vessel keeps through its names and flags; "" where none is stated.

    >>> vessel_key("IMO 9074729"), vessel_key("Vessel of the lake")
    ('9074729', '')
    """
    found = _IMO.search(text)
    return found[1] if found else ""


def place_key(text: str) -> str:
    """Return the key of an address that says where somebody is; "" for a town or a box alone, which many share."""
    return address_key(text)[:LONGEST_KEY] if address_is_incomplete(text=text) is False else ""


KEY_OF: dict[str, Callable[[str], str]] = {
    ListKind.PARTY: name_key,
    ListKind.CONTAINER: container_number,
    ListKind.PLATE: plate_key,
    ListKind.DOCUMENT: document_key,
    ListKind.VESSEL: vessel_key,
    ListKind.ADDRESS: place_key,
    ListKind.PHONE: phone_key,
    ListKind.INN: inn_key,
}


def value_key(kind: str, value: str) -> str:
    """Return what `value` is compared by; "" when it has no letter or digit and can never match."""
    return KEY_OF[ListKind(kind)](value)
