"""Consignments in boxes, remembered as an assessment remembers them."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from consignments.keys.identifiers import number_key
from profiling.models import Assessment, History, HistoryKey
from tests.profiling.views.stage import case


def aboard(number: str = "MSKU1234565", lane: str = "red", minutes: int | None = 60, **fields: Any) -> Assessment:
    """Return a waiting case whose goods lie in one container, known to history. kind, unit, seals, plate, known_at,
    parties, goods: of its documents; other keywords are fields of the assessment."""
    kind, plate = fields.pop("kind", "container"), fields.pop("plate", "01 KG 730 BHC")
    box = {"kind": kind, "number": number, "number_key": number_key(number), "seals": fields.pop("seals", ["HX204512"])}
    box |= fields.pop("box", {})
    stated = {name: fields.pop(name) for name in ("unit", "parties", "goods", "known_at") if name in fields}
    manifest = {"conveyance_id": plate, "conveyance_key": number_key(plate) if plate else ""}
    manifest |= fields.pop("manifest_fields", {})
    made = case(
        lane,
        minutes,
        consignment={"equipment": [box] if number else [], "manifest_fields": manifest, **stated},
        **fields,
    )
    remembered(made)
    return made


def remembered(of: Assessment) -> History:
    """Write what history knows of the case: its journey and the numbers it moved with."""
    revision = of.revision
    traders = {party.role: party.party_id for party in revision.parties.all()}
    history = History.objects.create(
        revision=revision,
        consignment=of.consignment,
        manifest_id=revision.manifest_id,
        source_id=of.consignment.source_id,
        unit_id=of.unit_id,
        known_at=revision.known_at,
        arrival_at=of.arrival_at,
        consignee_id=traders.get("consignee"),
        consignor_id=traders.get("consignor"),
        document_number_key=of.consignment.document_number,
    )
    keys = {("container" if box.kind == "container" else "plate", box.number_key) for box in revision.equipment.all()}
    if revision.manifest.conveyance_key:
        keys.add(("plate", revision.manifest.conveyance_key))
    for kind, key in keys:
        HistoryKey.objects.create(history=history, kind=kind, key=key, known_at=revision.known_at)
    return history


def days_ago(days: float) -> datetime:
    return timezone.now() - timedelta(days=days)


def earlier(number: str, days: float, **fields: Any) -> Assessment:
    """Return a case of the same box that arrived so many days ago."""
    return aboard(number, minutes=-round(days * 24 * 60), known_at=days_ago(days + 1), **fields)
