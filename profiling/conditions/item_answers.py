"""The facts of one goods item that are answered by tables of goods, places and brands."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .fact import Fact, FactType, Level, Source
from .unknown_when import NOT_FED

NO_TABLE = _("No commodity code is stated, or the table does not hold it.")


def _yes_no(name: str, label: Promise, meaning: Promise, unknown_when: Promise, **more) -> Fact:
    return Fact(name, FactType.BOOLEAN, label, meaning, unknown_when, level=Level.ITEM, **more)


ITEM_ANSWERS = (
    _yes_no(
        "density_implausible",
        _("Density implausible"),
        _("Gross mass by volume lies outside the band of the HS chapter."),
        _("Mass, volume or code is not stated."),
    ),
    _yes_no(
        "origin_implausible",
        _("Origin does not produce it"),
        _("The country of origin does not produce such goods for export."),
        _("Origin or code is not stated, or the table of producers does not hold the code."),
    ),
    _yes_no(
        "description_conflicts",
        _("Description conflicts with the code"),
        _("The goods that the description names are of other HS chapters."),
        _("Description or code is not stated, or the description holds no word of the table."),
    ),
    _yes_no(
        "cover_chemical",
        _("Cover chemical"),
        _("A solvent, acid or cleaning liquid that a precursor may pass as."),
        _("Neither code nor description is stated."),
    ),
    _yes_no(
        "beyond_destination_level",
        _("Beyond the destination's technical level"),
        _("Equipment for which the country of destination has no industry."),
        _("Code or destination is not stated."),
    ),
    _yes_no(
        "used_or_scrap",
        _("Used machinery or scrap"),
        _("Used machinery, vehicle parts or scrap: goods with hollows."),
        _("Neither code nor description is stated."),
    ),
    _yes_no(
        "brand_named",
        _("Brand named"),
        _("The description names a protected brand."),
        NOT_FED,
        source=Source.REGISTER,
    ),
    _yes_no(
        "brand_origin_unusual",
        _("Brand of unusual origin"),
        _("The holder of the brand named does not have it made in the country of origin."),
        _("The register of brands has not been fed, names no countries for the brand, or the origin is not stated."),
        source=Source.REGISTER,
    ),
    _yes_no(
        "un_number_faulty",
        _("UN number faulty"),
        _("A dangerous chemical without its UN number, or with that of another substance."),
        _("The document need not state UN numbers, or the table holds neither code nor number."),
    ),
    _yes_no(
        "out_of_season",
        _("Out of season"),
        _("Fresh fruit or vegetables outside the months in which the country of origin harvests or stores them."),
        _("Code, origin or arrival is not stated, or the table does not hold the heading."),
    ),
)
