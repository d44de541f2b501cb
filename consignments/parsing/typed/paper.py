"""What a document typed by hand is made of: boxes, cells of boxes as they lie on the paper, lines, the whole paper."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise

from ..values import DocumentKind

_NUMBER = re.compile(r"box (?P<paper>[0-9]+)(?P<part>[A-Z]?(?:/[0-9])?)")


class Holds(StrEnum):
    """How a box is read, checked and shown; the readers stand in `box_readers.py`."""

    TEXT = "text"  # descriptive: cut when too long
    DESCRIPTION = "description"  # of goods: may name a UN number
    IDENTIFIER = "identifier"  # a number or code as stated
    PARTY = "party"  # "name, address, country"
    PLACE = "place"  # "place, country"
    STATION = "station"  # a railway station with the short name of its railway
    COUNTRY = "country"
    FIRST_COUNTRY = "first_country"  # of several
    LAST_COUNTRY = "last_country"
    DAY = "day"
    ARRIVAL = "arrival"  # a day, with an hour or without
    CURRENCY = "currency"
    AMOUNT = "amount"
    DECLARED_VALUE = "declared_value"  # an amount, or NVD and NCV for none
    MASS = "mass"  # kilograms
    TONNES = "tonnes"
    MASS_KG_OR_LB = "mass_kg_or_lb"
    VOLUME = "volume"
    COUNT = "count"
    COMMODITY = "commodity"
    PACKING = "packing"
    PAYMENT = "payment"
    PAPERS = "papers"  # divided by semicolons
    SEALS = "seals"  # divided by commas; "none" says that there are none
    INSTRUCTIONS = "instructions"  # prose that may name seals
    VEHICLE = "vehicle"  # plate, and after a slash those of trailers
    TRAILERS = "trailers"
    CONTAINER = "container"
    CONTAINERS = "containers"  # divided by commas
    WAGON = "wagon"
    AIR_WAYBILL = "air_waybill"  # eleven digits, the last from the seven before it
    AIRPORT = "airport"  # three letters
    TICK = "tick"


_FIGURES = {
    Holds.AMOUNT, Holds.DECLARED_VALUE, Holds.MASS, Holds.TONNES, Holds.MASS_KG_OR_LB, Holds.VOLUME, Holds.COUNT,
}  # fmt: skip
_CODES = {
    Holds.IDENTIFIER, Holds.COMMODITY, Holds.VEHICLE, Holds.TRAILERS, Holds.CONTAINER, Holds.CONTAINERS, Holds.WAGON,
    Holds.AIR_WAYBILL, Holds.AIRPORT, Holds.SEALS, Holds.CURRENCY,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Box:
    """One box.

    name: in the form and in the kept document. path: what a problem is addressed to; "box 7" is box 7 of the paper.
    fills: the field (`fields.FIELDS`, or one that follows another) it is read into; "" = only kept as typed. Where
    several boxes fill one field, the last that says something counts. also_fills: a second field of the same text.
    expected: the convention of the document requires it, so it is asked for and counts as "must carry".
    rows: more than 1 for prose. is_short: shares its row of the cell. limit: characters that are kept.
    """

    name: str
    path: str
    label: Promise
    fills: str = ""
    holds: Holds = Holds.TEXT
    expected: bool = False
    is_short: bool = False
    rows: int = 1
    limit: int = 200
    also_fills: str = ""

    @property
    def number(self) -> str:
        """The number that is printed in the box; "" for what shares a box or has none."""
        found = _NUMBER.fullmatch(self.path)
        return found["paper"] + found["part"] if found else ""

    @property
    def is_figure(self) -> bool:
        return self.holds in _FIGURES

    @property
    def is_code(self) -> bool:
        """Whether it is shown in letters of one width: numbers of things, codes."""
        return self.holds in _CODES

    @property
    def paper_box(self) -> int | None:
        """The number of the box of the paper in which it lies."""
        found = _NUMBER.match(self.path)
        return int(found["paper"]) if found else None


@dataclass(frozen=True, slots=True)
class Cell:
    """Boxes that lie together; width: a name of the style sheet (full, half, third, quarter)."""

    width: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Boxes that are repeated line by line: of goods, or of equipment of one kind.

    name: in the kept document. shown: empty lines of a new form. equipment_kind: "" for goods.
    """

    name: str
    title: Promise
    boxes: tuple[Box, ...]
    equipment_kind: str = ""
    shown: int = 3

    @property
    def prefix(self) -> str:
        """What the names of the form's fields begin with."""
        return self.name if self.equipment_kind else "form"


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of paper that is typed by hand: form, document, reading, preview and what it carries come from this.

    slug: in the address of its page. source: of which its documents are. mark: before the number in a file's name.
    is_numbered: its boxes bear their numbers on the paper itself; else the page gives them.
    """

    kind: DocumentKind
    slug: str
    title: Promise
    source: str
    mark: str
    mode: str
    transport_document_kind: str
    parts: tuple[Cell | Lines, ...]
    is_numbered: bool = True

    @property
    def content_type(self) -> str:
        return f"application/vnd.pcu.{self.kind.replace('_', '-')}+json"

    @property
    def boxes(self) -> dict[str, Box]:
        """The boxes outside lines, by name."""
        return {box.name: box for part in self.parts if isinstance(part, Cell) for box in part.boxes}

    @property
    def lines(self) -> tuple[Lines, ...]:
        return tuple(part for part in self.parts if isinstance(part, Lines))

    @property
    def goods(self) -> Lines:
        return next(lines for lines in self.lines if not lines.equipment_kind)

    @property
    def number_box(self) -> Box:
        """The box that holds the number of the document."""
        return next(box for box in self.boxes.values() if box.fills == "document_number")

    @property
    def box_numbers(self) -> set[int]:
        """The numbers of all boxes of the paper that can be typed."""
        return {box.paper_box for box in self.all_boxes() if box.paper_box is not None}

    def all_boxes(self) -> Iterator[Box]:
        for part in self.parts:
            yield from part.boxes


def cell(width: str, *boxes: Box) -> Cell:
    return Cell(width, boxes)
