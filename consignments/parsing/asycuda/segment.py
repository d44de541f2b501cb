"""One element of an ASYCUDA document, asked for things by the names of `names.py`."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TypeVar

from lxml import etree

from ..noting import Notes
from ..values import Severity
from ..xml_nodes import local_name
from .names import WAYS

Value = TypeVar("Value")


class Segment:
    """An element with its path. Its children are looked at once, for a bill of lading is asked some sixty things.

    `<null/>` inside an element says that it is empty, and so does the text "null" that some programs write.
    """

    __slots__ = ("_children", "_element", "_inner", "path")

    def __init__(self, element: etree._Element, path: str):
        self.path = path
        self._element = element
        self._inner: dict[str, list[Segment]] = {}
        self._children: dict[str, list[etree._Element]] = {}
        for child in element:
            self._children.setdefault(_key(child.tag), []).append(child)

    def all(self, name: str) -> list["Segment"]:
        """Return the child elements of this name, whatever its letter case; numbered where there are several."""
        return self._all(name.lower())

    def first(self, *names: str) -> "Segment | None":
        """Return the first child of the first name that there is."""
        for name in names:
            if found := self._all(name.lower()):
                return found[0]
        return None

    def texts(self, name: str) -> list[str]:
        """Return the texts of all children of this name."""
        return [text for child in self._children.get(name.lower(), []) if (text := _text(child))]

    def leaves(self) -> Iterator[tuple[str, str]]:
        """Yield name, in small letters, and text of each child in the order of the document."""
        for child in self._element:
            if text := _text(child):
                yield local_name(child).lower(), text

    def stated(self, thing: str) -> tuple[str | None, str]:
        """Return the text of a thing with its path; None with the segment's own path where nothing is said of it."""
        for way, leaf in WAYS[thing]:
            segment = self
            for name in way:
                found = segment._all(name)
                if not found:
                    break
                segment = found[0]
            else:
                for child in segment._children.get(leaf, ()):
                    if text := _text(child):
                        return text, f"{segment.path}/{local_name(child)}"
        return None, self.path

    def text(self, thing: str) -> str | None:
        return self.stated(thing)[0]

    def described(self, thing: str, limit: int, notes: Notes) -> str | None:
        """Return a text on one line: names come padded with line breaks and tabs."""
        return notes.text(*self.stated(thing), limit)

    def identifier(self, thing: str, limit: int, notes: Notes, severity: Severity = Severity.ERROR) -> str | None:
        return notes.identifier(*self.stated(thing), limit, severity)

    def read(
        self, thing: str, reader: Callable[[str], Value], notes: Notes, severity: Severity = Severity.ERROR
    ) -> Value | None:
        text, path = self.stated(thing)
        return notes.read(reader, text, path, severity)

    def _all(self, key: str) -> list["Segment"]:
        found = self._inner.get(key)
        if found is None:
            children = self._children.get(key, ())
            found = self._inner[key] = [
                Segment(child, f"{self.path}/{local_name(child)}{'' if len(children) == 1 else f'[{position}]'}")
                for position, child in enumerate(children, start=1)
            ]
        return found


@lru_cache(maxsize=4096)
def _key(tag: str) -> str:
    return tag.rpartition("}")[2].lower()


def _text(element: etree._Element) -> str | None:
    text = (element.text or "").strip()
    return text if text and text.lower() != "null" else None
