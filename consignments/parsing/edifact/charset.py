"""The character set of an interchange: what UNB states, corrected by what the bytes are."""

import re

from ..noting import Notes

_CODECS = {
    "UNOA": "ascii",
    "UNOB": "ascii",
    "UNOC": "iso8859-1",
    "UNOD": "iso8859-2",
    "UNOE": "iso8859-5",
    "UNOF": "iso8859-7",
    "UNOG": "iso8859-3",
    "UNOH": "iso8859-4",
    "UNOI": "iso8859-6",
    "UNOJ": "iso8859-8",
    "UNOK": "iso8859-9",
    "UNOL": "iso8859-15",
    "UNOW": "utf-8",
    "UNOX": "utf-8",  # states ISO 2022 by name; what is sent under it is UTF-8
    "UNOY": "utf-8",
}
_LATIN = {"ascii", "iso8859-1", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-9", "iso8859-15"}
_CHUNK = 1 << 16
_HIGH_RUN = re.compile(rb"[\x80-\xff]{3,}")
_HIGH = re.compile(rb"[\x80-\xff]+")


def codec_of(raw: bytes, syntax_identifier: str, notes: Notes) -> str:
    """Return the codec to read the interchange with, noting where it is not the stated one.

    Valid UTF-8 beyond ASCII is UTF-8 whatever is stated. Under a Latin set, high bytes that come in runs are
    Windows-1251: accented Latin letters stand alone among plain ones, Cyrillic letters make whole words.
    """
    stated = _CODECS.get(syntax_identifier, "ascii")
    if raw.isascii():
        return "ascii"
    if is_utf8(raw, may_break_off=True):
        found = "utf-8"
    elif stated in _LATIN or stated == "utf-8":
        latin = "iso8859-1" if stated in ("ascii", "utf-8") else stated
        found = "cp1251" if looks_cyrillic(raw) else latin
    elif stated == "iso8859-5" and is_windows_cyrillic(raw):
        found = "cp1251"
    else:
        found = stated
    if found != stated and not (found == "iso8859-1" and stated == "ascii"):
        notes.warning("charset_differs", "segment 1 UNB", stated=syntax_identifier or "ASCII", found=found)
    return found


def is_utf8(raw: bytes, *, may_break_off: bool = False) -> bool:
    """Return whether the bytes are valid UTF-8, looking at them piece by piece.

    may_break_off: the last character may be cut, as in a file that ends too early.
    """
    start = 0
    while start < len(raw):
        end = min(start + _CHUNK, len(raw))
        while end < len(raw) and end - start < _CHUNK + 4 and raw[end] & 0xC0 == 0x80:
            end += 1  # do not cut a character
        try:
            raw[start:end].decode("utf-8")
        except UnicodeDecodeError as fault:
            is_last_character = end == len(raw) and start + fault.end == end
            return may_break_off and is_last_character and fault.reason == "unexpected end of data"
        start = end
    return True


def looks_cyrillic(raw: bytes) -> bool:
    """Return whether most bytes above 7F stand in runs of three or more."""
    sample = b"".join(_HIGH.findall(raw[: 1 << 20])) or raw
    in_runs = sum(len(run) for run in _HIGH_RUN.findall(raw[: 1 << 20]))
    return in_runs * 2 > len(sample)


def is_windows_cyrillic(raw: bytes) -> bool:
    """Return whether Cyrillic text is in Windows-1251, which ends its small letters at F0 to FF; ISO begins at B0."""
    high = b"".join(_HIGH.findall(raw[: 1 << 20]))
    last_letters, iso_capitals = sum(byte >= 0xF0 for byte in high), sum(0xB0 <= byte <= 0xBF for byte in high)
    if last_letters == iso_capitals:  # capitals only: those of Windows-1251 end before E0
        return not iso_capitals and all(byte < 0xE0 for byte in high)
    return last_letters > iso_capitals
