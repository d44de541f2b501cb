"""The envelope of an interchange: messages out of segments, with their stated counts and references checked.

UNB and UNG may be missing, counts may be wrong, the end may be cut off: all of it is noted, nothing is refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..noting import Notes
from .lexer import Lexer, Segment

MESSAGE_END = "UNT"
MAX_TYPES = 20  # of messages that are not read, to be named
_SERVICE = frozenset({"UNA", "UNB", "UNG", "UNE", "UNZ", "UNS", "UGH", "UGT"})


@dataclass(slots=True)
class Message:
    """One message: the parts of its type, and its segments, to be read once and in order.

    `is_closed` is known when the segments have been read: False when UNT is missing. sender, recipient: as UNB names
    them. A message whose UNH is missing has an empty type.
    """

    head: Segment
    sender: str = ""
    recipient: str = ""
    segments: Iterator[Segment] = field(default_factory=lambda: iter(()))
    is_closed: bool = False

    @property
    def type(self) -> str:
        return self.head.at(1, 0)

    @property
    def version(self) -> str:
        """Version, release, agency and association code, such as D:95B:UN:LOT10."""
        return ":".join(part for part in self.head.elements[1][1:5] if part) if len(self.head.elements) > 1 else ""


def messages(lexer: Lexer, notes: Notes) -> Iterator[Message]:
    """Yield the messages of an interchange; each must be read before the next one is asked for."""
    stream = _Counted(lexer, notes)
    while head := stream.next_head():
        message = Message(head, stream.sender, stream.recipient)
        message.segments = stream.until_end(message)
        yield message
        for _ in message.segments:  # what the reader left unread
            pass
    stream.note_missing_end()


def messages_of_type(message_type: str, lexer: Lexer, notes: Notes) -> Iterator[Message]:
    """Yield the messages of this type, and those whose type is missing; the others are counted and named at the end."""
    others: dict[str, tuple[str, int]] = {}
    for message in messages(lexer, notes):
        if message.type in (message_type, ""):
            yield message
        elif message.type in others or len(others) < MAX_TYPES:
            path, count = others.get(message.type, (message.head.path, 0))
            others[message.type] = path, count + 1
    for other, (path, count) in others.items():
        notes.warning("edifact_message_not_read", path, value=other, count=count, found=message_type)


class _Counted:
    """The segments of the interchange, with the counts that UNT, UNE and UNZ are compared with."""

    def __init__(self, lexer: Lexer, notes: Notes):
        self._segments = lexer.segments()
        self._notes = notes
        self._pushed_back: Segment | None = None
        self._in_group = self._groups = self._messages = 0
        self._has_unb = self._has_unz = False
        self._noted_stray = False
        self.sender = self.recipient = ""

    def next_head(self) -> Segment | None:
        """Return the next UNH, reading the envelope on the way; None at the end."""
        while segment := self._next():
            if segment.tag == "UNH":
                return segment
            if segment.tag == "BGM":  # of a message whose UNH is missing
                self._notes.warning("edifact_head_missing", segment.path)
                self._pushed_back = segment
                return segment._replace(tag="UNH", elements=[])
            if segment.tag == "UNB":
                self._has_unb, self._has_unz = True, False
                self._groups = self._messages = 0
                self.sender, self.recipient = segment.at(1), segment.at(2)
            elif segment.tag == "UNG":
                self._in_group = 0
                self._groups += 1
            elif segment.tag == "UNE":
                self._compare(segment, self._in_group, "edifact_group_count_differs")
            elif segment.tag == "UNZ":
                self._has_unz = True
                self._compare(segment, self._groups or self._messages, "edifact_interchange_count_differs")
            elif segment.tag not in _SERVICE and not self._noted_stray:
                self._noted_stray = True
                self._notes.warning("edifact_segment_outside", segment.path, value=segment.tag)
        return None

    def until_end(self, message: Message) -> Iterator[Segment]:
        """Yield the segments after UNH up to UNT, which is checked and not yielded."""
        self._messages += 1
        self._in_group += 1
        count = 1
        while segment := self._next():
            if segment.tag in ("UNH", "UNZ", "UNE", "UNB", "UNG"):
                self._pushed_back = segment
                break
            count += 1
            if segment.tag == MESSAGE_END:
                message.is_closed = True
                self._compare(segment, count, "edifact_segment_count_differs")
                if message.type and segment.at(1) and segment.at(1) != message.head.at(0):
                    self._notes.warning(
                        "edifact_reference_differs", segment.path, stated=segment.at(1), found=message.head.at(0)
                    )
                return
            yield segment
        self._notes.warning("edifact_message_not_closed", message.head.path, value=message.head.at(0))

    def note_missing_end(self) -> None:
        if self._has_unb and not self._has_unz:
            self._notes.warning("edifact_interchange_not_closed", "")

    def _next(self) -> Segment | None:
        if self._pushed_back:
            segment, self._pushed_back = self._pushed_back, None
            return segment
        return next(self._segments, None)

    def _compare(self, segment: Segment, found: int, code: str) -> None:
        stated = segment.at(0).strip()
        if stated.lstrip("0") != str(found).lstrip("0"):
            self._notes.warning(code, segment.path, stated=stated, found=found)
