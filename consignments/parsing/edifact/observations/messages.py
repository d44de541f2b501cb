"""The stream of observations of an interchange: messages of one type, each read by its own function."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import tzinfo

from ...noting import Notes, error, notice
from ...values import DocumentKind, ParsedDocument, StatedManifest, StatedObservation
from ..envelope import Message, messages_of_type
from ..lexer import Lexer, Segment

MAX_GROUP_SEGMENTS = 1_000  # of one head or one box, so that memory stays flat

Read = Callable[[Message, tzinfo, Notes], Iterator[StatedObservation]]


def parse_observations(
    raw: bytes, kind: DocumentKind, message_type: str, read: Read, local_zone: tzinfo
) -> ParsedDocument:
    """Return a document whose observations are read as they are asked for; messages of other types are named."""
    document = ParsedDocument(kind, StatedManifest(), iter(()))
    notes = Notes(document.problems, is_lenient=True)
    lexer = Lexer(raw, notes)
    document.observations = _observations(lexer, message_type, read, local_zone, notes, document)
    return document


def _observations(
    lexer: Lexer, message_type: str, read: Read, local_zone: tzinfo, notes: Notes, document: ParsedDocument
) -> Iterator[StatedObservation]:
    has_message = has_any = False
    for message in messages_of_type(message_type, lexer, notes):
        has_message = True
        waiting: StatedObservation | None = None
        for observation in read(message, local_zone, notes):
            if waiting:
                yield waiting
            waiting, has_any = observation, True
        if waiting:
            # Only when the next box begins is it known that the last was read whole.
            yield _broken_off(waiting) if lexer.is_truncated else waiting
    if not has_message:
        document.problems.append(error("edifact_no_message", "", value=message_type))
    elif not has_any:
        document.problems.append(notice("no_observations", ""))


def _broken_off(observation: StatedObservation) -> StatedObservation:
    problem = error("observation_truncated", observation.path)
    return replace(observation, problems=(*observation.problems, problem))


def groups(segments: Iterator[Segment], begins: Callable[[list[Segment], Segment], bool]) -> Iterator[list[Segment]]:
    """Yield the segments before the first group, then each group; `begins` is asked with the group so far and the next.

    What a group has beyond MAX_GROUP_SEGMENTS is passed over.
    """
    group: list[Segment] = []
    for segment in segments:
        if begins(group, segment):
            yield group
            group = []
        if len(group) < MAX_GROUP_SEGMENTS:
            group.append(segment)
    yield group
