"""The head of road preliminary information: the truck, its crossing, its carrier, and what it shares with its loads."""

import re
from collections.abc import Set
from dataclasses import dataclass
from datetime import date, tzinfo
from functools import partial

from .. import places, reading
from ..load_bodies import MAX_TRAILERS, body_numbers
from ..noting import Notes
from ..values import Severity, StatedManifest
from ..xml_nodes import Node
from .parties import driver, same_as, says_same, subject

MAX_SEALS = 200  # they go into every consignment of the document

_MODES = {"1": "sea", "2": "rail", "3": "road", "4": "air", "9": "road"}  # by the first digit of list 2004
_TRANSIT = "TT"
_THROUGH = "TP"
_LATIN_LOOK = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX")


@dataclass(frozen=True, slots=True)
class Truck:
    """What each consignment takes over from the document.

    seals: None when there is no block of seals, () when it states none. seal_bearer: the piece that carries them.
    """

    manifest: StatedManifest
    is_transit: bool = False
    seals: tuple[str, ...] | None = None
    seal_bearer: str | None = None
    seals_stated_count: int | None = None
    tir_carnet_number: str | None = None
    destination_office: str | None = None
    total_packages: int | None = None
    total_goods: int | None = None


def read_truck(root: Node, containers: Set[str], local_zone: tzinfo, notes: Notes) -> Truck:
    """Read the document without its consignments; both dialects are understood.

    containers: of the whole truck. The seals are stated once for the truck, so they are the container's where there is
    one, and otherwise those of the trailer or of the truck's own body: which of several containers bears which is not
    known.
    """
    main = root.first("PIATMainConsignmentDetails")
    border = root.first("PIATBorderTransportDetails")
    into, inside = root.first("PIATCarrierDetails"), main.first("PIUnionCarrierDetails") if main else None
    carrier = subject(into, "carrier", notes) or subject(inside, "carrier", notes)
    declarant_node = root.first("PIDeclarantDetails")
    declarant = subject(declarant_node, "declarant", notes)
    if declarant is None and says_same(declarant_node):
        declarant = same_as(carrier, "declarant", declarant_node, notes)
    entry = root.first("PIATEntryCheckPointDetails")
    procedure = for_comparison(main.text("TransitProcedureCode") if main else None)
    destination = _destination_office(main) if main else (None, None)
    seals, seals_stated_count = _seals(main, notes) if main else (None, None)
    manifest = StatedManifest(
        document_reference=notes.identifier(root.text("EDocId"), root.path, 120),
        function="change" if root.text("EDocRefId") or root.first("RefPreliminaryInformationIdDetails") else "original",
        mode=_mode(border),
        **(_vehicles(border, notes) if border else {}),  # type: ignore[arg-type]
        carrier=carrier,
        driver=driver([into, inside], notes),
        declarant=declarant,
        entry_post=_entry_post(entry, notes),
        entry_post_name=notes.text(entry.text("BorderCheckpointName"), entry.path, 120) if entry else None,
        exit_post=notes.identifier(destination[0] or destination[1], root.path, 120) if procedure == _THROUGH else None,
        arrival_on=_arrival(border, entry, notes) if border else None,
        composed_at=notes.read(
            partial(reading.moment, local_zone=local_zone), root.text("EDocDateTime"), f"{root.path}/EDocDateTime"
        ),
        schema_version=re.sub(r"^\{|\}.*$", "", str(root.element.tag))[:120] or None,
    )
    return Truck(
        manifest=manifest,
        is_transit=for_comparison(main.text("DeclarationKindCode") if main else None) == _TRANSIT,
        seals=seals,
        seal_bearer=next(iter(containers)) if len(containers) == 1 else next(iter(body_numbers(manifest)), None),
        seals_stated_count=seals_stated_count,
        tir_carnet_number=_tir_carnet(main, notes) if main else None,
        destination_office=destination[1] or destination[0],
        total_packages=_count(main, "CargoQuantity", notes) if main else None,
        total_goods=_count(main, "GoodsQuantity", notes) if main else None,
    )


def for_comparison(code: str | None) -> str:
    """Return the code in Latin letters: ТТ and TT are typed for one another."""
    return (code or "").upper().translate(_LATIN_LOOK)


def itinerary(border: Node | None, notes: Notes) -> tuple[str, ...]:
    """Return the countries of the itinerary points in their order; empty when none are stated."""
    if border is None:
        return ()
    points = sorted(border.all("ItineraryPointDetails"), key=lambda point: _ordinal(point))
    countries = [
        notes.read(places.country, point.text("UnifiedCountryCode"), point.path, Severity.WARNING) for point in points
    ]
    return tuple(dict.fromkeys(country for country in countries if country))


def _mode(border: Node | None) -> str | None:
    return _MODES.get((border.text("UnifiedTransportModeCode") or "3")[:1], "road") if border else "road"


def _vehicles(border: Node, notes: Notes) -> dict[str, str | tuple[str, ...] | None]:
    """Return the truck and its trailers: items 1, 2, 3; in the earlier dialect own fields and TrailerDetails."""
    items = sorted(border.all("PIATTransportMeansItemDetails"), key=lambda item: _ordinal(item))
    truck, trailers = (items[0], items[1:]) if items else (border, border.all("TrailerDetails"))
    if len(trailers) > MAX_TRAILERS:
        notes.warning("list_cut", trailers[MAX_TRAILERS].path, limit=MAX_TRAILERS)
    plates = [
        notes.identifier(trailer.text("TransportMeansRegId"), trailer.path, 60, Severity.WARNING)
        for trailer in trailers[:MAX_TRAILERS]
    ]
    plate = truck.first("TransportMeansRegId")
    nationality = truck.text("RegistrationNationalityCode") or (plate.attribute("countryCode") if plate else None)
    return {
        "conveyance_id": notes.identifier(truck.text("TransportMeansRegId"), truck.path, 60, Severity.WARNING),
        "conveyance_nationality": notes.read(places.country, nationality, truck.path, Severity.WARNING),
        "trailer_ids": tuple(plate for plate in plates if plate),
    }


def _entry_post(entry: Node | None, notes: Notes) -> str | None:
    if entry is None:
        return None
    stated = (entry.text(name) for name in ("CustomsOfficeCode", "BorderCheckpointCode", "BorderCheckpointName"))
    return notes.identifier(next((text for text in stated if text), None), entry.path, 120)


def _arrival(border: Node, entry: Node | None, notes: Notes) -> date | None:
    """Return the day of the itinerary point at the entry post: the structure has no other expected arrival."""
    code = entry.text("CustomsOfficeCode") if entry else None
    name = for_comparison(entry.text("BorderCheckpointName")) if entry else ""
    for point in border.all("ItineraryPointDetails"):
        place = for_comparison(point.text("PlaceName") or point.text("CustomsOfficeName"))
        if (code and point.text("CustomsOfficeCode") == code) or (name and place == name):
            return notes.read(reading.day, point.text("EventDate"), f"{point.path}/EventDate")
    return None


def _seals(main: Node, notes: Notes) -> tuple[tuple[str, ...] | None, int | None]:
    block = main.first("CustomsIdentificationDetails") or main.first("SealDetails")
    if block is None:
        return None, None
    nodes = [*block.all("SealId"), *block.all("CustomsIdentificationMeansIdDetails")]
    if len(nodes) > MAX_SEALS:
        notes.warning("list_cut", nodes[MAX_SEALS].path, limit=MAX_SEALS)
    stated = [node.text("CustomsIdentificationMeansId") or node.text() for node in nodes[:MAX_SEALS]]
    numbers = [notes.identifier(number, block.path, 40) for number in stated]
    seals = tuple(number for number in numbers if number)
    count = notes.read(reading.small_count, block.text("SealQuantity"), f"{block.path}/SealQuantity", Severity.WARNING)
    return (seals if seals or count == 0 else None), count


def _tir_carnet(main: Node, notes: Notes) -> str | None:
    carnet = main.first("TIRCarnetIdDetails")
    if carnet is None:
        return None
    return notes.identifier(
        f"{carnet.text('TIRSeriesId') or ''}{carnet.text('TIRId') or ''}", carnet.path, 20, Severity.WARNING
    )


def _destination_office(main: Node) -> tuple[str | None, str | None]:
    """Return code and name of the customs office where the transit ends."""
    end = main.first("TransitDestinationDetails") or main.first("TransitTerminationDetails")
    office = end.first("CustomsOfficeDetails") if end else None
    return (office.text("CustomsOfficeCode"), office.text("CustomsOfficeName")) if office else (None, None)


def _count(node: Node, name: str, notes: Notes) -> int | None:
    return notes.read(reading.count, node.text(name), f"{node.path}/{name}", Severity.WARNING)


def _ordinal(node: Node) -> int:
    text = node.text("ObjectOrdinal") or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
