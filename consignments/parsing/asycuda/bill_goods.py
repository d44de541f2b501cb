"""Goods of a bill of lading: one line for each goods segment, and one for each further code of the tariff."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from .. import places, reading
from ..checking import sum_of_gross_mass_kg, sum_of_packages
from ..noting import Notes
from ..values import Severity, StatedGoodsItem
from . import values
from .segment import Segment

_COMPLIANCE = ("HS_Compliance", "Commodity_segment")  # lists of codes beside the text, in some national profiles
_CODES = {"hs_code", "commodity_code", "goods_hs_code"}
_TEXTS = {"commercial_description", "goods_description", "description"}
_ORIGINS = {"country_of_origin", "country_of_origin_code"}


@dataclass(frozen=True, slots=True)
class Goods:
    """The lines of a bill, and its totals: lines that only add a code state no packages and no mass."""

    lines: tuple[StatedGoodsItem, ...]
    packages: int | None
    gross_mass_kg: Decimal | None


def read_goods(bill: Segment, boxes: Sequence[Segment], notes: Notes) -> Goods:
    """Return the goods. A single goods segment leaves part of its data to the bill, in the form of house bills."""
    segments = bill.all("Goods_segment")
    if len(segments) > 1:
        lines = [_line((segment,), number, notes) for number, segment in enumerate(segments, start=1)]
    else:
        line = _line((*segments, bill), 1, notes)
        lines = [line] if segments or line != StatedGoodsItem(1) else []
    if len(lines) == 1:
        lines = [_with_what_boxes_say(lines[0], boxes, notes)]
    packages, mass_kg = sum_of_packages(lines), sum_of_gross_mass_kg(lines)
    return Goods(tuple(_with_codes(lines, list(_listed(bill, notes)))), packages, mass_kg)


def _line(parts: Sequence[Segment], number: int, notes: Notes) -> StatedGoodsItem:
    """Return a line; of several parts the first that states a thing counts."""

    def of(thing: str) -> Segment:
        return next((part for part in parts if part.text(thing)), parts[0])

    description = of("goods_description").described("goods_description", 4000, notes)
    return StatedGoodsItem(
        number=number,
        commodity_code=_code(*of("goods_code").stated("goods_code"), notes),
        description=description,
        packages=values.count(of("goods_packages"), "goods_packages", notes),
        package_kind=of("goods_package_kind").identifier("goods_package_kind", 10, notes, Severity.WARNING),
        gross_mass_kg=values.mass_kg(of("goods_gross_mass"), "goods_gross_mass", notes),
        volume_m3=values.volume_m3(of("goods_volume"), "goods_volume", notes),
        un_number=reading.un_number_in_text(description or ""),
        marks=of("goods_marks").described("goods_marks", 1000, notes),
    )


def _with_what_boxes_say(line: StatedGoodsItem, boxes: Sequence[Segment], notes: Notes) -> StatedGoodsItem:
    """Return the only line of a bill with what all its containers say of the goods."""
    codes = {box.text("box_code"): box for box in boxes if box.text("box_code")}
    if line.commodity_code is None and len(codes) == 1:
        box = next(iter(codes.values()))
        line = replace(line, commodity_code=_code(*box.stated("box_code"), notes))
    for box in boxes:
        number = box.read("box_un_number", reading.un_number, notes, Severity.WARNING)
        if number and line.un_number is None:
            line = replace(line, un_number=number)
    packages = [values.count(box, "box_packages", notes) for box in boxes]
    if line.packages is None and packages and None not in packages:
        line = replace(line, packages=sum(count for count in packages if count))
    return line


def _with_codes(lines: list[StatedGoodsItem], listed: list[StatedGoodsItem]) -> Iterator[StatedGoodsItem]:
    """Yield the lines, each with the listed code in its place, then the codes for which there is no line."""
    for line, code in zip(lines, listed, strict=False):
        yield replace(
            line,
            commodity_code=line.commodity_code or code.commodity_code,
            description=line.description or code.description,
            origin_country=line.origin_country or code.origin_country,
        )
    yield from lines[len(listed) :]
    for number, code in enumerate(listed[len(lines) :], start=len(lines) + 1):
        yield replace(code, number=number)


def _listed(bill: Segment, notes: Notes) -> Iterator[StatedGoodsItem]:
    """Yield code, description and origin of each entry of the lists; their masses only repeat the bill's."""
    for segment in (segment for name in _COMPLIANCE for segment in bill.all(name)):
        entry: StatedGoodsItem | None = None
        for name, text in segment.leaves():
            if name in _CODES:
                if entry:
                    yield entry
                entry = StatedGoodsItem(1, _code(text, segment.path, notes))
            elif entry and name in _TEXTS:
                entry = replace(entry, description=notes.text(text, segment.path, 4000))
            elif entry and name in _ORIGINS:
                country = notes.read(places.country, text, segment.path, Severity.WARNING)
                entry = replace(entry, origin_country=country)
        if entry:
            yield entry


def _code(text: str | None, path: str, notes: Notes) -> str | None:
    code = notes.read(reading.commodity_code, text, path)
    if code and not reading.is_well_formed_commodity_code(code):
        notes.warning("commodity_code_malformed", path, value=code)
    return code
