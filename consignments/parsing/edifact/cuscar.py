"""UN/EDIFACT CUSCAR, the customs cargo report: a stream of consignments out of an interchange (D.95B, D.96B; LOT10).

The first CUSCAR message of the interchange is the document's manifest; consignments of a later message with another
conveyance carry that message's manifest.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import tzinfo

from ..noting import Notes, error, notice, warning
from ..values import DocumentKind, ParsedDocument, Problem, StatedConsignment, StatedManifest
from .cuscar_consignment import read_consignment
from .cuscar_head import Head, read_head
from .envelope import Message, messages
from .lexer import Lexer, Segment

MAX_GROUP_SEGMENTS = 100_000  # of one head or one consignment, so that memory stays flat


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read an interchange; the head is read at once, consignments as they are asked for."""
    document = ParsedDocument(DocumentKind.CUSCAR, StatedManifest(), iter(()))
    notes = Notes(document.problems, is_lenient=True)
    lexer = Lexer(raw, notes)
    read = _read(messages(lexer, notes), lexer, local_zone, notes)
    first = next(read, None)
    if isinstance(first, Head):
        document.manifest = first.manifest
        document.consignments = _consignments(first, read, document)
    else:
        document.problems.append(error("edifact_no_cuscar", ""))
    return document


def _consignments(
    first: Head, read: Iterator[Head | StatedConsignment], document: ParsedDocument
) -> Iterator[StatedConsignment]:
    head, count = first, 0
    for item in read:
        if isinstance(item, Head):
            head = item
            continue
        count += 1
        yield item if _same_conveyance(head.manifest, first.manifest) else replace(item, manifest=head.manifest)
    stated = first.manifest.stated_consignments
    if stated is not None and stated != count:
        document.problems.append(warning("consignment_count_differs", "", stated=stated, found=count))
    if count == 0:
        document.problems.append(notice("no_consignments", ""))


def _same_conveyance(one: StatedManifest, other: StatedManifest) -> bool:
    def key(manifest: StatedManifest) -> tuple[object, ...]:
        return (
            manifest.conveyance_id,
            manifest.trip_number,
            manifest.arrival_at,
            manifest.arrival_on,
            manifest.entry_post,
        )

    return key(one) == key(other)


def _read(
    stream: Iterator[Message], lexer: Lexer, local_zone: tzinfo, notes: Notes
) -> Iterator[Head | StatedConsignment]:
    """Yield the head of each CUSCAR message, then its consignments."""
    for message in stream:
        if message.type != "CUSCAR":
            notes.warning("edifact_message_not_read", message.head.path, value=message.type)
            continue
        groups = _groups(message.segments)
        head_segments, _ = next(groups)
        head = read_head(head_segments, message.version, local_zone, notes)
        yield head
        yield from _message_consignments(groups, head, message, lexer, local_zone, notes)


def _groups(segments: Iterator[Segment]) -> Iterator[tuple[list[Segment], bool]]:
    """Yield the segments before the first CNI, then those of each CNI, with whether some were left out as too many."""
    group: list[Segment] = []
    is_cut = False
    for segment in segments:
        if segment.tag == "CNI":
            yield group, is_cut
            group, is_cut = [], False
        if len(group) < MAX_GROUP_SEGMENTS:
            group.append(segment)
        else:
            is_cut = True
    yield group, is_cut


def _message_consignments(
    groups: Iterator[tuple[list[Segment], bool]],
    head: Head,
    message: Message,
    lexer: Lexer,
    local_zone: tzinfo,
    notes: Notes,
) -> Iterator[StatedConsignment]:
    """Yield the consignments of one message, each when the next one begins: only then is it known to be the last."""
    waiting: StatedConsignment | None = None
    linked: set[str] = set()
    count = 0
    for segments, is_cut in groups:
        if waiting:
            yield waiting
        waiting = read_consignment(segments, head, local_zone)
        count += 1
        if is_cut:
            waiting = _with(waiting, error("edifact_group_too_long", waiting.path, limit=MAX_GROUP_SEGMENTS))
        linked.update(equipment.number for equipment in waiting.equipment)
    if waiting is None:
        return
    if lexer.is_truncated:
        waiting = _with(waiting, error("edifact_consignment_truncated", waiting.path))
    unlinked = [equipment for number, equipment in head.equipment.items() if number not in linked]
    if unlinked and count == 1:
        waiting = replace(waiting, equipment=(*waiting.equipment, *unlinked))
    elif unlinked:
        numbers = ", ".join(equipment.number for equipment in unlinked[:5])
        notes.notice("equipment_not_linked", message.head.path, value=numbers, count=len(unlinked))
    yield waiting


def _with(consignment: StatedConsignment, problem: Problem) -> StatedConsignment:
    return replace(consignment, problems=(*consignment.problems, problem))
