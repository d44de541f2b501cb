"""A trip and its loads as they are drafted, before they are written into a document of one kind or another."""

from dataclasses import dataclass, field
from datetime import date, datetime

from pcu_platform.demo.firms import Firm
from pcu_platform.demo.goods import Kind


@dataclass(slots=True)
class Item:
    """A line of goods. code "" and un_number "": not stated."""

    kind: Kind
    code: str
    description: str
    packages: int
    gross_kg: float
    net_kg: float
    value: float
    currency: str
    origin: str
    un_number: str = ""


@dataclass(slots=True)
class Box:
    """A container. fullness "": not stated. seals []: the papers state that there is none."""

    number: str
    size_type: str
    seals: list[str]
    fullness: str = ""
    tare_kg: int = 0


@dataclass(slots=True)
class Truth:
    """What no document says. pattern: which pattern was planted, "" for none; is_twin: its innocent look-alike.

    contraband: what is wrong with it, "" for nothing; only an examination may learn of it.
    """

    pattern: str = ""
    is_twin: bool = False
    contraband: str = ""


@dataclass(slots=True)
class Load:
    """A consignment under its own transport document. kind: cmr, tir, bill_of_lading or smgs."""

    number: str
    kind: str
    issued_on: date
    way: str
    consignor: Firm
    consignee: Firm
    items: list[Item]
    dispatch: str
    destination: str
    itinerary: list[str]
    place_of_loading: str
    place_of_delivery: str
    invoice: str
    invoiced_on: date
    boxes: list[Box] = field(default_factory=list)
    seals: list[str] = field(default_factory=list)  # of the trailer, where there is no box
    notify: Firm | None = None
    freight_method: str = ""
    freight_amount: int = 0
    freight_payer: Firm | None = None
    tir_carnet: str = ""
    wagon: str = ""
    never_comes: bool = False
    is_spoiled: bool = False  # the clerk wrote words where its mass belongs: it will be rejected alone
    truth: Truth = field(default_factory=Truth)


@dataclass(slots=True)
class Trip:
    """A conveyance on its way to a post. exit_post "": the goods stay, or leave elsewhere."""

    post: str
    mode: str
    plate: str
    country: str
    trailer: str
    carrier: Firm
    driver: str
    arrival_at: datetime
    loads: list[Load]
    exit_post: str = ""
    is_export: bool = False
    number: str = ""
    announced: bool = False  # must come by a manifest of its own
