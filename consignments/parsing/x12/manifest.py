"""X12 309, the customs manifest: a stream of bills of lading, each below its port and its conveyance."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import tzinfo

from ..noting import Notes, error, notice, warning
from ..values import DocumentKind, ParsedDocument, StatedConsignment, StatedManifest
from .bill import read_bill
from .manifest_head import at_port, read_head
from .splitter import Segment, delimiters, segments

SET = "309"
MAX_GROUP_SEGMENTS = 100_000  # of one bill, so that memory stays flat
_LOOKED_AT = 1 << 16


def recognises(raw: bytes) -> bool:
    """Return whether this is an interchange of X12 that holds a customs manifest near its beginning."""
    found = delimiters(raw)
    return found is not None and found[0].join((b"ST", SET.encode())) in raw[:_LOOKED_AT]


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read the head of the first manifest at once, bills as they are asked for.

    A bill at another port than the first, or in another manifest, carries the manifest of its own.
    """
    document = ParsedDocument(DocumentKind.X12_309, StatedManifest(), iter(()))
    notes = Notes(document.problems, is_lenient=True)
    read = _read(segments(raw, notes), local_zone, notes)
    first = next(read, None)
    if isinstance(first, StatedManifest):
        document.manifest = first
        document.consignments = _bills(first, read, document)
    else:
        document.problems.append(error("x12_no_manifest", ""))
    return document


def _bills(
    first: StatedManifest, read: Iterator[StatedManifest | StatedConsignment], document: ParsedDocument
) -> Iterator[StatedConsignment]:
    manifest, count = first, 0
    for item in read:
        if isinstance(item, StatedManifest):
            manifest = item
            continue
        count += 1
        yield item if manifest == first else replace(item, manifest=manifest)
    if count == 0:
        document.problems.append(notice("no_consignments", ""))


def _read(stream: Iterator[Segment], local_zone: tzinfo, notes: Notes) -> Iterator[StatedManifest | StatedConsignment]:
    """Yield the manifest at each port of each 309, then its bills. Other transaction sets are passed over."""
    for segment in stream:
        if segment.tag != "ST":
            continue
        if segment.at(1) == SET:
            yield from _read_set(segment, stream, local_zone, notes)
        else:
            notes.warning("x12_set_not_read", segment.path, value=segment.at(1))


def _read_set(
    opening: Segment, stream: Iterator[Segment], local_zone: tzinfo, notes: Notes
) -> Iterator[StatedManifest | StatedConsignment]:
    """Read from ST to SE: first the head, then for each P4 its bills, of which each begins with LX."""
    head = manifest = StatedManifest()
    is_told = False
    group: list[Segment] = []
    port: Segment | None = None
    count, bills = 1, 0
    for segment in stream:
        count += 1
        if segment.tag not in ("P4", "LX", "SE"):
            if len(group) <= MAX_GROUP_SEGMENTS:
                group.append(segment)
            continue
        if group and group[0].tag == "LX":
            bills += 1
            yield read_bill(group, manifest, local_zone, is_cut=len(group) > MAX_GROUP_SEGMENTS)
        elif port is None:
            head = manifest = read_head(group, notes)
        if segment.tag == "LX":
            if not is_told:
                yield manifest
                is_told = True
            group = [segment]
            continue
        _compare_bills(port, bills, notes)
        group, bills = [], 0
        if segment.tag == "P4":
            port, is_told = segment, True
            manifest = at_port(head, segment, local_zone, notes)
            yield manifest
            continue
        if not is_told:
            yield manifest
        _compare_segments(segment, count, notes)
        return
    if not is_told:
        yield read_head(group, notes) if port is None and not (group and group[0].tag == "LX") else manifest
    if group and group[0].tag == "LX":
        yield read_bill(group, manifest, local_zone, is_cut=len(group) > MAX_GROUP_SEGMENTS)
    notes.warning("x12_set_not_closed", opening.path, value=opening.at(2))


def _compare_bills(port: Segment | None, bills: int, notes: Notes) -> None:
    """The third element of P4 is the number of bills for that port."""
    stated = port.at(3) if port else ""
    if port and stated.isascii() and stated.isdigit() and int(stated[:9]) != bills:
        notes.add(warning("consignment_count_differs", port.path, stated=stated, found=bills))


def _compare_segments(closing: Segment, count: int, notes: Notes) -> None:
    stated = closing.at(1)
    if stated.isascii() and stated.isdigit() and int(stated[:9]) != count:
        notes.warning("x12_segment_count_differs", closing.path, stated=stated, found=count)
