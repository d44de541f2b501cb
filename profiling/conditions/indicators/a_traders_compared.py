"""Group A: traders compared with their past, with others, and with the register of companies."""

from django.utils.translation import gettext_lazy as _

from .indicator import Indicator, compares, holds

# A market or a business centre has neighbours; so many behind one address or phone are a pattern.
SHARE_AN_ADDRESS = 8
SHARE_A_PHONE = 4
# A chapter that was in fewer than one of fifty consignments is not the trader's line.
RARE_CHAPTER = 0.02
NEW_FIRM_DAYS = 180
IDLE_DAYS = 270
LARGE_FROM_KG = 5_000

TRADERS_COMPARED = (
    Indicator(
        "A04",
        _("Contact of an offender"),
        _("Address or phone is that of a trader on a watch list or of one whose goods were seized."),
        holds("contact_of_offender"),
        (
            _("%(why)s as “%(listed)s”, who is on a watch list."),
            _("%(why)s as “%(other)s”, whose goods were seized in %(month)s."),
            _("%(why)s as a trader whose goods were seized in %(month)s."),
        ),
    ),
    Indicator(
        "A10",
        _("Many traders at one address"),
        _("Many traders state the address or the phone of consignor or consignee."),
        {
            "any": [
                compares("address_shared_by", "ge", SHARE_AN_ADDRESS),
                compares("phone_shared_by", "ge", SHARE_A_PHONE),
            ]
        },
        (
            _("Others at the address: %(address_shared_by)s, behind the phone: %(phone_shared_by)s; %(shared_with)s."),
            _("Others at the address: %(address_shared_by)s; %(shared_with)s."),
            _("Others behind the phone: %(phone_shared_by)s; %(shared_with)s."),
            _("Firms registered at the address: %(firms)s."),
            _("Others at the address: %(address_shared_by)s."),
            _("Others behind the phone: %(phone_shared_by)s."),
        ),
    ),
    Indicator(
        "A11",
        _("Outside the line of business"),
        _("The goods are of a chapter that the consignee does not bring, or outside its registered activity."),
        {"any": [compares("chapter_habit_share", "lt", RARE_CHAPTER), holds("activity_does_not_fit")]},
        (
            _("Chapters %(outside)s are in none of the registered activities: %(activities)s."),
            _(
                "Chapter %(chapter)s was in %(chapter_habit_share)s of the consignee's last %(of_last)s consignments "
                "(1: all)."
            ),
            _("Share of the consignee's last consignments with the rarest chapter: %(chapter_habit_share)s."),
        ),
    ),
    Indicator(
        "A12",
        _("Firm registered lately"),
        _("The consignee was registered as a firm shortly before the consignment."),
        compares("consignee_registered_days", "lt", NEW_FIRM_DAYS),
        (
            _("“%(firm)s” was registered on %(registered)s, %(consignee_registered_days)s days before."),
            _("Registered for %(consignee_registered_days)s days."),
        ),
    ),
    Indicator(
        "A13",
        _("Large after a long pause"),
        _("The consignee brought nothing for months, and now a large consignment."),
        {
            "all": [
                compares("consignee_idle_days", "gt", IDLE_DAYS),
                compares("gross_mass_kg", "ge", LARGE_FROM_KG),
            ]
        },
        (
            _("Last seen in %(last)s, %(consignee_idle_days)s days ago; now %(gross_mass_kg)s kg."),
            _("Last seen %(consignee_idle_days)s days ago; now %(gross_mass_kg)s kg."),
        ),
    ),
    Indicator(
        "A16",
        _("Name of a known trader"),
        _("A newcomer bears the name of a known trader, under another tax number or address."),
        holds("resembles_known_trader"),
        (_("“%(stated)s” (tax number %(number)s) resembles the known “%(known)s” (%(known_number)s)."),),
    ),
    Indicator(
        "A17",
        _("Tax number faulty"),
        _("A tax number breaks the rule of its country, or the register does not know it."),
        holds("tax_number_faulty"),
        (_("Tax number %(number)s of the %(role)s (%(country)s): %(why)s."),),
    ),
)
