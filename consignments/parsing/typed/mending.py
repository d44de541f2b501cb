"""Mends a document typed by hand: its boxes, as they were typed, corrected."""

import json
import re
from collections.abc import Iterator
from datetime import tzinfo
from typing import Any

from ..mended import Edits, Failed, Mended, Mending, Place
from .paper import Box, Paper
from .typed_document import boxes_of, encode, parse

_INDEX = re.compile(r"[0-9]{1,7}")


def open_typed(paper: Paper, raw: bytes, local_zone: tzinfo) -> Mending | None:
    """Return how to mend the document; None when it holds no boxes."""
    form = boxes_of(paper, raw)
    if not form:
        return None
    document = parse(paper, raw, local_zone=local_zone)
    (stated,) = document.consignments
    failed = Failed(stated.document_number or "", stated.path, tuple(_places(paper, form)), stated.problems)

    def write(edits: Edits) -> Mended:
        return Mended(encode(paper, _edited(form, edits)), paper.content_type, ".json")

    return Mending((failed,), write)


def _places(paper: Paper, form: dict[str, Any]) -> Iterator[Place]:
    for box in paper.boxes.values():
        yield Place(box.name, box.path, str(box.label), _text(form.get(box.name)))
    for lines in paper.lines:
        for position, line in enumerate(_lines(form, lines.name), start=1):
            for box in lines.boxes:
                key, path = f"{lines.name}/{position - 1}/{box.name}", f"{box.path}, line {position}"
                yield Place(key, path, _label(box, position), _text(line.get(box.name)))


def _label(box: Box, line: int) -> str:
    return f"{box.label} ({line})"


def _lines(form: dict[str, Any], name: str) -> list[dict[str, Any]]:
    lines = form.get(name)
    return [line for line in lines if isinstance(line, dict)] if isinstance(lines, list) else []


def _edited(form: dict[str, Any], edits: Edits) -> dict[str, Any]:
    copy: dict[str, Any] = json.loads(json.dumps(form, default=str))
    for key, text in edits.items():
        name, _, rest = key.partition("/")
        if not rest:
            copy[name] = text.strip()
            continue
        position, _, box = rest.partition("/")
        lines = _lines(copy, name)
        if _INDEX.fullmatch(position) and int(position) < len(lines):
            lines[int(position)][box] = text.strip()
    return copy


def _text(value: Any) -> str:
    return (
        "" if value is None or isinstance(value, dict | list) else str(value).encode(errors="replace").decode()
    )  # half a character is shown by no page
