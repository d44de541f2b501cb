"""Group I: what is known of the trader, what others warn of, and the draw."""

from django.utils.translation import gettext_lazy as _

from .indicator import Indicator, compares, holds

# A consignee found out half as often again as others in the unit.
ABOVE_BASELINE = 1.5
# Three times nothing found, or more often long ago: the load may be as clean.
CLEAN_IN_A_ROW = 3
# A friend of a friend; further away everybody is linked with everybody.
NEAR_A_SEIZURE = 2

HISTORY = (
    Indicator(
        "I01",
        _("Hit rate above the unit's"),
        _("Examinations of the consignee found something more often than the unit's examinations do."),
        compares("trader_hit_rate_ratio", "ge", ABOVE_BASELINE),
        (
            _(
                "%(positive)s of %(examined)s examinations found something, the unit's rate is %(unit_rate)s; "
                "%(trader_hit_rate_ratio)s times the unit's, shrunk."
            ),
            _("%(trader_hit_rate_ratio)s times the unit's hit rate, shrunk."),
        ),
    ),
    Indicator(
        "I02",
        _("Open warning"),
        _("An open warning message names the container, a party or the plate."),
        holds("open_warning"),
        (_("Warning %(reference)s of %(from)s names %(value)s."),),
    ),
    Indicator(
        "I03",
        _("Trusted trader"),
        _("The consignee has trusted status. Lowers the points of profiles, never those of lists."),
        holds("trader_is_trusted"),
        (_("The consignee is in the register of trusted traders."),),
    ),
    Indicator(
        "I04",
        _("Clean examinations in a row"),
        _("The last examinations of the consignee found nothing. Lowers the points of profiles; old ones count less."),
        compares("clean_run", "ge", CLEAN_IN_A_ROW),
        (
            _("%(examined)s examinations in a row found nothing, the last in %(month)s; aged: %(clean_run)s."),
            _("Clean examinations in a row, with their age: %(clean_run)s."),
        ),
    ),
    Indicator(
        "I05",
        _("Similar to a seizure"),
        _("Goods of the same heading, origin, route and packing were seized before."),
        compares("similar_seizures", "ge", 1),
        (
            _("Heading %(heading)s from %(origin)s on %(lane)s in %(packing)s: seizures %(count)s, last in %(month)s."),
            _("Similar seizures: %(similar_seizures)s."),
        ),
    ),
    Indicator(
        "I06",
        _("Linked with a seizure"),
        _("A party, phone, address, plate, box or driver is linked with an earlier seizure within two steps."),
        compares("seizure_hops", "le", NEAR_A_SEIZURE),
        (
            _("A seizure of %(month)s is %(hops)s steps away, by: %(path)s."),
            _("A seizure is %(seizure_hops)s steps away."),
        ),
    ),
    Indicator(
        "I07",
        _("Drawn at random"),
        _("The random draw chose the consignment."),
        holds("is_drawn"),
        (_("Drawn at random, whatever the profiles say."),),
    ),
)
