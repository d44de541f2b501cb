"""The JSON of one reading: its fields in a table, its schema and an example."""

from typing import Any

from ..json_schema import Field

EVENTS = ("gate_in", "gate_out", "loaded", "discharged", "on_board", "ordered", "weighed", "scanned", "seen")
EQUIPMENT_KINDS = ("container", "trailer", "wagon", "vehicle")
SEAL_CONDITIONS = ("intact", "broken", "repaired", "missing")

OBJECTS: dict[str, dict[str, Field]] = {
    "observation": {
        "event": Field("choice", "What happened.", choices=EVENTS, required=True),
        "equipment_kind": Field("choice", "What was seen.", choices=EQUIPMENT_KINDS, required=True),
        "equipment_number": Field("identifier", "Container, wagon or plate number.", limit=40, required=True),
        "seen_at": Field("moment", "When; without a zone it is local time.", required=True),
        "place": Field("text", "Where: a customs post by code or name, or any other place.", limit=200),
        "place_unlocode": Field("unlocode", "Where, as UN/LOCODE."),
        "conveyance_id": Field("identifier", "Plate, wagon or vessel that it moved with.", limit=60),
        "size_type": Field("identifier", "ISO 6346 size and type of a container.", limit=10),
        "fullness": Field("choice", "Loaded or not.", choices=("full", "empty")),
        "gross_mass_kg": Field("mass_kg", "Mass with the goods: of the box, or of the whole vehicle."),
        "seals": Field("list", "Seal numbers read; an empty list: there was none.", of="identifier", limit=40),
        "seal_condition": Field("choice", "How the seals were.", choices=SEAL_CONDITIONS),
        "damage": Field("text", "Damage seen.", limit=200),
        "scan_shows_anomaly": Field("boolean", "Whether officer or device marked the image."),
        "document_number": Field("identifier", "Transport document that it came with.", limit=120),
        "remark": Field("text", "Anything else.", limit=300),
    },
}
MOST_READINGS = 5_000  # in one delivery

_JSON_TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "identifier": {"type": "string"},
    "moment": {"type": "string", "format": "date-time"},
    "mass_kg": {"type": "number", "minimum": 0},
    "unlocode": {"type": "string", "pattern": "^[A-Z]{2}[A-Z2-9]{3}$"},
    "boolean": {"type": "boolean"},
}


def _schema_of_field(field: Field) -> dict[str, Any]:
    if field.type == "choice":
        return {"type": "string", "enum": list(field.choices), "description": field.means}
    if field.type == "list":
        return {"type": "array", "items": {"type": "string", "maxLength": field.limit}, "description": field.means}
    limit = {"maxLength": field.limit} if field.type in ("text", "identifier") else {}
    return {**_JSON_TYPES[field.type], **limit, "description": field.means}


_ONE: dict[str, Any] = {
    "type": "object",
    "properties": {key: _schema_of_field(field) for key, field in OBJECTS["observation"].items()},
    "required": [key for key, field in OBJECTS["observation"].items() if field.required],
    "additionalProperties": False,
}
OBSERVATION_SCHEMA: dict[str, Any] = {"oneOf": [_ONE, {"type": "array", "items": _ONE, "maxItems": MOST_READINGS}]}


def example_observation() -> dict[str, Any]:
    """Return a reading of a weighbridge that is registered without any problem."""
    return {
        "event": "weighed",
        "equipment_kind": "vehicle",
        "equipment_number": "01KG730BHC",
        "seen_at": "2026-11-24T19:05:00+06:00",
        "place": "IRKESHTAM",
        "gross_mass_kg": 31840,
    }
