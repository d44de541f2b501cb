"""The readings that are read: tables by their headers, and the JSON of integrators by its content type."""

from ..fields import FIELDS
from ..kind import TABLES, Kind, Submitted
from ..values import DocumentKind, ParsedDocument
from . import json_readings, table
from .json_readings import OBSERVATIONS_JSON


def _recognises(sent: Submitted) -> bool:
    return sent.content_type == OBSERVATIONS_JSON or table.recognises(sent.raw, sent.content_type, sent.filename)


def _parse(sent: Submitted) -> ParsedDocument:
    if sent.content_type == OBSERVATIONS_JSON:
        return json_readings.parse(sent.raw, local_zone=sent.local_zone)
    return table.parse(sent.raw, local_zone=sent.local_zone)


KINDS: tuple[Kind, ...] = (
    Kind(
        DocumentKind.OBSERVATION_TABLE,
        TABLES | {OBSERVATIONS_JSON},
        _recognises,
        _parse,
        cannot=frozenset(FIELDS),
    ),
)
