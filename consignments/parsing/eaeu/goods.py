"""One goods item, in whichever of the Union's documents: they name the same things alike, the album in its own way."""

from collections.abc import Iterator

from .. import places, reading
from ..noting import Notes
from ..values import Severity, StatedGoodsItem
from ..xml_nodes import Node
from .equipment import containers
from .measures import count, mass_kg, money

ITEMS = (
    "PIATConsignmentItemDetails", "PIWConsignmentItemDetails", "TransitGoodsItemDetails",
    "DeclarationGoodsItemDetails", "GoodsItem", "ESADout_CUGoods",
)  # fmt: skip
_PACKINGS = ("PackagePalletDetails", "PackagePalleteInformation", "PackingInformation")
_PACKING_CODES = ("PackageKindCode", "PalleteCode", "PackingCode")
_CUT_LENGTH = 250  # of a part of the description: the next part goes on in the middle of the word


def items(node: Node) -> Iterator[tuple[int, Node]]:
    """Yield the goods items of a consignment with their positions from 1."""
    return enumerate(node.all_of(*ITEMS), start=1)


def goods_item(node: Node, position: int, notes: Notes, currency_of_all: str | None = None) -> StatedGoodsItem:
    """Read one item; currency_of_all: that of the contract, for an item that states none."""
    beside = node.text("CurrencyCode") or currency_of_all
    value, currency = money(node.any("CAValueAmount", "InvoicedCost"), notes, beside)
    ordinal = node.text_of("ConsignmentItemOrdinal", "GoodsNumeric")
    number = notes.read(reading.small_count, ordinal, node.path, Severity.WARNING)
    packages, package_kind = _packages(node, notes)
    return StatedGoodsItem(
        number=number or position,
        commodity_code=_commodity_code(node, notes),
        description=notes.text(_description(node), node.path, 4000),
        packages=packages,
        package_kind=package_kind,
        gross_mass_kg=mass_kg(node.any("UnifiedGrossMassMeasure", "GrossWeightQuantity"), notes),
        net_mass_kg=mass_kg(node.any("UnifiedNetMassMeasure", "NetWeightQuantity"), notes),
        value=value,
        currency=currency,
        origin_country=_origin(node, notes),
        equipment_numbers=containers(node, notes),
    )


def _commodity_code(node: Node, notes: Notes) -> str | None:
    stated = node.any("CommodityCode", "GoodsTNVEDCode")
    if stated is None:
        return None
    code = notes.read(reading.commodity_code, stated.text(), stated.path)
    if code and not reading.is_well_formed_commodity_code(code):
        notes.warning("commodity_code_malformed", stated.path, value=code)
    return code


def _description(node: Node) -> str:
    """Return the description of up to four parts as one text."""
    text = ""
    for part in (one.text() or "" for one in node.all_of("GoodsDescriptionText", "GoodsDescription")):
        text += part if len(part) == _CUT_LENGTH else f"{part} "
    return text


def _packages(node: Node, notes: Notes) -> tuple[int | None, str | None]:
    """Return the number of packages, else the sum over the kinds of packing, and the first kind's code."""
    cargo = node.any("CargoPackagePalletDetails", "ESADGoodsPackaging")
    if cargo is None:
        return None, None
    total = count(cargo.any("CargoQuantity", "PakageQuantity"), notes)
    kinds = cargo.all_of(*_PACKINGS)
    if total is None:
        counts = [count(kind.any("PackageQuantity", "PalleteQuantity", "PakingQuantity"), notes) for kind in kinds]
        total = sum(one for one in counts if one) if counts and None not in counts else None
    codes = (notes.identifier(kind.text_of(*_PACKING_CODES), kind.path, 10, Severity.WARNING) for kind in kinds)
    return total, next((code for code in codes if code), None)


def _origin(node: Node, notes: Notes) -> str | None:
    stated = node.first("OriginCountryDetails", "CACountryCode") or node.any("OriginCountryCode")
    return notes.read(places.country, stated.text(), stated.path, Severity.WARNING) if stated else None
