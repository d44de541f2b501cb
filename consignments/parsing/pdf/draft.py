"""From a PDF to a draft: what it seems to be and to state, each value with its place, for a person to confirm."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ..noting import Notes, Unreadable
from ..values import Problem
from .anchors import Anchor, find_anchors, lines_at, place_of
from .goods_table import goods_rows, heads_of_goods, value_of
from .kind_guess import kind_of
from .labels import LABELS, Label, Sort
from .page_text import Page, Word, around, read_pages, text_of

MAX_PROSE_LINES = 6
MAX_TEXT = 1000
_DAY = re.compile(
    r"\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2})|\d{1,2}[. -]*[^\W\d_]{3,9}\.?,? *\d{4}"
)
_WITH_DIGIT = re.compile(r"[^\s:;,]*\d[^\s;,]*")
_AMOUNT = re.compile(r"\d[\d  .,'’]*\d|\d")
_CURRENCY = re.compile(r"\b(USD|EUR|CNY|RUB|KGS|KZT|UZS|TJS|TRY|GBP)\b")
_CONTAINER = re.compile(r"\b[A-Z]{3}[UJZ] ?\d{6} ?-?\d\b")
_NO_VALUE = re.compile(r"[\W_]*")
_CONTAINER_BOX = {"cmr_note": "container", "invoice": "containers", "packing_list": "containers"}


@dataclass(slots=True)
class StatedDraft:
    """kind: a DocumentKind value, "invoice", "packing_list", or "" when nothing names it.

    values: name of a box -> text; "goods" (and "containers" of a bill) -> list of lines, each name of a box -> text.
    places: name of a box ("goods.0.marks" in a line) -> {"page": from 0, "x0", "y0", "x1", "y1"} in points.
    pages: [width, height] in points of each page that was read; page_count: how many there are.
    """

    kind: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    places: dict[str, dict[str, float]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    page_count: int = 0
    pages: list[list[float]] = field(default_factory=list)

    def put(self, name: str, text: str, words: Sequence[Word]) -> None:
        """Take a value with its place; the first of a name stays."""
        clean = text.strip(" ,;:")[:MAX_TEXT]
        if name in self.values or _NO_VALUE.fullmatch(clean):
            return
        self.values[name] = clean
        self._mark(name, words)

    def put_line(self, lines: str, found: dict[str, tuple[str, Sequence[Word]]]) -> None:
        line = {name: text for name, (text, _) in found.items() if text}
        if not line:
            return
        number = len(self.values.setdefault(lines, []))
        self.values[lines].append(line)
        for name in line:
            self._mark(f"{lines}.{number}.{name}", found[name][1])

    def _mark(self, name: str, words: Sequence[Word]) -> None:
        first = words[0].area.page
        place = around(word.area for word in words if word.area.page == first)
        self.places[name] = {"page": place.page, "x0": place.x0, "y0": place.y0, "x1": place.x1, "y1": place.y1}


def read_draft(raw: bytes) -> StatedDraft:
    """Read a PDF; never raises. One without text, locked or broken has no values, and a problem says so."""
    draft = StatedDraft()
    notes = Notes(draft.problems)
    try:
        pages, draft.page_count = read_pages(raw, notes)
    except Unreadable as fault:
        notes.error(fault.code, "", **fault.params)
        return draft
    draft.pages = [[page.width, page.height] for page in pages]
    if not any(page.words for page in pages):
        notes.warning("pdf_without_text", "")
        return draft
    first = next(page for page in pages if page.words)
    draft.kind = kind_of(first)
    labels = LABELS.get(draft.kind)
    if labels is None:
        notes.warning("pdf_kind_unknown" if not draft.kind else "pdf_kind_only", "", kind=draft.kind)
        return draft
    for page in pages:
        _read_page(page, labels, draft)
    _find_containers(pages, draft)
    if not draft.values:
        notes.warning("pdf_nothing_found", "")
    return draft


def _read_page(page: Page, labels: Sequence[Label], draft: StatedDraft) -> None:
    anchors = find_anchors(page, labels)
    heads = heads_of_goods(page)
    rows = goods_rows(page, heads, anchors)
    in_table = frozenset(id(word) for row in rows for words in row.values() for word in words)
    taken = frozenset(index for anchor in [*anchors, *heads] for index in anchor.words)
    taken |= {index for index, word in enumerate(page.words) if id(word) in in_table}
    for anchor in anchors:
        if anchor.label.sort is not Sort.NOTHING:
            _read_box(
                anchor, lines_at(place_of(anchor, [*anchors, *heads], page), page, taken, below=anchor.area), draft
            )
    for row in rows:
        draft.put_line("goods", {name: (value_of(name, words), words) for name, words in row.items()})


def _read_box(anchor: Anchor, lines: list[list[Word]], draft: StatedDraft) -> None:
    if not lines:
        return
    label = anchor.label
    phrase = lines[0]
    if label.sort is Sort.PROSE:
        words = [word for line in lines[:MAX_PROSE_LINES] for word in line]
        text = ", ".join(text_of(line).strip(" ,") for line in lines[:MAX_PROSE_LINES])
        draft.put(label.box, text, words)
    elif label.sort is Sort.PHRASE:
        draft.put(label.box, text_of(phrase), phrase)
    elif label.sort in (Sort.DAY, Sort.PLACE_AND_DAY):
        _read_day(label, [word for line in lines[:2] for word in line], draft)
    else:
        _read_number(label, phrase, draft)


def _read_number(label: Label, phrase: list[Word], draft: StatedDraft) -> None:
    text = text_of(phrase)
    pattern = _WITH_DIGIT if label.sort is Sort.NUMBER else _AMOUNT
    found = pattern.search(text)
    if found is None:
        return
    draft.put(label.box, found[0], _words_of(phrase, found.start(), found.end()))
    if label.sort is Sort.MONEY and (currency := _CURRENCY.search(text)):
        draft.put("currency", currency[0], _words_of(phrase, currency.start(), currency.end()))


def _read_day(label: Label, words: list[Word], draft: StatedDraft) -> None:
    """Put the day into its box, and what stands before it into the box of the place."""
    text = text_of(words)
    found = _DAY.search(text)
    day_box = label.day_box or label.box
    if found:
        draft.put(day_box, found[0], _words_of(words, found.start(), found.end()))
    if label.sort is Sort.PLACE_AND_DAY:
        place = re.sub(r"\s*\b(?:on|date|дата|от)\b\s*$", "", text[: found.start()] if found else text)
        if place.strip():
            draft.put(label.box, place, _words_of(words, 0, len(place)))


def _words_of(words: Sequence[Word], start: int, end: int) -> list[Word]:
    """Return the words that stand in text_of(words)[start:end]."""
    inside, at = [], 0
    for word in words:
        if at < end and at + len(word.text) > start:
            inside.append(word)
        at += len(word.text) + 1
    return inside


def _find_containers(pages: Sequence[Page], draft: StatedDraft) -> None:
    """A container's number is known by its form, wherever it stands."""
    found: dict[str, list[Word]] = {}
    for page in pages:
        text = text_of(page.words)
        for match in _CONTAINER.finditer(text):
            number = re.sub(r"[ -]", "", match[0])
            found.setdefault(number, _words_of(page.words, match.start(), match.end()))
    if not found:
        draft.values.pop("container_seals", None)
        draft.places.pop("container_seals", None)
        return
    if draft.kind == "bill_of_lading":
        _put_containers(found, draft)
        return
    box = _CONTAINER_BOX[draft.kind]
    draft.values.pop(box, None)
    draft.put(box, ", ".join(found), [word for words in found.values() for word in words])


def _put_containers(found: dict[str, list[Word]], draft: StatedDraft) -> None:
    """Put the lines of containers; a seal belongs to the container where there is only one."""
    seal, place = draft.values.pop("container_seals", None), draft.places.pop("container_seals", None)
    for number, words in found.items():
        draft.put_line("containers", {"container": (number, words)})
    if seal and place and len(found) == 1:
        draft.values["containers"][0]["container_seals"] = seal
        draft.places["containers.0.container_seals"] = place
