"""What a paper must, may and cannot carry, told from its boxes: what no box is read into it cannot carry."""

from ..fields import FIELDS
from .paper import Box, Holds, Paper

_PAPERS = ("invoice", "packing_list", "contract", "certificate_of_origin", "permit", "previous_declaration")
_EQUIPMENT = {"equipment", "equipment.number"}
_COUNTRY_OF = {"place_of_loading": "dispatch_country", "place_of_delivery": "destination_country"}


def must_carry(paper: Paper) -> frozenset[str]:
    """Return what the convention of the document requires, and what every such document has."""
    expected = {field for box in paper.all_boxes() if box.expected for field in (box.fills, box.also_fills)}
    return frozenset({"document_number", "manifest.mode", "goods"} | expected & set(FIELDS))


def cannot_carry(paper: Paper) -> frozenset[str]:
    carried = {field for box in paper.all_boxes() for field in _read_from(box)}
    # A document typed without a container is in the trailer or in the truck's own body.
    carried |= _EQUIPMENT if paper.mode == "road" else set()
    return frozenset(FIELDS) - carried - {"manifest.mode", "transport_document_kind", "goods"}


def _read_from(box: Box) -> set[str]:
    """Return the fields that a box may fill: its own, and those that are read from its text besides."""
    fields = {box.fills, box.also_fills}
    if box.holds is Holds.PARTY:
        fields.add(f"{box.fills}.address")
        fields |= {f"{box.fills}.is_natural_person"} if box.fills == "parties.driver" else set()
    elif box.holds in (Holds.PLACE, Holds.STATION):
        fields.add(_COUNTRY_OF.get(box.fills, ""))
    elif box.fills == "master_document_number":
        fields.add("document_level")
    elif box.holds is Holds.ARRIVAL:
        fields.add("manifest.arrival_on")
    elif box.holds is Holds.PAPERS:
        fields |= {f"documents.{kind}" for kind in _PAPERS}
    elif box.holds is Holds.DESCRIPTION:
        fields.add("goods.un_number")
    elif box.holds is Holds.VEHICLE:
        fields.add("manifest.trailer_ids")
    elif box.holds is Holds.WAGON:
        fields |= {*_EQUIPMENT, "manifest.conveyance_id", "goods.equipment_numbers"}
    elif box.holds in (Holds.CONTAINER, Holds.CONTAINERS):
        fields |= {*_EQUIPMENT, "goods.equipment_numbers"}
    return fields
