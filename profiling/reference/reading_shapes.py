"""Reads the polygons of countries from an ESRI shapefile and the table beside it, as its published format has them."""

import struct
from itertools import pairwise
from pathlib import Path

import pycountry

Ring = list[tuple[float, float]]  # longitude, latitude

POLYGON = 5
# What the table leaves without a code of its own.
BY_NAME = {"France": "FR", "Norway": "NO", "Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}


def countries_in(path: Path) -> dict[str, list[Ring]]:
    """Return the rings of each country by its ISO 3166-1 alpha-2; what has none is left out."""
    names = _records(path.with_suffix(".dbf").read_bytes())
    found: dict[str, list[Ring]] = {}
    for record, rings in zip(names, _shapes(path.read_bytes()), strict=True):
        if code := _code(record):
            found.setdefault(code, []).extend(rings)
    return found


def _code(record: dict[str, str]) -> str:
    from_name = BY_NAME.get(record.get("name", ""))
    known = None if from_name else pycountry.countries.get(alpha_3=record.get("iso_a3", ""))
    return from_name or (known.alpha_2 if known else "")


def _shapes(raw: bytes) -> list[list[Ring]]:
    """Return the rings of each record, after the header of 100 bytes."""
    shapes, at = [], 100
    while at < len(raw):
        _number, words = struct.unpack(">ii", raw[at : at + 8])
        shapes.append(_rings(raw[at + 8 : at + 8 + 2 * words]))
        at += 8 + 2 * words
    return shapes


def _rings(record: bytes) -> list[Ring]:
    (kind,) = struct.unpack("<i", record[:4])
    if kind != POLYGON:
        return []
    parts, points = struct.unpack("<ii", record[36:44])
    starts = [*struct.unpack(f"<{parts}i", record[44 : 44 + 4 * parts]), points]
    flat = struct.unpack(f"<{2 * points}d", record[44 + 4 * parts : 44 + 4 * parts + 16 * points])
    pairs = list(zip(flat[::2], flat[1::2], strict=True))
    return [pairs[start:end] for start, end in pairwise(starts)]


def _records(raw: bytes) -> list[dict[str, str]]:
    """Return the rows of a dBase table as texts."""
    count, header, length = struct.unpack("<IHH", raw[4:12])
    fields, at = [], 32
    while raw[at] != 0x0D:
        name = raw[at : at + 11].split(b"\0")[0].decode("ascii").lower()
        fields.append((name, raw[at + 16]))
        at += 32
    rows = []
    for number in range(count):
        at = header + number * length + 1
        row = {}
        for name, width in fields:
            row[name] = raw[at : at + width].decode("utf-8", "replace").strip("\0 ")
            at += width
        rows.append(row)
    return rows
