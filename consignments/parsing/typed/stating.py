"""From the boxes of a paper to the values of a consignment: one conveyance, one consignment, problems named by box."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, tzinfo
from typing import Any

from .. import reading
from ..checking import note_disagreements
from ..identity import identity_date
from ..load_bodies import load_bodies
from ..noting import Notes, storable
from ..party_text import country_at_end
from ..values import StatedConsignment, StatedEquipment, StatedGoodsItem, StatedManifest, StatedParty
from .box_readers import Typed, read_box
from .paper import Box, Holds, Lines, Paper
from .railways import country_of_station

Filled = dict[str, Any]  # field to value

_CONTAINER = re.compile(r"[A-Z]{4}[0-9]{7}")
_OF_MANIFEST, _OF_GOODS, _OF_EQUIPMENT, _OF_PARTIES = "manifest.", "goods.", "equipment.", "parties."


def read_boxes(
    boxes: Iterator[Box] | tuple[Box, ...], form: Mapping[str, Any], notes: Notes, local_zone: tzinfo, line: int = 0
) -> Filled:
    """Return what the boxes say, by the field they fill; the last that says something counts.

    line: the number of the line in which they stand; 0 for the boxes of the head.
    """
    filled: Filled = {}
    for box in boxes:
        text = text_of(form.get(box.name))
        path = f"{box.path}, line {line}" if line else box.path
        if text is None:
            if box.expected and box.fills != "document_number":
                notes.warning("field_expected", path, field=box.name)
            continue
        if not box.fills and box.holds is Holds.TEXT:
            continue  # only kept, and kept whole
        value = read_box(Typed(box, text, path, notes, local_zone))
        if box.fills and value is not None:
            filled |= {field: value for field in (box.fills, box.also_fills) if field}
    return filled


def text_of(stated: Any) -> str | None:
    """Return what was typed into one box; None when nothing was."""
    return None if stated is None or isinstance(stated, dict | list) else str(stated).strip() or None


def lines_of(form: Mapping[str, Any], lines: Lines) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield the filled lines with their number in the form, from 1."""
    stated = form.get(lines.name)
    for position, line in enumerate(stated if isinstance(stated, list) else [], start=1):
        if isinstance(line, dict) and any(text_of(line.get(box.name)) for box in lines.boxes):
            yield position, line


def _bare(number: str) -> str:
    return re.sub(r"[\s.\-]", "", number).upper()


class TypedPaper:
    """What one filled paper states; `manifest` and `consignment` hold it once it is made."""

    def __init__(self, paper: Paper, form: Mapping[str, Any], local_zone: tzinfo):
        self.notes = Notes()
        for name in form:
            if name not in paper.boxes and name not in {lines.name for lines in paper.lines}:
                self.notes.notice("typed_box_unknown", "", field=name)
        self._paper, self._form, self._local_zone = paper, form, local_zone
        self._filled = read_boxes(tuple(paper.boxes.values()), form, self.notes, local_zone)
        self._pieces = [piece for lines in paper.lines if lines.equipment_kind for piece in self._equipment_of(lines)]
        self.manifest = self._manifest()
        self.consignment = self._consignment()

    def _manifest(self) -> StatedManifest:
        filled = self._of(_OF_MANIFEST)
        vehicle, trailers = filled.pop("conveyance_id", None), filled.pop("trailer_ids", ())
        if isinstance(vehicle, tuple):
            vehicle, behind_slash = vehicle
            trailers = (*trailers, *behind_slash)
        wagons = [piece.number for piece in self._pieces if piece.kind == "wagon"]
        arrives = filled.pop("arrival_at", None)
        parties = {party.role: party for party in self._parties()}
        return StatedManifest(
            mode=self._paper.mode,
            conveyance_id=vehicle or next(iter(wagons), None),
            trailer_ids=trailers,
            carrier=parties.get("carrier"),
            driver=parties.get("driver"),
            arrival_at=arrives if isinstance(arrives, datetime) else None,
            arrival_on=arrives if isinstance(arrives, date) and not isinstance(arrives, datetime) else None,
            **filled,
        )

    def _consignment(self) -> StatedConsignment:
        filled = {name: value for name, value in self._filled.items() if "." not in name}
        number_path = self._paper.number_box.path
        if filled.get("document_number") is None:
            self.notes.error("document_number_missing", number_path)
        places = {"dispatch_country": "place_of_loading", "destination_country": "place_of_delivery"}
        countries = {country: self._country_of(filled.get(place)) for country, place in places.items()}
        if filled.get("master_document_number"):
            filled["document_level"] = "house"
        if "total_value" in filled:  # a paper states its currency once
            filled["total_currency"] = filled.get("freight_currency")
        equipment = self._equipment()
        stated = StatedConsignment(
            path=number_path,
            identity_date=identity_date(filled.get("issued_on"), self.manifest, self._local_zone),
            transport_document_kind=self._paper.transport_document_kind,
            parties=tuple(self._parties()),
            goods=tuple(self._goods(equipment)),
            equipment=equipment,
            **{"document_number": None, **countries, **filled},
        )
        note_disagreements(stated, self.notes)
        return replace(stated, problems=tuple(self.notes.problems))

    def _of(self, prefix: str) -> Filled:
        return {name.removeprefix(prefix): value for name, value in self._filled.items() if name.startswith(prefix)}

    def _parties(self) -> Iterator[StatedParty]:
        """Yield the parties in the order of their boxes, each with the number that has a box of its own."""
        stated = self._of(_OF_PARTIES)
        for role in dict.fromkeys(name.partition(".")[0] for name in stated):
            party, number = stated.get(role) or StatedParty(role), stated.get(f"{role}.identifier")
            yield (
                replace(party, identifier=number, identifier_kind=reading.tax_number_kind(number)) if number else party
            )

    def _country_of(self, place: str | None) -> str | None:
        station = country_of_station(place or "") if self._paper.mode == "rail" else None
        return station or country_at_end(place or "")

    def _equipment_of(self, lines: Lines) -> Iterator[StatedEquipment]:
        for position, line in lines_of(self._form, lines):
            filled = read_boxes(lines.boxes, line, self.notes, self._local_zone, position)
            values = {name.removeprefix(_OF_EQUIPMENT): value for name, value in filled.items()}
            if number := values.pop("number", None):
                yield StatedEquipment(lines.equipment_kind, number, **values)

    def _equipment(self) -> tuple[StatedEquipment, ...]:
        """Return containers and wagons, else the trailer, else the truck's own body.

        Seals that are stated for the whole paper are put on the first piece.
        """
        filled = self._of(_OF_EQUIPMENT)
        named = [StatedEquipment("container", number) for number in filled.get("number", ())]
        pieces = [*named, *self._pieces, *self._named_in_goods()]
        if not pieces and self._paper.mode == "road":
            pieces = [*load_bodies(self.manifest)]
        if pieces and pieces[0].seals is None:
            pieces[0] = replace(pieces[0], seals=filled.get("seals"))
        return tuple(pieces)

    def _named_in_goods(self) -> Iterator[StatedEquipment]:
        """Yield the containers that only the lines of goods name; other words there may mean a load compartment."""
        box = next((box for box in self._paper.goods.boxes if box.holds is Holds.CONTAINERS), None)
        known = {_bare(piece.number) for piece in self._pieces}
        if box is None:
            return
        for _position, line in lines_of(self._form, self._paper.goods):
            for number in re.split("[,;]", text_of(line.get(box.name)) or ""):
                if _CONTAINER.fullmatch(_bare(number)) and _bare(number) not in known:
                    known.add(_bare(number))
                    yield StatedEquipment("container", storable(number))

    def _goods(self, equipment: tuple[StatedEquipment, ...]) -> Iterator[StatedGoodsItem]:
        """Yield the lines of goods; one that does not say where it lies lies in each container or wagon."""
        boxes = self._paper.goods.boxes
        all_pieces = tuple(piece.number for piece in equipment if piece.kind != "trailer")
        as_described = {_bare(number): number for number in all_pieces}  # a line may space the number otherwise
        description = next((box.name for box in boxes if box.holds is Holds.DESCRIPTION), "")
        for position, line in lines_of(self._form, self._paper.goods):
            filled = read_boxes(boxes, line, self.notes, self._local_zone, position)
            values = {name.removeprefix(_OF_GOODS): value for name, value in filled.items()}
            if "equipment_numbers" in values:
                values["equipment_numbers"] = tuple(as_described.get(_bare(n), n) for n in values["equipment_numbers"])
            un_number = reading.un_number_in_text(text_of(line.get(description)) or "")
            yield StatedGoodsItem(position, **{"equipment_numbers": all_pieces, "un_number": un_number, **values})
