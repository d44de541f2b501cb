"""The means of transport: a conveyance and what it draws, in the four ways in which the documents list them."""

from dataclasses import dataclass

from .. import places
from ..load_bodies import MAX_TRAILERS
from ..noting import Notes
from ..values import Severity
from ..xml_nodes import Node

_LISTS = (
    "PIATTransportMeansItemDetails", "TransportMeansItemDetails", "PIWTransportMeansDetails",
    "TransportMeansRegistrationIdDetails", "TransportMeansDetails", "RUTransportMeans", "TransportMeans",
)  # fmt: skip
_NUMBERS = ("TransportMeansRegId", "TransportIdentifier", "VehicleId", "VIN", "VINID")  # a car without plates has a VIN
_NATIONALITIES = (
    "RegistrationNationalityCode", "TransportMeansNationalityCode", "TransportMeansCountryCode",
    "TransportNationalityCode",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vehicles:
    conveyance_id: str | None = None
    nationality: str | None = None
    trailer_ids: tuple[str, ...] = ()


def listed_means(block: Node | None) -> list[Node]:
    """Return the means of transport of a block in their order; the block and its trailers where it is one itself."""
    if block is None:
        return []
    listed = sorted(block.all_of(*_LISTS), key=ordinal)
    return listed or [one for one in (block, *block.all("TrailerDetails")) if one.text_of(*_NUMBERS)]


def vehicles(means: list[Node], notes: Notes, block: Node | None = None) -> Vehicles:
    """Return the first as conveyance, the others as its trailers; block: where a nationality of all may be stated."""
    if not means:
        return Vehicles()
    first, trailers = means[0], means[1:]
    if len(trailers) > MAX_TRAILERS:
        notes.warning("list_cut", trailers[MAX_TRAILERS].path, limit=MAX_TRAILERS)
    numbers = [_number(one, notes) for one in trailers[:MAX_TRAILERS]]
    return Vehicles(
        conveyance_id=_number(first, notes),
        nationality=notes.read(places.country, _nationality(first, block), first.path, Severity.WARNING),
        trailer_ids=tuple(dict.fromkeys(number for number in numbers if number)),
    )


def ordinal(node: Node) -> int:
    text = node.text("ObjectOrdinal") or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def _number(node: Node, notes: Notes) -> str | None:
    return notes.identifier(node.text_of(*_NUMBERS), node.path, 60, Severity.WARNING)


def _nationality(node: Node, block: Node | None) -> str | None:
    plate = node.any("TransportMeansRegId")
    stated = node.text_of(*_NATIONALITIES) or (plate.attribute("countryCode") if plate else None)
    return stated or (block.text_of(*_NATIONALITIES) if block else None)
