"""UN/EDIFACT lexer: bytes in, a stream of segments out, in flat memory (ISO 9735, syntax versions 1 to 4)."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..noting import Notes
from .charset import codec_of

MAX_SEGMENT_BYTES = 64 * 1024
TOO_LONG = "(too long)"  # the tag of a segment that was skipped for its length

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_LINE_FEED, _CARRIAGE_RETURN = 10, 13  # as numbers: bytes are searched for those far faster than for bytes
_LINE_WIDTHS = {64, 70, 72, 76, 78, 79, 80, 128, 132, 256}  # of systems that break lines wherever they are full


class Segment(NamedTuple):
    """One segment: its data elements, each a list of components as text.

    number: from 1 in the interchange, UNA not counted. offset: of its first byte, a byte order mark not counted.
    """

    tag: str
    elements: list[list[str]]
    number: int
    offset: int

    def at(self, element: int, component: int = 0) -> str:
        """Return one component, both counted from 0 after the tag; empty when the segment does not reach so far."""
        try:
            return self.elements[element][component]
        except IndexError:
            return ""

    @property
    def path(self) -> str:
        return f"segment {self.number} {self.tag}"


def following(segments: Sequence[Segment], position: int, tags: frozenset[str]) -> Sequence[Segment]:
    """Return the segments right after `position` as long as their tags are among `tags`."""
    end = position + 1
    while end < len(segments) and segments[end].tag in tags:
        end += 1
    return segments[position + 1 : end]


class ServiceCharacters(NamedTuple):
    """The separators, as UNA states them."""

    component: str = ":"
    element: str = "+"
    release: str = "?"
    terminator: str = "'"


class Lexer:
    """Reads one interchange. After the stream has ended, `is_truncated` says whether the last segment broke off."""

    def __init__(self, raw: bytes, notes: Notes, *, max_segment_bytes: int = MAX_SEGMENT_BYTES):
        if raw.startswith(_UTF16_MARKS) or raw[:4].count(0) == 2:
            codec = "utf-16" if raw.startswith(_UTF16_MARKS) else "utf-16-le" if raw[1] == 0 else "utf-16-be"
            raw = raw.decode(codec, errors="replace").encode()
        if raw.startswith(b"\xef\xbb\xbf"):
            raw = raw[3:]
            notes.warning("byte_order_mark", "segment 1")
        self._raw = raw
        self._notes = notes
        self._max = max_segment_bytes
        self._start = 0
        self.characters = self._read_una()
        self.codec = codec_of(raw, self._syntax_identifier(), notes)
        self.is_truncated = False

    def segments(self) -> Iterator[Segment]:
        """Yield the segments in order; an overlong one is yielded with the tag TOO_LONG and no elements."""
        raw, codec, start, number = self._raw, self.codec, self._start, 1
        component, element, release, terminator = self.characters
        end_mark, release_mark = terminator.encode(), release.encode()
        whole_segment = _segment_pattern(end_mark, release_mark)
        nothing = re.compile(rb"[\s%s]*" % re.escape(end_mark))
        has_releases = bool(release_mark) and release_mark in raw  # asked once: most files have neither
        has_breaks = b"\n" in raw or b"\r" in raw
        joint = b"" if has_breaks and self._is_wrapped() else b" "
        while (end := raw.find(end_mark, start)) >= 0:
            if has_releases and raw.find(release_mark, start, end) >= 0:
                whole = whole_segment.match(raw, start)
                if whole is None:
                    break
                end = whole.end() - 1
            if end - start > self._max:
                yield self._skipped(start, end, number)
                start, number = end + 1, number + 1
                continue
            body, offset = raw[start:end], start
            if has_breaks:
                body = body.lstrip()
                offset = end - len(body)
                if _LINE_FEED in body or _CARRIAGE_RETURN in body:
                    body = _without_breaks(body, joint, release_mark)
            if len(body) < 3 and not body.strip():
                self._notes.notice("edifact_empty_segment", f"segment {number}")
                start = nothing.match(raw, start).end()  # type: ignore[union-attr]
                continue
            text = body.decode(codec, "replace")
            if has_releases and release in text:
                tag, elements = self._split_released(text)
            else:
                tag, *rest = text.split(element)
                elements = [part.split(component) for part in rest]
            yield Segment(tag.partition(component)[0].strip(), elements, number, offset)
            start, number = end + 1, number + 1
        self._note_rest(start, number)

    def _split_released(self, text: str) -> tuple[str, list[list[str]]]:
        """Split a text with release characters: hide what they release, split, show it again.

        Lone surrogates stand for the released characters: decoding never produces them.
        """
        component, element, release, terminator = self.characters
        hidden = {release: "\ud800", element: "\ud801", component: "\ud802", terminator: "\ud803"}
        for character, placeholder in hidden.items():
            text = text.replace(release + character, placeholder)
        text = text.replace(release, "")
        shown = str.maketrans({placeholder: character for character, placeholder in hidden.items()})
        tag, *rest = text.split(element)
        return tag, [[c.translate(shown) for c in part.split(component)] for part in rest]

    def _skipped(self, start: int, end: int, number: int) -> Segment:
        tag = self._raw[start : start + 20].decode("ascii", "replace").strip()[:3]
        self._notes.warning("edifact_segment_too_long", f"segment {number} {tag}", bytes=end - start, limit=self._max)
        return Segment(TOO_LONG, [[tag]], number, start)

    def _is_wrapped(self) -> bool:
        """Return whether lines are broken at a fixed width, inside words too; else a line break is the text's own."""
        end = self.characters.terminator.encode()
        lines = (line.rstrip(b"\r") for line in self._raw[self._start : self._start + self._max].split(b"\n")[:-1])
        widths = [len(line) for line in lines if line.strip() and not line.rstrip().endswith(end)]
        return len(set(widths)) == 1 and (len(widths) > 2 or widths[0] in _LINE_WIDTHS)

    def _note_rest(self, start: int, number: int) -> None:
        rest = self._raw[start : start + self._max].strip(b" \r\n\t\x00\x1a")  # 1A: the end-of-file mark of old systems
        if rest:
            self.is_truncated = True
            self._notes.warning("edifact_truncated", f"segment {number}", offset=start)

    def _read_una(self) -> ServiceCharacters:
        raw = self._raw
        self._start = re.compile(rb"\s*").match(raw, self._start).end()  # type: ignore[union-attr]
        if raw[self._start : self._start + 3] != b"UNA":
            return ServiceCharacters()
        una = raw[self._start + 3 : self._start + 9].decode("latin-1")
        self._start += 9
        separators = una[:2] + una[5:]
        if len(set(una[:2] + una[3:4] + una[5:])) < 4 or re.search(r"[\w \t\r]|[^\x00-\x7f]", separators):
            self._notes.warning("edifact_una_unusable", "segment 0 UNA", value=una)
            return ServiceCharacters()
        return ServiceCharacters(una[0], una[1], una[3].strip(), una[5])

    def _syntax_identifier(self) -> str:
        pattern = rb"\s*UNB%s([A-Z]{4})" % re.escape(self.characters.element.encode())
        found = re.compile(pattern).match(self._raw, self._start)
        return found[1].decode() if found else ""


def _without_breaks(body: bytes, joint: bytes, release_mark: bytes) -> bytes:
    body = body.rstrip(b"\r\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if release_mark:
        body = body.replace(release_mark + b"\n", release_mark)
    return body.replace(b"\n", joint)


def _segment_pattern(end_mark: bytes, release_mark: bytes) -> re.Pattern[bytes]:
    """A segment with its terminator. Possessive, so that hostile input cannot make it search twice.

    A line break between the release character and what it releases is a wrapped line.
    """
    if not release_mark:
        return re.compile(rb"[^%s]*+%s" % (re.escape(end_mark), re.escape(end_mark)))
    end, release = re.escape(end_mark), re.escape(release_mark)
    return re.compile(rb"(?:[^%s%s]++|%s[\r\n]*+.)*+%s" % (end, release, release, end), re.DOTALL)
