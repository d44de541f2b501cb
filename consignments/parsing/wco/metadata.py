"""Which documents are in the WCO Data Model, and of which kind: a Declaration, bare or wrapped in MetaData.

Elements are matched by local name, for each version and each administration has its own namespaces.
"""

import re

from ..xml_nodes import root_name

ROOTS = ("MetaData", "Declaration")
_TYPE_NAME = re.compile(rb"WCOTypeName\s*>\s*([A-Z0-9]{2,6})")
_NAMESPACE = re.compile(rb"urn:wco:datamodel:WCO:([A-Z]{3})[:\-\d]")
_CARGO_TYPES = {b"CAR", b"CRI", b"CRE", b"CRT", b"COP", b"CRR"}  # cargo reports: import, export, transit, conveyance
_LOOKED_AT = 1 << 20


def is_declaration(raw: bytes) -> bool:
    return root_name(raw) in ROOTS and not _reports_cargo(raw)


def is_cargo_report(raw: bytes) -> bool:
    return root_name(raw) in ROOTS and _reports_cargo(raw)


def _reports_cargo(raw: bytes) -> bool:
    """By the type's name, else by the namespace, else by the lack of a shipment: cargo is reported by consignment."""
    beginning = raw[:_LOOKED_AT].replace(b"\x00", b"")
    if named := _TYPE_NAME.search(beginning):
        return named[1] in _CARGO_TYPES
    if not _CARGO_TYPES.isdisjoint(_NAMESPACE.findall(beginning)):
        return True
    return b"GoodsShipment" not in beginning and re.search(rb"<(?:[\w.-]+:)?Consignment[\s>/]", beginning) is not None
