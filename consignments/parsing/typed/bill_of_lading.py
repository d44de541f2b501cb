"""The boxes of a bill of lading, in the order of the usual liner bill; the blank has no numbers, so these are ours.

Expected is what the Hague-Visby (article III 3) and the Hamburg Rules (article 15) ask for.
"""

from django.utils.translation import gettext_lazy as _

from ..values import DocumentKind
from .arrival_boxes import ARRIVES_AT, ENTRY_POST
from .paper import Box, Holds, Lines, Paper, cell

_CONTAINERS = Lines(
    "containers",
    _("Containers and seals, boxes 13 to 16"),
    (
        Box("container", "box 13", _("Container"), "equipment.number", Holds.CONTAINER),
        Box("container_seals", "box 14", _("Seals"), "equipment.seals", Holds.SEALS),
        Box("size_type", "box 15", _("Type"), "equipment.size_type", Holds.IDENTIFIER, limit=10),
        Box("container_mass_kg", "box 16", _("Gross, kg"), "equipment.gross_mass_kg", Holds.MASS),
    ),
    equipment_kind="container",
)
_GOODS = Lines(
    "goods",
    _("Particulars of the goods, boxes 17 to 23"),
    (
        Box("in_container", "box 17", _("In container"), "goods.equipment_numbers", Holds.CONTAINERS),
        Box("marks", "box 18", _("Marks and numbers"), "goods.marks", limit=1000),
        Box("packages", "box 19", _("Packages"), "goods.packages", Holds.COUNT, expected=True),
        Box("packing", "box 19, kind", _("Packing"), "goods.package_kind", Holds.PACKING),
        Box("description", "box 20", _("Description of the goods"), "goods.description", Holds.DESCRIPTION,
            expected=True, limit=4000),
        Box("commodity_code", "box 21", _("HS code"), "goods.commodity_code", Holds.COMMODITY),
        Box("gross_mass_kg", "box 22", _("Gross, kg"), "goods.gross_mass_kg", Holds.MASS, expected=True),
        Box("volume_m3", "box 23", _("Measurement, m³"), "goods.volume_m3", Holds.VOLUME),
    ),
)  # fmt: skip

BILL_OF_LADING = Paper(
    kind=DocumentKind.BILL_OF_LADING,
    slug="bl",
    title=_("Bill of lading"),
    source="Bills of lading by hand",
    mark="BL",
    mode="sea",
    transport_document_kind="bill_of_lading",
    is_numbered=False,
    parts=(
        cell("half", Box("shipper", "box 1", _("Shipper: name, address, country"), "parties.consignor", Holds.PARTY,
                         expected=True, rows=2)),
        cell("half", Box("number", "box 2", _("Number of the bill"), "document_number", Holds.IDENTIFIER,
                         expected=True, is_short=True),
             Box("master_number", "box 3", _("Master bill (for a house bill)"), "master_document_number",
                 Holds.IDENTIFIER, is_short=True), ENTRY_POST, ARRIVES_AT),
        cell("half", Box("consignee", "box 4", _("Consignee or to order: name, address, country"),
                         "parties.consignee", Holds.PARTY, expected=True, rows=2)),
        cell("half", Box("carrier", "box 5", _("Carrier: name, address, country"), "parties.carrier", Holds.PARTY,
                         expected=True, rows=2)),
        cell("half", Box("notify", "box 6", _("Notify party: name, address, country"), "parties.notify_party",
                         Holds.PARTY, rows=2)),
        cell("half", Box("agent", "box 7", _("Agent at destination: name, address, country"),
                         "parties.freight_forwarder", Holds.PARTY, rows=2)),
        # The port counts where both are stated: what was carried to it by land has papers of its own.
        cell("third", Box("place_of_receipt", "box 8", _("Place of receipt, country"), "place_of_loading",
                          Holds.PLACE)),
        cell("third", Box("vessel", "box 9", _("Vessel"), "manifest.conveyance_id", Holds.IDENTIFIER, is_short=True),
             Box("voyage", "box 9, voyage", _("Voyage"), "manifest.trip_number", Holds.IDENTIFIER, is_short=True,
                 limit=60)),
        cell("third", Box("port_of_loading", "box 10", _("Port of loading, country"), "place_of_loading",
                          Holds.PLACE, expected=True)),
        cell("half", Box("port_of_discharge", "box 11", _("Port of discharge, country"), "place_of_delivery",
                         Holds.PLACE, expected=True)),
        cell("half", Box("place_of_delivery", "box 12", _("Place of delivery, country"), "place_of_delivery",
                         Holds.PLACE)),
        _CONTAINERS,
        _GOODS,
        cell("third", Box("total_packages", "box 24", _("Packages in all"), "total_packages", Holds.COUNT,
                          is_short=True),
             Box("total_mass_kg", "box 24, mass", _("Gross in all, kg"), "total_gross_mass_kg", Holds.MASS,
                 is_short=True)),
        cell("third", Box("freight", "box 25", _("Freight: prepaid or collect"), "freight_payment_method",
                          Holds.PAYMENT)),
        cell("third", Box("freight_amount", "box 26", _("Freight amount"), "freight_amount", Holds.AMOUNT,
                          is_short=True),
             Box("freight_currency", "box 26, currency", _("Currency"), "freight_currency", Holds.CURRENCY,
                 is_short=True)),
        cell("third", Box("originals", "box 27", _("Number of originals"), is_short=True),
             Box("issued_in", "box 28", _("Place of issue"), is_short=True)),
        cell("third", Box("issued_on", "box 28, date", _("Date of issue"), "issued_on", Holds.DAY, expected=True,
                          is_short=True),
             Box("shipped_on", "box 29", _("Shipped on board on"), "taken_over_on", Holds.DAY, is_short=True)),
        cell("third", Box("carrier_signed", "box 30", _("signed by the carrier"), holds=Holds.TICK)),
    ),
)  # fmt: skip
