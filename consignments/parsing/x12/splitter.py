"""Splits an X12 interchange into segments; its first segment shows the characters that divide it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..edifact.charset import is_utf8, looks_cyrillic
from ..noting import Notes

MAX_SEGMENT_BYTES = 64 * 1024
TOO_LONG = "TOO LONG"  # the tag of what stands for a segment that was passed over
_ISA_ELEMENTS = 16
_BLANK = b" \t\r\n"
_BOM = b"\xef\xbb\xbf"
_TAGS = (b"ISA", b"GS", b"ST")


@dataclass(frozen=True, slots=True)
class Segment:
    """tag and elements as text; path such as "segment 18 N10"."""

    tag: str
    elements: tuple[str, ...]
    path: str

    def at(self, number: int) -> str:
        """Return an element by its number in the standard, from 1; empty when it is not there."""
        return self.elements[number - 1].strip() if number <= len(self.elements) else ""


def delimiters(raw: bytes) -> tuple[bytes, bytes] | None:
    """Return what divides elements and what ends segments; None when the bytes do not begin like an interchange.

    After the sixteenth element of ISA, whether it is padded or not, stands one divider more, and then the terminator.
    Without ISA the terminator is what follows the first segment's last letters and digits.
    """
    start = raw[: 1 << 16].removeprefix(_BOM).lstrip(_BLANK)
    tag = next((tag for tag in _TAGS if start.startswith(tag)), None)
    if tag is None or len(start) <= len(tag) or start[len(tag) : len(tag) + 1].isalnum():
        return None
    divider = start[len(tag) : len(tag) + 1]
    if tag == b"ISA":
        parts = start.split(divider, _ISA_ELEMENTS)
        found = parts[_ISA_ELEMENTS][1:2] if len(parts) > _ISA_ELEMENTS else b""
        return (divider, found) if found and not found.isalnum() else None
    for position in range(len(tag), len(start)):
        byte = start[position : position + 1]
        if byte != divider and not byte.isalnum() and byte not in b" .-_/:>":
            return divider, byte
    return None


def segments(raw: bytes, notes: Notes) -> Iterator[Segment]:
    """Yield the segments; one that is too long is passed over with a warning, and stands as TOO_LONG."""
    found = delimiters(raw)
    if found is None:
        return
    divider, terminator = found[0].decode("latin-1"), found[1]
    codec = "utf-8" if is_utf8(raw) else "cp1251" if looks_cyrillic(raw) else "latin-1"
    position, number = len(_BOM) if raw.startswith(_BOM) else 0, 0
    while position < len(raw):
        end = raw.find(terminator, position)
        end = len(raw) if end < 0 else end
        content = raw[position : min(end, position + MAX_SEGMENT_BYTES + 1)].strip(_BLANK)
        position = end + 1
        if not content:
            continue
        number += 1
        if len(content) > MAX_SEGMENT_BYTES:
            notes.warning("x12_segment_too_long", f"segment {number}", limit=MAX_SEGMENT_BYTES)
            yield Segment(TOO_LONG, (), f"segment {number}")
            continue
        tag, *elements = content.decode(codec, "replace").split(divider)
        yield Segment(tag.strip().upper(), tuple(elements), f"segment {number} {tag.strip()[:3]}")
