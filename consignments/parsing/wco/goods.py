"""One goods item of the WCO Data Model: of a declaration, or of a consignment that is reported."""

from decimal import Decimal
from functools import partial

from .. import places, reading
from ..noting import Notes
from ..values import Severity, StatedGoodsItem
from ..xml_nodes import Node

_KILOGRAMS = {
    "KGM": Decimal(1), "TNE": Decimal(1000), "GRM": Decimal("0.001"), "LBR": Decimal("0.45359237"),
}  # fmt: skip
_TARIFF = ("TSP", "HS", "CV", "SRZ")  # kinds of classification: the tariff's code, then the harmonized system's
_TARIFF_MORE = "TRC"  # two digits more, of the integrated tariff
_VALUES = (("Commodity", "InvoiceLine", "ItemChargeAmount"), ("CustomsValueAmount",), ("StatisticalValueAmount",))


def read_item(item: Node, position: int, notes: Notes) -> StatedGoodsItem:
    """Read a GovernmentAgencyGoodsItem or a ConsignmentItem; measures stand below it or below its commodity."""
    commodity = item.first("Commodity") or item
    measure = item.first("GoodsMeasure") or commodity.first("GoodsMeasure") or item
    value, currency = _value(item, notes)
    packages, package_kind, marks = _packages(item, notes)
    origin = item.text("Origin", "CountryCode") or commodity.text("Origin", "CountryCode")
    description = commodity.text("Description") or commodity.text("CargoDescription")
    number = notes.read(reading.small_count, item.text("SequenceNumeric"), item.path, Severity.WARNING)
    return StatedGoodsItem(
        number=number or position,
        commodity_code=_code(commodity, notes),
        description=notes.text(description, f"{commodity.path}/Description", 4000),
        packages=packages,
        package_kind=package_kind,
        gross_mass_kg=mass_kg(measure.first("GrossMassMeasure"), notes),
        net_mass_kg=mass_kg(measure.first("NetNetWeightMeasure") or measure.first("NetWeightMeasure"), notes),
        volume_m3=_volume_m3(measure.first("GrossVolumeMeasure") or measure.first("VolumeMeasure"), notes),
        value=value,
        currency=currency,
        origin_country=notes.read(places.country, origin, f"{item.path}/Origin", Severity.WARNING),
        un_number=_un_number(item, commodity, description, notes),
        marks=marks,
        equipment_numbers=_containers(item, commodity, notes),
    )


def mass_kg(node: Node | None, notes: Notes) -> Decimal | None:
    if node is None:
        return None
    unit = node.attribute("unitCode") or "KGM"
    if unit not in _KILOGRAMS:
        notes.warning("unit_unknown", node.path, value=unit)
        return None
    return notes.read(partial(reading.mass_kg, factor=_KILOGRAMS[unit]), node.text(), node.path)


def money(node: Node | None, notes: Notes) -> tuple[Decimal | None, str | None]:
    if node is None:
        return None, None
    currency = notes.read(places.currency, node.attribute("currencyID"), node.path, Severity.WARNING)
    return notes.read(reading.amount, node.text(), node.path), currency


def _volume_m3(node: Node | None, notes: Notes) -> Decimal | None:
    if node is None:
        return None
    if (unit := node.attribute("unitCode") or "MTQ") != "MTQ":
        notes.warning("unit_unknown", node.path, value=unit)
        return None
    return notes.read(reading.volume_m3, node.text(), node.path)


def _value(item: Node, notes: Notes) -> tuple[Decimal | None, str | None]:
    """Return the price of the item, else its customs value, else the statistical one."""
    found = (item.first(*way) for way in _VALUES)
    return next((pair for node in found if (pair := money(node, notes))[0] is not None), (None, None))


def _code(commodity: Node, notes: Notes) -> str | None:
    """Return the tariff code with the digits of the integrated tariff; codes of other lists are not of goods."""
    stated = [
        (one.text("IdentificationTypeCode") or "", one.text("ID"), one) for one in commodity.all("Classification")
    ]
    found = next(((text, node) for kind in (*_TARIFF, "") for k, text, node in stated if k == kind and text), None)
    if found is None:
        return None
    text, node = found
    more = next((text for kind, text, _ in stated if kind == _TARIFF_MORE and text), "")
    code = notes.read(reading.commodity_code, text, f"{node.path}/ID")
    if code and code.isdigit() and more.isdigit() and len(code + more) <= 10:
        code += more
    if code and not reading.is_well_formed_commodity_code(code):
        notes.warning("commodity_code_malformed", f"{node.path}/ID", value=code)
    return code


def _packages(item: Node, notes: Notes) -> tuple[int | None, str | None, str | None]:
    """Return the packages of all kinds of packing together, the first kind and the marks."""
    packings = item.all("Packaging")
    counts = [notes.read(reading.count, one.text("QuantityQuantity"), one.path) for one in packings]
    total = sum(count for count in counts if count) if counts and None not in counts else None
    kinds = (notes.identifier(one.text("TypeCode"), one.path, 10, Severity.WARNING) for one in packings)
    marks = " ".join(mark for one in packings if (mark := one.text("MarksNumbersID") or one.text("MarksNumbers")))
    return total, next((kind for kind in kinds if kind), None), notes.text(marks or None, item.path, 1000)


def _un_number(item: Node, commodity: Node, description: str | None, notes: Notes) -> str | None:
    for goods in (*commodity.all("DangerousGoods"), *item.all("DangerousGoods")):
        number = goods.text("UNDGID") or goods.text("UNDGNumber")
        if found := notes.read(reading.un_number, number, goods.path, Severity.WARNING):
            return found
    return reading.un_number_in_text(description or "")


def _containers(item: Node, commodity: Node, notes: Notes) -> tuple[str, ...]:
    stated = [*item.all("TransportEquipment"), *commodity.all("TransportEquipment")]
    numbers = [
        notes.identifier(one.text("ID") or one.text("EquipmentID"), one.path, 40, Severity.WARNING) for one in stated
    ]
    return tuple(dict.fromkeys(number for number in numbers if number))
