"""The facts of a consignment that are yes or no about papers, boxes, tags and vehicles, in the order of the columns."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .fact import Fact, FactType, Source
from .unknown_when import NO_EQUIPMENT, NOT_FED, NOT_READ, NOT_SCREENED, TOO_LITTLE_HISTORY, UNRECORDED

NO_VEHICLE = _("No vehicle is stated.")


def _yes_no(name: str, label: Promise, meaning: Promise, unknown_when: Promise, **more) -> Fact:
    return Fact(name, FactType.BOOLEAN, label, meaning, unknown_when, **more)


ANSWERS = (
    _yes_no(
        "carnet_faulty",
        _("TIR carnet faulty"),
        _("The TIR carnet's number has no such form, it has expired, or a country, the holder or the vehicle lacks."),
        _("No TIR carnet is stated."),
    ),
    _yes_no(
        "house_data_missing",
        _("House bills missing"),
        _("A master document of consolidated goods without a house bill, or a house bill without consignee or goods."),
        _("It is not stated whether the document is a master or a house one, nor that goods are consolidated."),
    ),
    _yes_no(
        "template_shared",
        _("Same template"),
        _("Tagged: the papers look like those of unrelated traders."),
        UNRECORDED,
        source=Source.TAG,
    ),
    _yes_no(
        "copy_only",
        _("Copy only"),
        _("Tagged: only a copy was shown, or the original cannot be read."),
        UNRECORDED,
        source=Source.TAG,
    ),
    _yes_no(
        "owner_prefix_unknown",
        _("Box owner unknown"),
        _("The owner letters of a container are not in the register of container owners."),
        _("The register has not been fed, or no well-formed container number is stated."),
        source=Source.REGISTER,
    ),
    _yes_no(
        "box_is_shippers_own",
        _("Shipper's own box"),
        _("A container belongs to a shipper or trader, not to a line or lessor."),
        _("The register has not been fed, or does not say what the owner is."),
        source=Source.REGISTER,
    ),
    _yes_no(
        "owner_new_to_carrier",
        _("Box owner new to the carrier"),
        _("None of the carrier's last boxes bore the owner letters of this one."),
        TOO_LITTLE_HISTORY,
        source=Source.HISTORY,
    ),
    _yes_no(
        "equipment_unsuited",
        _("Box unsuited to the goods"),
        _("The type of a container does not suit the chapter of the goods in it."),
        _("The type of the container or the codes of the goods are not stated."),
    ),
    _yes_no(
        "body_altered",
        _("Box altered"),
        _("Tagged, or found by an earlier examination: walls, floor or ceiling of the box do not measure."),
        UNRECORDED,
        source=Source.TAG,
    ),
    _yes_no(
        "urgency_asked",
        _("Urgency asked for"),
        _("Tagged: somebody asked for clearance at once."),
        UNRECORDED,
        source=Source.TAG,
    ),
    _yes_no(
        "plates_new_together",
        _("New combination of plates"),
        _("Vehicle and trailer have both been here before, and never together."),
        _("Vehicle or trailer is not stated, or was seen fewer than three times before."),
        source=Source.HISTORY,
    ),
    _yes_no(
        "moved_with_another",
        _("Moved by another vehicle"),
        _("A reading of this journey shows trailer or container with another vehicle than the document."),
        NOT_READ,
        source=Source.READING,
    ),
    _yes_no(
        "carrier_licence_missing",
        _("Carrier without licence"),
        _("The carrier holds no valid licence for the carriage of goods."),
        NOT_FED,
        source=Source.REGISTER,
    ),
    _yes_no(
        "driver_listed",
        _("Driver on a list"),
        _("The driver's name or number is on a watch list."),
        NOT_SCREENED,
        source=Source.LIST,
    ),
    _yes_no(
        "driver_off_route",
        _("Driver off the route"),
        _("The driver's country is neither that of the vehicle nor one of the route."),
        _("The driver's country, the vehicle's or the route is not stated."),
    ),
    _yes_no(
        "vehicle_modified",
        _("Vehicle modified"),
        _("Tagged, or found by an earlier examination: tanks, headboard, floor or chassis were altered."),
        UNRECORDED,
        source=Source.TAG,
    ),
    _yes_no(
        "wagon_number_invalid",
        _("Wagon number invalid"),
        _("A wagon number has no such form, or its check digit is wrong."),
        NO_EQUIPMENT,
    ),
    _yes_no(
        "successive_carriers_stated",
        _("Successive carriers stated"),
        _("The document names a carrier that takes over on the way."),
        _("The document has no place for it."),
    ),
)
