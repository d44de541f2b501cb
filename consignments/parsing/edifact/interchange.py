"""The messages of one type out of an interchange, as one document: the first head at once, consignments as a stream.

The first message's head is the document's manifest; consignments of a later message with another conveyance carry that
message's manifest.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import tzinfo

from ..noting import Notes, error, notice
from ..values import DocumentKind, ParsedDocument, Problem, StatedConsignment, StatedManifest
from .envelope import Message, messages_of_type
from .head import Head
from .lexer import Lexer


@dataclass(frozen=True, slots=True)
class Reading:
    """What the readers of messages share: their stream, the zone of times stated without one, the document's notes."""

    lexer: Lexer
    local_zone: tzinfo
    notes: Notes


# Yields the head of a message, then its consignments.
ReadMessage = Callable[[Message, Reading], Iterator[Head | StatedConsignment]]


def read_interchange(
    raw: bytes, message_type: str, kind: DocumentKind, read_message: ReadMessage, local_zone: tzinfo
) -> ParsedDocument:
    """Read the messages of this type; those of other types are named in the document's problems."""
    document = ParsedDocument(kind, StatedManifest(), iter(()))
    notes = Notes(document.problems, is_lenient=True)
    lexer = Lexer(raw, notes)
    reading = Reading(lexer, local_zone, notes)
    stream = messages_of_type(message_type, lexer, notes)
    read = (item for message in stream for item in read_message(message, reading))
    first = next(read, None)
    if isinstance(first, Head):
        document.manifest = first.manifest
        document.consignments = _consignments(first, read, document)
    else:
        document.problems.append(error("edifact_no_message", "", value=message_type))
    return document


def with_problem(consignment: StatedConsignment, problem: Problem) -> StatedConsignment:
    return replace(consignment, problems=(*consignment.problems, problem))


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
