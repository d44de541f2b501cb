"""The words officers read for codes of the records: roles of parties, triggers of rounds, kinds of papers."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ROLES: dict[str, Promise] = {
    "consignor": _("Consignor"),
    "consignee": _("Consignee"),
    "notify_party": _("Notify party"),
    "carrier": _("Carrier"),
    "declarant": _("Declarant"),
    "seller": _("Seller"),
    "buyer": _("Buyer"),
    "freight_payer": _("Freight payer"),
    "freight_forwarder": _("Forwarder"),
    "driver": _("Driver"),
    "successive_carrier": _("Successive carrier"),
    "container": _("Container"),
    "plate": _("Plate"),
    "trailer": _("Trailer"),
    "wagon": _("Wagon"),
    "document": _("Document"),
    "conveyance": _("Vehicle or vessel"),
}
AGREED: dict[str, Promise] = {
    "name": _("name"),
    "identifier": _("tax number"),
    "number": _("number"),
    "country": _("country"),
    "address": _("address"),
    "birth_date": _("date of birth"),
}
TRIGGERS: dict[str, Promise] = {
    "revision": _("by revision %(revision)d"),
    "watch_list": _("by a change of a watch list"),
    "profile": _("by a profile that became active"),
    "feed": _("by a reading at the post"),
    "message": _("by a warning message"),
    "supporting_document": _("by a supporting document"),
    "tag": _("by a tag"),
}
DOCUMENT_KINDS: dict[str, Promise] = {
    "json_manifest": _("Manifest (JSON)"),
    "eaeu_road_preliminary": _("Preliminary information, road"),
    "eaeu_rail_preliminary": _("Preliminary information, rail"),
    "eaeu_transit_declaration": _("Transit declaration"),
    "eaeu_goods_declaration": _("Goods declaration"),
    "esadout_declaration": _("Declaration of the Russian album"),
    "cuscar": _("Cargo report (CUSCAR)"),
    "spreadsheet_manifest": _("Manifest (table)"),
    "baplie": _("Stowage plan (BAPLIE)"),
    "coarri": _("Discharge and loading report (COARRI)"),
    "codeco": _("Gate report (CODECO)"),
    "coprar": _("Loading order (COPRAR)"),
    "iftsta": _("Transport status (IFTSTA)"),
    "observation_table": _("Readings"),
    "cmr_note": _("CMR note"),
    "tir_carnet": _("TIR carnet"),
    "smgs_note": _("SMGS rail note"),
    "air_waybill": _("Air waybill"),
    "bill_of_lading": _("Bill of lading"),
}
PROCEDURES: dict[str, Promise] = {
    "import": _("Import"),
    "export": _("Export"),
    "transit": _("Transit"),
    "transhipment": _("Transhipment"),
}
PAPERS: dict[str, Promise] = {
    "invoice": _("Invoice"),
    "packing_list": _("Packing list"),
    "contract": _("Contract"),
    "certificate_of_origin": _("Certificate of origin"),
    "permit": _("Permit"),
    "previous_declaration": _("Previous declaration"),
    "tir_carnet": _("TIR carnet"),
    "other": _("Other paper"),
}
SUPPORTING: dict[str, Promise] = {
    **PAPERS,
    "transport_document": _("Transport document"),
    "declaration": _("Declaration"),
    "observation": _("Reading"),
}


def word(words: Mapping[str, Promise], code: str) -> str:
    """Return the word of a code; a code without a word is shown as it is."""
    return str(words.get(code, code))
