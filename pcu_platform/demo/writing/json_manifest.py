"""Writes a trip as a JSON manifest of the platform's own interface."""

import json
from datetime import datetime
from typing import Any

from pcu_platform.demo.drafts import Box, Item, Load, Trip
from pcu_platform.demo.firms import Firm

CONTENT_TYPE = "application/json"


def write(trip: Trip, *, reference: str, composed_at: datetime, function: str = "original") -> bytes:
    """Return the manifest of a trip; composed_at: when the sender composed it."""
    stated = {
        "document_reference": reference,
        "function": function,
        "mode": trip.mode,
        "conveyance": {"id": trip.plate, "nationality": trip.country, "trip_number": trip.number}
        | ({"trailers": [trip.trailer]} if trip.trailer else {}),
        "exit_post" if trip.is_export else "entry_post": trip.post,
        "arrival_at": trip.arrival_at.isoformat(timespec="minutes"),
        "composed_at": composed_at.isoformat(timespec="seconds"),
        "carrier": _party(trip.carrier),
        "driver": {"name": trip.driver, "is_natural_person": True} if trip.driver else {},
        "consignments": [_consignment(load, trip) for load in trip.loads],
    }
    if trip.exit_post:
        stated["exit_post"] = trip.exit_post
    return json.dumps(_without_empty(stated), ensure_ascii=False, indent=1).encode()


def _consignment(load: Load, trip: Trip) -> dict[str, Any]:
    pieces = [_container(box) for box in load.boxes] or [_body(load, trip)]
    numbers = [piece["number"] for piece in pieces]
    return {
        "document_number": load.number,
        "transport_document_kind": load.kind,
        "procedure": load.way,
        "issued_on": load.issued_on.isoformat(),
        "place_of_loading": load.place_of_loading,
        "place_of_delivery": load.place_of_delivery,
        "dispatch_country": load.dispatch,
        "destination_country": load.destination,
        "itinerary": load.itinerary,
        "consignor": _party(load.consignor),
        "consignee": _party(load.consignee),
        "notify_party": _party(load.notify) if load.notify else {},
        "freight_payer": _party(load.freight_payer) if load.freight_payer else {},
        "goods": [_item(number, item, numbers) for number, item in enumerate(load.items, start=1)],
        "equipment": pieces,
        "documents": [{"kind": "invoice", "number": load.invoice, "issued_on": load.invoiced_on.isoformat()}],
        "total_packages": sum(item.packages for item in load.items),
        "total_gross_mass_kg": round(sum(item.gross_kg for item in load.items), 1),
        "freight_payment_method": load.freight_method,
        "freight_amount": load.freight_amount,
        "freight_currency": "USD" if load.freight_amount else "",
        "tir_carnet_number": load.tir_carnet,
    }


def _party(firm: Firm) -> dict[str, Any]:
    return {
        "name": firm.name,
        "identifier": firm.identifier,
        "identifier_kind": "INN" if firm.identifier else "",
        "address": {"street": firm.street, "city": firm.city, "country": firm.country},
        "phone": firm.phone,
        "is_natural_person": True if firm.is_person else None,
    }


def _item(number: int, item: Item, pieces: list[str]) -> dict[str, Any]:
    return {
        "number": number,
        "commodity_code": item.code,
        "description": item.description,
        "packages": item.packages,
        "package_kind": item.kind.package_kind,
        "gross_mass_kg": item.gross_kg,
        "net_mass_kg": item.net_kg,
        "value": item.value,
        "currency": item.currency,
        "origin_country": item.origin,
        "un_number": item.un_number,
        "equipment_numbers": pieces,
    }


def _container(box: Box) -> dict[str, Any]:
    return {
        "kind": "container",
        "number": box.number,
        "size_type": box.size_type,
        "fullness": box.fullness,
        "seals": box.seals,
        "tare_mass_kg": box.tare_kg or None,
    }


def _body(load: Load, trip: Trip) -> dict[str, Any]:
    kind, number = ("wagon", load.wagon) if load.wagon else ("trailer", trip.trailer)
    return {"kind": kind, "number": number, "seals": load.seals}


def _without_empty(value: Any) -> Any:
    """Leave out what is not stated: "", None, {}; an empty list of seals stays, for it says that there is none."""
    if isinstance(value, dict):
        kept = {key: _without_empty(one) for key, one in value.items()}
        return {key: one for key, one in kept.items() if one not in ("", None, {})}
    return [_without_empty(one) for one in value] if isinstance(value, list) else value
