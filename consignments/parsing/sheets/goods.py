"""Goods lines and equipment out of the rows of a spreadsheet manifest."""

from collections.abc import Sequence

from .. import places, reading
from ..noting import Notes
from ..values import Severity, StatedEquipment, StatedGoodsItem
from . import words as sheet_words
from .group import number_reader, numbers_in, padded
from .table import Row

_MEASURES = {
    "gross_mass_kg": reading.mass_kg,
    "net_mass_kg": reading.mass_kg,
    "volume_m3": reading.volume_m3,
    "value": reading.amount,
}


def read_goods_item(row: Row, position: int, notes: Notes) -> StatedGoodsItem:
    """Return the goods line of a row; position: from 1 in the consignment."""
    code = notes.read(reading.commodity_code, padded(row, "commodity_code", notes), row.path("commodity_code"))
    if code and not reading.is_well_formed_commodity_code(code):
        notes.warning("commodity_code_malformed", row.path("commodity_code"), value=code)
    measures = {
        name: notes.read(number_reader(row, name, reader), row.raw(name), row.path(name))
        for name, reader in _MEASURES.items()
    }
    currency, origin = row.raw("currency"), row.raw("origin_country")
    return StatedGoodsItem(
        number=position,
        commodity_code=code,
        description=notes.text(row.text("description"), row.path("description"), 4000),
        packages=notes.read(reading.count, row.raw("packages"), row.path("packages")),
        package_kind=notes.identifier(row.text("package_kind"), row.path("package_kind"), 10, Severity.WARNING),
        currency=notes.read(places.currency, currency, row.path("currency"), Severity.WARNING),
        origin_country=notes.read(places.country, origin, row.path("origin_country"), Severity.WARNING),
        un_number=notes.read(reading.un_number, row.text("un_number"), row.path("un_number"), Severity.WARNING),
        marks=notes.text(row.text("marks"), row.path("marks"), 1000),
        equipment_numbers=numbers_in(row, "container_number", notes),
        **measures,
    )


def read_equipment(rows: Sequence[Row], bodies: Sequence[StatedEquipment], notes: Notes) -> tuple[StatedEquipment, ...]:
    """Return each container of the rows once, with the seals of its rows; the truck's bodies where there is none.

    Of several containers in one cell the first carries the seals of the row: which bears which is not known.
    """
    seals: dict[tuple[str, str], tuple[str, ...] | None] = {}
    first_row: dict[tuple[str, str], Row] = {}
    for row in rows:
        boxes = [("container", number) for number in numbers_in(row, "container_number", Notes())]
        boxes = boxes or [(body.kind, body.number) for body in bodies[:1]]
        stated = _seals(row, notes)
        for position, box in enumerate(boxes):
            first_row.setdefault(box, row)
            known = seals.setdefault(box, None)
            if position == 0 and stated is not None:
                seals[box] = tuple(dict.fromkeys((*(known or ()), *stated)))
    return tuple(
        StatedEquipment(
            kind=kind,
            number=number,
            size_type=_size_type(row, notes) if kind == "container" else None,
            fullness=sheet_words.fullness((row.text("fullness") or "").strip().lower()),
            seals=seals[kind, number],
        )
        for (kind, number), row in first_row.items()
    )


def _size_type(row: Row, notes: Notes) -> str | None:
    name = "container_size_type"
    return notes.identifier(row.text(name), row.path(name), 10, Severity.WARNING)


def _seals(row: Row, notes: Notes) -> tuple[str, ...] | None:
    """Return the seals in the cell; () when it says in words that there is none, None when it is blank."""
    text = row.text("seals")
    if text is None:
        return None
    return () if text.strip().lower() in sheet_words.NO_SEAL else numbers_in(row, "seals", notes)
