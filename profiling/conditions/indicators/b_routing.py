"""Group B: where the goods come from, pass and go to."""

from django.utils.translation import gettext_lazy as _

from profiling.reference.countries import DRUG_FIRST_TRANSIT, DRUG_SOURCE, PRECURSOR_DEMAND

from .indicator import Indicator, compares, holds

# Which chapters may hold precursors.
CHEMICAL_CHAPTERS = ["28", "29", "38"]

ROUTING = (
    Indicator(
        "B02",
        _("Drug-source country on the route"),
        _("Country of dispatch, transit or destination is on the list of drug sources."),
        compares("route_countries", "has_any", [*DRUG_SOURCE, *DRUG_FIRST_TRANSIT]),
        (_("Countries of the route: %(route_countries)s."),),
    ),
    Indicator(
        "B03",
        _("Chemicals towards a precursor market"),
        _("Goods of a chemical chapter go to or through a country where precursors are in demand."),
        {
            "all": [
                compares("onward_countries", "has_any", list(PRECURSOR_DEMAND)),
                {"any_item": compares("hs_chapter", "in", CHEMICAL_CHAPTERS)},
            ]
        },
        (
            _("Item %(item)s is of chapter %(hs_chapter)s; countries ahead: %(onward_countries)s."),
            _("Countries ahead: %(onward_countries)s."),
        ),
    ),
    Indicator(
        "B05",
        _("Destination or route changed"),
        _("The destination or the route was changed after lodging."),
        holds("route_changed"),
        (_("%(field)s: before “%(before)s”, now “%(after)s”."),),
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
