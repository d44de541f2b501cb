"""What senders send after a document: corrections, cancellations, an older copy that comes late, the same once more."""

from collections.abc import Iterator
from copy import copy
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from pcu_platform.demo.documents import Channel, Document
from pcu_platform.demo.drafts import Load, Trip
from pcu_platform.demo.firms import kyrgyz_firm
from pcu_platform.demo.writing import json_manifest, sheet

# Of documents of a channel that can be corrected.
CORRECTED = {Channel.SHEET: 0.25, Channel.JSON: 0.06}
CANCELLED, LATE_COPY, SENT_AGAIN = 0.012, 0.012, 0.012


def of(document: Document, channel: Channel, trips: list[Trip], rng: Random, until: datetime) -> Iterator[Document]:
    """Yield the documents that follow this one, none of them after `until`."""
    follows_at = min(document.known_at + timedelta(minutes=rng.uniform(1, 4)), until)
    if rng.random() < CORRECTED.get(channel, 0):
        yield _corrected(document, channel, rng.choice(trips), rng, follows_at)
    if channel is not Channel.JSON:
        return
    what = rng.random()
    if what < CANCELLED:
        raw = _manifest(document, trips[0], follows_at, function="cancel")
        yield replace(document, key=f"{document.key}-cancelled", raw=raw, known_at=follows_at)
    elif what < CANCELLED + LATE_COPY:
        older = document.composed_at - timedelta(hours=rng.uniform(2, 20))
        raw = _manifest(document, _changed(trips[0], rng), older)
        yield replace(document, key=f"{document.key}-late", raw=raw, known_at=follows_at)
    elif what < CANCELLED + LATE_COPY + SENT_AGAIN:
        yield replace(document, key=f"{document.key}-again", known_at=follows_at)


def _corrected(document: Document, channel: Channel, trip: Trip, rng: Random, at: datetime) -> Document:
    changed = _changed(trip, rng)
    loads = tuple(changed.loads)
    key = f"{document.key}-corrected"
    if channel is Channel.SHEET:
        name = f"{document.file_name.rpartition('.')[0]} corrected.csv"
        content = sheet.write_csv([changed])
        return replace(document, key=key, content_type=sheet.CSV, file_name=name, raw=content, known_at=at, loads=loads)
    raw = _manifest(document, changed, at, function="change")
    return replace(document, key=key, raw=raw, known_at=at, loads=loads)


def _manifest(document: Document, trip: Trip, composed_at: datetime, function: str = "original") -> bytes:
    return json_manifest.write(trip, reference=document.key, composed_at=composed_at, function=function)


def _changed(trip: Trip, rng: Random) -> Trip:
    """Return the trip with one of its loads stated otherwise; the truth of the load stays."""
    position = rng.randrange(len(trip.loads))
    changed = copy(trip)
    changed.loads = [_restated(load, rng) if at == position else load for at, load in enumerate(trip.loads)]
    return changed


def _restated(load: Load, rng: Random) -> Load:
    stated = copy(load)
    what = rng.random()
    if what < 0.55:
        item = copy(load.items[0])
        item.gross_kg = round(item.gross_kg * rng.uniform(1.01, 1.25), 1)
        stated.items = [item, *load.items[1:]]
    elif what < 0.8 and load.boxes:
        box = copy(load.boxes[0])
        box.seals = [f"{seal}R" for seal in box.seals]
        stated.boxes = [box]
    else:
        stated.consignee = replace(kyrgyz_firm(rng), country=load.consignee.country)
    return stated
