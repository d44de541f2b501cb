"""Group B: where the goods come from, pass and go to."""

from django.utils.translation import gettext_lazy as _

from .indicator import Indicator, compares, holds

# Where opiates or methamphetamine are made, and the first countries of their way. Neighbours with much lawful trade
# (TJ, UZ) are left to profiles, which know what else to ask.
DRUG_SOURCES = ["AF", "IR", "MM", "PK"]
# Where precursors are in demand, and which chapters may hold them.
PRECURSOR_DEMAND = ["AF"]
CHEMICAL_CHAPTERS = ["28", "29", "38"]

ROUTING = (
    Indicator(
        "B02",
        _("Drug-source country on the route"),
        _("Country of dispatch, transit or destination is on the list of drug sources."),
        compares("route_countries", "has_any", DRUG_SOURCES),
        (_("Countries of the route: %(route_countries)s."),),
    ),
    Indicator(
        "B03",
        _("Chemicals towards a precursor market"),
        _("Goods of a chemical chapter go to or through a country where precursors are in demand."),
        {
            "all": [
                compares("onward_countries", "has_any", PRECURSOR_DEMAND),
                {"any_item": compares("hs_chapter", "in", CHEMICAL_CHAPTERS)},
            ]
        },
        (
            _("Item %(item)s is of chapter %(hs_chapter)s; countries ahead: %(onward_countries)s."),
            _("Countries ahead: %(onward_countries)s."),
        ),
    ),
    Indicator(
        "B07",
        _("Third-country vehicle at a bilateral post"),
        _("A vehicle of a third country is at a post open to the two neighbours only."),
        holds("third_country_at_bilateral_post"),
        (
            _("The vehicle is from %(nationality)s; the post %(post)s is open to %(open_to)s only."),
            _("The vehicle is from %(nationality)s; the post %(post)s is open to the two neighbours only."),
        ),
    ),
)
