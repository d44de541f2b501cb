"""Group H: the vehicle, who drives it and whose it is."""

from django.utils.translation import gettext_lazy as _

from .indicator import Indicator, compares, holds

# So many runs in and out again with nothing in are no accident.
EMPTY_RUNS = 3
# What a firm of one lorry is seldom trusted with.
HIGH_VALUE_USD = 50_000
NEWLY_REGISTERED_DAYS = 180

TRANSPORT = (
    Indicator(
        "H01",
        _("New combination of plates"),
        _("Vehicle and trailer were never seen together before, or the trailer came behind another vehicle."),
        {"any": [holds("plates_new_together"), holds("moved_with_another")]},
        (
            _("%(piece)s was seen behind %(seen_with)s at %(place)s, %(at)s; the document states %(stated)s."),
            _("%(piece)s was seen behind %(seen_with)s, %(at)s; the document states %(stated)s."),
            _("%(piece)s was seen behind another vehicle than %(stated)s in %(month)s."),
            _(
                "%(vehicle)s was here %(vehicle_seen)s times and %(trailer)s %(trailer_seen)s times, never together "
                "before."
            ),
        ),
    ),
    Indicator(
        "H02",
        _("Carrier without licence"),
        _("The carrier holds no licence for the carriage of goods."),
        holds("carrier_licence_missing"),
        (
            _("The licence %(number)s of %(carrier)s ended on %(valid_until)s."),
            _("The register holds no licence for the carriage of goods of %(carrier)s."),
        ),
    ),
    Indicator(
        "H03",
        _("Driver listed or off the route"),
        _("The driver is on a list, or of a country that has nothing to do with vehicle and route."),
        {"any": [holds("driver_listed"), holds("driver_off_route")]},
        (
            _("The driver “%(driver)s” is like a name on a list: %(score)s of 100."),
            _("The driver is from %(driver_country)s, the vehicle from %(vehicle_country)s; the route: %(route)s."),
        ),
    ),
    Indicator(
        "H04",
        _("In empty, out loaded"),
        _("The vehicle keeps coming in empty and leaves loaded."),
        {
            "all": [
                compares("empty_entries_90d", "ge", EMPTY_RUNS),
                {"not": compares("procedure", "eq", "import")},
            ]
        },
        (
            _("%(number)s was read empty %(empty_entries_90d)s times in 90 days, last at %(place)s, %(at)s."),
            _("%(number)s was read empty %(empty_entries_90d)s times in 90 days, last %(at)s."),
            _("Read empty %(empty_entries_90d)s times in 90 days."),
        ),
    ),
    Indicator(
        "H05",
        _("Vehicle modified"),
        _("An officer or an earlier examination found tanks, headboard, floor or chassis altered."),
        holds("vehicle_modified"),
        (
            _("Tagged on %(on)s: “%(reason)s”."),
            _("An examination in %(month)s found %(number)s altered."),
        ),
    ),
    Indicator(
        "H06",
        _("Wagon number or seal wrong"),
        _("The wagon number fails its check, or the wagon was sealed anew on the way."),
        {
            "any": [
                holds("wagon_number_invalid"),
                {"all": [compares("mode", "eq", "rail"), holds("seal_changed_en_route")]},
            ]
        },
        (
            _("Wagon number %(number)s: %(why)s."),
            _("%(number)s bore %(before)s, later %(after)s."),
        ),
    ),
    Indicator(
        "H07",
        _("New or one-vehicle carrier, high value"),
        _("A carrier that is newly registered, or has a single vehicle, carries goods of high value."),
        {
            "all": [
                compares("value_usd", "ge", HIGH_VALUE_USD),
                {
                    "any": [
                        compares("carrier_registered_days", "lt", NEWLY_REGISTERED_DAYS),
                        compares("carrier_vehicles", "le", 1),
                    ]
                },
            ]
        },
        (
            _("Goods of %(value_usd)s USD; the carrier %(carrier)s is registered since %(registered)s."),
            _("Goods of %(value_usd)s USD; vehicles in the carrier's last %(of_last)s: %(carrier_vehicles)s."),
            _("Goods of %(value_usd)s USD; vehicles of the carrier: %(carrier_vehicles)s."),
        ),
    ),
    Indicator(
        "H08",
        _("Carrier not in the document"),
        _("Another vehicle carried the goods on the way, and the document names no successive carrier."),
        {"all": [holds("moved_with_another"), {"not": holds("successive_carriers_stated")}]},
        (
            _("%(piece)s was seen behind %(seen_with)s, %(at)s; the document states %(stated)s and no other carrier."),
            _("%(piece)s was seen behind another vehicle than %(stated)s in %(month)s."),
        ),
    ),
)
