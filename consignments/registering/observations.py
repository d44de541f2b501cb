"""Enters the readings of one document, chunk by chunk; a reading that is here already is not entered again."""

import hashlib
import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time, timedelta, tzinfo

from consignments.copying import copy_rows
from consignments.keys.identifiers import number_key
from consignments.models import Observation, Submission
from consignments.parsing.values import DocumentKind, Problem, Severity, StatedObservation

from .findings import Findings
from .posts import Posts
from .rows import Row

# What these documents hold; they state no consignment and no conveyance of one.
KINDS_OF_READINGS = frozenset(
    {
        DocumentKind.BAPLIE,
        DocumentKind.COARRI,
        DocumentKind.CODECO,
        DocumentKind.COPRAR,
        DocumentKind.IFTSTA,
        DocumentKind.OBSERVATION_TABLE,
    }
)
CHUNK = 1_000  # readings written at once
CLOCKS_DIFFER_BY = timedelta(days=1)
_STILL_TO_COME = frozenset({"ordered", "on_board"})  # a plan may be sent before the vessel leaves

_COLUMNS = [
    "id", "source_id", "submission_id", "unit_id", "path", "reading_key", "known_at", "taken_up_at", "event",
    "equipment_kind", "number", "number_key", "conveyance_id", "conveyance_key", "vessel_imo", "trip_number",
    "size_type", "seen_at", "seen_is_a_day", "place", "place_unlocode", "post_id", "fullness", "gross_mass_kg",
    "seals", "seal_condition", "damage", "scan_shows_anomaly", "document_number", "remark",
]  # fmt: skip
_READ = slice(_COLUMNS.index("event"), _COLUMNS.index("remark"))  # the columns that make one reading unlike another


def enter_readings(
    stated: Iterable[StatedObservation], submission: Submission, zone: tzinfo, findings: Findings
) -> None:
    """Enter the sound readings of a document and note what became of all. The caller holds the lock on the source."""
    book = _Readings(submission, zone)
    chunk: list[StatedObservation] = []
    for one in stated:
        problems = [*one.problems, *book.faults_of(one)]
        findings.note(problems, one.document_number)
        if any(problem.severity is Severity.ERROR for problem in problems):
            findings.observed_rejected += 1
            continue
        chunk.append(one)
        if len(chunk) == CHUNK:
            book.enter(chunk)
            chunk = []
    book.enter(chunk)
    findings.observed = book.entered
    if book.repeated:
        findings.note([Problem("observations_repeated", "", Severity.NOTICE, {"count": str(book.repeated)})])


class _Readings:
    """The readings that one submission brings."""

    def __init__(self, submission: Submission, zone: tzinfo):
        self.entered = 0
        self.repeated = 0
        self._submission = submission
        self._zone = zone
        self._posts = Posts.load()

    def faults_of(self, stated: StatedObservation) -> Iterator[Problem]:
        """Yield what forbids to enter a reading, besides what its parser found."""
        seen_at = _seen_at(stated, self._zone)
        if any(problem.severity is Severity.ERROR for problem in stated.problems):
            return
        if not number_key(stated.equipment_number):
            yield Problem("observation_names_nothing", stated.path)
        if seen_at is None:
            yield Problem("observation_time_missing", stated.path)
        elif seen_at > self._submission.received_at + CLOCKS_DIFFER_BY and stated.event not in _STILL_TO_COME:
            yield Problem("observation_in_the_future", stated.path, params={"value": f"{seen_at:%Y-%m-%d %H:%M}"})

    def enter(self, stated: Sequence[StatedObservation]) -> None:
        """Write sound readings, those that are new to their source; what this document brought before counts as new."""
        rows = {row[_COLUMNS.index("reading_key")]: row for row in map(self._row, stated)}
        known = dict(
            Observation.objects.filter(source=self._submission.source_id, reading_key__in=list(rows)).values_list(
                "reading_key", "submission_id"
            )
        )
        fresh = [row for key, row in rows.items() if key not in known]
        copy_rows(Observation, _COLUMNS, fresh)
        of_this_document = sum(of == self._submission.pk for of in known.values())
        self.entered += len(fresh) + of_this_document
        self.repeated += len(stated) - len(fresh) - of_this_document

    def _row(self, stated: StatedObservation) -> Row:
        submission = self._submission
        post = self._posts.find(stated.place)
        row = [
            uuid.uuid4(),
            submission.source_id,
            submission.pk,
            post.unit_id if post else submission.source.unit_id,
            stated.path[:300],
            "",
            submission.known_at,
            None,
            stated.event,
            stated.equipment_kind,
            stated.equipment_number[:40],
            number_key(stated.equipment_number)[:40],
            (stated.conveyance_id or "")[:60],
            number_key(stated.conveyance_id or "")[:60],
            (stated.vessel_imo or "")[:10],
            (stated.trip_number or "")[:60],
            (stated.size_type or "")[:10],
            _seen_at(stated, self._zone),
            stated.seen_at is None,
            (stated.place or "")[:200],
            (stated.place_unlocode or "")[:5],
            post and post.pk,
            stated.fullness or "",
            stated.gross_mass_kg,
            None if stated.seals is None else [seal[:40] for seal in stated.seals],
            stated.seal_condition or "",
            (stated.damage or "")[:200],
            stated.scan_shows_anomaly,
            (stated.document_number or "")[:120],
            (stated.remark or "")[:300],
        ]
        row[_COLUMNS.index("reading_key")] = _digest(row[_READ])
        return tuple(row)


def _seen_at(stated: StatedObservation, zone: tzinfo) -> datetime | None:
    """Return the stated time; local noon where only the day is stated."""
    if stated.seen_at is None and stated.seen_on is not None:
        return datetime.combine(stated.seen_on, time(12), tzinfo=zone)
    return stated.seen_at


def _digest(values: Sequence[object]) -> str:
    """The number a reading is known by: moments in one zone, masses without idle zeros, so that 27000.0 is 27000."""
    said = (_plain(value) for value in values)
    return hashlib.sha256("\x1f".join(said).encode()).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return str(value.timestamp())
    if hasattr(value, "normalize"):
        return f"{value.normalize():f}"
    return repr(value)
