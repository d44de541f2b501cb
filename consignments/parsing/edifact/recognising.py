"""Which message an interchange is read as: the type of its first message that is read here."""

import re
from collections.abc import Iterator

from ..noting import Notes
from .lexer import Lexer

READ_TYPES = frozenset(
    {"CUSCAR", "IFTMIN", "IFTMCS", "IFCSUM", "BAPLIE", "COARRI", "CODECO", "COPRAR", "IFTSTA"}
)  # fmt: skip

_BEGINNINGS = (b"UNA", b"UNB", b"UNG", b"UNH", b"BGM")
# What a message without UNH is taken for: by the code of the document in BGM, else as a manifest where it has CNI.
_TYPES_BY_DOCUMENT = {
    "85": "CUSCAR", "785": "CUSCAR", "833": "CUSCAR", "933": "CUSCAR", "610": "IFTMIN", "340": "IFTMIN",
    "705": "IFTMCS", "710": "IFTMCS", "787": "IFCSUM",
}  # fmt: skip
_FIRST_PIECE = 1 << 16  # the first UNH nearly always stands in it
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def is_message(raw: bytes, message_type: str) -> bool:
    """Return whether the bytes are an interchange that is read as messages of this type, such as CUSCAR."""
    return is_interchange(raw) and type_of(raw) == message_type


def is_interchange(raw: bytes) -> bool:
    """Return whether the bytes begin like an interchange or a message without one, in any encoding met so far."""
    return _plain(raw[:256]).lstrip(b"\xef\xbb\xbf \t\r\n")[:3] in _BEGINNINGS


def type_of(raw: bytes) -> str:
    """Return the type of the first message that is read here, else of the first message; empty when there is none."""
    first = ""
    for piece in (raw[:_FIRST_PIECE], raw):
        for found in message_types(piece):
            if found in READ_TYPES:
                return found
            first = first or found
    return first or _guessed(raw[:_FIRST_PIECE])


def message_types(raw: bytes) -> Iterator[str]:
    """Yield the type of each UNH in order; line breaks and the separators that UNA states are minded."""
    plain = _plain(raw).removeprefix(b"\xef\xbb\xbf").lstrip()
    _, element, release, terminator = (
        character.encode() for character in Lexer(plain[:_FIRST_PIECE], Notes()).characters
    )
    between, end = re.escape(element), re.escape(terminator)
    # Begins with a literal, which is searched for far faster than what stands before it could be.
    head = re.compile(rb"UNH%s[^%s%s]{0,60}%s *([A-Z]{6})(?![A-Z])" % (between, between, end, between))
    plain = plain.replace(b"\r", b"")
    if terminator != b"\n":
        plain = plain.replace(b"\n", b"")
    for found in head.finditer(plain):
        before = plain[max(0, found.start() - 20) : found.start()].rstrip(b" \t")
        is_released = bool(release) and before.endswith(release + terminator)
        if not before or (before.endswith(terminator) and not is_released):
            yield found[1].decode()


def _guessed(piece: bytes) -> str:
    lexer = Lexer(_plain(piece), Notes())
    segments = list(lexer.segments())
    document = next((s.at(0).lstrip("0") for s in segments if s.tag == "BGM"), None)
    if document is None:
        return ""
    return _TYPES_BY_DOCUMENT.get(document) or ("CUSCAR" if any(s.tag == "CNI" for s in segments) else "")


def _plain(raw: bytes) -> bytes:
    """Return UTF-16 with only its ASCII characters whole, which is all that the envelope needs; other bytes as is."""
    is_wide = raw.startswith(_UTF16_MARKS) or raw[:4].count(0) == 2
    return raw.lstrip(b"\xff\xfe").replace(b"\0", b"") if is_wide else raw
