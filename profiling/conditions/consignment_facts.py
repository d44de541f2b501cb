"""The facts of a consignment that a condition may name, in the order of the columns of `ConsignmentFacts`."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .fact import Fact, FactType, Source

UNSTATED = _("The document does not state it.")
TOO_LITTLE_HISTORY = _("The history is too short to say.")
NO_OUTCOMES = _("Too few examinations with a result are on record.")
NOT_SCREENED = _("The parties have not been screened.")
NO_GOODS_LINE = _("The document states too little of the goods.")
NO_PARTY = _("The document does not name the party.")
NO_ARRIVAL_TIME = _("No hour of arrival is known.")
NO_EQUIPMENT = _("No container, trailer or wagon is stated.")
UNRECORDED = _("Nothing was recorded.")

MODES = ("road", "rail", "sea", "air")
PROCEDURES = ("import", "export", "transit", "transhipment")
TRANSPORT_DOCUMENTS = ("cmr", "tir", "bill_of_lading", "smgs", "air_waybill", "other")
FREIGHT_PAYMENTS = ("cash", "prepaid", "collect", "account", "other")


def _moment(name: str, label: Promise, meaning: Promise, unknown_when: Promise = UNSTATED) -> Fact:
    return Fact(name, FactType.MOMENT, label, meaning, unknown_when)


def _number(name: str, unit: str, label: Promise, meaning: Promise, unknown_when: Promise = UNSTATED, **more) -> Fact:
    return Fact(name, FactType.NUMBER, label, meaning, unknown_when, unit=unit, **more)


def _count(name: str, unit: str, label: Promise, meaning: Promise, unknown_when: Promise = UNSTATED, **more) -> Fact:
    return Fact(name, FactType.INTEGER, label, meaning, unknown_when, unit=unit, **more)


def _yes_no(name: str, label: Promise, meaning: Promise, unknown_when: Promise = UNSTATED, **more) -> Fact:
    return Fact(name, FactType.BOOLEAN, label, meaning, unknown_when, **more)


def _code(name: str, label: Promise, meaning: Promise, unknown_when: Promise = UNSTATED, **more) -> Fact:
    return Fact(name, FactType.CODE, label, meaning, unknown_when, **more)


def _country(name: str, label: Promise, meaning: Promise, unknown_when: Promise = UNSTATED) -> Fact:
    return Fact(name, FactType.COUNTRY, label, meaning, unknown_when)


def _countries(name: str, label: Promise, meaning: Promise) -> Fact:
    return Fact(name, FactType.ARRAY, label, meaning, UNSTATED, elements=FactType.COUNTRY)


MOMENTS = [
    _moment("known_at", _("Known since"), _("When the revision was received."), UNRECORDED),
    _moment("arrival_at", _("Arrival"), _("Announced or actual arrival at the post."), NO_ARRIVAL_TIME),
]

NUMBERS = [
    _number("gross_mass_kg", "kg", _("Gross mass"), _("Sum over the goods, else the stated total.")),
    _number("net_mass_kg", "kg", _("Net mass"), _("Sum over the goods.")),
    _number("value_usd", "USD", _("Value"), _("Sum over the goods, else the stated total, at the rate of the day.")),
    _number("value_per_kg_usd", "USD/kg", _("Value per kg"), _("Value by net mass, else by gross mass.")),
    _number(
        "hours_before_arrival",
        "h",
        _("Hours before arrival"),
        _("From receipt to arrival; below 0: after arrival."),
        NO_ARRIVAL_TIME,
    ),
    _number(
        "party_list_score",
        "0–100",
        _("Likeness to a watch list"),
        _("The best match of any party with a watch list; 0: screened, nothing alike."),
        NOT_SCREENED,
        source=Source.LIST,
    ),
    _number(
        "consignee_night_share",
        "0–1",
        _("Consignee's arrivals at night"),
        _("Share of the consignee's arrivals in the last 365 days that were at night."),
        TOO_LITTLE_HISTORY,
        source=Source.HISTORY,
    ),
    _number(
        "trader_hit_rate_ratio",
        "×",
        _("Trader's hit rate against the unit's"),
        _("Hit rate of the consignee, shrunk towards the unit's, divided by the unit's."),
        NO_OUTCOMES,
        source=Source.HISTORY,
    ),
    _number(
        "value_deviations_lowest",
        "MAD",
        _("Lowest value deviation"),
        _("The lowest robust deviation of value per kg among the goods items."),
        TOO_LITTLE_HISTORY,
        source=Source.HISTORY,
    ),
]

COUNTS = [
    _count("packages", "packages", _("Packages"), _("Sum over the goods, else the stated total.")),
    _count("goods_items", "lines", _("Goods items"), _("Number of goods lines."), NO_GOODS_LINE),
    _count("containers", "boxes", _("Containers"), _("Number of containers stated."), NO_EQUIPMENT),
    _count("amendments", "revisions", _("Amendments"), _("Revisions after the first."), UNRECORDED),
    _count(
        "consignee_seen_365d",
        "consignments",
        _("Consignee's earlier consignments"),
        _("Other consignments of the consignee in the last 365 days."),
        TOO_LITTLE_HISTORY,
        source=Source.HISTORY,
    ),
    _count(
        "consignor_seen_365d",
        "consignments",
        _("Consignor's earlier consignments"),
        _("Other consignments of the consignor in the last 365 days."),
        TOO_LITTLE_HISTORY,
        source=Source.HISTORY,
    ),
    _count(
        "pair_seen_365d",
        "consignments",
        _("The pair's earlier consignments"),
        _("Other consignments from this consignor to this consignee in the last 365 days."),
        TOO_LITTLE_HISTORY,
        source=Source.HISTORY,
    ),
    _count(
        "same_mass_streak",
        "consignments",
        _("Same gross mass in a row"),
        _("How many of the consignee's last consignments had exactly this gross mass, without a break."),
        TOO_LITTLE_HISTORY,
        source=Source.HISTORY,
    ),
]

PARTIES = [
    _yes_no(
        "party_list_exact",
        _("On a watch list"),
        _("A party, container, plate or document equals an entry of a watch list."),
        NOT_SCREENED,
        source=Source.LIST,
    ),
    _yes_no(
        "consignee_to_order",
        _("Consigned to order"),
        _("Consignee is “to order” or a bank, without a real notify party."),
        NO_PARTY,
    ),
    _yes_no(
        "notify_differs_abroad",
        _("Notify party abroad"),
        _("Notify party differs from the consignee and is in another country."),
        NO_PARTY,
    ),
    _yes_no(
        "consignee_is_forwarder",
        _("Consignee is a forwarder"),
        _("The consignee's name is that of a forwarder or carrier."),
        NO_PARTY,
    ),
    _yes_no(
        "party_is_placeholder",
        _("Placeholder for a party"),
        _("A party is “private”, “unknown”, dots or the like."),
        NO_PARTY,
    ),
    _yes_no(
        "party_address_incomplete",
        _("Address incomplete"),
        _("Consignor's or consignee's address has no street or no city."),
        _("The document states no address."),
    ),
    _yes_no("consignee_is_person", _("Consignee is a person"), _("The consignee is an individual."), NO_PARTY),
]

GOODS_AND_ROUTE = [
    _yes_no(
        "third_country_at_bilateral_post",
        _("Third-country vehicle at a bilateral post"),
        _("The vehicle belongs to neither country of a post open to the two only."),
        _("Post or nationality of the vehicle is not known."),
    ),
    _yes_no(
        "gross_above_maximum", _("Heavier than allowed"), _("Gross mass above the maximum of box or vehicle."), UNSTATED
    ),
    _yes_no("gross_mass_is_round", _("Round gross mass"), _("The gross mass ends in 000 kg."), UNSTATED),
    _yes_no(
        "empty_but_heavy",
        _("Empty but heavy"),
        _("Declared empty, yet the stated mass says otherwise."),
        _("It is not stated whether it is empty, or how heavy it is."),
    ),
]

DOCUMENTS_AND_EQUIPMENT = [
    _yes_no(
        "amended_key_field",
        _("Key field amended"),
        _("Consignee, goods, mass or seal changed after lodging."),
        UNRECORDED,
    ),
    _yes_no(
        "document_number_reused",
        _("Document number reused"),
        _("Another source or consignment uses the same transport document number."),
        UNSTATED,
        source=Source.HISTORY,
    ),
    _yes_no(
        "dates_impossible",
        _("Impossible dates"),
        _("An invoice after dispatch, taken over after crossing, and the like."),
        _("Fewer than two dates are stated."),
    ),
    _yes_no(
        "container_number_invalid", _("Container number invalid"), _("A container number fails ISO 6346."), NO_EQUIPMENT
    ),
    _yes_no(
        "seal_missing",
        _("Seal missing"),
        _("Loaded equipment without a seal, or fewer seals than announced."),
        _("The document does not carry seals."),
    ),
    _yes_no(
        "seal_duplicated",
        _("Seal used twice"),
        _("A seal number is also on other equipment or an earlier consignment."),
        _("No seal number is stated."),
        source=Source.HISTORY,
    ),
    _yes_no(
        "equipment_in_seizure",
        _("Equipment of a seizure"),
        _("The container, trailer or vehicle was in an earlier seizure."),
        NO_EQUIPMENT,
        source=Source.HISTORY,
    ),
]

FREIGHT_TIME_AND_LISTS = [
    _yes_no(
        "freight_in_cash", _("Freight in cash"), _("Freight is paid in cash."), _("Freight payment is not stated.")
    ),
    _yes_no(
        "freight_payer_is_third_party",
        _("Freight paid by a third party"),
        _("Who pays the freight is neither consignor, consignee nor notify party."),
        _("The payer is not stated."),
    ),
    _yes_no(
        "arrival_at_night",
        _("Arrival at night"),
        _("Arrival between the night hours of the settings."),
        NO_ARRIVAL_TIME,
    ),
    _yes_no(
        "open_warning",
        _("Open warning"),
        _("An open warning message names the container, a party or the plate."),
        UNRECORDED,
        source=Source.LIST,
    ),
    _yes_no(
        "trader_is_trusted",
        _("Trusted trader"),
        _("The consignee is in the register of trusted traders."),
        UNRECORDED,
        source=Source.LIST,
    ),
    _yes_no(
        "is_drawn", _("Drawn at random"), _("The random draw chose this consignment."), UNRECORDED, source=Source.DRAW
    ),
]

WORDS = [
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
]

CONSIGNMENT_FACTS = (
    *MOMENTS,
    *NUMBERS,
    *COUNTS,
    *PARTIES,
    *GOODS_AND_ROUTE,
    *DOCUMENTS_AND_EQUIPMENT,
    *FREIGHT_TIME_AND_LISTS,
    *WORDS,
    *SEVERAL,
)
