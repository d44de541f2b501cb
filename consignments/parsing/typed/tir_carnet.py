"""The boxes of a TIR carnet's voucher (TIR Convention, annex 1, vouchers 1 and 2): the manifest of a sealed truck.

A voucher names neither sender nor receiver; what the office of departure enters (16 to 23) may still be open.
"""

from django.utils.translation import gettext_lazy as _

from ..values import DocumentKind
from .arrival_boxes import ARRIVES_AT, ENTRY_POST
from .paper import Box, Holds, Lines, Paper, cell

_GOODS = Lines(
    "goods",
    _("Goods manifest, boxes 9 to 11"),
    (
        Box(
            "compartment", "box 9", _("Load compartment or container"), "goods.equipment_numbers", Holds.CONTAINERS,
        ),
        Box("marks", "box 9, marks", _("Marks and numbers"), "goods.marks", limit=1000),
        Box("packages", "box 10", _("Packages"), "goods.packages", Holds.COUNT, expected=True),
        Box("packing", "box 10, type", _("Packing"), "goods.package_kind", Holds.PACKING),
        Box(
            "description", "box 10, goods", _("Description of the goods"), "goods.description", Holds.DESCRIPTION,
            expected=True, limit=4000,
        ),
        # Not on the carnet itself before its electronic form, but written into box 10 more and more often.
        Box("commodity_code", "box 10, HS", _("HS code"), "goods.commodity_code", Holds.COMMODITY),
        Box("gross_mass_kg", "box 11", _("Gross, kg"), "goods.gross_mass_kg", Holds.MASS, expected=True),
    ),
)  # fmt: skip
_CONTAINERS = Lines(
    "containers",
    _("Containers, box 9"),
    (
        Box("container", "container number", _("Container"), "equipment.number", Holds.CONTAINER),
        Box("container_seals", "seals of the container", _("Seals"), "equipment.seals", Holds.SEALS),
    ),
    equipment_kind="container",
    shown=1,
)

TIR_CARNET = Paper(
    kind=DocumentKind.TIR_CARNET,
    slug="tir",
    title=_("TIR carnet"),
    source="TIR carnets by hand",
    mark="TIR",
    mode="road",
    transport_document_kind="tir",
    parts=(
        cell(
            "half",
            Box(
                "number", "box 1", _("TIR carnet number"), "document_number", Holds.IDENTIFIER, expected=True, limit=20,
                also_fills="tir_carnet_number",
            ),
        ),
        cell("half", ENTRY_POST, ARRIVES_AT),
        cell("half", Box("offices_of_departure", "box 2", _("Customs offices of departure"), "place_of_loading",
                         Holds.PLACE, expected=True)),
        cell("half", Box("organisation", "box 3", _("International organisation"))),
        cell(
            "half",
            Box(
                "holder", "box 4", _("Holder of the carnet: name, address, country"), "parties.carrier", Holds.PARTY,
                expected=True, rows=2,
            ),
            Box("holder_number", "box 4, number", _("Identification number"), "parties.carrier.identifier",
                Holds.IDENTIFIER),
        ),
        cell(
            "half",
            Box("country_of_departure", "box 5", _("Country of departure"), "dispatch_country", Holds.FIRST_COUNTRY,
                expected=True, is_short=True),
            Box("country_of_destination", "box 6", _("Country of destination"), "destination_country",
                Holds.LAST_COUNTRY, expected=True, is_short=True),
        ),
        cell(
            "half",
            Box("vehicle", "box 7", _("Registration of the road vehicles"), "manifest.conveyance_id", Holds.VEHICLE,
                expected=True),
            Box("trailer", "box 7, trailer", _("Trailer"), "manifest.trailer_ids", Holds.TRAILERS, is_short=True),
            Box("vehicle_country", "box 7, country", _("Country of the plate"), "manifest.conveyance_nationality",
                Holds.COUNTRY, is_short=True),
        ),
        cell(
            "half",
            Box("documents_attached", "box 8", _("Documents attached to the manifest"), "documents", Holds.PAPERS,
                rows=2),
        ),
        _CONTAINERS,
        _GOODS,
        cell(
            "half",
            Box("total_packages", "box 12", _("Total number of packages"), "total_packages", Holds.COUNT,
                is_short=True),
            Box("offices_of_destination", "box 12, offices", _("Customs offices of destination"), "place_of_delivery",
                Holds.PLACE, is_short=True),
        ),
        cell(
            "half",
            Box("place", "box 14", _("Place"), is_short=True),
            Box("dated", "box 14, date", _("Date"), "issued_on", Holds.DAY, expected=True, is_short=True),
        ),
        cell("third", Box("signed", "box 15", _("signed by the holder"), holds=Holds.TICK)),
        cell("third", Box("seals", "box 16", _("Seals or identification marks"), "equipment.seals", Holds.SEALS)),
        cell("third", Box("office_signed", "box 17", _("Office of departure"))),
        cell("third", Box("taken_under_control", "box 18", _("Certificate of goods taken under control"))),
        cell("third", Box("seals_intact", "box 19", _("Seals found intact"), holds=Holds.TICK)),
        cell("third", Box("time_limit", "box 20", _("Time limit for transit"))),
        cell("third", Box("registered_at", "box 21", _("Registered by the customs office at"))),
        cell("third", Box("registered_under", "box 22", _("under number"))),
        cell("third", Box("miscellaneous", "box 23", _("Miscellaneous: itinerary and the like"))),
        cell("full", Box("driver", "driver", _("Driver"), "parties.driver", Holds.PARTY)),
    ),
)  # fmt: skip
