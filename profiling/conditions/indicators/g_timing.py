"""Group G: when the document came and when the goods do."""

from django.utils.translation import gettext_lazy as _

from .indicator import Indicator, compares, holds

# Preliminary information for road is due two hours before the border.
HOURS_BEFORE_ARRIVAL = 2
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
)
