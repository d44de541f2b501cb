"""The JSON of integrators: one reading, or a list of them (`json_fields.py`); a faulty one is rejected alone."""

from collections.abc import Iterator
from datetime import tzinfo
from typing import Any

from ..json_loading import Members, load, type_name
from ..json_reading import ObjectReader, without_gaps
from ..noting import Notes
from ..values import DocumentKind, ParsedDocument, StatedManifest, StatedObservation
from .json_fields import MOST_READINGS, OBJECTS

OBSERVATIONS_JSON = "application/vnd.pcu.observations+json"  # what the door of readings keeps a delivery as


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read a reading or a list of readings; times without a zone are local."""
    notes = Notes()
    document = ParsedDocument(DocumentKind.OBSERVATION_TABLE, StatedManifest(), iter(()), notes.problems)
    stated = load(raw, notes)
    if isinstance(stated, Members):
        document.observations = iter([_observation(stated, "", local_zone)])
    elif not isinstance(stated, list):
        if not notes.has_errors:  # JSON that is sound, and null among it
            notes.error("json_wrong_type", "", value=type_name(stated), expected="object or array")
    elif len(stated) > MOST_READINGS:
        notes.error("too_many_observations", "", limit=MOST_READINGS)
    elif stated:
        document.observations = _observations(stated, local_zone)
    else:
        notes.notice("no_observations", "")
    return document


def _observations(stated: list[Any], local_zone: tzinfo) -> Iterator[StatedObservation]:
    for position, value in enumerate(stated):
        yield _observation(value, f"/{position}", local_zone)


def _observation(value: Any, path: str, local_zone: tzinfo) -> StatedObservation:
    notes = Notes()
    values = ObjectReader(notes, local_zone, OBJECTS).read("observation", value, path) or {}
    fields = {"event": "", "equipment_kind": "", "equipment_number": "", **without_gaps(values)}
    return StatedObservation(path=path, **fields, problems=tuple(notes.problems))
