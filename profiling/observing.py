"""Answers what readings say of a batch: which belong to each journey, and what they are compared with."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Min
from django.db.models.functions import Least
from django.utils import timezone

from consignments.keys.identifiers import number_key
from consignments.models import Movement
from profiling.cases import Case
from profiling.facts.known import Noted
from profiling.facts.readings import Journey, Limits, Piece, Sighting, note_unclaimed, reading_facts
from profiling.models import Assessment
from profiling.reading.history import Asked
from profiling.reading.loads import Load, loads_of
from profiling.reading.sightings import Standing, left_since, sightings_of

NEIGHBOURS = frozenset({"CN", "KZ", "TJ", "UZ"})
# A conveyance by mode, as readings name it; a vessel is no piece that is weighed or sealed.
_CONVEYANCES = {"road": "vehicle", "rail": "wagon", None: "vehicle"}


def add_readings(cases: Sequence[Case]) -> None:
    """Fill the columns of readings, and those of the document that a reading answers too."""
    sightings = sightings_of([Asked(case.revision.pk, case.as_of) for case in cases])
    seen = [case for case in cases if case.revision.pk in sightings]
    loads = loads_of({case.revision.manifest_id for case in seen}) if seen else {}
    opened = _opened(seen)
    limits = Limits(
        between_places=timedelta(minutes=settings.MINUTES_BETWEEN_PLACES),
        beyond_neighbours=timedelta(hours=settings.HOURS_BEYOND_NEIGHBOURS),
        neighbours=NEIGHBOURS,
    )
    for case in seen:
        journey = _journey(case, loads.get(case.revision.manifest_id, Load()), opened)
        noted = reading_facts(
            journey, sightings[case.revision.pk], case.values, limits, timezone.get_default_timezone()
        )
        case.values |= noted.values
        case.evidence |= noted.evidence
    _add_unclaimed(cases, sightings)


def _add_unclaimed(cases: Sequence[Case], sightings: Mapping[UUID, Sequence[Sighting]]) -> None:
    """G06 is known without a reading, too, by what was recorded of the consignment; what left later stands no more."""
    standing: list[Standing] = []
    for case in cases:
        case.values["unclaimed_days"] = None
        seen = sightings.get(case.revision.pk, ())
        if not seen and case.revision.consignment.movement == Movement.EXPECTED:
            continue
        noted = Noted()
        journey = _journey(case, Load(), {})
        since = note_unclaimed(noted, journey, seen, case.as_of, timezone.get_default_timezone())
        case.values |= noted.values
        case.evidence |= noted.evidence
        if since is not None:
            standing += [Standing(case.revision.pk, piece.key, since, case.as_of) for piece in journey.pieces]
    left = left_since(standing) if standing else set()
    for case in cases:
        if case.revision.pk in left:
            case.values["unclaimed_days"] = 0.0
            case.evidence.pop("unclaimed_days", None)


def _opened(cases: Sequence[Case]) -> dict[UUID, datetime | None]:
    """When our own examination of each consignment began, by consignment."""
    rows = (
        Assessment.objects.filter(consignment__in=[case.revision.consignment_id for case in cases])
        .values("consignment")
        .annotate(at=Least(Min("examination_begun_at"), Min("outcome_recorded_at")))
        .values_list("consignment", "at")
    )
    return dict(rows)


def _journey(case: Case, load: Load, opened: dict[UUID, datetime | None]) -> Journey:
    known = case.known
    has_arrived = case.revision.consignment.movement in {Movement.ARRIVED, Movement.LEFT}
    post = known.entry_post or known.exit_post
    pieces = (*_equipment(case, load), *_conveyance(case, load))
    return Journey(
        pieces=pieces,
        has_trailer=any(piece.kind == "trailer" for piece in pieces),
        arrived_at=known.arrival_at if has_arrived and not known.arrival_is_a_day else None,
        post_code=post.code if post else "",
        opened_at=opened.get(case.revision.consignment_id),
        vehicle=known.conveyance_id,
        moving_keys=frozenset(number_key(plate) for plate in [known.conveyance_id, *known.trailer_ids] if plate),
        has_left=case.revision.consignment.movement == Movement.LEFT,
    )


def _equipment(case: Case, load: Load) -> list[Piece]:
    pieces = []
    for box in case.known.equipment:
        stated_kg = None if box.gross_mass_kg is None else float(box.gross_mass_kg)
        goods_kg = load.of_piece.get(box.number_key)
        pieces.append(
            Piece(
                key=box.number_key,
                kind=box.kind,
                number=box.number,
                fullness=box.fullness,
                seals=box.seals,
                size_type=box.size_type,
                tare_mass_kg=None if box.tare_mass_kg is None else float(box.tare_mass_kg),
                load_kg=stated_kg or goods_kg,
                may_include_tare=bool(stated_kg),
            )
        )
    return pieces


def _conveyance(case: Case, load: Load) -> list[Piece]:
    known = case.known
    found = {box.number_key for box in known.equipment}
    pieces = [
        Piece(key=number_key(plate), kind="trailer", number=plate)
        for plate in known.trailer_ids
        if number_key(plate) not in found
    ]
    kind = _CONVEYANCES.get(known.mode)
    if kind and known.conveyance_id and number_key(known.conveyance_id) not in found:
        pieces.append(
            Piece(key=number_key(known.conveyance_id), kind=kind, number=known.conveyance_id, load_kg=load.total_kg)
        )
    return pieces
