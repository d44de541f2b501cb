"""The boxes of a CMR note; those that the CMR Convention requires (article 6.1) are expected."""

from django.utils.translation import gettext_lazy as _

from ..values import DocumentKind
from .arrival_boxes import ARRIVES_AT, ENTRY_POST
from .paper import Box, Holds, Lines, Paper, cell

_GOODS = Lines(
    "goods",
    _("Goods, boxes 6 to 12"),
    (
        Box("marks", "box 6", _("Marks"), "goods.marks", limit=1000),
        Box("packages", "box 7", _("Packages"), "goods.packages", Holds.COUNT, expected=True),
        Box("packing", "box 8", _("Packing"), "goods.package_kind", Holds.PACKING),
        Box(
            "description", "box 9", _("Nature of the goods"), "goods.description", Holds.DESCRIPTION,
            expected=True, limit=4000,
        ),
        Box("commodity_code", "box 10", _("HS code"), "goods.commodity_code", Holds.COMMODITY),
        Box("gross_mass_kg", "box 11", _("Gross, kg"), "goods.gross_mass_kg", Holds.MASS, expected=True),
        Box("volume_m3", "box 12", _("m³"), "goods.volume_m3", Holds.VOLUME),
    ),
)  # fmt: skip

# Box 14 is not expected, though article 6 asks for the charges: it may be left open.
CMR_NOTE = Paper(
    kind=DocumentKind.CMR_NOTE,
    slug="cmr",
    title=_("CMR note"),
    source="CMR notes by hand",
    mark="CMR",
    mode="road",
    transport_document_kind="cmr",
    parts=(
        cell(
            "half",
            Box(
                "sender", "box 1", _("Sender: name, address, country"), "parties.consignor", Holds.PARTY,
                expected=True,
            ),
            Box("sender_inn", "box 1, INN", _("Tax number"), "parties.consignor.identifier", Holds.IDENTIFIER),
        ),
        cell(
            "half",
            Box(
                "number", "number of the note", _("Number of the note"), "document_number", Holds.IDENTIFIER,
                expected=True, is_short=True,
            ),
            Box(
                "established_on", "box 21, date", _("Established on"), "issued_on", Holds.DAY,
                expected=True, is_short=True,
            ),
            ENTRY_POST,
            ARRIVES_AT,
        ),
        cell(
            "half",
            Box(
                "consignee", "box 2", _("Consignee: name, address, country"), "parties.consignee", Holds.PARTY,
                expected=True,
            ),
            Box("consignee_inn", "box 2, INN", _("INN"), "parties.consignee.identifier", Holds.IDENTIFIER),
        ),
        cell(
            "half",
            Box(
                "carrier", "box 16", _("Carrier: name, address, country"), "parties.carrier", Holds.PARTY,
                expected=True,
            ),
            Box("vehicle", "vehicle", _("Tractor"), "manifest.conveyance_id", Holds.VEHICLE, is_short=True),
            Box("trailer", "trailer", _("Trailer"), "manifest.trailer_ids", Holds.TRAILERS, is_short=True),
            Box(
                "vehicle_country", "vehicle, country", _("Country of the plate"), "manifest.conveyance_nationality",
                Holds.COUNTRY, is_short=True,
            ),
            Box("driver", "driver", _("Driver"), "parties.driver", Holds.PARTY, is_short=True),
            Box(
                "carrier_inn", "box 16, INN", _("Tax number"), "parties.carrier.identifier", Holds.IDENTIFIER,
                is_short=True,
            ),
            Box("container", "container", _("Container"), "equipment.number", Holds.CONTAINERS, is_short=True),
        ),
        cell(
            "half",
            Box(
                "place_of_delivery", "box 3", _("Place of delivery"), "place_of_delivery", Holds.PLACE,
                expected=True,
            ),
        ),
        cell(
            "half",
            Box("successive_carriers", "box 17", _("Successive carriers"), "parties.successive_carrier", Holds.PARTY),
        ),
        cell(
            "half",
            Box(
                "place_of_taking_over", "box 4", _("Taken over at"), "place_of_loading", Holds.PLACE,
                expected=True, is_short=True,
            ),
            Box(
                "taken_over_on", "box 4, date", _("Taken over on"), "taken_over_on", Holds.DAY,
                expected=True, is_short=True,
            ),
        ),
        cell("half", Box("reservations", "box 18", _("Reservations of the carrier"))),
        cell("full", Box("documents_attached", "box 5", _("Documents attached"), "documents", Holds.PAPERS)),
        _GOODS,
        cell(
            "half",
            Box("instructions", "box 13", _("Sender’s instructions"), "equipment.seals", Holds.INSTRUCTIONS, rows=2),
        ),
        cell("half", Box("special_agreements", "box 19", _("Special agreements"), rows=2)),
        cell(
            "third",
            Box("payment_of_carriage", "box 14", _("Payment of carriage"), "freight_payment_method", Holds.PAYMENT),
        ),
        cell("third", Box("cash_on_delivery", "box 15", _("Cash on delivery"))),
        cell(
            "third",
            Box("freight_amount", "box 20", _("To be paid, freight"), "freight_amount", Holds.AMOUNT, is_short=True),
            Box(
                "freight_currency", "box 20, currency", _("Currency"), "freight_currency", Holds.CURRENCY,
                is_short=True,
            ),
        ),
        cell("third", Box("established_in", "box 21", _("Established in"))),
        cell(
            "third",
            Box("sender_signed", "box 22", _("signed by the sender"), holds=Holds.TICK, is_short=True),
            Box("carrier_signed", "box 23", _("signed by the carrier"), holds=Holds.TICK, is_short=True),
        ),
        cell("third", Box("goods_received", "box 24", _("Goods received"))),
        cell("third", Box("seals", "seals", _("Seals"), "equipment.seals", Holds.SEALS)),
        cell(
            "third",
            Box("tir_carnet", "TIR carnet", _("TIR carnet"), "tir_carnet_number", Holds.IDENTIFIER, limit=20),
        ),
        cell("third", Box("freight_payer", "box 20, payer", _("Paid by"), "parties.freight_payer", Holds.PARTY)),
    ),
)  # fmt: skip
