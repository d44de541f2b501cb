"""Puts trips into documents: who announces which trip, in what form, how long before it arrives."""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from random import Random

from consignments.reference_posts import POSTS
from pcu_platform.demo.documents import BY_HAND, GATEWAY, PRELIMINARY, TERMINAL, UAIS, Document
from pcu_platform.demo.drafts import Trip
from pcu_platform.demo.writing import cmr_note, cuscar, eaeu_road, json_manifest, sheet

# A channel is a way of announcing. Sheets and interchanges gather trips until they are full or the first is near.
SHEET, JSON, XML, EDIFACT, NOTE = "sheet", "json", "xml", "edifact", "note"
GATHERED = {SHEET: 40, EDIFACT: 24}  # loads of one document
GATHER_FOR = timedelta(hours=36)
XLSX_SHARE = 0.04  # of sheets
OFFICE = {post.code: post.office_code for post in POSTS}


def post(unit: str, trips: Iterable[tuple[str, Trip]], rng: Random, until: datetime) -> list[Document]:
    """Return the documents of (channel, trip), oldest first; nothing becomes known after `until`."""
    documents: list[Document] = []
    waiting: dict[str, list[Trip]] = {channel: [] for channel in GATHERED}
    for channel, trip in sorted(trips, key=lambda pair: pair[1].arrival_at):
        if channel not in GATHERED:
            documents.append(_single(unit, channel, trip, rng, until))
            continue
        gathered = waiting[channel]
        if gathered and _is_due(channel, gathered, trip):
            documents.append(_gathered(unit, channel, gathered, rng, until))
            gathered = waiting[channel] = []
        gathered.append(trip)
    documents += [_gathered(unit, channel, rest, rng, until) for channel, rest in waiting.items() if rest]
    return sorted(documents, key=lambda document: (document.known_at, document.key))


def _is_due(channel: str, gathered: list[Trip], trip: Trip) -> bool:
    is_full = sum(len(one.loads) for one in gathered) >= GATHERED[channel]
    return is_full or trip.arrival_at - gathered[0].arrival_at > GATHER_FOR


def _gathered(unit: str, channel: str, trips: list[Trip], rng: Random, until: datetime) -> Document:
    known_at = min(
        trips[0].arrival_at - timedelta(hours=rng.uniform(2, 5)), until - timedelta(minutes=rng.uniform(2, 90))
    )
    _date_papers(trips, known_at)
    number = f"{unit}-{known_at:%y%m%d%H%M}"
    loads = tuple(load for trip in trips for load in trip.loads)
    if channel == EDIFACT:
        raw = cuscar.write(trips, reference=number, composed_at=known_at - timedelta(minutes=20))
        return Document(f"ct-{number}", TERMINAL, "", cuscar.CONTENT_TYPE, f"{number}.edi", raw, known_at, loads)
    if rng.random() < XLSX_SHARE:
        raw, content_type, ending = sheet.write_xlsx(trips), sheet.XLSX, "xlsx"
    else:
        raw, content_type, ending = sheet.write_csv(trips), sheet.CSV, "csv"
    return Document(f"uais-{number}", UAIS, "", content_type, f"UAIS {number}.{ending}", raw, known_at, loads)


def _single(unit: str, channel: str, trip: Trip, rng: Random, until: datetime) -> Document:
    # Few carriers announce themselves late or from the barrier.
    hours = rng.uniform(-0.5, 1.5) if rng.random() < 0.05 else rng.uniform(2.2, 14)
    known_at = min(trip.arrival_at - timedelta(hours=hours), until - timedelta(minutes=rng.uniform(2, 200)))
    _date_papers([trip], known_at)
    composed_at = known_at - timedelta(minutes=rng.randint(3, 50))
    number = trip.loads[0].number.partition("-")[2]
    loads = tuple(trip.loads)
    if channel == JSON:
        raw = json_manifest.write(trip, reference=f"TRIP-{number}", composed_at=composed_at)
        by = "client" if unit == "BATKEN" else ""
        return Document(f"trip-{number}", GATEWAY, by, json_manifest.CONTENT_TYPE, "", raw, known_at, loads)
    if channel == XML:
        document_id = uuid.UUID(int=rng.getrandbits(128), version=4)
        raw = eaeu_road.write(trip, document_id=document_id, composed_at=composed_at, office_code=OFFICE[trip.post])
        return Document(
            f"pi-{number}", PRELIMINARY, "", eaeu_road.CONTENT_TYPE, f"PI {number}.xml", raw, known_at, loads
        )
    raw = cmr_note.write(trip)
    by = "analyst" if unit == "BATKEN" else "osh_analyst"
    return Document(f"cmr-{number}", BY_HAND, by, cmr_note.CONTENT_TYPE, f"CMR {number}", raw, known_at, loads)


def _date_papers(trips: list[Trip], known_at: datetime) -> None:
    """No paper is dated after it was announced."""
    for trip in trips:
        for load in trip.loads:
            load.issued_on = min(load.issued_on, known_at.date())
            load.invoiced_on = min(load.invoiced_on, load.issued_on)
