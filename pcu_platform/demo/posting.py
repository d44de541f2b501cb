"""Puts trips into documents: who announces which trip, in what form, how long before it arrives.

Most of the year the unit's mail comes in rounds, as over a poor link, every few days; in the last days, where somebody
looks closely, each document comes on its own. Rounds are also what lets a year be loaded within a minute.
"""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby
from random import Random

from consignments.reference_posts import POSTS
from pcu_platform.demo import corrections
from pcu_platform.demo.documents import BY_HAND, GATEWAY, PRELIMINARY, TERMINAL, UAIS, Channel, Document
from pcu_platform.demo.drafts import Trip
from pcu_platform.demo.writing import cmr_note, cuscar, eaeu_road, json_manifest, sheet

ROUND = timedelta(hours=120)
ROUND_LASTS = timedelta(minutes=6)
TERMINAL_EVERY = 3  # rounds; in the others the customs system tells of its boxes
SOONEST = timedelta(hours=2)  # before its first arrival a round comes
LATELY = timedelta(days=2)  # before the end, documents come on their own
SHIFT = timedelta(hours=8)  # and sheets are made for a shift
MOST_IN_A_SHEET = 160  # loads
XLSX_SHARE = 0.04  # of sheets
OFFICE = {post.code: post.office_code for post in POSTS}
Sent = tuple[Channel, Trip]


@dataclass(slots=True)
class Mail:
    """What one unit sends, in the making."""

    unit: str
    rng: Random
    until: datetime
    documents: list[Document] = field(default_factory=list)

    def send(self, channel: Channel, trips: list[Trip], known_at: datetime) -> None:
        """Write a document of the trips, and what corrects it afterwards."""
        _date_papers(trips, known_at)
        number = f"{self.unit[0]}{len(self.documents):05}"
        document = _document(self.unit, number, channel, trips, self.rng, known_at)
        self.documents.append(document)
        self.documents += corrections.of(document, channel, trips, self.rng, self.until)


def post(unit: str, sent: Iterable[Sent], rng: Random, begins_at: datetime, until: datetime) -> list[Document]:
    """Return the documents, oldest first; nothing becomes known after `until`."""
    mail = Mail(unit, rng, until)
    in_order = sorted(sent, key=lambda pair: pair[1].arrival_at)
    lately = until - LATELY
    in_rounds = [pair for pair in in_order if pair[1].arrival_at < lately]
    for number, pairs in groupby(in_rounds, key=lambda pair: (pair[1].arrival_at - begins_at) // ROUND):
        with_terminal = number % TERMINAL_EVERY == 0
        _round(mail, list(pairs), begins_at + number * ROUND - SOONEST, with_terminal)
    _on_their_own(mail, [pair for pair in in_order if pair[1].arrival_at >= lately])
    return sorted(mail.documents, key=lambda document: (document.known_at, document.key))


def _round(mail: Mail, sent: list[Sent], at: datetime, with_terminal: bool) -> None:
    if not with_terminal:
        sent = [(Channel.SHEET if channel is Channel.EDIFACT else channel, trip) for channel, trip in sent]
    for channel, trips in _gathered(sent, timedelta.max):
        mail.send(channel, trips, at + ROUND_LASTS * mail.rng.random())


def _on_their_own(mail: Mail, sent: list[Sent]) -> None:
    for channel, trips in _gathered(sent, SHIFT):
        # Few carriers announce themselves late or from the barrier.
        is_late = len(trips) == 1 and mail.rng.random() < 0.06
        hours = mail.rng.uniform(-0.5, 1.5) if is_late else mail.rng.uniform(2.2, 12)
        soon = mail.until - timedelta(minutes=mail.rng.uniform(8, 240))
        mail.send(channel, trips, min(trips[0].arrival_at - timedelta(hours=hours), soon))


def _gathered(sent: list[Sent], longest: timedelta) -> Iterator[tuple[Channel, list[Trip]]]:
    """Yield the trips of each document: sheets and interchanges gather them, of the others each has one trip."""
    waiting: dict[Channel, list[Trip]] = {Channel.SHEET: [], Channel.EDIFACT: []}
    for channel, trip in sent:
        if channel not in waiting:
            yield channel, [trip]
            continue
        gathered = waiting[channel]
        is_full = sum(len(one.loads) for one in gathered) >= MOST_IN_A_SHEET
        if gathered and (is_full or trip.arrival_at - gathered[0].arrival_at > longest):
            yield channel, gathered
            waiting[channel] = gathered = []
        gathered.append(trip)
    yield from ((channel, rest) for channel, rest in waiting.items() if rest)


def _document(unit: str, number: str, channel: Channel, trips: list[Trip], rng: Random, known_at: datetime) -> Document:
    loads = tuple(load for trip in trips for load in trip.loads)
    composed_at = known_at - timedelta(minutes=rng.randint(3, 50))

    def made(key: str, source: str, content_type: str, file_name: str, raw: bytes, by: str = "") -> Document:
        return Document(f"{key}-{number}", source, by, content_type, file_name, raw, known_at, composed_at, loads)

    match channel:
        case Channel.SHEET if rng.random() < XLSX_SHARE:
            return made("uais", UAIS, sheet.XLSX, f"UAIS {number}.xlsx", sheet.write_xlsx(trips))
        case Channel.SHEET:
            return made("uais", UAIS, sheet.CSV, f"UAIS {number}.csv", sheet.write_csv(trips))
        case Channel.EDIFACT:
            raw = cuscar.write(trips, reference=f"CT{number}", composed_at=composed_at)
            return made("terminal", TERMINAL, cuscar.CONTENT_TYPE, f"CT{number}.edi", raw)
        case Channel.JSON:
            raw = json_manifest.write(trips[0], reference=f"trip-{number}", composed_at=composed_at)
            by = "client" if unit == "BATKEN" else ""
            return made("trip", GATEWAY, json_manifest.CONTENT_TYPE, "", raw, by)
        case Channel.XML:
            document_id = uuid.UUID(int=rng.getrandbits(128), version=4)
            office_code = OFFICE[trips[0].post]
            raw = eaeu_road.write(trips[0], document_id=document_id, composed_at=composed_at, office_code=office_code)
            return made("preliminary", PRELIMINARY, eaeu_road.CONTENT_TYPE, f"PI {number}.xml", raw)
        case Channel.NOTE:
            by = "analyst" if unit == "BATKEN" else "osh_analyst"
            return made("cmr", BY_HAND, cmr_note.CONTENT_TYPE, f"CMR {number}", cmr_note.write(trips[0]), by)


def _date_papers(trips: list[Trip], known_at: datetime) -> None:
    """No paper is dated after it was announced."""
    for trip in trips:
        for load in trip.loads:
            load.issued_on = min(load.issued_on, known_at.date())
            load.invoiced_on = min(load.invoiced_on, load.issued_on)
