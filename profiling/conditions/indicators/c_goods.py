"""Group C: what the goods are, weigh and cost."""

from django.utils.translation import gettext_lazy as _

from profiling.reference.countries import DRUG_FIRST_TRANSIT, DRUG_SOURCE

from ..item_facts import CONTROL_LISTS
from .indicator import Indicator, compares, holds

# 3.5 is the usual cut for robust deviations (Iglewicz and Hoaglin 1993).
UNUSUAL_DEVIATIONS = 3.5
SAME_MASS_IN_A_ROW = 3
# Headings in which drugs were found under way: potatoes, onions, citrus, dried fruit, hides, wool and cotton with their
# yarns and fabrics, machinery and vehicle parts.
COVER_LOADS = [
    *("0701", "0703", "0805", "0806", "0813", "4101", "4102", "5101", "5105", "5201", "5203", "5205", "5208"),
    *("8431", "8487", "8708"),
]
# The other members of the Eurasian Economic Union.
CUSTOMS_UNION = ["AM", "BY", "KZ", "RU"]

GOODS = (
    Indicator(
        "C01",
        _("Vague description"),
        _("The description stands on the list of vague terms."),
        {"any_item": holds("description_is_vague")},
        (
            _("Item %(item)s reads “%(text)s”: “%(term)s” is on the list of vague terms."),
            _("Item %(item)s reads “%(description)s”."),
        ),
    ),
    Indicator(
        "C02",
        _("Meaningless description"),
        _("The description is empty, only digits or signs, or a file name."),
        {"any_item": holds("description_is_meaningless")},
        (
            _("Item %(item)s reads “%(text)s”: %(why)s."),
            _("Item %(item)s reads “%(description)s”."),
            _("Item %(item)s has no description."),
        ),
    ),
    Indicator(
        "C04",
        _("Commodity code faulty"),
        _("The commodity code is missing, of wrong length, or not in the nomenclature."),
        {"any_item": holds("commodity_code_faulty")},
        (
            _("Item %(item)s: commodity code “%(code)s”, %(why)s."),
            _("Item %(item)s states no commodity code."),
        ),
    ),
    Indicator(
        "C05",
        _("On a control list"),
        _("The commodity code stands on a control list: precursors, protected species, arms, waste, dual use."),
        {"any_item": compares("control_lists", "has_any", list(CONTROL_LISTS))},
        (
            _("Item %(item)s, code %(hs6)s, is on: %(control_lists)s."),
            _("Item %(item)s is on: %(control_lists)s."),
        ),
    ),
    Indicator(
        "C07",
        _("Value per kg off the norm"),
        _("The value per kg lies far off the median of the same HS6 and origin."),
        {
            "any_item": {
                "any": [
                    compares("value_deviations", "lt", -UNUSUAL_DEVIATIONS),
                    compares("value_deviations", "gt", UNUSUAL_DEVIATIONS),
                ]
            }
        },
        (
            _(
                "Item %(item)s: %(value)s USD/kg against a median of %(median)s for %(hs6)s from %(origin_country)s; "
                "%(value_deviations)s deviations, %(n)s consignments."
            ),
            _("Item %(item)s: %(item_value_per_kg_usd)s USD/kg, %(value_deviations)s deviations from the median."),
        ),
    ),
    Indicator(
        "C08",
        _("Mass per package implausible"),
        _("The gross mass per package is implausible for the HS chapter."),
        {"any_item": holds("mass_per_package_implausible")},
        (
            _("Item %(item)s: %(kg)s kg per package; usual for chapter %(chapter)s: %(low)s to %(high)s kg."),
            _("Item %(item)s: %(kg_per_package)s kg per package in chapter %(hs_chapter)s."),
        ),
    ),
    Indicator(
        "C10",
        _("Masses impossible"),
        _("Net mass is above gross mass, or gross mass is above what box or vehicle may carry."),
        {"any": [holds("gross_above_maximum"), {"any_item": holds("net_exceeds_gross")}]},
        (
            _("%(number)s: %(kg)s kg; at most %(maximum)s kg."),
            _("Gross mass %(kg)s kg; at most %(maximum)s kg."),
            _("Item %(item)s: net %(net)s kg, gross %(gross)s kg."),
            _("Item %(item)s: net %(item_net_mass_kg)s kg, gross %(item_gross_mass_kg)s kg."),
            _("Gross mass %(gross_mass_kg)s kg."),
        ),
    ),
    Indicator(
        "C11",
        _("Round or repeated mass"),
        _("The gross mass ends in 000, or equals that of the last consignments."),
        {"any": [holds("gross_mass_is_round"), compares("same_mass_streak", "ge", SAME_MASS_IN_A_ROW)]},
        (
            _("Gross mass %(gross_mass_kg)s kg; of the last three consignments as heavy: %(same_mass_streak)s."),
            _("Gross mass %(gross_mass_kg)s kg."),
        ),
    ),
    Indicator(
        "C13",
        _("Cover load on a drug route"),
        _("Goods that have served as a cover load come along a drug route."),
        {
            "all": [
                compares("route_countries", "has_any", [*DRUG_SOURCE, *DRUG_FIRST_TRANSIT]),
                {"any_item": compares("hs4", "in", COVER_LOADS)},
            ]
        },
        (_("Item %(item)s is of heading %(hs4)s; countries of the route: %(route_countries)s."),),
    ),
    Indicator(
        "C17",
        _("High-priority goods to be re-exported"),
        _("Common high-priority goods are to go on to another country of the customs union."),
        {
            "all": [
                compares("onward_countries", "has_any", CUSTOMS_UNION),
                {"any_item": compares("control_lists", "has_any", ["chpl"])},
            ]
        },
        (_("Item %(item)s, code %(hs6)s; countries ahead: %(onward_countries)s."),),
    ),
    Indicator(
        "C22",
        _("Empty but heavy"),
        _("Declared empty, but the mass that is stated or was weighed says otherwise."),
        holds("empty_but_heavy"),
        (
            _(
                "%(number)s is declared empty and weighed %(kg)s kg at %(place)s, %(at)s; empty at most "
                "%(empty_at_most)s kg."
            ),
            _("%(number)s is declared empty, with %(kg)s kg; empty at most %(empty_at_most)s kg."),
            _("Declared empty, with %(gross_mass_kg)s kg."),
        ),
    ),
)
