"""Writes a trip of one load as a CMR note that an officer typed from paper."""

from typing import Any

from consignments.parsing.typed.cmr_note import CMR_NOTE
from consignments.parsing.typed.typed_document import encode
from pcu_platform.demo.drafts import Load, Trip
from pcu_platform.demo.firms import Firm

CONTENT_TYPE = CMR_NOTE.content_type
_PAYMENT = {"cash": "наличными", "prepaid": "оплачено отправителем", "collect": "получателем", "account": "безналичный"}


def write(trip: Trip) -> bytes:
    """Return the boxes of the note of the trip's first load."""
    load = trip.loads[0]
    boxes: dict[str, Any] = {
        "number": load.number,
        "entry_post": trip.post,
        "arrives_at": f"{trip.arrival_at:%Y-%m-%d %H:%M}",
        "sender": _party(load.consignor),
        "consignee": _party(load.consignee),
        "consignee_inn": load.consignee.identifier,
        "place_of_delivery": f"{load.place_of_delivery}, {load.destination}",
        "place_of_taking_over": f"{load.place_of_loading}, {load.dispatch}",
        "taken_over_on": load.issued_on.isoformat(),
        "documents_attached": f"Инвойс {load.invoice} от {load.invoiced_on:%d.%m.%Y}",
        "payment_of_carriage": _PAYMENT.get(load.freight_method, ""),
        "carrier": _party(trip.carrier),
        "vehicle": trip.plate,
        "vehicle_country": trip.country,
        "trailer": trip.trailer,
        "container": ", ".join(box.number for box in load.boxes),
        "seals": ", ".join(_seals(load)) or "нет",
        "driver": trip.driver,
        "established_on": load.issued_on.isoformat(),
    }
    goods = [
        {
            "packages": str(item.packages),
            "packing": item.kind.package_kind,
            "description": item.description,
            "commodity_code": item.code,
            "gross_mass_kg": str(item.gross_kg),
        }
        for item in load.items
    ]
    return encode(CMR_NOTE, {name: text for name, text in boxes.items() if text} | {"goods": goods})


def _seals(load: Load) -> list[str]:
    return load.boxes[0].seals if load.boxes else load.seals


def _party(firm: Firm) -> str:
    return ", ".join(part for part in (firm.name, firm.street, firm.city, firm.country) if part)
