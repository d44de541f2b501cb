"""The segments of one consignment, its own and those of its parties, goods lines and equipment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..noting import Notes
from . import equipment, goods
from .lexer import TOO_LONG, Segment


@dataclass(frozen=True, slots=True)
class Parts:
    """The segments of a consignment: its own, and those of its groups, each with the segment that opens it."""

    own: list[Segment]
    groups: list[tuple[Segment, list[Segment]]]

    def of(self, tag: str) -> Iterator[tuple[Segment, list[Segment]]]:
        return (group for group in self.groups if group[0].tag == tag)

    def first(self, tag: str, qualifiers: Sequence[str]) -> Segment | None:
        """Return the first own segment of this tag with one of the qualifiers, which are tried in order."""
        return first(self.own, tag, qualifiers)


def first(segments: Sequence[Segment], tag: str, qualifiers: Sequence[str]) -> Segment | None:
    found = [(segment.at(0, 0), segment) for segment in segments if segment.tag == tag]
    return next((segment for wanted in qualifiers for qualifier, segment in found if qualifier == wanted), None)


def parts_of(segments: Sequence[Segment], party_segments: frozenset[str], notes: Notes) -> Parts:
    """Return the segments by groups; the first one opens the consignment.

    What follows the group of a party inside a goods line belongs to that goods line again.
    """
    members_of = {"NAD": party_segments, "GID": goods.GROUP_SEGMENTS, "EQD": equipment.GROUP_SEGMENTS}
    parts = Parts([segments[0]], [])
    goods_line: list[Segment] | None = None
    group: list[Segment] = []
    members: frozenset[str] = frozenset()
    for segment in segments[1:]:
        if segment.tag == TOO_LONG:
            notes.error("edifact_part_left_out", segment.path, value=segment.at(0))
        elif segment.tag in members_of:
            group, members = [], members_of[segment.tag]
            parts.groups.append((segment, group))
            goods_line = group if segment.tag == "GID" else goods_line if segment.tag == "NAD" else None
        elif segment.tag in members:
            group.append(segment)
        elif goods_line is not None and segment.tag in goods.GROUP_SEGMENTS:
            group, members = goods_line, goods.GROUP_SEGMENTS
            group.append(segment)
        else:
            members, goods_line = frozenset(), None
            parts.own.append(segment)
    return parts
