"""One message that is the manifest of a conveyance: its head, then a consignment for each CNI (CUSCAR, IFCSUM)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ..noting import Notes, error
from ..values import StatedConsignment
from .consignment import read_consignment
from .envelope import Message
from .equipment import EquipmentReader
from .head import Head, read_head
from .interchange import Reading, with_problem
from .lexer import Segment
from .numbers import opens_a_bill
from .profiles import Profile

MAX_GROUP_SEGMENTS = 100_000  # of one head or one consignment, so that memory stays flat

# The profile of a message from what its BGM calls it.
ChooseProfile = Callable[[Message, str, Notes], Profile]


def read_manifest_message(
    message: Message, choose_profile: ChooseProfile, reading: Reading
) -> Iterator[Head | StatedConsignment]:
    """Yield the head, then the consignments, each when the next one begins: only then is it known to be the last."""
    equipment = EquipmentReader(reading.notes)
    groups = _groups(message.segments, equipment)
    head_segments, _ = next(groups)
    name = next((" ".join(part for c in s.elements[:2] for part in c) for s in head_segments if s.tag == "BGM"), "")
    profile = choose_profile(message, name, reading.notes)
    head = read_head(head_segments, equipment.found, message.version, profile, reading.local_zone, reading.notes)
    yield head
    waiting: StatedConsignment | None = None
    linked: set[str] = set()
    count = 0
    for segments, path, is_cut in _bills(groups, profile):
        if waiting:
            yield waiting
        waiting = read_consignment(segments, head, reading.local_zone, path=path)
        count += 1
        if is_cut:
            waiting = with_problem(waiting, error("edifact_group_too_long", path, limit=MAX_GROUP_SEGMENTS))
        linked.update(equipment.number for equipment in waiting.equipment)
    _compare_with_control(head, count, message, reading.notes)
    if waiting:
        yield _last(waiting, count, head, linked, message, reading)


def _groups(segments: Iterator[Segment], equipment: EquipmentReader) -> Iterator[tuple[list[Segment], bool]]:
    """Yield the segments before the first CNI, then those of each CNI, with whether some were left out as too many.

    equipment: what passes it before the first CNI is not kept, unless it tells more of the head.
    """
    group: list[Segment] = []
    is_cut, is_head = False, True
    for segment in segments:
        if segment.tag == "CNI":
            equipment.finish()
            yield group, is_cut
            group, is_cut, is_head = [], False, False
        elif is_head and equipment.passed(segment):
            continue
        if len(group) < MAX_GROUP_SEGMENTS:
            group.append(segment)
        else:
            is_cut = True
    equipment.finish()
    yield group, is_cut


def _bills(
    groups: Iterator[tuple[list[Segment], bool]], profile: Profile
) -> Iterator[tuple[Sequence[Segment], str, bool]]:
    """Yield the segments of each consignment with the path of its first one.

    Where CNI is the master document, what stands before its first reference holds for each reference below it.
    """
    for segments, is_cut in groups:
        starts = [i for i, s in enumerate(segments) if opens_a_bill(s)] if profile.cni_names == "master" else []
        if len(starts) < 2:
            yield segments, segments[0].path, is_cut
            continue
        ends = [*starts[1:], len(segments)]
        for start, end in zip(starts, ends, strict=True):
            yield [*segments[: starts[0]], *segments[start:end]], segments[start].path, is_cut


def _compare_with_control(head: Head, count: int, message: Message, notes: Notes) -> None:
    stated = head.manifest.stated_consignments
    if stated is not None and stated != count:
        notes.warning("consignment_count_differs", message.head.path, stated=stated, found=count)


def _last(
    consignment: StatedConsignment, count: int, head: Head, linked: set[str], message: Message, reading: Reading
) -> StatedConsignment:
    """Return the last consignment of its message: the file may break off in it, the equipment left over may be its."""
    if reading.lexer.is_truncated:
        consignment = with_problem(consignment, error("edifact_consignment_truncated", consignment.path))
    unlinked = [equipment for number, equipment in head.equipment.items() if number not in linked]
    if unlinked and count == 1:
        return replace(consignment, equipment=(*consignment.equipment, *unlinked))
    if unlinked:
        numbers = ", ".join(equipment.number for equipment in unlinked[:5])
        reading.notes.notice("equipment_not_linked", message.head.path, value=numbers, count=len(unlinked))
    return consignment
