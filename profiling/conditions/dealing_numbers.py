"""The facts of a consignment that are figures of carriage, terms and dealings, in the order of the columns."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .fact import Fact, FactType, Source
from .unknown_when import NO_PARTY, NOT_FED, NOT_READ, TOO_LITTLE_HISTORY

# Where the look-ups stop counting.
BURST_LIMIT = 20
EMPTY_LIMIT = 20
VEHICLES_LIMIT = 50
SIMILAR_LIMIT = 20

NO_LANE = _("The figure or the two countries are not stated, or fewer than 20 earlier consignments stated it.")


def _number(name: str, unit: str, label: Promise, meaning: Promise, unknown_when: Promise, **more) -> Fact:
    return Fact(name, FactType.NUMBER, label, meaning, unknown_when, unit=unit, **more)


def _count(name: str, unit: str, label: Promise, meaning: Promise, unknown_when: Promise, **more) -> Fact:
    return Fact(name, FactType.INTEGER, label, meaning, unknown_when, unit=unit, **more)


NUMBERS = (
    _number(
        "transit_days",
        "d",
        _("Days on the way"),
        _("From the day the carrier took the goods over to the arrival."),
        _("The day of taking over or the arrival is not stated."),
    ),
    _number(
        "transit_deviations",
        "MAD",
        _("Deviation from the usual time"),
        _("(days on the way − median) / (1.4826 × MAD) of the same two countries and mode; below 0: faster."),
        NO_LANE,
        source=Source.HISTORY,
    ),
    _number(
        "freight_per_kg_usd",
        "USD/kg",
        _("Freight per kg"),
        _("Freight by gross mass, at the rate of the day."),
        _("Freight or gross mass is not stated, or the currency has no rate."),
    ),
    _number(
        "freight_deviations",
        "MAD",
        _("Deviation from the usual freight"),
        _("(freight per kg − median) / (1.4826 × MAD) of the same two countries and mode; below 0: cheaper."),
        NO_LANE,
        source=Source.HISTORY,
    ),
    _number(
        "lane_cash_share",
        "0–1",
        _("Cash between these countries"),
        _("Share of the consignments between the same two countries whose freight was paid in cash."),
        NO_LANE,
        source=Source.HISTORY,
    ),
    _number(
        "currency_habit_share",
        "0–1",
        _("The pair's habit of this currency"),
        _("Share of the last consignments from this consignor to this consignee that stated this currency."),
        TOO_LITTLE_HISTORY,
        source=Source.HISTORY,
    ),
    _number(
        "incoterm_habit_share",
        "0–1",
        _("The pair's habit of these terms"),
        _("Share of the last invoices from this consignor to this consignee with these terms of delivery."),
        _("No invoice with terms of delivery was handed in, or too few earlier ones."),
        source=Source.HISTORY,
    ),
    _number(
        "mass_against_pair",
        "×",
        _("Mass against the pair's usual"),
        _("Gross mass divided by the median of the pair's consignments of more than 14 days ago."),
        TOO_LITTLE_HISTORY,
        source=Source.HISTORY,
    ),
    _number(
        "volume_against_year",
        "×",
        _("Volume against the year"),
        _("Mass for the consignee in the last 30 days, divided by its usual mass in 30 days of the year before."),
        TOO_LITTLE_HISTORY,
        source=Source.HISTORY,
    ),
    _number(
        "unclaimed_days",
        "d",
        _("Unclaimed for"),
        _("Days since the container or vehicle arrived or was discharged; 0: it left."),
        _("It has not arrived, or nobody said when."),
        source=Source.READING,
    ),
    _number(
        "clean_run",
        "examinations",
        _("Clean examinations in a row"),
        _("The consignee's examinations since the last finding, one counting half after each year."),
        _("No consignment of the consignee was examined with a result."),
        source=Source.HISTORY,
    ),
    _number(
        "carrier_registered_days",
        "d",
        _("Carrier registered for"),
        _("Days since the carrier was registered as a firm; below 0: registered only later."),
        NOT_FED,
        source=Source.REGISTER,
    ),
)

COUNTS = (
    _count(
        "pair_seen_14d",
        "consignments",
        _("The pair's consignments in 14 days"),
        _("Other consignments from this consignor to this consignee in the last 14 days, of a heading of these goods."),
        TOO_LITTLE_HISTORY,
        source=Source.HISTORY,
        counted_to=BURST_LIMIT,
    ),
    _count(
        "intermediaries",
        "parties",
        _("Intermediaries"),
        _("Parties that stand between consignor and consignee: carrier, forwarder, notify party, payer, declarant."),
        NO_PARTY,
    ),
    _count(
        "odd_intermediaries",
        "parties",
        _("Intermediaries of another trade"),
        _("Intermediaries whose registered activities neither trade, carry nor clear goods."),
        NOT_FED,
        source=Source.REGISTER,
    ),
    _count(
        "empty_entries_90d",
        "readings",
        _("Empty entries of the vehicle"),
        _("How often the vehicle or trailer was read empty on its way in, in the last 90 days."),
        NOT_READ,
        source=Source.READING,
        counted_to=EMPTY_LIMIT,
    ),
    _count(
        "carrier_vehicles",
        "vehicles",
        _("Vehicles of the carrier"),
        _("Different vehicles in the carrier's last consignments, this one among them."),
        TOO_LITTLE_HISTORY,
        source=Source.HISTORY,
        counted_to=VEHICLES_LIMIT,
    ),
    _count(
        "similar_seizures",
        "seizures",
        _("Similar seizures"),
        _("Earlier seizures from goods of the same heading, origin, route and packing."),
        _("Heading, origin, route or packing is not stated, or no seizure is on record."),
        source=Source.HISTORY,
        counted_to=SIMILAR_LIMIT,
    ),
)
