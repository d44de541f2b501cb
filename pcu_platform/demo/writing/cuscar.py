"""Writes trips as one CUSCAR interchange (D.96B, LOT10): a message for each conveyance."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from pcu_platform.demo.drafts import Item, Load, Trip
from pcu_platform.demo.firms import Firm

CONTENT_TYPE = "application/edifact"
_PROCEDURE = {"import": "23", "export": "22", "transit": "24"}
_DOCUMENT = {"cmr": "730", "bill_of_lading": "705", "tir": "952", "smgs": "722"}


def write(trips: Sequence[Trip], *, reference: str, composed_at: datetime) -> bytes:
    """Return the interchange in UTF-8; composed_at: when the sender composed it."""
    segments = [f"UNB+UNOW:4+TERMINAL+KGCUSTOMS+{composed_at:%y%m%d:%H%M}+{reference}"]
    for number, trip in enumerate(trips, start=1):
        message = list(_message(trip, f"{reference}-{number}", composed_at))
        segments.append(f"UNH+{number}+CUSCAR:D:96B:UN:LOT10")
        segments += message
        segments.append(f"UNT+{len(message) + 2}+{number}")
    segments.append(f"UNZ+{len(trips)}+{reference}")
    return "".join(f"{segment}'\n" for segment in segments).encode()


def _message(trip: Trip, reference: str, composed_at: datetime) -> Iterator[str]:
    yield f"BGM+785+{reference}+9"
    yield f"DTM+137:{composed_at:%Y%m%d%H%M}:203"
    yield _party("CA", trip.carrier)
    if trip.driver:
        yield f"NAD+DR+++{_text(trip.driver)}"
    yield f"TDT+20+{reference}+3+31++++{_text(trip.plate)}:146:::{trip.country}"
    yield f"LOC+{'42' if trip.is_export else '17'}+{trip.post}"
    yield f"DTM+132:{trip.arrival_at:%Y%m%d%H%M}:203"
    for box in {box.number: box for load in trip.loads for box in load.boxes}.values():
        yield f"EQD+CN+{box.number}+{box.size_type}+++{4 if box.fullness == 'empty' else 5}"
        for seal in box.seals:
            yield f"SEL+{seal}+CA"
    for number, load in enumerate(trip.loads, start=1):
        yield from _consignment(number, load)


def _consignment(number: int, load: Load) -> Iterator[str]:
    yield f"CNI+{number}+{load.number}:{_DOCUMENT[load.kind]}"
    yield f"DTM+182:{load.issued_on:%Y%m%d}:102"
    yield f"LOC+9+:::{_text(load.place_of_loading)}"
    yield f"LOC+7+:::{_text(load.place_of_delivery)}"
    yield f"LOC+35+{load.dispatch}"
    yield f"LOC+36+{load.destination}"
    yield f"GIS+{_PROCEDURE[load.way]}"
    yield _party("CZ", load.consignor)
    yield _party("CN", load.consignee)
    if load.notify:
        yield _party("NI", load.notify)
    for position, item in enumerate(load.items, start=1):
        yield from _item(position, item, load)


def _item(position: int, item: Item, load: Load) -> Iterator[str]:
    yield f"GID+{position}+{item.packages}:{item.kind.package_kind}"
    yield f"FTX+AAA+++{_text(item.description)}"
    if item.code:
        yield f"PIA+5+{item.code}:HS"
    yield f"MEA+AAE+G+KGM:{item.gross_kg}"
    yield f"MEA+AAE+N+KGM:{item.net_kg}"
    yield f"MOA+38:{item.value}:{item.currency}"
    yield f"LOC+27+{item.origin}"
    for box in load.boxes:
        yield f"SGP+{box.number}+{item.packages}"
    if item.un_number:
        yield f"DGS+ADR+8+{item.un_number}"


def _party(role: str, firm: Firm) -> str:
    # Name, street, city and country as LOT10 writes them, unstructured.
    parts = ":".join(_text(part[:35]) for part in (firm.name, firm.street, firm.city, firm.country))
    return f"NAD+{role}+{firm.identifier}+{parts}"


def _text(text: str) -> str:
    for sign in "?'+:":
        text = text.replace(sign, f"?{sign}")
    return text
