"""Group B: routes, posts and places compared with geography and with the past."""

from django.utils.translation import gettext_lazy as _

from .indicator import Indicator, compares, holds

# By road there is no straight way; from so much on it is a detour, unless all on the lane make it.
DETOUR_FROM = 1.6
AGAINST_LANE_FROM = 1.3
RARE_POST = 0.05
# From the south to Bishkek: another market than the consignee's own.
FAR_FROM_KM = 250
# The longest term for a transit by road through the republic.
TRANSIT_DAYS = 10

PLACES = (
    Indicator(
        "B01",
        _("Detour"),
        _("The route is far longer than the straight way, and others on the lane do not take it."),
        {
            "all": [
                compares("detour_ratio", "ge", DETOUR_FROM),
                {
                    "any": [
                        compares("detour_against_lane", "ge", AGAINST_LANE_FROM),
                        {"not": {"known": "detour_against_lane"}},
                    ]
                },
            ]
        },
        (
            _("%(way)s is %(times)s times the straight way; usual on the lane: %(usual)s, %(lane_n)s consignments."),
            _("%(way)s is %(times)s times the straight way."),
            _("The route is %(detour_ratio)s times the straight way."),
        ),
    ),
    Indicator(
        "B04",
        _("Origin does not produce it"),
        _("The country of origin does not produce such goods."),
        {"any_item": holds("origin_implausible")},
        (
            _("Item %(item)s of code %(code)s is said to be made in %(origin)s, which is no producer of it."),
            _("Item %(item)s of code %(hs6)s is said to be made in %(origin_country)s."),
        ),
    ),
    Indicator(
        "B06",
        _("Post out of habit"),
        _("The post of entry is one that the consignee, or the carrier, hardly ever uses."),
        {
            "any": [
                compares("entry_post_share", "lt", RARE_POST),
                compares("carrier_entry_post_share", "lt", RARE_POST),
            ]
        },
        (
            _(
                "%(entry_post)s: share of the consignee's last %(of_last)s consignments %(entry_post_share)s, of the "
                "carrier's last %(of_carriers_last)s %(carrier_entry_post_share)s."
            ),
            _("%(entry_post)s: share of the consignee's last %(of_last)s consignments %(entry_post_share)s."),
            _("%(entry_post)s: share of the carrier's last %(of_carriers_last)s %(carrier_entry_post_share)s."),
            _("Share of this post of entry: %(entry_post_share)s of the consignee's."),
            _("Share of this post of entry: %(carrier_entry_post_share)s of the carrier's."),
        ),
    ),
    Indicator(
        "B08",
        _("Transhipment without sense"),
        _("The goods pass a country of free zones that lies off their way."),
        holds("hub_without_sense"),
        (_("From %(origin)s to %(destination)s by %(hub)s: %(times)s times the straight way."),),
    ),
    Indicator(
        "B09",
        _("Delivery far from the consignee"),
        _("The goods go to a place far from the consignee's address."),
        compares("delivery_distance_km", "ge", FAR_FROM_KM),
        (
            _("Delivered at %(delivery)s, the consignee is at %(address)s: %(km)s km."),
            _("%(delivery_distance_km)s km from the consignee's address."),
        ),
    ),
    Indicator(
        "B10",
        _("Exit post illogical"),
        _("Nobody leaves by the declared post of exit to go to the destination."),
        holds("exit_post_illogical"),
        (_("%(post)s leads to %(beyond)s, the destination is %(destination)s."),),
    ),
    Indicator(
        "B11",
        _("Transit without recorded exit"),
        _("The time for the transit is over, and no exit was recorded."),
        {
            "all": [
                {"fact": "procedure", "op": "eq", "value": "transit"},
                compares("transit_open_days", "gt", TRANSIT_DAYS),
            ]
        },
        (
            _("Arrived on %(arrived)s, %(days)s days ago; no exit is recorded."),
            _("%(transit_open_days)s days since the arrival; no exit is recorded."),
        ),
    ),
    Indicator(
        "B12",
        _("Goods go round"),
        _("The same goods went the other way shortly before, in the same box or between the same two traders."),
        holds("goods_return"),
        (
            _("%(number)s carried such goods the other way in %(month)s."),
            _("The same two traders sent such goods the other way in %(month)s."),
        ),
    ),
    Indicator(
        "B13",
        _("Delivery near the border"),
        _("The goods go to a border district, or to a bazaar near an uncontrolled crossing."),
        holds("delivery_near_border"),
        (_("Delivered at %(place)s."),),
    ),
)
