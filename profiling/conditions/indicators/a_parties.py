"""Group A: who sends, receives and is told of the goods."""

from django.utils.translation import gettext_lazy as _

from .indicator import Indicator, compares, holds

# The likeness from which two names are taken for one; the screening is tuned for it.
ALIKE_FROM = 88
# Below this a person may well have bought for the household.
COMMERCIAL_FROM_KG = 500

PARTIES = (
    Indicator(
        "A01",
        _("Consignee first seen"),
        _("The consignee was not seen in the last 365 days."),
        compares("consignee_seen_365d", "lt", 1),
        (_("Earlier consignments of the consignee in 365 days: %(consignee_seen_365d)s."),),
    ),
    Indicator(
        "A02",
        _("Consignor or pair first seen"),
        _("The consignor, or this consignor with this consignee, was not seen in the last 365 days."),
        {"any": [compares("consignor_seen_365d", "lt", 1), compares("pair_seen_365d", "lt", 1)]},
        (
            _("Earlier consignments in 365 days: consignor %(consignor_seen_365d)s, pair %(pair_seen_365d)s."),
            _("Earlier consignments of the pair in 365 days: %(pair_seen_365d)s."),
            _("Earlier consignments of the consignor in 365 days: %(consignor_seen_365d)s."),
        ),
    ),
    Indicator(
        "A03",
        _("On a watch list"),
        _("A party equals an entry of a watch list, or its name is alike."),
        {"any": [holds("party_list_exact"), compares("party_list_score", "ge", ALIKE_FROM)]},
        (
            _(
                "“%(stated)s” is like the listed “%(listed)s”: %(score)s of 100, agreed: %(agreed)s; "
                "contradicts: %(contradicted)s."
            ),
            _("“%(stated)s” is like the listed “%(listed)s”: %(score)s of 100, agreed: %(agreed)s."),
            _("Likeness to a watch-list entry: %(party_list_score)s of 100."),
        ),
    ),
    Indicator(
        "A05",
        _("Consigned to order"),
        _("The consignee is “to order” or a bank, and no real notify party is named."),
        holds("consignee_to_order"),
        (_("The consignee reads “%(consignee)s”."),),
    ),
    Indicator(
        "A06",
        _("Notify party abroad"),
        _("The notify party differs from the consignee and is in another country."),
        holds("notify_differs_abroad"),
        (_("Notify party “%(notify_party)s” (%(notify_country)s), consignee in %(consignee_country)s."),),
    ),
    Indicator(
        "A07",
        _("Consignee is a forwarder"),
        _("The consignee is a freight forwarder or carrier."),
        holds("consignee_is_forwarder"),
        (_("The consignee reads “%(consignee)s”."),),
    ),
    Indicator(
        "A08",
        _("Placeholder for a party"),
        _("A party is named by a placeholder: “private”, “unknown”, dots, repeated letters."),
        holds("party_is_placeholder"),
        (_("The %(role)s reads “%(text)s”."),),
    ),
    Indicator(
        "A09",
        _("Address incomplete"),
        _("The address has no street, is a post-office box only, or names a city only."),
        holds("party_address_incomplete"),
        (_("Address of the %(role)s: “%(address)s”."), _("The %(role)s has no address.")),
    ),
    Indicator(
        "A14",
        _("Crew of an earlier seizure"),
        _("Two of driver, carrier and broker moved an earlier consignment together that was seized."),
        holds("crew_in_seizure"),
        (_("Together in a seizure of %(month)s: %(who)s."),),
    ),
    Indicator(
        "A15",
        _("Person with a commercial quantity"),
        _("The consignee is an individual, and the quantity is commercial."),
        {"all": [holds("consignee_is_person"), compares("gross_mass_kg", "ge", COMMERCIAL_FROM_KG)]},
        (_("The consignee is an individual; the gross mass is %(gross_mass_kg)s kg."),),
    ),
)
