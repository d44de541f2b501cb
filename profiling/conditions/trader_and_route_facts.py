"""The facts of a consignment that compare traders, routes and loads with the past, registers and geography."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .fact import Fact, FactType, Source
from .unknown_when import NO_GOODS_LINE, NOT_FED, TOO_LITTLE_HISTORY

# Where the look-ups stop counting who shares an address or a phone.
SHARED_LIMIT = 20

NO_ROUTE = _("The route is not stated, or passes a country that the table of places does not hold.")
NO_PLACE = _("Place of delivery or address names no place of the table.")


def _number(name: str, unit: str, label: Promise, meaning: Promise, unknown_when: Promise, **more) -> Fact:
    return Fact(name, FactType.NUMBER, label, meaning, unknown_when, unit=unit, **more)


def _shared(name: str, label: Promise, meaning: Promise, unknown_when: Promise) -> Fact:
    return Fact(
        name,
        FactType.INTEGER,
        label,
        meaning,
        unknown_when,
        unit="traders",
        source=Source.HISTORY,
        counted_to=SHARED_LIMIT,
    )


def _yes_no(name: str, label: Promise, meaning: Promise, unknown_when: Promise, **more) -> Fact:
    return Fact(name, FactType.BOOLEAN, label, meaning, unknown_when, **more)


NUMBERS = (
    _number(
        "consignee_idle_days",
        "d",
        _("Consignee idle"),
        _("Days since the consignee's last consignment before this one."),
        _("The consignee was not seen before, or the history is too short to say."),
        source=Source.HISTORY,
    ),
    _number(
        "consignee_registered_days",
        "d",
        _("Consignee registered for"),
        _("Days since the consignee was registered as a firm; below 0: registered only later."),
        NOT_FED,
        source=Source.REGISTER,
    ),
    _number(
        "chapter_habit_share",
        "0–1",
        _("Consignee's habit of these chapters"),
        _("Share of the consignee's last consignments that held the HS chapter it brings least often."),
        TOO_LITTLE_HISTORY,
        source=Source.HISTORY,
    ),
    _number(
        "entry_post_share",
        "0–1",
        _("Consignee's habit of this post"),
        _("Share of the consignee's last consignments that came by this post of entry."),
        TOO_LITTLE_HISTORY,
        source=Source.HISTORY,
    ),
    _number(
        "carrier_entry_post_share",
        "0–1",
        _("Carrier's habit of this post"),
        _("Share of the carrier's last consignments that came by this post of entry."),
        TOO_LITTLE_HISTORY,
        source=Source.HISTORY,
    ),
    _number(
        "route_km",
        "km",
        _("Length of the route"),
        _("The shortest way through the countries stated, by centres of trade."),
        NO_ROUTE,
    ),
    _number(
        "detour_ratio",
        "×",
        _("Detour"),
        _("The shortest way through the countries stated, divided by the straight way."),
        NO_ROUTE,
    ),
    _number(
        "detour_against_lane",
        "×",
        _("Detour against the lane's"),
        _("The detour divided by the median detour between the same two countries."),
        TOO_LITTLE_HISTORY,
        source=Source.HISTORY,
    ),
    _number(
        "delivery_distance_km",
        "km",
        _("Delivery far from the consignee"),
        _("From the place of delivery to the consignee's address."),
        NO_PLACE,
    ),
    _number(
        "transit_open_days",
        "d",
        _("Transit without recorded exit"),
        _("Days since the arrival of a transit consignment whose exit nobody recorded; 0: it left."),
        _("It is no transit, or has not arrived."),
        source=Source.READING,
    ),
    _number(
        "freight_value_ratio",
        "×",
        _("Freight by value"),
        _("Freight divided by the value of the goods."),
        _("Freight or value is not stated, or a currency has no rate."),
    ),
)

COUNTS = (
    _shared(
        "address_shared_by",
        _("Address shared by"),
        _("Other traders, or firms of the register, that state the address of consignor or consignee."),
        _("No whole address is stated, or the history is too short to say."),
    ),
    _shared(
        "phone_shared_by",
        _("Phone shared by"),
        _("Other traders that state the phone of consignor or consignee."),
        _("No phone is stated, or the history is too short to say."),
    ),
    Fact(
        "goods_sections",
        FactType.INTEGER,
        _("Sections of the goods"),
        _("How many sections of the Harmonized System the goods are of."),
        NO_GOODS_LINE,
        unit="sections",
    ),
)

ANSWERS = (
    _yes_no(
        "contact_of_offender",
        _("Contact of an offender"),
        _("Another trader with the same address or phone is on a watch list or was in a seizure."),
        _("Neither a whole address nor a phone is stated."),
        source=Source.HISTORY,
    ),
    _yes_no(
        "activity_does_not_fit",
        _("Goods outside the registered activity"),
        _("None of the consignee's registered activities deals in the goods."),
        NOT_FED,
        source=Source.REGISTER,
    ),
    _yes_no(
        "resembles_known_trader",
        _("Resembles a known trader"),
        _("A newcomer bears the name of a known trader under another tax number or address."),
        _("Neither name with tax number nor whole address of the trader is stated, or the history is too short."),
        source=Source.HISTORY,
    ),
    _yes_no(
        "tax_number_faulty",
        _("Tax number faulty"),
        _("A trader's tax number breaks the rule of its country, or its register does not know it."),
        _("No tax number is stated whose rule is known."),
    ),
    _yes_no(
        "hub_without_sense",
        _("Transhipment without sense"),
        _("The route passes a country of free zones that lies off the way."),
        NO_ROUTE,
    ),
    _yes_no(
        "exit_post_illogical",
        _("Exit post illogical"),
        _("The post of exit leads to a country from which nobody goes on to the destination."),
        _("Post of exit or destination is not stated, or the table does not hold the destination."),
    ),
    _yes_no(
        "goods_return",
        _("Goods go round"),
        _("The same box, or the same two traders the other way round, moved such goods in the other direction."),
        _("Procedure or commodity codes are not stated."),
        source=Source.HISTORY,
    ),
    _yes_no(
        "delivery_near_border",
        _("Delivery near the border"),
        _("The place of delivery is a border district, or a bazaar near an uncontrolled crossing."),
        NO_PLACE,
    ),
    _yes_no(
        "volume_exceeds_equipment",
        _("More than fits in"),
        _("The goods take more room than the boxes, wagons or the vehicle have."),
        _("The room that the goods take, or what they travel in, is not stated."),
    ),
    _yes_no(
        "excise_data_missing",
        _("Excise goods uncovered"),
        _("Tobacco or alcohol passes without excise data, or tobacco goes under a TIR carnet."),
        _("Codes, procedure or papers are not stated."),
    ),
    _yes_no(
        "tobacco_licence_missing",
        _("No tobacco licence"),
        _("What cigarettes are made of goes to a consignee without a licence for tobacco."),
        NOT_FED,
        source=Source.REGISTER,
    ),
)
