"""The number of a consignment's transport document, its kind, and the master document above it."""

from collections.abc import Sequence

from ..noting import Notes
from .head import Head
from .lexer import Segment
from .segment_groups import Parts, first

_HOUSE = ("BH", "HWB")
_MASTER = ("MB", "MWB", "BM")
_OTHERS = ("AWB", "CMR", "CIM", "AAM", "AAS", "CN", "ABE")
TRANSPORT_DOCUMENTS = {
    "BM": "bill_of_lading", "BH": "bill_of_lading", "MB": "bill_of_lading", "AWB": "air_waybill", "HWB": "air_waybill",
    "MWB": "air_waybill", "CMR": "cmr", "CIM": "other", "AAS": "other", "CN": "other",
}  # fmt: skip
_BY_MODE = {"sea": "bill_of_lading", "air": "air_waybill", "road": "cmr", "rail": "smgs"}
# Of 1001 in BGM, where the message is the transport document itself.
_BY_DOCUMENT_CODE = {
    "703": "other", "704": "bill_of_lading", "705": "bill_of_lading", "706": "bill_of_lading", "710": "bill_of_lading",
    "714": "bill_of_lading", "720": "smgs", "722": "smgs", "730": "cmr", "740": "air_waybill", "741": "air_waybill",
    "743": "air_waybill", "952": "tir",
}  # fmt: skip
_LEVELS = {"704": "master", "741": "master", "703": "house", "714": "house"}


def numbers(parts: Parts, head: Head, notes: Notes) -> tuple[str | None, str | None, str | None]:
    """Return number, level and master number.

    CNI may be empty: then a reference segment has the number, else one of the head or of a goods line.
    """
    opening = parts.own[0]
    house, master = _reference(parts, head, _HOUSE), _reference(parts, head, _MASTER)
    named = house or master or _reference(parts, head, _OTHERS)
    own = opening.at(1, 0).strip()
    if own and named and head.profile.cni_names == "master":
        return _number(named, notes), "house", notes.identifier(own, opening.path, 120)
    if named and head.profile.cni_names == "declaration":
        own = ""
    number = notes.identifier(own, opening.path, 120) if own else _number(named, notes) if named else None
    above = _number(master, notes) if master else None
    if house or (above and above != number and master and master.at(0, 0) != "BM"):
        return number, "house", above
    if opening.tag == "BGM":
        return number, _LEVELS.get(opening.at(0).strip()), None
    return number, "master" if parts.first("RFF", ("MB", "MWB")) else None, None


def document_kind(parts: Parts, head: Head) -> str | None:
    """Return the kind of the transport document: BGM says it where it has one, else a reference, else the mode."""
    opening = parts.own[0]
    if opening.tag == "BGM" and (kind := _BY_DOCUMENT_CODE.get(opening.at(0).strip())):
        return kind
    named = _reference(parts, head, tuple(TRANSPORT_DOCUMENTS))
    return TRANSPORT_DOCUMENTS[named.at(0, 0)] if named else _BY_MODE.get(head.manifest.mode or "")


def opens_a_bill(segment: Segment) -> bool:
    """Return whether a reference segment names a transport document."""
    return segment.tag == "RFF" and segment.at(0, 0) in TRANSPORT_DOCUMENTS


def _reference(parts: Parts, head: Head, qualifiers: Sequence[str]) -> Segment | None:
    """Return the reference of the consignment, else of the whole message, else of one of its goods lines."""
    for segments in (parts.own, head.references, *(group for _, group in parts.of("GID"))):
        found = first(segments, "RFF", qualifiers)
        if found and found.at(0, 1).strip():
            return found
    return None


def _number(reference: Segment, notes: Notes) -> str | None:
    return notes.identifier(reference.at(0, 1), reference.path, 120)
