"""What happens in a scenario: documents, readings, papers, registers, lists, tags and examinations, by the day.

Days count back from the day on which the consignment that is judged arrives; acts of one day happen in their order.
"""

import copy
from dataclasses import dataclass, field
from typing import Any

from stdnum.iso6346 import calc_check_digit

Stated = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Act:
    """door: where it is handed in. stated: the body; days_ago: when it comes."""

    door: str
    stated: Stated
    days_ago: float = 0
    also: Stated = field(default_factory=dict)


def manifest(days_ago: float = 0, *, truck: Stated | None = None, hours_ahead: float = 6, **consignment: Any) -> Act:
    """A truck with one consignment; keywords replace what an ordinary consignment states, `truck` its head."""
    stated = copy.deepcopy(ORDINARY_TRUCK) | copy.deepcopy(truck or {})
    stated["consignments"] = [copy.deepcopy(ORDINARY) | copy.deepcopy(consignment)]
    return Act("manifest", stated, days_ago, {"hours_ahead": hours_ahead})


def repeated(times: int, *, every_days: float = 7, until: float = 7, **how: Any) -> list[Act]:
    """So many consignments, one after the other; the last so many days before the one that is judged."""
    return [manifest(until + every_days * n, **how) for n in reversed(range(times))]


def groupage(days_ago: float, size: int, *, in_boxes: bool = False, **consignment: Any) -> Act:
    """One truck with many consignments of other traders: what fills a unit's history."""
    act = manifest(days_ago)
    act.stated["consignments"] = [
        copy.deepcopy(ORDINARY)
        | {
            "document_number": f"CMR-G{n:04}",
            "consignee": firm(f"Ордо Соода {n}", f"0150320{2000 + n % 20}1{n:04}", street=f"Масалиева {n}"),
            "consignor": firm(f"Kashi Hongye {n} Trading", country="CN", city="Kashi", street=f"Renmin Road {n}"),
            "equipment": [box(box_number(9_000 + n), seals=[f"GG{n:05}"])] if in_boxes else [],
        }
        | copy.deepcopy(consignment)
        for n in range(size)
    ]
    return act


def reading(days_ago: float = 0, **stated: Any) -> Act:
    return Act("reading", stated, days_ago)


def paper(**stated: Any) -> Act:
    """A supporting document of the consignment that came last."""
    return Act("paper", stated)


def register(name: str, *rows: Stated) -> Act:
    """Rows of a register, fed by its own client."""
    return Act("register", {"rows": list(rows)}, 0, {"register": name})


def listed(value: str, kind: str = "party", purpose: str = "risk", **entry: Any) -> Act:
    return Act("list", {"value": value, **entry}, 0, {"kind": kind, "purpose": purpose})


def warning(kind: str, value: str) -> Act:
    return Act("warning", {"reference": "W-17", "from_unit": "Bishkek", "kind": kind, "value": value})


def tag(kind: str) -> Act:
    """An officer puts a tag on the consignment that came last."""
    return Act("tag", {"kind": kind, "reason": "Seen at the barrier"})


def examined(outcome: str, days_ago: float = 0, **closing: Any) -> Act:
    """Officers select and examine the consignment that came last."""
    return Act("examined", {"outcome": outcome, **closing}, days_ago)


def night(days_ago: float = 0) -> Act:
    """The nightly work, after which norms know what was declared so far."""
    return Act("night", {}, days_ago)


def firm(name: str, identifier: str = "", *, country: str = "KG", city: str = "Ош", street: str = "ул. Ленина 214",
         **more: Any) -> Stated:  # fmt: skip
    address = {"street": street, "city": city, "country": country}
    return {"name": name, "address": address} | ({"identifier": identifier} if identifier else {}) | more


def box(number: str = "", **stated: Any) -> Stated:
    """A loaded and sealed container; number "": one of its own."""
    return {"kind": "container", "number": number, "size_type": "45G1", "fullness": "full"} | stated


def goods(**stated: Any) -> list[Stated]:
    """One line; keywords replace what an ordinary line states."""
    return [copy.deepcopy(ORDINARY["goods"][0]) | stated]


def box_number(n: int) -> str:
    number = f"KSHU{610000 + n}"
    return number + calc_check_digit(number)


ORDINARY_TRUCK: Stated = {
    "mode": "road",
    "conveyance": {"id": "01KG730BHC", "nationality": "KG", "trailers": ["011187PA"]},
    "entry_post": "IRKESHTAM",
    "carrier": firm("ОсОО «Тулпар-Транс»", "01203201810045", street="ул. Моминова 3"),
    "driver": {"name": "Асанов Бакыт", "is_natural_person": True},
}
ORDINARY: Stated = {
    "transport_document_kind": "cmr",
    "procedure": "import",
    "place_of_loading": "Kashi",
    "place_of_delivery": "Ош",
    "dispatch_country": "CN",
    "destination_country": "KG",
    "itinerary": ["CN", "KG"],
    "consignor": firm("Kashi Xinlan Garment Co., Ltd", country="CN", city="Kashi", street="88 Renmin Road"),
    "consignee": firm("ОсОО «Нур-Кийим Импорт»", "02709202010417", phone="+996 555 010203"),
    "goods": [
        {
            "number": 1,
            "commodity_code": "6203423500",
            "description": "Men's trousers of cotton",
            "packages": 618,
            "package_kind": "CT",
            "gross_mass_kg": 14840,
            "net_mass_kg": 14120.5,
            "value": 146200,
            "currency": "USD",
            "origin_country": "CN",
        }
    ],
    "equipment": [box()],
    "documents": [{"kind": "invoice", "number": "XL-2611/09"}],
    "freight_payment_method": "account",
    "freight_amount": 2400,
    "freight_currency": "USD",
}
