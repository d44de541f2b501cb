"""Finds the printed names of boxes on a page, and the place around each in which its value stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .labels import HINTS, Label
from .page_text import Area, Page, Word, around, lines_of

_BRACKETED = re.compile(r"\s*\([^)]{0,80}\)")
_AFTER = re.compile(r"[\s:;.№/\\|–—-]+")
_LETTERS = str.maketrans({"ё": "е", "Ё": "Е", "é": "e", "ä": "a", "ü": "u", "\u2019": "'", "\u2018": "'"})
_GAP = 2.2  # heights of a line: a wider gap ends a value
_SLACK = 3.0  # points


@dataclass(frozen=True, slots=True)
class Anchor:
    """A label where it is printed; `words` are the positions of its words on the page."""

    label: Label
    area: Area
    words: frozenset[int]


def find_anchors(page: Page, labels: Sequence[Label]) -> list[Anchor]:
    """Return the labels in the order of the page; where two would share words, the earlier of `labels` stands."""
    found: list[Anchor] = []
    taken: set[int] = set()
    position = {id(word): index for index, word in enumerate(page.words)}
    for line in lines_of(page.words):
        for segment in _segments(line):
            text, starts = _joined(segment)
            for label in labels:
                for match in label.words.finditer(text):
                    end = _end_with_brackets(text, match.end())
                    words = [word for word, start in zip(segment, starts, strict=True) if match.start() <= start < end]
                    here = frozenset(position[id(word)] for word in words)
                    if not here or here & taken or not _begins(text, match.start(), starts):
                        continue
                    taken |= here
                    found.append(Anchor(label, around(word.area for word in words), here))
    return sorted(found, key=lambda anchor: (anchor.area.y0, anchor.area.x0))


def place_of(anchor: Anchor, anchors: Sequence[Anchor], page: Page) -> Area:
    """Return where the value of a label may stand: up to ruled lines, else up to the next labels."""
    own = anchor.area
    left, right, top, bottom = 0.0, page.width, own.y0 - 1, page.height
    for rule in page.rules:
        if rule.x1 - rule.x0 <= 2 and rule.y0 <= own.middle[1] <= rule.y1:  # upright
            if rule.x0 <= own.x0 + 1:
                left = max(left, rule.x0)
            elif rule.x0 >= own.x1 - 1:
                right = min(right, rule.x1)
        elif rule.y1 - rule.y0 <= 2 and rule.x0 - 1 <= own.middle[0] <= rule.x1 + 1 and rule.y0 >= own.y1 - 1:
            bottom = min(bottom, rule.y1)
    is_ruled = left > 0 and right < page.width
    left = left if is_ruled else own.x0 - _SLACK
    for other in anchors:
        if other is anchor or other.label.box == anchor.label.box:
            continue
        is_beside = abs(other.area.middle[1] - own.middle[1]) < own.height
        if is_beside and other.area.x0 >= own.x1 - 1:
            right = min(right, other.area.x0 - 1)
        elif is_beside and other.area.x1 <= own.x0 + 1:
            left = max(left, own.x0 - 1)
        elif other.area.y0 > own.y1 - 1 and other.area.x0 < right and other.area.x1 > left:
            begins_beside = not is_ruled and other.area.x0 > own.x1 + 4 * _SLACK
            if not begins_beside:
                bottom = min(bottom, other.area.y0 - 1)
    if not is_ruled:
        for other in anchors:  # a neighbour column begins where a label stands to the right, a little below
            if other.area.x0 > own.x1 + 4 * _SLACK and own.y0 <= other.area.y0 < bottom:
                right = min(right, other.area.x0 - 1)
    return Area(page.number, left, top, right, bottom)


def lines_at(place: Area, page: Page, taken: frozenset[int], *, below: Area) -> list[list[Word]]:
    """Return the lines of a place without labels and their hints, until a wide gap."""
    words = [word for index, word in enumerate(page.words) if index not in taken and place.holds(word.area)]
    kept: list[list[Word]] = []
    bottom = below.y1
    for line in lines_of(words):
        line = _without_hints(line)
        if not line:
            continue
        if line[0].area.y0 - bottom > _GAP * max(line[0].area.height, below.height):
            break
        bottom = line[0].area.y1
        kept.append(line)
    return kept


def _segments(line: list[Word]) -> list[list[Word]]:
    """Part a line at gaps that no sentence has: what stands in another box is no part of a label."""
    parts = [[line[0]]]
    for before, word in pairwise(line):
        if word.area.x0 - before.area.x1 > max(before.area.height, word.area.height):
            parts.append([])
        parts[-1].append(word)
    return parts


def _joined(words: list[Word]) -> tuple[str, list[int]]:
    """Return the text in the letters of labels, and where each word begins in it."""
    text, starts = "", []
    for word in words:
        starts.append(len(text))
        text += word.text.translate(_LETTERS) + " "
    return text, starts


def _end_with_brackets(text: str, end: int) -> int:
    if bracketed := _BRACKETED.match(text, end):
        end = bracketed.end()
    after = _AFTER.match(text, end)
    return after.end() if after else end


def _begins(text: str, start: int, starts: list[int]) -> bool:
    """A label opens what it stands in, or follows a slash, a comma or another label's colon: not the midst of prose."""
    before = text[:start].rstrip()
    return start in starts and (not before or before[-1] in "/,:;|.)" or len(before) <= 3)


def _without_hints(line: list[Word]) -> list[Word]:
    bare = [word.text.strip("():;,./").lower() for word in line]
    return [] if all(not word or word in HINTS for word in bare) else [w for w in line if w.text.strip(":;|/–—")]
