"""Mends JSON: the rejected consignments of a manifest alone, or a note of a single one, with corrected values."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import tzinfo
from typing import Any

from .json_manifest import parse
from .mended import Edits, Failed, Mended, Mending, Place
from .values import Problem, Severity

JSON = "application/json"
_LIST = "consignments"
_SHOWN_TEXT = 2_000  # of a value that is no single one
_MOST_CONSIGNMENTS = 50_000  # as many as are read of a document
_INDEX = re.compile(r"[0-9]{1,7}")
_HALF_A_CHARACTER = re.compile(rb"\\ud[89a-f]", re.IGNORECASE)


def open_manifest(raw: bytes, local_zone: tzinfo) -> Mending | None:
    """Return how to mend a manifest: its rejected consignments, or all of them where its head is faulty."""
    content = decoded(raw)
    if not isinstance(content, dict) or not isinstance(content.get(_LIST), list):
        return None
    if len(content[_LIST]) > _MOST_CONSIGNMENTS:
        return None
    document = parse(raw, local_zone=local_zone)
    stated = {one.path: one for one in document.consignments}
    at_head = _errors(document.problems)
    failed = []
    for position, value in enumerate(content[_LIST]):
        path = f"/{_LIST}/{position}"
        found = stated[path].problems if path in stated else ()
        if at_head or _errors(found):
            number = str(value.get("document_number") or "") if isinstance(value, dict) else ""
            failed.append(Failed(number, path, tuple(places_of(value, path, found)), tuple(found)))
    if at_head:
        head = {key: value for key, value in content.items() if key != _LIST}
        failed.insert(0, Failed("", "", tuple(places_of(head, "", document.problems)), tuple(document.problems)))
    kept = [one.path for one in failed if one.path]
    return Mending(tuple(failed), lambda edits: _written(content, kept, edits))


def decoded(raw: bytes) -> Any:
    """Return the JSON with its numbers as they print; None when it is broken."""
    try:
        content = json.loads(raw.decode(json.detect_encoding(raw)).removeprefix("\ufeff"))
        if _HALF_A_CHARACTER.search(raw):  # no page can show it
            content = json.loads(json.dumps(content, ensure_ascii=False).encode(errors="replace"))
        return content
    except (ValueError, RecursionError):
        return None


def places_of(value: Any, path: str, problems: Sequence[Problem]) -> Iterator[Place]:
    """Yield every single value below `path`, and each value that a problem names though it is not there."""
    known = set()
    for pointer, text in _leaves(value, path):
        known.add(pointer)
        yield Place(pointer, pointer, pointer[len(path) :].lstrip("/"), text)
    for problem in problems:
        pointer = missing_pointer(problem)
        is_inside = pointer.startswith(f"{path}/") and pointer not in known
        if is_inside and not any(leaf.startswith(f"{pointer}/") for leaf in known):
            known.add(pointer)
            yield Place(pointer, pointer, pointer[len(path) :].lstrip("/"), "")


def missing_pointer(problem: Problem) -> str:
    """Return where a value belongs that is not there: the problem may name the object and the field in it."""
    field = problem.params.get("field", "")
    return f"{problem.path}/{field}" if problem.code == "field_missing" and field else problem.path


def edited(content: Any, edits: Edits) -> Any:
    """Return a copy of the content with the values at the pointers replaced; a pointer that leads nowhere is left."""
    copy = json.loads(json.dumps(content))
    shown = dict(_leaves(copy, ""))
    for pointer, text in edits.items():
        if shown.get(pointer, "").strip() != text.strip():
            _put(copy, [_unescaped(part) for part in pointer.split("/")[1:]], text.strip())
    return copy


def as_bytes(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def _written(content: dict[str, Any], kept: list[str], edits: Edits) -> Mended:
    whole = edited(content, edits)
    chosen = [whole[_LIST][int(path.rpartition("/")[2])] for path in kept]
    origins = [(f"/{_LIST}/{position}", path) for position, path in enumerate(kept)]
    return Mended(as_bytes({**whole, _LIST: chosen}), JSON, ".json", origins)


def _errors(problems: Sequence[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def _leaves(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict | list) and value:
        members = value.items() if isinstance(value, dict) else enumerate(value)
        for key, member in members:
            yield from _leaves(member, f"{path}/{_escaped(str(key))}")
    elif path:
        yield path, value if isinstance(value, str) else json.dumps(value)[:_SHOWN_TEXT] if value is not None else ""


def _put(content: Any, keys: list[str], text: str) -> None:
    """Write the text where the keys lead, as a number, truth or list where it is written as one in place of one."""
    for key in keys[:-1]:
        content = _member(content, key)
    last = keys[-1] if keys else ""
    before = _member(content, last)
    value: Any = text
    if before is not None and not isinstance(before, str):
        value = decoded(text.encode()) if decoded(text.encode()) is not None else text
    if isinstance(content, list) and _INDEX.fullmatch(last) and int(last) < len(content):
        content[int(last)] = value
    elif isinstance(content, dict):
        content[last] = value


def _member(content: Any, key: str) -> Any:
    if isinstance(content, dict):
        return content.get(key)
    if isinstance(content, list) and _INDEX.fullmatch(key) and int(key) < len(content):
        return content[int(key)]
    return None


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _unescaped(part: str) -> str:
    return part.replace("~1", "/").replace("~0", "~")
