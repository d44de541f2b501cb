"""One message that is one transport document: its whole is one consignment (IFTMIN, IFTMCS)."""

from collections.abc import Iterator, Sequence
from itertools import islice

from ..noting import error
from ..values import StatedConsignment
from .consignment import read_consignment
from .envelope import Message
from .equipment import EquipmentReader
from .head import Head, read_head
from .interchange import Reading, with_problem
from .lexer import Segment
from .manifest_message import MAX_GROUP_SEGMENTS
from .profiles import INSTRUCTION


def read_transport_document(message: Message, reading: Reading) -> Iterator[Head | StatedConsignment]:
    """Yield the conveyance that the message names, then its consignment; BGM has its number."""
    segments = list(islice(message.segments, MAX_GROUP_SEGMENTS))
    is_cut = next(message.segments, None) is not None
    equipment = EquipmentReader(reading.notes)
    of_head = [segment for segment in _without_goods(segments) if not equipment.passed(segment)]
    equipment.finish()
    head = read_head(of_head, equipment.found, message.version, INSTRUCTION, reading.local_zone, reading.notes)
    yield head
    if not segments:
        return
    begin = next((position for position, s in enumerate(segments) if s.tag == "BGM"), 0)
    ordered = [segments[begin], *segments[:begin], *segments[begin + 1 :]]
    consignment = read_consignment(ordered, head, reading.local_zone, path=message.head.path)
    if is_cut:
        consignment = with_problem(
            consignment, error("edifact_group_too_long", consignment.path, limit=MAX_GROUP_SEGMENTS)
        )
    if reading.lexer.is_truncated:
        consignment = with_problem(consignment, error("edifact_consignment_truncated", consignment.path))
    yield consignment


def _without_goods(segments: Sequence[Segment]) -> list[Segment]:
    """Return the segments before the goods lines, and the equipment, which comes after them."""
    tags = [s.tag for s in segments]
    goods = tags.index("GID") if "GID" in tags else len(tags)
    equipment = tags.index("EQD", goods) if "EQD" in tags[goods:] else len(tags)
    return [*segments[:goods], *segments[equipment:]]
