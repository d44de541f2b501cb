"""Reads the table of goods: its heads mark the columns, its numbers mark the rows."""

import re
from collections.abc import Sequence

from .anchors import Anchor, find_anchors
from .labels import COLUMNS, END_OF_GOODS
from .page_text import Area, Page, Word, lines_of, text_of

_NUMERIC = {"packages", "gross_mass_kg", "net_mass_kg", "volume_m3", "value", "quantity", "price"}
_NOT_STATED = {"line", "quantity", "price"}  # columns that no box takes
_DIGIT = re.compile(r"\d")
_COUNT = re.compile(r"\d[\d \u00a0]*")
_AMOUNT = re.compile(r"\d[\d \u00a0.,'’]*")
MAX_LINES = 99
_HEAD_PT = 30.0  # the heads of one table stand within this height

Row = dict[str, list[Word]]


def heads_of_goods(page: Page) -> list[Anchor]:
    """Return the heads of the columns of goods; [] when the page has no such table."""
    heads = _heads(page)
    boxes = {head.label.box for head in heads}
    return heads if len(boxes) > 1 and "description" in boxes else []


def goods_rows(page: Page, heads: Sequence[Anchor], anchors: Sequence[Anchor]) -> list[Row]:
    """Return the rows of goods below the heads, each name of a column to its words.

    anchors: the labels of the paper's other boxes; the first below the heads ends the table.
    """
    if not heads:
        return []
    top = max(head.area.y1 for head in heads)
    bottom = min((a.area.y0 for a in anchors if a.area.y0 > top + 1 and not _is_in(a, heads)), default=page.height)
    columns = _columns(heads, page)
    rows: list[Row] = []
    words = [word for word in page.words if top - 1 <= word.area.middle[1] < bottom]
    for line in lines_of(words):
        if END_OF_GOODS.match(text_of(line)):
            break
        cells = _cells(line, columns)
        if not cells:
            continue
        states_numbers = any(_DIGIT.search(text_of(cells[name])) for name in _NUMERIC & cells.keys())
        continues = rows and (not states_numbers or not any(name in rows[-1] for name in _NUMERIC))
        if not continues:
            if len(rows) == MAX_LINES:
                break
            rows.append({})
        for name, found in cells.items():
            rows[-1].setdefault(name, []).extend(found)
    return [{name: found for name, found in row.items() if name not in _NOT_STATED} for row in rows]


def value_of(name: str, words: Sequence[Word]) -> str:
    """Return the text of a cell as its box takes it: a number without the words beside it."""
    text = text_of(words)
    if name == "packages":
        found = _COUNT.search(text)
    elif name in _NUMERIC:
        found = _AMOUNT.search(text)
    elif name == "commodity_code":
        found = re.search(r"\d[\d .]{2,14}\d", text)
    else:
        return text
    return found[0].strip(" .,") if found else ""


def _heads(page: Page) -> list[Anchor]:
    """Return the labels of columns that stand side by side, most of them."""
    found = find_anchors(page, COLUMNS)
    best: list[Anchor] = []
    for first in found:
        band = [head for head in found if 0 <= head.area.y0 - first.area.y0 <= _HEAD_PT]
        once = {head.label.box: head for head in reversed(band) if not _is_second_half(head, band)}
        if len(once) > len(best):
            best = list(once.values())
    return sorted(best, key=lambda head: head.area.x0)


def _is_second_half(head: Anchor, band: Sequence[Anchor]) -> bool:
    """A head broken into two lines may look like two: "Quantity / of packages"."""
    return head.label.box in _NOT_STATED and any(
        other is not head and other.area.x0 < head.area.x1 and head.area.x0 < other.area.x1 for other in band
    )


def _is_in(anchor: Anchor, heads: Sequence[Anchor]) -> bool:
    return any(anchor.words & head.words for head in heads)


def _columns(heads: Sequence[Anchor], page: Page) -> list[tuple[str, float, float]]:
    """Return (name, left, right) of each column: between ruled lines where they are drawn, else between the heads."""
    uprights = sorted({rule.x0 for rule in page.rules if rule.x1 - rule.x0 <= 2 and _crosses(rule, heads)})
    columns = []
    for index, head in enumerate(heads):
        before, after = heads[index - 1] if index else None, heads[index + 1] if index + 1 < len(heads) else None
        left = (before.area.x1 + head.area.x0) / 2 if before else 0.0
        right = (head.area.x1 + after.area.x0) / 2 if after else page.width
        left = max([x for x in uprights if x <= head.area.x0 + 2], default=left)
        right = min([x for x in uprights if x >= head.area.x1 - 2], default=right)
        columns.append((head.label.box, left, right))
    return columns


def _crosses(rule: Area, heads: Sequence[Anchor]) -> bool:
    middle = sum(head.area.middle[1] for head in heads) / len(heads)
    return rule.y0 - 4 <= middle <= rule.y1 + 4


def _cells(line: Sequence[Word], columns: Sequence[tuple[str, float, float]]) -> Row:
    cells: Row = {}
    for word in line:
        name = next((name for name, left, right in columns if left <= word.area.middle[0] < right), None)
        if name is not None:
            cells.setdefault(name, []).append(word)
    return cells
