"""Group G: when the document came and when the goods do."""

from django.utils.translation import gettext_lazy as _

from .indicator import Indicator, compares, holds

# Preliminary information for road is due two hours before the border.
HOURS_BEFORE_ARRIVAL = 2
# As far from the usual as the value of goods may be before it is looked at.
TIME_DEVIATIONS = 3.5
# A parcel is one of a split order when it is one of so many, each of less than half the usual.
PARCELS = 3
SMALL_AGAINST_PAIR = 0.5
UNCLAIMED_DAYS = 30
VOLUME_SPIKE = 3
# A consignee who comes at night this rarely is out of its habit.
RARE_AT_NIGHT = 0.2

TIMING = (
    Indicator(
        "G01",
        _("Lodged late"),
        _("Lodged later than required before arrival, or after it."),
        compares("hours_before_arrival", "lt", HOURS_BEFORE_ARRIVAL),
        (_("Received %(hours_before_arrival)s hours before arrival (below 0: after it); 2 are due."),),
    ),
    Indicator(
        "G02",
        _("Unusual arrival at night"),
        _("Arrives at night, which the consignee hardly ever does."),
        {"all": [holds("arrival_at_night"), compares("consignee_night_share", "lt", RARE_AT_NIGHT)]},
        (
            _("Arrives at %(arrival)s; share of the consignee's arrivals at night: %(consignee_night_share)s."),
            _("Arrives at night; share of the consignee's arrivals at night: %(consignee_night_share)s."),
        ),
    ),
    Indicator(
        "G03",
        _("Unusual time on the way"),
        _("The goods were on the way much longer, or much shorter, than others between the two countries."),
        {
            "any": [
                compares("transit_deviations", "gt", TIME_DEVIATIONS),
                compares("transit_deviations", "lt", -TIME_DEVIATIONS),
            ]
        },
        (
            _("%(transit_days)s days on the way, usually %(median)s on %(lane)s; %(n)s consignments."),
            _("%(transit_deviations)s deviations from the usual time on the way."),
        ),
    ),
    Indicator(
        "G04",
        _("Order split into small loads"),
        _("The same two traders send several small loads of the same goods within days."),
        {
            "all": [
                compares("pair_seen_14d", "ge", PARCELS),
                compares("mass_against_pair", "lt", SMALL_AGAINST_PAIR),
            ]
        },
        (
            _(
                "Others of the pair in 14 days: %(pair_seen_14d)s; %(mass_kg)s kg against the pair's usual "
                "%(usual_kg)s kg."
            ),
            _("Others of the pair in 14 days: %(pair_seen_14d)s; %(mass_against_pair)s times the pair's usual mass."),
        ),
    ),
    Indicator(
        "G05",
        _("Urgency asked for"),
        _("Somebody asked for clearance at once."),
        holds("urgency_asked"),
        (_("Tagged on %(on)s: “%(reason)s”."), _("Tagged: clearance at once was asked for.")),
    ),
    Indicator(
        "G06",
        _("Unclaimed"),
        _("The container or vehicle has stood unclaimed since it came."),
        compares("unclaimed_days", "gt", UNCLAIMED_DAYS),
        (
            _("%(number)s came on %(came)s and has stood %(unclaimed_days)s days."),
            _("Unclaimed for %(unclaimed_days)s days."),
        ),
    ),
    Indicator(
        "G07",
        _("Out of season"),
        _("Fresh fruit or vegetables come at a time when the country of origin has none."),
        {"any_item": holds("out_of_season")},
        (
            _("Item %(item)s: heading %(heading)s from %(origin)s in month %(month)s; usual months: %(months)s."),
            _("Item %(item)s, heading %(hs4)s from %(origin_country)s, is out of season."),
        ),
    ),
    Indicator(
        "G08",
        _("Volume spike"),
        _("Much more goods than usual come for the consignee."),
        compares("volume_against_year", "ge", VOLUME_SPIKE),
        (
            _(
                "%(month_kg)s kg in 30 days, usually %(usual_kg)s kg: %(volume_against_year)s times; consignments "
                "before: %(n)s."
            ),
            _("%(volume_against_year)s times the consignee's usual mass in 30 days."),
        ),
    ),
)
