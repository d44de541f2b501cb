"""Notes and mentions ready for a page: who wrote what when, whom it calls, what a correction took the place of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from profiling.models import CaseNote, Mention
from profiling.presenting.moments import clock

_CALL = re.compile(r"(@[\w+.-]*[\w+-])")


@dataclass(frozen=True, slots=True)
class NoteLine:
    """parts: the text in pieces, each with whether it calls somebody; is_corrected: a later note stands for it."""

    note: CaseNote
    when: str
    author: str
    parts: list[tuple[str, bool]]
    called: list[str]
    is_corrected: bool
    is_correction: bool
    may_correct: bool


@dataclass(frozen=True, slots=True)
class MentionLine:
    mention: Mention
    when: str
    author: str
    reference: str
    text: str
    is_new: bool


def note_lines(notes: Iterable[CaseNote], officer: Any, now: datetime) -> list[NoteLine]:
    """Make lines of notes given newest first, fetched with their authors, corrections and mentions."""
    lines = []
    for note in notes:
        called = [mention.officer for mention in note.mentions.all()]
        names = {f"@{each.username.lower()}" for each in called}
        is_corrected = hasattr(note, "correction")
        lines.append(
            NoteLine(
                note=note,
                when=clock(note.written_at, now),
                author=note.written_by.short_name,
                parts=[(part, part.lower() in names) for part in _CALL.split(note.text) if part],
                called=[each.short_name for each in called],
                is_corrected=is_corrected,
                is_correction=note.corrects_id is not None,
                may_correct=note.written_by_id == officer.pk and not is_corrected,
            )
        )
    return lines


def mention_lines(mentions: Iterable[Mention], now: datetime) -> list[MentionLine]:
    """Make lines of mentions fetched with note, consignment and author."""
    return [
        MentionLine(
            mention=each,
            when=clock(each.called_at, now),
            author=each.note.written_by.short_name,
            reference=each.note.consignment.reference,
            text=each.note.text,
            is_new=each.seen_at is None,
        )
        for each in mentions
    ]
