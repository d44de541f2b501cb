"""What the consignments of a document take over from it: the conveyance, its crossing, and the carriage."""

from dataclasses import dataclass, replace
from datetime import tzinfo
from functools import partial

from lxml.etree import QName

from .. import places, reading
from ..load_bodies import load_bodies
from ..noting import Notes
from ..values import Severity, StatedEquipment, StatedManifest, StatedParty
from ..xml_nodes import Node
from .codes import ends_at_the_border, procedure
from .equipment import NO_SEALS, Seals, seals, wagons
from .papers import carnet_number
from .parties import driver, party, subject
from .vehicles import vehicles

MAX_CARNET = 20  # characters of the number of a TIR carnet

_CORRECTED = ("EDocRefId", "RefDocumentID", "RefPreliminaryInformationIdDetails", "RefRegNumber")
_CARRIERS = (
    "PIATCarrierDetails", "PICarrierDetails", "CarrierDetails", "PIUnionCarrierDetails", "UnionCarrierDetails",
    "ESADout_CUCarrier",
)  # fmt: skip
_TRANSIT_ENDS = ("TransitDestinationDetails", "TransitTerminationDetails", "TDDeliveryPlace")
_OFFICES = ("CustomsOfficeDetails", "DeliveryCustomsOffice")
ENTRIES = ("PIATEntryCheckPointDetails", "PIWEntryCheckPointDetails", "EntryCheckPointDetails")
_ENTRY_CODES = ("CustomsOfficeCode", "Code", "BorderCheckpointCode", "RailwayStationCode")
_ENTRY_NAMES = ("BorderCheckpointName", "CustomsOfficeName", "OfficeName", "PlaceName")


@dataclass(frozen=True, slots=True)
class Office:
    """A customs office as stated; country: ISO 3166-1 alpha-2."""

    code: str | None = None
    name: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Carriage:
    """The procedure and the control of one carriage; road papers state it for the truck, rail papers for each load."""

    procedure: str | None = None
    leaves: bool = False  # the transit ends where the goods leave the Union
    seals: Seals = NO_SEALS
    tir_carnet_number: str | None = None
    destination: Office = Office()


@dataclass(frozen=True, slots=True)
class Trip:
    """own_number: under which a declaration that names no transport document is registered.

    bodies: trailers, truck or wagons that bear the load. bearer: the number of the piece that bears the seals.
    parties: of the consignment beside those of the manifest. total_*: of the document, to be compared.
    """

    manifest: StatedManifest
    carriage: Carriage = Carriage()
    itinerary: tuple[str, ...] = ()
    bodies: tuple[StatedEquipment, ...] = ()
    bearer: str | None = None
    own_number: str | None = None
    total_packages: int | None = None
    total_goods: int | None = None
    parties: tuple[StatedParty, ...] = ()


def read_head(root: Node, local_zone: tzinfo, notes: Notes) -> StatedManifest:
    """Read what every document begins with: its id, whether it corrects another, when it was composed, its version."""
    head = root.first("EECEDocHeaderAddInfo") or root
    corrects = any(part.text_of(*_CORRECTED) for part in {id(p.element): p for p in (root, head)}.values())
    return StatedManifest(
        document_reference=notes.identifier(root.text_of("EDocId", "DocumentID"), root.path, 120),
        function="change" if corrects else "original",
        composed_at=notes.read(
            partial(reading.moment, local_zone=local_zone), head.text("EDocDateTime"), f"{head.path}/EDocDateTime"
        ),
        schema_version=(QName(root.element).namespace or "")[:120] or None,
    )


def original_number(root: Node, notes: Notes) -> str | None:
    """Return the id of the document, or of the one that it corrects: a correction is about the same goods."""
    stated = root.text_of("EDocRefId", "RefDocumentID", "EDocId", "DocumentID")
    return notes.identifier(stated, root.path, 120)


def read_carriage(node: Node, notes: Notes, place: Node | None = None) -> Carriage:
    """Read the procedure, seals and TIR carnet; place: where the office of destination is, if not here."""
    carnet = node.any("TIRCarnetIdDetails")
    return Carriage(
        procedure=procedure(node.text_of("DeclarationKindCode", "CustomsProcedure")),
        leaves=ends_at_the_border(node.text_of("TransitProcedureCode", "TransitDirectionCode")),
        seals=seals(node.all_of("CustomsIdentificationDetails", "SealDetails"), notes),
        tir_carnet_number=(
            notes.identifier(carnet_number(carnet), carnet.path, MAX_CARNET, Severity.WARNING) if carnet else None
        ),
        destination=read_destination(place or node, notes),
    )


def read_destination(node: Node, notes: Notes) -> Office:
    """Return the customs office where a transit ends."""
    end = node.any(*_TRANSIT_ENDS)
    return read_office(end.any(*_OFFICES) if end else None, notes)


def read_office(node: Node | None, notes: Notes) -> Office:
    """Return an office; its country may be stated in digits."""
    if node is None:
        return Office()
    country = node.text_of("UnifiedCountryCode", "CustomsCountryCode", "CACountryCode")
    return Office(
        notes.identifier(node.text_of("CustomsOfficeCode", "Code"), node.path, 120),
        notes.text(node.text_of("CustomsOfficeName", "OfficeName"), node.path, 120),
        notes.read(places.country, country, node.path, Severity.WARNING),
    )


def with_conveyance(
    manifest: StatedManifest, mode: str | None, means: list[Node], notes: Notes, block: Node | None = None
) -> tuple[StatedManifest, tuple[StatedEquipment, ...]]:
    """Return the manifest with its conveyance, and what bears the load: the wagons of a train, the bodies of a truck.

    A train of several wagons has no number of its own. block: where the nationality of all may be stated.
    """
    if mode == "rail":
        pieces = wagons(means, notes)
        only = pieces[0] if len(pieces) == 1 and pieces[0].kind == "wagon" else None
        return replace(manifest, mode=mode, conveyance_id=only.number if only else None), pieces
    found = vehicles(means, notes, block)
    manifest = replace(
        manifest,
        mode=mode,
        conveyance_id=found.conveyance_id,
        conveyance_nationality=found.nationality,
        trailer_ids=found.trailer_ids,
    )
    return manifest, load_bodies(manifest) if mode in ("road", None) else ()


def itinerary(*countries: str | None) -> tuple[str, ...]:
    """Return the stated ones of these countries in their order, each once."""
    return tuple(dict.fromkeys(country for country in countries if country))


def entry_post(node: Node | None, notes: Notes) -> tuple[str | None, str | None]:
    """Return the post as stated, by its code where it has one, and the name beside it."""
    if node is None:
        return None, None
    stated = notes.identifier(node.text_of(*_ENTRY_CODES, *_ENTRY_NAMES), node.path, 120)
    return stated, notes.text(node.text_of(*_ENTRY_NAMES), node.path, 120)


def announced(manifest: StatedManifest, root: Node, nodes: list[Node], notes: Notes) -> StatedManifest:
    """Return the manifest with whom and where preliminary information names: carrier, driver, sender, entry post.

    nodes: its carriers. Who sends it may be declared the same as the carrier.
    """
    carrier, at_the_wheel = crew(nodes, notes)
    post, name = entry_post(root.any(*ENTRIES), notes)
    return replace(
        manifest,
        carrier=carrier,
        driver=at_the_wheel,
        declarant=party(root.any("PIDeclarantDetails", "DeclarantDetails"), "declarant", notes, carrier),
        entry_post=post,
        entry_post_name=name,
    )


def carriers(*blocks: Node | None) -> list[Node]:
    """Return the carriers of these blocks in their order."""
    return [carrier for block in blocks if block for carrier in block.all_of(*_CARRIERS)]


def crew(nodes: list[Node], notes: Notes) -> tuple[StatedParty | None, StatedParty | None]:
    """Return the carrier, that is the first of these that states itself, and the driver."""
    carrier = next((one for node in nodes if (one := subject(node, "carrier", notes))), None)
    return carrier, driver(nodes, notes)
