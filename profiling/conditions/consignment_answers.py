"""The facts of a consignment that are yes or no, in the order of the columns of `ConsignmentFacts`."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from . import dealing_answers, trader_and_route_facts
from .fact import Fact, FactType, Source
from .unknown_when import (
    NO_ARRIVAL_TIME,
    NO_EQUIPMENT,
    NO_PARTY,
    NO_SECOND_DOCUMENT,
    NOT_READ,
    NOT_SCREENED,
    UNRECORDED,
    UNSTATED,
)


def _yes_no(name: str, label: Promise, meaning: Promise, unknown_when: Promise = UNSTATED, **more) -> Fact:
    return Fact(name, FactType.BOOLEAN, label, meaning, unknown_when, **more)


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
        _("Declared empty, yet the mass that is stated or was weighed says otherwise."),
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
        "route_changed",
        _("Destination or route changed"),
        _("Destination, place of delivery, route or post changed after lodging."),
        _("The earlier revision is not known, or states no destination and no route."),
    ),
    _yes_no(
        "payment_changed_late",
        _("Payment changed late"),
        _("Who pays the freight, or how, changed shortly before arrival."),
        _("Freight payment or hour of arrival is not stated."),
    ),
    _yes_no(
        "documents_differ",
        _("Documents differ"),
        _("Invoice, packing list, transport document or declaration differ."),
        NO_SECOND_DOCUMENT,
    ),
    _yes_no(
        "required_document_missing",
        _("Required permit missing"),
        _("Goods of a control list are without the permit that they need."),
        _("It is not known whether the goods need a permit, or which permit the one that is named is."),
    ),
    _yes_no(
        "permit_faulty",
        _("Permit faulty"),
        _("A permit or certificate is expired, another's, of another issuer, or used up."),
        _("No permit or certificate was handed in."),
    ),
    _yes_no(
        "certificate_does_not_fit",
        _("Certificate does not fit"),
        _("The certificate of origin fits neither goods, route, exporter nor producer."),
        _("No certificate of origin was handed in."),
    ),
    _yes_no(
        "container_number_invalid", _("Container number invalid"), _("A container number fails ISO 6346."), NO_EQUIPMENT
    ),
    _yes_no(
        "seal_missing",
        _("Seal missing"),
        _("Equipment stated or seen loaded without a seal, or fewer seals than announced."),
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
    _yes_no(
        "crew_in_seizure",
        _("Crew of a seizure"),
        _("Two of driver, carrier and broker moved an earlier consignment together that was seized."),
        _("Fewer than two of driver, carrier and broker are stated."),
        source=Source.HISTORY,
    ),
]

READINGS = [
    _yes_no(
        "seen_in_two_places",
        _("Seen in two places"),
        _("A container, wagon or vehicle was seen in two places between which it cannot have travelled in the time."),
        _("It was not seen at two places that can be compared."),
        source=Source.READING,
    ),
    _yes_no(
        "seal_differs_on_arrival",
        _("Seal differs on arrival"),
        _("A seal seen at a place of ours is none of those stated, or is broken, repaired or missing."),
        NOT_READ,
        source=Source.READING,
    ),
    _yes_no(
        "seal_changed_en_route",
        _("Seal changed on the way"),
        _("Two readings of a journey, both before our own examination, show no seal in common."),
        _("Its seals were not read twice on this journey."),
        source=Source.READING,
    ),
    _yes_no(
        "scan_shows_anomaly",
        _("Anomaly in the scan"),
        _("Officer or device marked an anomaly in the latest image of a piece."),
        NOT_READ,
        source=Source.READING,
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

ANSWERS = (
    *PARTIES,
    *trader_and_route_facts.ANSWERS,
    *GOODS_AND_ROUTE,
    *DOCUMENTS_AND_EQUIPMENT,
    *READINGS,
    *FREIGHT_TIME_AND_LISTS,
    *dealing_answers.ANSWERS,
)
