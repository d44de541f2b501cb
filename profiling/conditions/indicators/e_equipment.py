"""Group E: containers, vehicle bodies and seals."""

from django.utils.translation import gettext_lazy as _

from .indicator import Indicator, compares, holds

# What scales, fuel and driver explain.
MASS_DIFFERS_BY_PERCENT = 10

EQUIPMENT = (
    Indicator(
        "E01",
        _("Container number invalid"),
        _("The container number fails ISO 6346."),
        holds("container_number_invalid"),
        (_("Container number %(number)s: %(why)s."), _("Container number %(number)s fails ISO 6346.")),
    ),
    Indicator(
        "E02",
        _("Box owner unknown or unusual"),
        _("The owner letters of a container are not registered, are a shipper's own, or new to the carrier."),
        {
            "any": [
                holds("owner_prefix_unknown"),
                holds("box_is_shippers_own"),
                holds("owner_new_to_carrier"),
            ]
        },
        (
            _("No owner is registered for the letters of %(unregistered)s."),
            _("%(box)s belongs to “%(owner)s”, a shipper."),
            _("%(new_box)s: none of the carrier's last %(of_last)s boxes bore %(prefix)s."),
        ),
    ),
    Indicator(
        "E03",
        _("In two places at once"),
        _("The same container was seen in two places between which it cannot have travelled in the time."),
        holds("seen_in_two_places"),
        (
            _("%(number)s was at %(first_place)s, %(first_at)s, and at %(second_place)s, %(second_at)s."),
            _("%(number)s was seen in two places between which it cannot have travelled in the time."),
        ),
    ),
    Indicator(
        "E04",
        _("Seal missing"),
        _("Loaded equipment has no seal, or the number of seals differs from the list."),
        holds("seal_missing"),
        (
            _("%(number)s was seen loaded and without a seal at %(place)s, %(at)s."),
            _("%(number)s was seen loaded and without a seal, %(at)s."),
            _("%(number)s was seen loaded and without a seal in %(month)s."),
            _("%(number)s is loaded; seals listed: %(listed)s, announced: %(announced)s."),
            _("Loaded, and no seal is stated."),
        ),
    ),
    Indicator(
        "E05",
        _("Seal used twice"),
        _("A seal number is also on other equipment or on an earlier consignment."),
        holds("seal_duplicated"),
        (
            _("Seal %(seal)s was seen before, in %(month)s."),
            _("Seal %(seal)s is on more than one piece of equipment."),
        ),
    ),
    Indicator(
        "E06",
        _("Seal differs on arrival"),
        _("The seal on arrival differs from the document, or is broken or repaired."),
        holds("seal_differs_on_arrival"),
        (
            _("%(number)s: seal stated %(stated)s, seen %(seen)s at %(place)s, %(at)s."),
            _("%(number)s: seal stated %(stated)s, seen %(seen)s, %(at)s."),
            _("%(number)s: the seal was found %(condition)s at %(place)s, %(at)s."),
            _("%(number)s: the seal was found %(condition)s, %(at)s."),
            _("%(number)s: seal stated %(stated)s, seen otherwise in %(month)s."),
            _("%(number)s: the seal was found %(condition)s in %(month)s."),
        ),
    ),
    Indicator(
        "E07",
        _("Seal changed on the way"),
        _("The seal was changed on the way, and no customs office recorded why."),
        holds("seal_changed_en_route"),
        (
            _(
                "%(number)s bore %(before)s at %(before_place)s, %(before_at)s, and %(after)s at %(after_place)s, "
                "%(after_at)s."
            ),
            _("%(number)s bore seal %(before)s, later %(after)s."),
        ),
    ),
    Indicator(
        "E08",
        _("Equipment of a seizure"),
        _("The container, trailer or vehicle was in an earlier seizure."),
        holds("equipment_in_seizure"),
        (_("%(number)s was in a seizure in %(month)s."),),
    ),
    Indicator(
        "E09",
        _("Box unsuited to the goods"),
        _("The type of the container does not suit the goods."),
        holds("equipment_unsuited"),
        (_("%(number)s is of type %(type)s (%(kind)s); the goods are of chapter %(chapter)s."),),
    ),
    Indicator(
        "E10",
        _("Weighed otherwise"),
        _("The weighed mass differs from the declared one by more than a weighbridge explains."),
        {
            "any": [
                compares("weighed_deviation_percent", "gt", MASS_DIFFERS_BY_PERCENT),
                compares("weighed_deviation_percent", "lt", -MASS_DIFFERS_BY_PERCENT),
            ]
        },
        (
            _(
                "%(number)s weighed %(weighed)s kg at %(place)s, %(at)s: a load of %(low)s to %(high)s kg; declared: "
                "%(declared)s kg."
            ),
            _("%(number)s weighed %(weighed)s kg: a load of %(low)s to %(high)s kg; declared: %(declared)s kg."),
        ),
    ),
    Indicator(
        "E11",
        _("Anomaly in the scan"),
        _("Officer or device marked an anomaly in the image of a scan."),
        holds("scan_shows_anomaly"),
        (
            _("The scan of %(number)s at %(place)s, %(at)s, shows an anomaly."),
            _("The scan of %(number)s, %(at)s, shows an anomaly."),
            _("A scan of %(number)s in %(month)s shows an anomaly."),
        ),
    ),
    Indicator(
        "E12",
        _("Box altered"),
        _("An officer or an earlier examination found that walls, floor or ceiling of the box do not measure."),
        holds("body_altered"),
        (
            _("Tagged on %(on)s: “%(reason)s”."),
            _("An examination in %(month)s found %(number)s altered."),
        ),
    ),
)
