"""The facts of one goods item, which only a condition inside `any_item` may name."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from profiling.reference.control_lists import CODES

from .fact import Fact, FactType, Level, Source
from .item_answers import ITEM_ANSWERS
from .unknown_when import UNSTATED

NO_NORM = _("Value, mass, code or origin is missing, or there are fewer than 20 earlier consignments to compare with.")
NO_CODE = _("No commodity code is stated.")

CONTROL_LISTS = tuple(CODES)


def _fact(
    name: str, kind: FactType, label: Promise, meaning: Promise, unknown_when: Promise = UNSTATED, **more
) -> Fact:
    return Fact(name, kind, label, meaning, unknown_when, level=Level.ITEM, **more)


ITEM_FACTS = (
    _fact("item_gross_mass_kg", FactType.NUMBER, _("Gross mass of the item"), _("As stated."), unit="kg"),
    _fact("item_net_mass_kg", FactType.NUMBER, _("Net mass of the item"), _("As stated."), unit="kg"),
    _fact("item_value_usd", FactType.NUMBER, _("Value of the item"), _("At the rate of the day."), unit="USD"),
    _fact(
        "item_value_per_kg_usd",
        FactType.NUMBER,
        _("Value per kg of the item"),
        _("Value by net mass, else by gross mass."),
        unit="USD/kg",
    ),
    _fact(
        "value_deviations",
        FactType.NUMBER,
        _("Deviation from the value norm"),
        _("(value per kg − median) / (1.4826 × MAD) of the same HS6 and origin; below 0: cheaper than usual."),
        NO_NORM,
        unit="MAD",
        source=Source.HISTORY,
    ),
    _fact("kg_per_package", FactType.NUMBER, _("Gross mass per package"), _("Gross mass by packages."), unit="kg"),
    _fact("kg_per_m3", FactType.NUMBER, _("Gross mass per m³"), _("Gross mass by volume."), unit="kg/m³"),
    _fact(
        "mirror_value_ratio",
        FactType.NUMBER,
        _("Value against the partner's statistics"),
        _("Value per kg divided by that of the heading in the export statistics of the country of origin."),
        _("The statistics have not been fed, or do not hold heading and country; or the value is not known."),
        unit="×",
        source=Source.REGISTER,
    ),
    _fact("item_packages", FactType.INTEGER, _("Packages of the item"), _("As stated."), unit="packages"),
    _fact(
        "description_is_vague",
        FactType.BOOLEAN,
        _("Vague description"),
        _("The text stands on the list of vague terms."),
    ),
    _fact(
        "description_is_meaningless",
        FactType.BOOLEAN,
        _("Meaningless description"),
        _("The text is empty, only digits or signs, or a file name."),
    ),
    _fact(
        "commodity_code_faulty",
        FactType.BOOLEAN,
        _("Commodity code faulty"),
        _("Missing where it must be stated, of wrong length, or not in the nomenclature."),
        _("No commodity code is stated, and the document need not carry one."),
    ),
    _fact(
        "mass_per_package_implausible",
        FactType.BOOLEAN,
        _("Mass per package implausible"),
        _("Outside the band of the HS chapter."),
        _("Mass, packages or chapter is not stated, or the chapter has no band."),
    ),
    _fact("net_exceeds_gross", FactType.BOOLEAN, _("Net above gross"), _("Net mass is above gross mass.")),
    *ITEM_ANSWERS,
    _fact("hs_chapter", FactType.CODE, _("HS chapter"), _("First 2 digits."), NO_CODE, pattern=r"[0-9]{2}"),
    _fact("hs4", FactType.CODE, _("HS heading"), _("First 4 digits."), NO_CODE, pattern=r"[0-9]{4}"),
    _fact("hs6", FactType.CODE, _("HS subheading"), _("First 6 digits."), NO_CODE, pattern=r"[0-9]{6}"),
    _fact("origin_country", FactType.COUNTRY, _("Country of origin"), _("Where the goods were made.")),
    _fact("un_number", FactType.CODE, _("UN number"), _("Number of dangerous goods."), pattern=r"[0-9]{4}"),
    _fact("description", FactType.TEXT, _("Description"), _("Text of the item, lower case, white space folded.")),
    _fact(
        "control_lists",
        FactType.ARRAY,
        _("Control lists"),
        _("Control lists that the code or the text stands on."),
        _("Neither code nor text allows to say."),
        choices=CONTROL_LISTS,
    ),
)
