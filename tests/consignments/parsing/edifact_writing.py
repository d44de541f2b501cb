"""A small writer of UN/EDIFACT interchanges, so that what is written can be read back and compared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Element = str | Sequence[str]


@dataclass(frozen=True, slots=True)
class Separators:
    component: str = ":"
    element: str = "+"
    decimal: str = "."
    release: str = "?"
    terminator: str = "'"

    def una(self) -> str:
        return f"UNA{self.component}{self.element}{self.decimal}{self.release} {self.terminator}"

    def escaped(self, text: str) -> str:
        special = {self.component, self.element, self.release, self.terminator}
        return "".join(f"{self.release}{c}" if c in special else c for c in text)


USUAL = Separators()


def segment(tag: str, *elements: Element, separators: Separators = USUAL) -> str:
    """Return one segment; an element of several components is a sequence. Empty ones at the end are left out."""
    written = [_written(element, separators) for element in elements]
    while written and not written[-1]:
        written.pop()
    return separators.element.join([tag, *written]) + separators.terminator


def message(
    message_type: str,
    version: Sequence[str],
    segments: Iterable[Sequence[Element]],
    *,
    reference: str = "1",
    separators: Separators = USUAL,
) -> str:
    """Return a message with its UNH and UNT; each segment is its tag with its elements."""
    body = [segment(str(tag), *elements, separators=separators) for tag, *elements in segments]
    head = segment("UNH", reference, [message_type, *version], separators=separators)
    return head + "".join(body) + segment("UNT", str(len(body) + 2), reference, separators=separators)


def interchange(messages: Sequence[str], *, syntax: str = "UNOC", separators: Separators = USUAL) -> str:
    """Return the messages in an envelope, with UNA where the separators are not the usual ones."""
    begin = segment("UNB", [syntax, "3"], "SENDER", "RECIPIENT", ["261124", "0600"], "R1", separators=separators)
    end = segment("UNZ", str(len(messages)), "R1", separators=separators)
    return ("" if separators == USUAL else separators.una()) + begin + "".join(messages) + end


def _written(element: Element, separators: Separators) -> str:
    components = [element] if isinstance(element, str) else list(element)
    while components and not components[-1]:
        components.pop()
    return separators.component.join(separators.escaped(component) for component in components)
