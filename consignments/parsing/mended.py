"""What mending a document is about: the consignments that were rejected, the values to correct, the new document."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .values import Problem

Edits = dict[str, str]  # key of a place -> what the officer wrote there


@dataclass(frozen=True, slots=True)
class Place:
    """One value of the document. key: names it in a form; path: its address in the document; text: what came."""

    key: str
    path: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A consignment that is rejected. places: all its values, as the document orders them."""

    document_number: str
    path: str
    places: tuple[Place, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Mended:
    """A document of the rejected consignments alone.

    Where its paths are not those of the document it mends, `origins` holds pairs of (path here, path there).
    column_mapping: what the columns of a table mean, as they were understood in the whole of it.
    """

    raw: bytes
    content_type: str
    suffix: str
    origins: Sequence[tuple[str, str]] = ()
    column_mapping: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Mending:
    """How a document is mended. failed: what was rejected; write: the new document with what the officer wrote."""

    failed: tuple[Failed, ...]
    write: Callable[[Edits], Mended]


def path_in_first(path: str, origins: Sequence[Sequence[str]]) -> str:
    """Return the path in the document that was mended: /consignments/0/goods was /consignments/3/goods there."""
    for here, there in origins:
        if path == here or path.startswith(f"{here}/"):
            return there + path[len(here) :]
    return path
