"""Writes what later consignments may remember of a batch: a history row per revision and the keys it moved with."""

from collections.abc import Sequence

from django.db import connection

from consignments.copying import copy_rows
from consignments.keys.identifiers import document_key, plate_key, seal_key
from profiling.cases import Case
from profiling.facts.crews import broker_key, driver_key
from profiling.facts.detours import lane_of
from profiling.facts.journeys import named_journeys
from profiling.facts.patterns import pattern_keys
from profiling.facts.trader_keys import trader_keys
from profiling.models import History, HistoryKey, LinkDue
from profiling.reading.among import among

_REPLACED = """
UPDATE profiling_history h SET replaced_at = r.replaced_at FROM consignments_consignmentrevision r
WHERE r.id = h.revision_id AND h.consignment_id = ANY(%s) AND h.replaced_at IS DISTINCT FROM r.replaced_at
"""


def remember(cases: Sequence[Case]) -> None:
    """Write the history rows of revisions that have none yet, and note which earlier revisions were replaced."""
    written = set(
        History.objects.filter(revision__in=among(case.revision.pk for case in cases)).values_list(
            "revision_id", flat=True
        )
    )
    fresh = [case for case in cases if case.revision.pk not in written]
    copy_rows(History, _COLUMNS, (_row(case) for case in fresh))
    copy_rows(
        HistoryKey,
        ["history_id", "kind", "key", "on_equipment", "known_at"],
        (
            [case.revision.pk, kind, key, box, case.revision.known_at]
            for case in fresh
            for kind, key, box in sorted(_keys(case))
        ),
    )
    copy_rows(LinkDue, ["history_id", "is_outcome"], ([case.revision.pk, False] for case in fresh))
    with connection.cursor() as cursor:
        cursor.execute(_REPLACED, [[case.revision.consignment_id for case in cases if case.revision.number > 1]])


_COLUMNS = [
    "revision_id",
    "consignment_id",
    "manifest_id",
    "source_id",
    "unit_id",
    "known_at",
    "replaced_at",
    "arrival_at",
    "arrived_at_night",
    "consignee_id",
    "consignor_id",
    "carrier_id",
    "gross_mass_kg",
    "hs4s",
    "procedure",
    "entry_post",
    "lane",
    "detour_ratio",
    "document_number_key",
    "outcome_is_seizure",
]


def _row(case: Case) -> list:
    revision = case.revision
    return [
        revision.pk,
        revision.consignment_id,
        revision.manifest_id,
        revision.consignment.source_id,
        case.unit_id,
        revision.known_at,
        revision.replaced_at,
        case.arrival_at,
        case.values.get("arrival_at_night"),
        case.parties.get("consignee"),
        case.parties.get("consignor"),
        case.parties.get("carrier"),
        case.values.get("gross_mass_kg"),
        sorted({values["hs4"] for _number, values, _evidence in case.items if values.get("hs4")}) or None,
        case.values.get("procedure"),
        case.values.get("entry_post"),
        lane_of(case.known),
        case.values.get("detour_ratio"),
        document_key(revision.consignment.document_number)[:120],
        False,
    ]


def _keys(case: Case) -> set[tuple[str, str, str]]:
    known = case.known
    keys = {("plate", plate_key(plate)[:60], "") for plate in [known.conveyance_id, *known.trailer_ids] if plate}
    for box in known.equipment:
        kind = "container" if box.kind == "container" else "plate"
        keys.add((kind, box.number_key[:60], ""))
        keys |= {("seal", seal_key(seal)[:60], box.number_key[:60]) for seal in box.seals or ()}
    keys |= {("paper", key[:60], "") for key in named_journeys(known)}
    keys |= {("driver", driver_key(known), ""), ("broker", broker_key(known), "")}
    keys |= trader_keys(known, case.parties)
    keys |= {("pattern", pattern[:60], "") for pattern in pattern_keys(known)}
    return {key for key in keys if key[1]}
