"""JSON manifest of our interface (`json_schema.py`): every field is checked, every problem has a JSON pointer.

A faulty head rejects the manifest; a faulty consignment is rejected alone.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import tzinfo
from decimal import Decimal
from functools import partial
from typing import Any

from . import places, reading
from .checking import note_disagreements, numbered_once
from .identity import identity_date
from .json_schema import OBJECTS, PARTY_ROLES, Field
from .noting import Notes, Unreadable
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

MAX_NUMBER_CHARACTERS = 40
MAX_VALUES = 3_000_000  # decoded, an empty object takes forty times its bytes

Values = dict[str, Any]


class Members(dict[str, Any]):
    """A JSON object that remembers which of its keys came twice."""

    __slots__ = ("repeated",)
    repeated: tuple[str, ...]


class NotNumber:
    """NaN, Infinity or a number of absurd length: read as JSON, refused where it stands."""

    def __init__(self, text: str):
        self.text = text[:MAX_NUMBER_CHARACTERS]

    def __str__(self) -> str:
        return self.text


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read a manifest as `JSON_SCHEMA` describes it; times without a zone are local."""
    notes = Notes()
    empty = ParsedDocument(DocumentKind.JSON_MANIFEST, StatedManifest(), iter(()), notes.problems)
    document = load(raw, notes)
    if document is None:
        return empty
    if not isinstance(document, Members):
        notes.error("json_not_an_object", "", value=_type_name(document))
        return empty
    head = _Reader(notes, local_zone).read("manifest", document, "")
    if head is None or notes.has_errors:
        return empty
    manifest = _manifest(head, stated_consignments=len(document["consignments"]))
    if not document["consignments"]:
        notes.notice("no_consignments", "/consignments")
    consignments = _consignments(document["consignments"], manifest, local_zone)
    return ParsedDocument(DocumentKind.JSON_MANIFEST, manifest, consignments, notes.problems)


def load(raw: bytes, notes: Notes) -> Any:
    """Return the decoded JSON with numbers as Decimal and objects as Members; None when it is broken (noted)."""
    if sum(raw.count(mark) for mark in (b"{", b"[", b",")) > MAX_VALUES:
        notes.error("json_too_large", "", limit=MAX_VALUES)
        return None
    try:
        text = raw.decode(json.detect_encoding(raw)).removeprefix("\ufeff")
        return json.loads(
            text, object_pairs_hook=_members, parse_float=_number, parse_int=_number, parse_constant=NotNumber
        )
    except RecursionError:
        notes.error("json_too_deep", "")
    except UnicodeDecodeError as fault:
        notes.error("charset_unreadable", "", offset=fault.start)
    except json.JSONDecodeError as fault:
        notes.error("json_broken", "", line=fault.lineno, column=fault.colno)
    return None


def _consignments(stated: list[Any], manifest: StatedManifest, local_zone: tzinfo) -> Iterator[StatedConsignment]:
    for position, value in enumerate(stated):
        path = f"/consignments/{position}"
        notes = Notes()
        values = _Reader(notes, local_zone).read("consignment", value, path)
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
    plain = {key: value for key, value in _stated(values).items() if key not in PARTY_ROLES}
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
    stated = _stated(values or {})
    if not stated:
        return None
    stated["address"] = StatedAddress(**stated.get("address", {}))
    if "identifier" in stated:
        stated.setdefault("identifier_kind", reading.tax_number_kind(stated["identifier"]))
    return StatedParty(role, **stated)


class _Reader:
    """Reads JSON objects by the table OBJECTS, noting what is missing, unknown, repeated or unreadable."""

    def __init__(self, notes: Notes, local_zone: tzinfo):
        self.notes = notes
        self.readers: dict[str, Callable[[Any], Any]] = {
            "commodity_code": partial(_from_text, reading.commodity_code),
            "mass_kg": partial(_from_number, reading.mass_kg),
            "volume_m3": partial(_from_number, reading.volume_m3),
            "amount": partial(_from_number, reading.amount),
            "count": partial(_from_number, reading.count),
            "small_count": partial(_from_number, reading.small_count),
            "day": partial(_from_text, reading.day),
            "moment": partial(_from_text, partial(reading.moment, local_zone=local_zone)),
            "country": partial(_from_text, places.country_code),
            "currency": partial(_from_text, places.currency),
            "unlocode": partial(_from_text, places.unlocode),
            "un_number": partial(_from_text, reading.un_number),
            "boolean": _boolean,
        }

    def read(self, name: str, value: Any, path: str) -> Values | None:
        """Return the values of one object, those left out or faulty as None; None when it is no object."""
        if not isinstance(value, Members):
            self.notes.error("json_wrong_type", path, value=_type_name(value), expected="object")
            return None
        fields = OBJECTS[name]
        for key in value.repeated:
            self.notes.error("json_key_repeated", _below(path, key), field=key)
        for key in value:
            if key not in fields:
                self.notes.notice("json_field_unknown", _below(path, key), field=key)
        return {key: self._read_field(key, field, value.get(key), _below(path, key)) for key, field in fields.items()}

    def _read_field(self, key: str, field: Field, value: Any, path: str) -> Any:
        found = self._read_value(field, value, path)
        if _is_blank(value):
            if field.required:
                self.notes.error(_missing(key), path, field=key)
            elif field.expected:
                self.notes.warning("field_expected", path, field=key)
        return found

    def _read_value(self, field: Field, value: Any, path: str) -> Any:
        if value is None:
            return None
        if field.type == "object":
            return self.read(field.of, value, path)
        if field.type == "list":
            return self._read_list(field, value, path)
        return self._read_scalar(field, value, path)

    def _read_list(self, field: Field, value: Any, path: str) -> Any:
        if not isinstance(value, list):
            self.notes.error("json_wrong_type", path, value=_type_name(value), expected="array")
            return None
        if field.of == "consignment":
            return value  # read one by one, each with its own notes
        elements = [(element, f"{path}/{position}") for position, element in enumerate(value)]
        if field.of in OBJECTS:
            objects = [self.read(field.of, element, where) for element, where in elements]
            return tuple(_stated(one) for one in objects if one is not None and _is_whole(field.of, one))
        plain = replace(field, type=field.of, of="")
        scalars = [self._read_scalar(plain, element, where) for element, where in elements]
        return tuple(scalar for scalar in scalars if scalar is not None)

    def _read_scalar(self, field: Field, value: Any, path: str) -> Any:
        if field.type in ("text", "identifier"):
            if not isinstance(value, str):
                self.notes.error("json_wrong_type", path, value=_type_name(value), expected="string")
                return None
            if "\x00" in value:
                self.notes.warning("nul_removed", path)
            take = self.notes.text if field.type == "text" else self.notes.identifier
            return take(value, path, field.limit)
        if field.type == "choice":
            if value not in field.choices:
                self.notes.error("choice_unknown", path, value=value, choices=", ".join(field.choices))
                return None
            return value
        found = self.notes.read(self.readers[field.type], value, path)
        if field.type == "commodity_code" and found and not reading.is_well_formed_commodity_code(found):
            self.notes.warning("commodity_code_malformed", path, value=found)
        return found


def _from_text(reader: Callable[[Any], Any], value: Any) -> Any:
    if not isinstance(value, str):
        raise Unreadable("json_wrong_type", value=_type_name(value), expected="string")
    return reader(value)


def _from_number(reader: Callable[[Any], Any], value: Any) -> Any:
    if isinstance(value, NotNumber):
        raise Unreadable("number_not_finite")
    if not isinstance(value, Decimal | str):
        raise Unreadable("json_wrong_type", value=_type_name(value), expected="number")
    return reader(value)


def _boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Unreadable("json_wrong_type", value=_type_name(value), expected="boolean")
    return value


def _is_blank(value: Any) -> bool:
    return value is None or value == {} or (isinstance(value, str) and not value.strip())


def _is_whole(name: str, values: Values) -> bool:
    return all(values[key] is not None for key, field in OBJECTS[name].items() if field.required)


def _stated(values: Values) -> Values:
    return {key: value for key, value in values.items() if value is not None}


def _missing(key: str) -> str:
    return "document_number_missing" if key == "document_number" else "field_missing"


def _members(pairs: list[tuple[str, Any]]) -> Members:
    found = Members(pairs)
    found.repeated = ()
    if len(found) != len(pairs):
        counts = Counter(key for key, _ in pairs)
        found.repeated = tuple(sorted(key for key, count in counts.items() if count > 1))
    return found


def _number(text: str) -> Decimal | NotNumber:
    return Decimal(text) if len(text) <= MAX_NUMBER_CHARACTERS else NotNumber(text)


def _type_name(value: Any) -> str:
    names = {Members: "object", list: "array", str: "string", bool: "boolean", Decimal: "number", NotNumber: "number"}
    return names.get(type(value), "null")


def _below(path: str, key: str) -> str:
    return f"{path}/{key.replace('~', '~0').replace('/', '~1')}"
