"""JSON manifest of our interface (`json_schema.py`).

A faulty head rejects the manifest; a faulty consignment is rejected alone.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import tzinfo
from typing import Any

from . import reading
from .checking import note_disagreements, numbered_once
from .identity import identity_date
from .json_loading import Members, load, type_name
from .json_reading import ObjectReader, Values, without_gaps
from .json_schema import PARTY_ROLES
from .noting import Notes
from .values import (
    DocumentKind,
    ParsedDocument,
    StatedAddress,
    StatedConsignment,
    StatedDocument,
    StatedEquipment,
    StatedGoodsItem,
    StatedManifest,
    StatedParty,
)


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read a manifest as `JSON_SCHEMA` describes it; times without a zone are local."""
    notes = Notes()
    empty = ParsedDocument(DocumentKind.JSON_MANIFEST, StatedManifest(), iter(()), notes.problems)
    document = load(raw, notes)
    if document is None:
        return empty
    if not isinstance(document, Members):
        notes.error("json_not_an_object", "", value=type_name(document))
        return empty
    head = ObjectReader(notes, local_zone).read("manifest", document, "")
    if head is None or notes.has_errors:
        return empty
    manifest = _manifest(head, stated_consignments=len(document["consignments"]))
    if not document["consignments"]:
        notes.notice("no_consignments", "/consignments")
    consignments = _consignments(document["consignments"], manifest, local_zone)
    return ParsedDocument(DocumentKind.JSON_MANIFEST, manifest, consignments, notes.problems)


def _consignments(stated: list[Any], manifest: StatedManifest, local_zone: tzinfo) -> Iterator[StatedConsignment]:
    for position, value in enumerate(stated):
        path = f"/consignments/{position}"
        notes = Notes()
        values = ObjectReader(notes, local_zone).read("consignment", value, path)
        found = StatedConsignment(path, None)
        if values is not None:
            found = _consignment(values, path, manifest, notes, local_zone)
        note_disagreements(found, notes)
        yield replace(found, problems=tuple(notes.problems))


def _manifest(head: Values, stated_consignments: int) -> StatedManifest:
    conveyance = head.get("conveyance") or {}
    return StatedManifest(
        document_reference=head.get("document_reference"),
        function=head.get("function") or "original",
        mode=head.get("mode"),
        conveyance_id=conveyance.get("id"),
        conveyance_nationality=conveyance.get("nationality"),
        trailer_ids=conveyance.get("trailers") or (),
        vessel_imo=conveyance.get("imo"),
        trip_number=conveyance.get("trip_number"),
        entry_post=head.get("entry_post"),
        exit_post=head.get("exit_post"),
        arrival_at=head.get("arrival_at"),
        departed_at=head.get("departed_at"),
        composed_at=head.get("composed_at"),
        stated_consignments=stated_consignments,
        carrier=_party("carrier", head["carrier"]),
        driver=_party("driver", head["driver"]),
        declarant=_party("declarant", head["declarant"]),
    )


def _consignment(
    values: Values, path: str, manifest: StatedManifest, notes: Notes, local_zone: tzinfo
) -> StatedConsignment:
    of_manifest = {"carrier": manifest.carrier, "driver": manifest.driver, "declarant": manifest.declarant}
    parties = (_party(role, values[role]) or of_manifest.get(role) for role in PARTY_ROLES)
    plain = {key: value for key, value in without_gaps(values).items() if key not in PARTY_ROLES}
    goods = [
        StatedGoodsItem(**{"number": position, **item}) for position, item in enumerate(plain.pop("goods", ()), start=1)
    ]
    return StatedConsignment(
        path=path,
        document_number=plain.pop("document_number", None),
        identity_date=identity_date(values["issued_on"], manifest, local_zone),
        function=plain.pop("function", manifest.function),
        parties=tuple(party for party in parties if party),
        goods=numbered_once(goods, path, notes),
        equipment=tuple(StatedEquipment(**box) for box in plain.pop("equipment", ())),
        states_equipment=values["equipment"] is not None,
        documents=tuple(StatedDocument(**paper) for paper in plain.pop("documents", ())),
        **plain,
    )


def _party(role: str, values: Values | None) -> StatedParty | None:
    fields = without_gaps(values or {})
    if not fields:
        return None
    fields["address"] = StatedAddress(**fields.get("address", {}))
    if "identifier" in fields:
        fields.setdefault("identifier_kind", reading.tax_number_kind(fields["identifier"]))
    return StatedParty(role, **fields)
