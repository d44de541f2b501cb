"""Reads decoded JSON objects by the table of `json_schema.py`: each field is checked, each problem has its pointer."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import tzinfo
from decimal import Decimal
from functools import partial
from typing import Any

from . import places, reading
from .json_loading import Members, NotNumber, type_name
from .json_schema import OBJECTS, Field
from .noting import Notes, Unreadable

Values = dict[str, Any]


class ObjectReader:
    """Reads JSON objects by a table of fields, noting what is missing, unknown, repeated or unreadable."""

    def __init__(self, notes: Notes, local_zone: tzinfo, objects: Mapping[str, Mapping[str, Field]] = OBJECTS):
        self.notes = notes
        self.objects = objects
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
            self.notes.error("json_wrong_type", path, value=type_name(value), expected="object")
            return None
        fields = self.objects[name]
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
            self.notes.error("json_wrong_type", path, value=type_name(value), expected="array")
            return None
        if field.of == "consignment":
            return value  # read one by one, each with its own notes
        elements = [(element, f"{path}/{position}") for position, element in enumerate(value)]
        if field.of in self.objects:
            objects = [self.read(field.of, element, where) for element, where in elements]
            return tuple(without_gaps(one) for one in objects if one is not None and self._is_whole(field.of, one))
        plain = replace(field, type=field.of, of="")
        scalars = [self._read_scalar(plain, element, where) for element, where in elements]
        return tuple(scalar for scalar in scalars if scalar is not None)

    def _read_scalar(self, field: Field, value: Any, path: str) -> Any:
        if field.type in ("text", "identifier"):
            if not isinstance(value, str):
                self.notes.error("json_wrong_type", path, value=type_name(value), expected="string")
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

    def _is_whole(self, name: str, values: Values) -> bool:
        return all(values[key] is not None for key, field in self.objects[name].items() if field.required)


def without_gaps(values: Values) -> Values:
    """Return the values without those that are not stated."""
    return {key: value for key, value in values.items() if value is not None}


def _from_text(reader: Callable[[Any], Any], value: Any) -> Any:
    if not isinstance(value, str):
        raise Unreadable("json_wrong_type", value=type_name(value), expected="string")
    return reader(value)


def _from_number(reader: Callable[[Any], Any], value: Any) -> Any:
    if isinstance(value, NotNumber):
        raise Unreadable("number_not_finite")
    if not isinstance(value, Decimal | str):
        raise Unreadable("json_wrong_type", value=type_name(value), expected="number")
    return reader(value)


def _boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Unreadable("json_wrong_type", value=type_name(value), expected="boolean")
    return value


def _is_blank(value: Any) -> bool:
    return value is None or value == {} or (isinstance(value, str) and not value.strip())


def _missing(key: str) -> str:
    return "document_number_missing" if key == "document_number" else "field_missing"


def _below(path: str, key: str) -> str:
    return f"{path}/{key.replace('~', '~0').replace('/', '~1')}"
