"""The facts of a consignment that are codes, countries and lists of them, in the order of the columns."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .fact import Fact, FactType
from .unknown_when import NO_SECOND_DOCUMENT, UNRECORDED, UNSTATED

MODES = ("road", "rail", "sea", "air")
PROCEDURES = ("import", "export", "transit", "transhipment")
TRANSPORT_DOCUMENTS = ("cmr", "tir", "bill_of_lading", "smgs", "air_waybill", "other")
FREIGHT_PAYMENTS = ("cash", "prepaid", "collect", "account", "other")
AMENDABLE = (
    *("consignee", "goods", "gross_mass", "seals", "destination", "place_of_delivery", "route", "entry_post"),
    *("exit_post", "freight_payment", "freight_payer"),
)
COMPARED_FIELDS = (
    *("consignor", "consignee", "packages", "gross_mass", "net_mass", "value", "commodity_codes", "goods"),
    *("containers", "seals", "origin"),
)


def _code(name: str, label: Promise, meaning: Promise, unknown_when: Promise = UNSTATED, **more) -> Fact:
    return Fact(name, FactType.CODE, label, meaning, unknown_when, **more)


def _country(name: str, label: Promise, meaning: Promise, unknown_when: Promise = UNSTATED) -> Fact:
    return Fact(name, FactType.COUNTRY, label, meaning, unknown_when)


def _countries(name: str, label: Promise, meaning: Promise) -> Fact:
    return Fact(name, FactType.ARRAY, label, meaning, UNSTATED, elements=FactType.COUNTRY)


SINGLE = [
    _code("document_kind", _("Kind of document"), _("As what the submission was read."), UNRECORDED),
    _code("mode", _("Mode of transport"), _("Road, rail, sea or air."), choices=MODES),
    _code("procedure", _("Procedure"), _("Import, export, transit or transhipment."), choices=PROCEDURES),
    _code(
        "transport_document_kind", _("Transport document"), _("CMR, TIR, bill of lading …"), choices=TRANSPORT_DOCUMENTS
    ),
    _code("freight_payment_method", _("Freight payment"), _("How the freight is paid."), choices=FREIGHT_PAYMENTS),
    _code("entry_post", _("Post of entry"), _("Code of the post of entry.")),
    _code("exit_post", _("Post of exit"), _("Code of the post of exit.")),
    _country("dispatch_country", _("Country of dispatch"), _("Where the goods were sent from.")),
    _country("destination_country", _("Country of destination"), _("Where the goods go to.")),
    _country("consignor_country", _("Consignor's country"), _("Country of the consignor's address.")),
    _country("consignee_country", _("Consignee's country"), _("Country of the consignee's address.")),
    _country("conveyance_nationality", _("Nationality of the vehicle"), _("Stated, else read from the plate.")),
]

SEVERAL = [
    _countries(
        "route_countries", _("Countries of the route"), _("Dispatch, transit and destination, as far as stated.")
    ),
    _countries("onward_countries", _("Countries ahead"), _("Transit countries after ours and the destination.")),
    Fact(
        "amended_fields",
        FactType.ARRAY,
        _("Amended fields"),
        _("What a revision changed after lodging."),
        UNRECORDED,
        choices=AMENDABLE,
    ),
    Fact(
        "documents_differ_in",
        FactType.ARRAY,
        _("Documents differ in"),
        _("The fields in which the documents differ."),
        NO_SECOND_DOCUMENT,
        choices=COMPARED_FIELDS,
    ),
]

WORDS = (*SINGLE, *SEVERAL)
