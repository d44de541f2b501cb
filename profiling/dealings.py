"""Compares a batch with the usual of its lanes, pairs and carriers, with registers, tags and earlier journeys."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from consignments.keys.identifiers import document_key
from profiling.cases import Case
from profiling.facts.carriers import carrier_facts
from profiling.models import CaseTag, LaneNorm, TagKind
from profiling.reading.among import among
from profiling.reading.carrier_registers import Stated, carrier_registers, fed_registers, mirror_values
from profiling.reading.dealings import dealing_facts
from profiling.reading.history import Asked
from profiling.reading.journey_keys import KeyFacts, journey_key_facts, named_by_a_house_bill
from profiling.reading.lanes import Lane, lane_norms
from profiling.reading.norms import ROBUST

DRIVER = "driver"


def add_dealings(cases: Sequence[Case]) -> None:
    """Fill the columns of lanes, terms, loads, carriers, tags and keys; the lists have been matched already."""
    asked = [Asked(case.revision.pk, case.as_of) for case in cases]
    _add_lanes(cases)
    _add_past(cases, asked)
    _add_keys_and_tags(cases, asked)
    _add_registers(cases)
    _find_house_bills(cases)
    for case in cases:
        _note_listed_driver(case)


def _add_lanes(cases: Sequence[Case]) -> None:
    norms = lane_norms({lane for case in cases if (lane := _lane(case))})
    for case in cases:
        lane = _lane(case)
        norm = norms.get(lane) if lane else None
        _note_deviation(
            case, "transit", "transit_days", norm and (norm.transit_median_days, norm.transit_mad_days), norm
        )
        _note_deviation(
            case,
            "freight",
            "freight_per_kg_usd",
            norm and (norm.freight_median_usd_per_kg, norm.freight_mad_usd_per_kg),
            norm,
        )
        case.values["lane_cash_share"] = norm.cash_share if norm else None
        if norm and norm.cash_share is not None:
            case.evidence["lane_cash_share"] = {"lane": _told(norm), "n": norm.paid_count}


def _lane(case: Case) -> Lane | None:
    dispatch, destination = case.values.get("dispatch_country"), case.values.get("destination_country")
    mode = case.values.get("mode")
    return (dispatch, destination, mode) if dispatch and destination and mode else None


def _note_deviation(case: Case, of: str, column: str, usual: Any, norm: LaneNorm | None) -> None:
    """G03 and F03: robust deviations from the median of the lane."""
    value = case.values.get(column)
    if value is None or norm is None or usual is None or usual[0] is None or not usual[1]:
        case.values[f"{of}_deviations"] = None
        return
    median, deviation = usual
    case.values[f"{of}_deviations"] = (value - median) / (ROBUST * deviation)
    count = norm.transit_count if of == "transit" else norm.freight_count
    case.evidence[f"{of}_deviations"] = {
        column: round(value, 2), "median": round(median, 2), "lane": _told(norm), "n": count,
    }  # fmt: skip


def _told(norm: LaneNorm) -> str:
    return f"{norm.dispatch_country}-{norm.destination_country}"


def _add_past(cases: Sequence[Case], asked: Sequence[Asked]) -> None:
    answers = dealing_facts(asked)
    for case in cases:
        values, evidence = answers[case.revision.pk]
        if case.values.get("pair_seen_365d") is None:  # too short a memory, or a party that is not named
            values["pair_seen_14d"] = None
        case.values |= values
        case.evidence |= evidence


def _add_keys_and_tags(cases: Sequence[Case], asked: Sequence[Asked]) -> None:
    keys = journey_key_facts(asked)
    tags = _tags({case.revision.consignment_id for case in cases})
    for case in cases:
        found = keys[case.revision.pk]
        case.values |= found.values
        case.evidence |= {name: _local(told) for name, told in found.evidence.items()}
        in_force = {tag.kind: tag for tag in tags.get(case.revision.consignment_id, []) if tag.is_in_force(case.as_of)}
        for kind in TagKind.values:
            _note_tag(case, kind, in_force.get(kind), found)


def _tags(consignments: set[UUID]) -> dict[UUID, list[CaseTag]]:
    found: dict[UUID, list[CaseTag]] = {}
    for tag in CaseTag.objects.filter(consignment__in=among(consignments)):
        found.setdefault(tag.consignment_id, []).append(tag)
    return found


def _note_tag(case: Case, kind: str, tag: CaseTag | None, keys: KeyFacts) -> None:
    """D10, D11, G05, E12, H05: what an officer tagged, else what an examination found on the same piece before."""
    altered = keys.altered.get(kind)
    case.values[kind] = tag is not None or altered is not None
    if tag is not None:
        day = timezone.localtime(tag.set_at)
        case.evidence[kind] = {"on": f"{day:%d.%m.%Y}", "reason": tag.reason}
    elif altered is not None:
        case.evidence[kind] = altered


def _local(told: dict[str, Any]) -> dict[str, Any]:
    """Say when a reading was in our own time, and of another unit's only the month."""
    at = parse_datetime(told["at"]) if isinstance(told.get("at"), str) else None
    if at is None:
        return told
    local = timezone.localtime(at)
    if not told.pop("is_ours"):
        return {"number": told["number"], "at": f"{local:%Y-%m}"}
    return {name: value for name, value in told.items() if value} | {"at": f"{local:%d.%m.%Y %H:%M}"}


def _add_registers(cases: Sequence[Case]) -> None:
    fed = fed_registers()
    registers = carrier_registers([case.known for case in cases], fed)
    keys = (_mirror_key(case, values) for case in cases for _number, values, _evidence in case.items)
    mirrored = mirror_values([key for key in keys if key], fed)
    for case in cases:
        noted = carrier_facts(case.known, timezone.localtime(case.as_of).date(), registers)
        case.values |= noted.values
        case.evidence |= noted.evidence
        for _number, values, evidence in case.items:
            key = _mirror_key(case, values)
            _note_mirror(values, evidence, key, mirrored.get(key) if key else None)


def _mirror_key(case: Case, values: dict[str, Any]) -> Stated | None:
    if not values.get("hs4") or not values.get("origin_country") or values.get("item_value_per_kg_usd") is None:
        return None
    moment: datetime = min(case.arrival_at or case.as_of, case.as_of)
    return values["hs4"], values["origin_country"], timezone.localtime(moment).date().replace(day=1)


def _note_mirror(
    values: dict[str, Any], evidence: dict[str, Any], key: Stated | None, usual: tuple[float, date] | None
) -> None:
    """F06 "The value per kg is far from what the country of origin says it exports the heading for." """
    column = "mirror_value_ratio"
    if key is None or usual is None:
        values[column] = None
        return
    usd, month = usual
    stated = values["item_value_per_kg_usd"]
    values[column] = stated / usd
    evidence[column] = {
        "stated": round(stated, 2), "usual": round(usd, 2), "heading": key[0], "partner": key[1],
        "month": f"{month:%Y-%m}",
    }  # fmt: skip


def _find_house_bills(cases: Sequence[Case]) -> None:
    """D08: a master document of consolidated goods has its house data when some document names it as its master."""
    column = "house_data_missing"
    open_ones = {
        document_key(case.known.document_number or ""): case
        for case in cases
        if case.values.get(column) and "text" in case.evidence.get(column, {})
    }
    for key in named_by_a_house_bill(open_ones):
        case = open_ones[key]
        case.values[column] = False
        case.evidence.pop(column, None)


def _note_listed_driver(case: Case) -> None:
    """H03 "The driver is on a list"; not known where no driver is named."""
    column = "driver_listed"
    driver = case.known.party(DRIVER)
    if driver is None or not driver.name or case.values.get("party_list_score") is None:
        case.values[column] = None
        return
    found = [match for match in case.list_matches if match.role == DRIVER]
    case.values[column] = bool(found)
    if found:
        top = max(found, key=lambda match: match.score)
        case.evidence[column] = {"driver": top.matched_text, "score": round(top.score, 1)}
