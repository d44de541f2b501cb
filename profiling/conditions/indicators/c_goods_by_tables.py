"""Group C: what tables of goods, places and registers say of the goods."""

from django.utils.translation import gettext_lazy as _

from profiling.reference.countries import (
    DRUG_FIRST_TRANSIT,
    DRUG_SOURCE,
    PRECURSOR_CORRIDOR,
    PRECURSOR_DEMAND,
)

from .indicator import Indicator, compares, holds

# Carriage that costs as much as the goods makes no business over such a way.
LONG_WAY_KM = 1_500
FREIGHT_BY_VALUE = 1.0
# A groupage load is of two or three sections; more of them with a line that says nothing hide something in the crowd.
UNRELATED_SECTIONS = 4
# Below the usual cut for robust deviations: a brand word adds to it.
CHEAP_FOR_A_BRAND = -2.5

GOODS_BY_TABLES = (
    Indicator(
        "C03",
        _("Description conflicts with the code"),
        _("The words of the description name goods of other HS chapters."),
        {"any_item": holds("description_conflicts")},
        (
            _("Item %(item)s reads “%(text)s”, where “%(word)s” is not of chapter %(chapter)s (code %(code)s)."),
            _("Item %(item)s of chapter %(hs_chapter)s reads “%(description)s”."),
        ),
    ),
    Indicator(
        "C06",
        _("Cover chemical towards a precursor market"),
        _("A chemical that a precursor may pass as goes to or through the corridor to Afghanistan."),
        {
            "all": [
                compares("onward_countries", "has_any", [*PRECURSOR_DEMAND, *PRECURSOR_CORRIDOR]),
                {"any_item": holds("cover_chemical")},
            ]
        },
        (
            _("Item %(item)s is “%(named)s”; countries ahead: %(onward_countries)s."),
            _("Countries ahead: %(onward_countries)s."),
        ),
    ),
    Indicator(
        "C09",
        _("Mass and room do not fit"),
        _("Mass by volume is implausible for the goods, or they take more room than they travel in."),
        {"any": [holds("volume_exceeds_equipment"), {"any_item": holds("density_implausible")}]},
        (
            _("Item %(item)s: %(density)s kg per m³; usual for chapter %(chapter)s: %(low)s to %(high)s."),
            _("The goods take at least %(needed)s m³; box or vehicle holds %(room)s m³."),
            _("Item %(item)s: %(kg_per_m3)s kg per m³."),
        ),
    ),
    Indicator(
        "C12",
        _("Freight above the value"),
        _("The carriage over a long way costs more than the goods."),
        {
            "all": [
                compares("freight_value_ratio", "gt", FREIGHT_BY_VALUE),
                compares("route_km", "ge", LONG_WAY_KM),
            ]
        },
        (
            _("Freight %(freight)s USD for goods of %(goods_value)s USD, over %(route_km)s km."),
            _("The freight is %(freight_value_ratio)s times the value, over %(route_km)s km."),
            _("The freight is %(freight_value_ratio)s times the value."),
            _("The way is %(route_km)s km."),
        ),
    ),
    Indicator(
        "C14",
        _("Unrelated goods and a vague line"),
        _("Goods of unrelated kinds travel together, and one line says nothing."),
        {
            "all": [
                compares("goods_sections", "ge", UNRELATED_SECTIONS),
                {"any_item": holds("description_is_vague")},
            ]
        },
        (
            _("Goods of %(goods_sections)s sections; item %(item)s reads “%(text)s”."),
            _("Goods of %(goods_sections)s sections."),
        ),
    ),
    Indicator(
        "C15",
        _("Excise goods uncovered"),
        _("Tobacco or alcohol passes in transit without excise data, or tobacco goes under a TIR carnet."),
        holds("excise_data_missing"),
        (_("Item %(item)s of heading %(code)s: %(why)s."),),
    ),
    Indicator(
        "C16",
        _("Tobacco inputs without a licence"),
        _("What cigarettes are made of goes to a consignee who has no licence for tobacco."),
        holds("tobacco_licence_missing"),
        (_("Item %(item)s is “%(named)s”; no licence for tobacco in force for “%(consignee)s”."),),
    ),
    Indicator(
        "C18",
        _("Beyond the destination's technical level"),
        _("The country of destination has no industry that could use the equipment."),
        {"any_item": holds("beyond_destination_level")},
        (
            _("Item %(item)s of code %(code)s goes to %(destination)s, where no plant uses such equipment."),
            _("Item %(item)s is of code %(hs6)s."),
        ),
    ),
    Indicator(
        "C19",
        _("Used machinery or scrap on a drug route"),
        _("Used machinery, vehicle parts or scrap come along a drug route."),
        {
            "all": [
                compares("route_countries", "has_any", [*DRUG_SOURCE, *DRUG_FIRST_TRANSIT]),
                {"any_item": holds("used_or_scrap")},
            ]
        },
        (
            _("Item %(item)s, code %(code)s: %(why)s; countries of the route: %(route_countries)s."),
            _("Countries of the route: %(route_countries)s."),
        ),
    ),
    Indicator(
        "C20",
        _("Brand goods cheap or of unusual origin"),
        _("A protected brand is named, and the goods are far too cheap or not made where the holder makes them."),
        {
            "any_item": {
                "all": [
                    holds("brand_named"),
                    {
                        "any": [
                            compares("value_deviations", "lt", CHEAP_FOR_A_BRAND),
                            holds("brand_origin_unusual"),
                        ]
                    },
                ]
            }
        },
        (
            _(
                "Item %(item)s names “%(brand)s”, made in %(made_in)s, and comes from %(origin)s; %(value_deviations)s "
                "deviations from the usual value."
            ),
            _("Item %(item)s names “%(brand)s”, made in %(made_in)s, and comes from %(origin)s."),
            _("Item %(item)s names “%(brand)s”; %(value_deviations)s deviations from the usual value."),
            _("Item %(item)s names “%(brand)s”."),
            _("Item %(item)s names a protected brand."),
        ),
    ),
    Indicator(
        "C21",
        _("UN number faulty"),
        _("A dangerous chemical has no UN number, or that of another substance."),
        {"any_item": holds("un_number_faulty")},
        (
            _("Item %(item)s, code %(code)s, has UN number %(number)s; expected: %(expected)s."),
            _("Item %(item)s, code %(code)s, has no UN number; expected: %(expected)s."),
            _("Item %(item)s, code %(hs6)s, UN number %(un_number)s."),
            _("Item %(item)s, code %(hs6)s, has no UN number."),
        ),
    ),
)
