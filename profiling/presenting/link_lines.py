"""The links of a consignment as its page lists them: one line for each thing it names, its neighbours below."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from profiling.models import NodeKind
from profiling.reading.neighbours import Neighbour


@dataclass(frozen=True, slots=True)
class NeighbourLine:
    kind: str
    text: str
    consignments: int
    last_seen_at: datetime
    was_seized: bool


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A party, plate, phone… of the consignment, and what else moved with it."""

    kind: str
    text: str
    others: list[NeighbourLine] = field(default_factory=list)


def link_lines(neighbours: Iterable[Neighbour]) -> list[LinkLine]:
    """Return the lines; a text that may not be told, or is none (an address), is left to its kind."""
    lines: dict[tuple[str, str], LinkLine] = {}
    for each in neighbours:
        own = (each.own_kind, each.own_text)
        line = lines.setdefault(own, LinkLine(_kind(each.own_kind), each.own_text))
        text = each.text or _("not of your unit") if each.kind != NodeKind.ADDRESS else ""
        line.others.append(NeighbourLine(_kind(each.kind), text, each.consignments, each.last_seen_at, each.was_seized))
    return list(lines.values())


def _kind(kind: str) -> str:
    return str(NodeKind(kind).label)
