"""The facts of a consignment that are moments, measures and counts, in the order of the columns."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from . import dealing_numbers, trader_and_route_facts
from .fact import Fact, FactType, Source
from .unknown_when import (
    NO_ARRIVAL_TIME,
    NO_EQUIPMENT,
    NO_GOODS_LINE,
    NO_OUTCOMES,
    NOT_READ,
    NOT_SCREENED,
    TOO_LITTLE_HISTORY,
    UNRECORDED,
    UNSTATED,
)

# Where the history look-ups stop counting: their cost must not grow with the table.
SEEN_LIMIT = 100
STREAK_LIMIT = 3


def _moment(name: str, label: Promise, meaning: Promise, unknown_when: Promise = UNSTATED) -> Fact:
    return Fact(name, FactType.MOMENT, label, meaning, unknown_when)


def _number(name: str, unit: str, label: Promise, meaning: Promise, unknown_when: Promise = UNSTATED, **more) -> Fact:
    return Fact(name, FactType.NUMBER, label, meaning, unknown_when, unit=unit, **more)


def _count(name: str, unit: str, label: Promise, meaning: Promise, unknown_when: Promise = UNSTATED, **more) -> Fact:
    return Fact(name, FactType.INTEGER, label, meaning, unknown_when, unit=unit, **more)


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
    _number(
        "hours_amended_before_arrival",
        "h",
        _("Amended before arrival"),
        _("From the last change of consignee, goods, mass or seal to the arrival; below 0: after arrival."),
        _("Nothing was amended, or no hour of arrival is known."),
    ),
    _number(
        "weighed_deviation_percent",
        "%",
        _("Weighed against declared"),
        _(
            "By how much the load, as weighed less what box or vehicle may weigh empty, lies outside the declared "
            "gross mass; below 0: lighter; the piece that lies farthest off."
        ),
        NOT_READ,
        source=Source.READING,
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
        counted_to=SEEN_LIMIT,
    ),
    _count(
        "consignor_seen_365d",
        "consignments",
        _("Consignor's earlier consignments"),
        _("Other consignments of the consignor in the last 365 days."),
        TOO_LITTLE_HISTORY,
        source=Source.HISTORY,
        counted_to=SEEN_LIMIT,
    ),
    _count(
        "pair_seen_365d",
        "consignments",
        _("The pair's earlier consignments"),
        _("Other consignments from this consignor to this consignee in the last 365 days."),
        TOO_LITTLE_HISTORY,
        source=Source.HISTORY,
        counted_to=SEEN_LIMIT,
    ),
    _count(
        "same_mass_streak",
        "consignments",
        _("Same gross mass in a row"),
        _("How many of the consignee's last consignments had exactly this gross mass, without a break."),
        TOO_LITTLE_HISTORY,
        source=Source.HISTORY,
        counted_to=STREAK_LIMIT,
    ),
]

# Where the look-up ends: a seizure that is further away is no answer.
HOPS_ANSWERED_TO = 3

LINKS = (
    Fact(
        "seizure_hops",
        FactType.INTEGER,
        _("Steps to a seizure"),
        _(
            "Steps from a party, phone, address, plate, box or driver of the consignment to one of an earlier seizure, "
            "by who moved with whom; 0: the same one; 3: more than two steps, or no way."
        ),
        _("No seizure is on record yet, or the document names nothing that could be linked."),
        unit="steps",
        source=Source.HISTORY,
        counted_to=HOPS_ANSWERED_TO,
    ),
)

MEASURES = (
    *MOMENTS,
    *NUMBERS,
    *trader_and_route_facts.NUMBERS,
    *dealing_numbers.NUMBERS,
    *COUNTS,
    *trader_and_route_facts.COUNTS,
    *LINKS,
    *dealing_numbers.COUNTS,
)
