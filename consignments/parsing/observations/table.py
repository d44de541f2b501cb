"""CSV and Excel tables of a weighbridge, a scanner or number-plate cameras: one reading a row."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import tzinfo
from decimal import Decimal
from typing import Any

from .. import places, reading
from ..noting import Notes, Unreadable
from ..sheets.rows import Cell, Sheet, is_workbook, read_sheets
from ..sheets.table import as_text
from ..sheets.zip_reading import FAULTS, open_zip
from ..values import DocumentKind, ParsedDocument, Severity, StatedManifest, StatedObservation
from . import words
from .columns import TIME_HEADERS, Header, plain, read_header

HEADER_SEARCH_ROWS = 20
_LOOKED_AT = 1 << 20  # bytes of the strings of a workbook, or of a CSV, in which a header must stand
_STRINGS, _SHEET = "xl/sharedStrings.xml", "xl/worksheets/sheet"
_SHEETS_LOOKED_AT = 20
_CONTAINER = re.compile(r"[A-Za-z]{3}[UJZujz][ -]?[0-9]{6}[ -]?[0-9]")
_WAGON = re.compile(r"[0-9]{8}")
_NAMED_A_TABLE = (".csv", ".tsv", ".txt")


def recognises(raw: bytes, content_type: str, filename: str) -> bool:
    """Return whether the bytes are a table whose headers tell of readings and not of goods."""
    if not _may_have_the_header(raw, content_type, filename):
        return False
    try:
        return _find(read_sheets(raw, Notes())) is not None
    except Unreadable:
        return False


def parse(raw: bytes, *, local_zone: tzinfo) -> ParsedDocument:
    """Read a table of readings; a faulty row is rejected alone."""
    document = ParsedDocument(DocumentKind.OBSERVATION_TABLE, StatedManifest(), iter(()))
    notes = Notes(document.problems)
    try:
        found = _find(read_sheets(raw, notes))
    except Unreadable as fault:
        notes.error(fault.code, "", **fault.params)
        return document
    if found is None:
        notes.error("header_not_found", "")
        return document
    document.observations = _observations(*found, local_zone, notes)
    return document


def _find(sheets: list[Sheet]) -> tuple[Sheet, Header] | None:
    for sheet in sheets:
        for number, cells in enumerate(sheet.rows[:HEADER_SEARCH_ROWS]):
            if header := read_header(number, cells):
                return sheet, header
    return None


def _may_have_the_header(raw: bytes, content_type: str, filename: str) -> bool:
    """Look for a heading of the moment before a large manifest is unpacked for nothing."""
    if not is_workbook(raw):
        is_table = content_type in ("text/csv", "application/csv", "text/tab-separated-values")
        if not (is_table or filename.lower().endswith(_NAMED_A_TABLE)) or raw.startswith((b"%PDF", b"PK", b"<")):
            return False
        head = raw[:_LOOKED_AT]
        texts = [head.decode(codec, "ignore") for codec in ("utf-8", "cp1251", "utf-16")]
    elif raw.startswith(b"PK"):
        texts = [_strings_of(raw)]
    else:
        texts = [raw.decode(codec, "ignore") for codec in ("latin-1", "utf-16-le")]
    seen = " ".join(plain(text[:_LOOKED_AT]) for text in texts)
    return any(header in seen for header in TIME_HEADERS)


def _strings_of(raw: bytes) -> str:
    """The beginning of the texts of an XLSX, wherever its writer keeps them."""
    found = []
    try:
        with open_zip(raw) as archive:
            told = [n for n in archive.namelist() if n == _STRINGS or n.startswith(_SHEET)]
            for name in told[:_SHEETS_LOOKED_AT]:
                with archive.open(name) as part:
                    found.append(part.read(_LOOKED_AT).decode("utf-8", "ignore"))
    except FAULTS:
        return ""
    return html.unescape(re.sub(r"<[^>]*+>", " ", " ".join(found)))


def _observations(sheet: Sheet, header: Header, local_zone: tzinfo, notes: Notes) -> Iterator[StatedObservation]:
    has_any = False
    for number in range(header.row + 1, len(sheet.rows)):
        row = _Row(sheet, header, number)
        if row.is_blank:
            continue
        has_any = True
        yield from _of_row(row, local_zone)
    if not has_any:
        notes.notice("no_observations", sheet.row_path(header.row))


class _Row:
    """One row, asked by field."""

    def __init__(self, sheet: Sheet, header: Header, number: int):
        self._sheet, self._header, self._number = sheet, header, number
        self.path = sheet.row_path(number)
        self.mass_factor = Decimal(header.mass_factor)

    @property
    def is_blank(self) -> bool:
        return all(cell is None or not str(cell).strip() for cell in self._sheet.rows[self._number])

    def has(self, name: str) -> bool:
        return name in self._header.positions

    def raw(self, name: str) -> Cell:
        position = self._header.positions.get(name)
        cells = self._sheet.rows[self._number]
        cell = cells[position] if position is not None and position < len(cells) else None
        return None if isinstance(cell, str) and cell.strip() in ("", "-", "–", "—") else cell

    def text(self, name: str) -> str | None:
        return as_text(self.raw(name))

    def at(self, name: str) -> str:
        position = self._header.positions.get(name, 0)
        before, after = self._sheet.address(position, as_text(self._sheet.rows[self._header.row][position]) or "")
        return f"{before}{self._number + 1}{after}"


def _of_row(row: _Row, local_zone: tzinfo) -> Iterator[StatedObservation]:
    """Yield the reading; where a weighbridge names truck and box, the mass is the truck's, the seals are the box's."""
    notes = Notes()
    kind, number = _equipment(row, notes)
    if number is None:
        notes.error("observation_names_nothing", row.path)
    plate = notes.identifier(row.text("plate"), row.at("plate"), 40)
    mass = _mass_kg(row, notes)
    stated = StatedObservation(
        path=row.path,
        event=_event(row, mass, notes),
        equipment_kind=kind,
        equipment_number=number or "",
        conveyance_id=plate if plate != number else None,
        size_type=notes.identifier(row.text("size_type"), row.at("size_type"), 10, Severity.WARNING),
        **_when(row, local_zone, notes),
        **_where(row, notes),
        fullness=_word(row, "fullness", words.fullness, notes),
        gross_mass_kg=mass,
        seals=_seals(row, notes),
        seal_condition=_word(row, "seal_condition", words.seal_condition, notes),
        damage=notes.text(row.text("damage"), row.at("damage"), 200),
        scan_shows_anomaly=_word(row, "scan_shows_anomaly", words.shows_anomaly, notes),
        document_number=notes.identifier(row.text("document_number"), row.at("document_number"), 120, Severity.WARNING),
        remark=notes.text(row.text("remark"), row.at("remark"), 300),
    )
    stated = replace(stated, problems=tuple(notes.problems))
    if stated.event == "weighed" and mass is not None and stated.conveyance_id:
        yield replace(
            stated,
            equipment_kind="vehicle",
            equipment_number=stated.conveyance_id,
            conveyance_id=None,
            seals=None,
            seal_condition=None,
            size_type=None,
        )
        stated = replace(stated, gross_mass_kg=None, problems=())
    yield stated


def _equipment(row: _Row, notes: Notes) -> tuple[str, str | None]:
    """Return kind and number of what the row is about: the box before the wagon, truck and trailer around it."""
    for name, kind in (("container", "container"), ("wagon", "wagon"), ("plate", "vehicle"), ("trailer", "trailer")):
        if number := notes.identifier(row.text(name), row.at(name), 40):
            return kind, number
    number = notes.identifier(row.text("number"), row.at("number"), 40)
    if number and _CONTAINER.fullmatch(number):
        return "container", number
    return ("wagon" if number and _WAGON.fullmatch(number) else "vehicle"), number


def _event(row: _Row, mass: Decimal | None, notes: Notes) -> str:
    """The stated event; without one, what the row has: a scan result, a mass, or only that it passed."""
    if stated := _word(row, "event", words.event, notes):
        return stated
    if row.raw("scan_shows_anomaly") is not None:
        return "scanned"
    return "weighed" if mass is not None else "seen"


def _when(row: _Row, local_zone: tzinfo, notes: Notes) -> dict[str, Any]:
    raw, path = row.raw("seen_at"), row.at("seen_at")
    try:
        return {"seen_at": reading.moment(raw, local_zone)}
    except Unreadable as fault:
        try:
            return {"seen_on": reading.day(raw)}
        except Unreadable:
            if raw is not None:
                notes.error(fault.code, path, value=raw)
            return {}


def _where(row: _Row, notes: Notes) -> dict[str, Any]:
    place = notes.text(row.text("place"), row.at("place"), 200)
    try:
        code = places.unlocode(place) if place else None
    except Unreadable:
        code = None
    return {"place": place, "place_unlocode": code}


def _mass_kg(row: _Row, notes: Notes) -> Decimal | None:
    def kilograms(raw: object) -> Decimal:
        return reading.mass_kg(raw, factor=row.mass_factor)

    return notes.read(kilograms, row.raw("gross_mass_kg"), row.at("gross_mass_kg"))


def _seals(row: _Row, notes: Notes) -> tuple[str, ...] | None:
    text = row.text("seals")
    if text is None:
        return None
    found = (notes.identifier(seal, row.at("seals"), 40, Severity.WARNING) for seal in words.seals(text))
    return tuple(seal for seal in found if seal)


def _word(row: _Row, name: str, meaning: Any, notes: Notes) -> Any:
    text = row.text(name)
    if text is None:
        return None
    found = meaning(text)
    if found is None:
        notes.warning("word_unknown", row.at(name), value=text)
    return found
