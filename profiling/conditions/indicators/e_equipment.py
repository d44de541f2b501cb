"""Group E: containers, vehicle bodies and seals."""

from django.utils.translation import gettext_lazy as _

from .indicator import Indicator, holds

EQUIPMENT = (
    Indicator(
        "E01",
        _("Container number invalid"),
        _("The container number fails ISO 6346."),
        holds("container_number_invalid"),
        (_("Container number %(number)s: %(why)s."), _("Container number %(number)s fails ISO 6346.")),
    ),
    Indicator(
        "E04",
        _("Seal missing"),
        _("Loaded equipment has no seal, or the number of seals differs from the list."),
        holds("seal_missing"),
        (
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
        "E08",
        _("Equipment of a seizure"),
        _("The container, trailer or vehicle was in an earlier seizure."),
        holds("equipment_in_seizure"),
        (_("%(number)s was in a seizure in %(month)s."),),
    ),
)
