"""The boxes of an SMGS consignment note (SMGS, annex 1, boxes 1 to 29); article 15 says which must be filled."""

from django.utils.translation import gettext_lazy as _

from ..values import DocumentKind
from .arrival_boxes import ARRIVES_AT, ENTRY_POST
from .paper import Box, Holds, Lines, Paper, cell

_WAGONS = Lines(
    "wagons",
    _("Wagons, boxes 7 to 14"),
    (
        Box("wagon", "box 7", _("Wagon"), "equipment.number", Holds.WAGON, expected=True),
        Box("provided_by", "box 8", _("Provided by")),
        Box("load_limit", "box 9", _("Load limit, t")),
        Box("axles", "box 10", _("Axles")),
        Box("tare", "box 11", _("Tare, t"), "equipment.tare_mass_kg", Holds.TONNES),
        Box("tank_type", "box 12", _("Tank type")),
        # As it is after a change of gauge: of the wagon that the goods were put into.
        Box("mass_after_reloading", "box 13", _("Mass after reloading, kg"), "equipment.gross_mass_kg", Holds.MASS),
        Box("packages_after_reloading", "box 14", _("Packages after reloading")),
        Box("seals", "box 19", _("Seals"), "equipment.seals", Holds.SEALS),
    ),
    equipment_kind="wagon",
    shown=1,
)
_CONTAINERS = Lines(
    "containers",
    _("Containers"),
    (
        Box("container", "container number", _("Container"), "equipment.number", Holds.CONTAINER),
        Box("size_type", "container type", _("Type"), "equipment.size_type", Holds.IDENTIFIER, limit=10),
        Box("container_seals", "seals of the container", _("Seals"), "equipment.seals", Holds.SEALS),
    ),
    equipment_kind="container",
    shown=1,
)
_GOODS = Lines(
    "goods",
    _("Goods, boxes 15 to 18"),
    (
        Box("marks", "box 15, marks", _("Marks"), "goods.marks", limit=1000),
        Box("description", "box 15", _("Name of the goods"), "goods.description", Holds.DESCRIPTION,
            expected=True, limit=4000),
        # The first six figures of the GNG are those of the Harmonised System; those of the ETSNG are another list.
        Box("commodity_code", "box 15, GNG", _("GNG code"), "goods.commodity_code", Holds.COMMODITY, expected=True),
        Box("etsng", "box 15, ETSNG", _("ETSNG code")),
        Box("packing", "box 16", _("Packing"), "goods.package_kind", Holds.PACKING),
        Box("packages", "box 17", _("Packages"), "goods.packages", Holds.COUNT, expected=True),
        Box("gross_mass_kg", "box 18", _("Mass, kg"), "goods.gross_mass_kg", Holds.MASS, expected=True),
    ),
)  # fmt: skip

SMGS_NOTE = Paper(
    kind=DocumentKind.SMGS_NOTE,
    slug="smgs",
    title=_("SMGS rail note"),
    source="SMGS notes by hand",
    mark="SMGS",
    mode="rail",
    transport_document_kind="smgs",
    parts=(
        cell("half", Box("number", "box 29", _("Consignment number"), "document_number", Holds.IDENTIFIER,
                         expected=True, is_short=True),
             Box("contract_date", "box 26", _("Date of the contract of carriage"), "issued_on", Holds.DAY,
                 expected=True, is_short=True)),
        cell("half", ENTRY_POST, ARRIVES_AT),
        cell("half", Box("sender", "box 1", _("Sender: name, address, country"), "parties.consignor", Holds.PARTY,
                         expected=True, rows=2),
             Box("sender_code", "box 1, code", _("Code"), "parties.consignor.identifier", Holds.IDENTIFIER)),
        cell("half", Box("departure_station", "box 2", _("Station of departure and railway"), "place_of_loading",
                         Holds.STATION, expected=True),
             Box("declarations", "box 3", _("Sender’s declarations"), rows=2)),
        cell("half", Box("consignee", "box 4", _("Consignee: name, address, country"), "parties.consignee",
                         Holds.PARTY, expected=True, rows=2),
             Box("consignee_code", "box 4, code", _("Code or INN"), "parties.consignee.identifier", Holds.IDENTIFIER)),
        cell("half", Box("destination_station", "box 5", _("Station of destination and railway"),
                         "place_of_delivery", Holds.STATION, expected=True),
             Box("border_stations", "box 6", _("Border stations"), rows=2)),
        _WAGONS,
        _CONTAINERS,
        _GOODS,
        cell("third", Box("loaded_by", "box 20", _("Loaded by"))),
        cell("third", Box("mass_determined", "box 21", _("How the mass was determined"))),
        cell("third", Box("total_mass_kg", "box 18, total", _("Mass in all, kg"), "total_gross_mass_kg", Holds.MASS)),
        cell("half", Box("carriers", "box 22", _("Carriers: the first, its address, country"), "parties.carrier",
                         Holds.PARTY, expected=True, rows=2)),
        cell("half", Box("payer", "box 23", _("Payment of the charges: who pays"), "parties.freight_payer",
                         Holds.PARTY, rows=2)),
        cell("half", Box("documents_attached", "box 24", _("Documents attached by the sender"), "documents",
                         Holds.PAPERS, rows=2)),
        cell("half", Box("not_for_the_carrier", "box 25", _("Information not for the carrier, contract number"),
                         rows=2)),
        cell("half", Box("arrived_on", "box 27", _("Date of arrival"))),
        cell("half", Box("customs_marks", "box 28", _("Marks of customs"))),
    ),
)  # fmt: skip
