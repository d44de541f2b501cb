"""The words of a PDF as they stand on its pages, read in a process of its own, and put into lines."""

import io
import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..noting import Notes, Unreadable, storable

SECONDS = 30
_CHILD = Path(__file__).with_name("pdf_child.py")


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a page, in points from its upper left corner. page: from 0."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def holds(self, other: "Area") -> bool:
        x, y = other.middle
        return self.page == other.page and self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    area: Area


@dataclass(frozen=True, slots=True)
class Page:
    """rules: drawn horizontal and vertical lines, that part a form into its boxes."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Area, ...]


def read_pages(raw: bytes, notes: Notes) -> tuple[list[Page], int]:
    """Return the first pages and how many there are; raise Unreadable for a PDF that cannot be read."""
    try:
        child = subprocess.run(
            [sys.executable, "-I", str(_CHILD)], input=raw, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise Unreadable("pdf_too_large") from None
    pages, count, has_ended = [], 0, False
    for line in io.BytesIO(child.stdout):
        content = json.loads(line)
        if "error" in content:
            raise Unreadable(content["error"])
        if "pages" in content:
            count = content["pages"]
        elif "page" in content:
            pages.append(_page(content))
        else:
            has_ended = True
    if not has_ended:
        raise Unreadable("pdf_too_large")
    if count > len(pages):
        notes.warning("pdf_pages_left", "", read=len(pages), count=count)
    return pages, count


def around(areas: Iterable[Area]) -> Area:
    """Return the smallest area that holds all (of one page, at least one)."""
    all_of = list(areas)
    return Area(
        all_of[0].page,
        min(area.x0 for area in all_of),
        min(area.y0 for area in all_of),
        max(area.x1 for area in all_of),
        max(area.y1 for area in all_of),
    )


def lines_of(words: Iterable[Word]) -> list[list[Word]]:
    """Put words of one page into lines from top to bottom, each from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.area.middle[1], word.area.x0)):
        last = lines[-1] if lines else None
        if last and abs(last[0].area.middle[1] - word.area.middle[1]) < min(last[0].area.height, word.area.height) / 2:
            last.append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.area.x0) for line in lines]


def text_of(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _page(content: dict) -> Page:
    number = content["page"]
    words = ((storable(word[4]), Area(number, *word[:4])) for word in content["words"])
    return Page(
        number,
        content["width"],
        content["height"],
        tuple(Word(text, area) for text, area in words if text),
        tuple(Area(number, *rule) for rule in content["rules"]),
    )
