"""Compares a batch with the past of its traders, with registers, and with the deadline of a transit."""

from collections.abc import Callable, Sequence
from uuid import UUID

from django.utils import timezone

from consignments.keys.identifiers import inn_key
from consignments.models import Movement
from profiling.cases import Case
from profiling.facts.parties import TRADERS
from profiling.facts.registers import brand_facts, register_facts
from profiling.facts.shared_contacts import OTHERS_AT_MOST, Trader, shared_facts
from profiling.facts.trader_keys import whole_address_key
from profiling.models import ListKind, Purpose, Register
from profiling.reading.history import Asked
from profiling.reading.lists import Lists, current_lists
from profiling.reading.registers import companies_at, registers_for
from profiling.reading.shared_contacts import shared_keys
from profiling.reading.trader_history import trader_history_facts

SECONDS_A_DAY = 86_400


def add_comparisons(cases: Sequence[Case]) -> None:
    """Fill the columns of the past, of shared contacts, of registers and of an open transit."""
    asked = [Asked(case.revision.pk, case.as_of) for case in cases]
    _add_past(cases, asked)
    _add_shared(cases, asked)
    _add_registers(cases)
    for case in cases:
        _note_transit(case)


def _add_past(cases: Sequence[Case], asked: Sequence[Asked]) -> None:
    answers = trader_history_facts(asked)
    for case in cases:
        values, evidence = answers[case.revision.pk]
        usual = values.pop("lane_detour")
        detour = case.values.get("detour_ratio")
        case.values |= values | {"detour_against_lane": detour / usual if usual and detour else None}
        case.evidence |= evidence


def _add_shared(cases: Sequence[Case], asked: Sequence[Asked]) -> None:
    shared = shared_keys(asked)
    lists = current_lists() if shared.traders else None
    for case in cases:
        keys = shared.keys.get(case.revision.pk, [])
        is_long = any(case.values.get(f"{role}_seen_365d") is not None for role in TRADERS)
        noted = shared_facts(keys, shared.traders, _is_listed(lists, case.unit_id), is_long)
        case.values |= noted.values
        case.evidence |= noted.evidence


def _is_listed(lists: Lists | None, unit_id: UUID) -> Callable[[Trader], bool]:
    def is_listed(trader: Trader) -> bool:
        if lists is None:
            return False
        number = inn_key(trader.identifier) if trader.identifier else ""
        found = [*lists.by_key.get((ListKind.PARTY, trader.name_key), []), *lists.by_identifier.get(number, [])]
        return any(entry.purpose == Purpose.RISK and entry.concerns(unit_id) for entry in found)

    return is_listed


def _add_registers(cases: Sequence[Case]) -> None:
    registers = registers_for(
        party for case in cases for role in TRADERS if role in case.parties and (party := case.known.party(role))
    )
    for case in cases:
        day = case.as_of.astimezone(timezone.get_default_timezone()).date()
        chapters = [values.get("hs_chapter") for _number, values, _evidence in case.items]
        noted = register_facts(case.known, day, registers, chapters)
        case.values |= noted.values
        case.evidence |= noted.evidence
        for item, (_number, values, evidence) in zip(case.known.goods, case.items, strict=True):
            brands = brand_facts(item, registers)
            values |= brands.values
            evidence |= brands.evidence
    if Register.COMPANIES in registers.fed:
        _add_companies_at_addresses(cases)


def _add_companies_at_addresses(cases: Sequence[Case]) -> None:
    """A10 by the register: firms that were registered at the address, whether they trade or not."""
    keys = {case.revision.pk: _address_keys(case) for case in cases}
    counted = companies_at({key for found in keys.values() for key in found})
    for case in cases:
        most = max((counted[key] for key in keys[case.revision.pk] if key in counted), default=0)
        others = min(most - 1, OTHERS_AT_MOST)  # the trader itself is one of them
        if others > (case.values.get("address_shared_by") or 0):
            case.values["address_shared_by"] = others
            case.evidence["address_shared_by"] = {"firms": most}


def _address_keys(case: Case) -> set[str]:
    parties = [party for role in TRADERS if role in case.parties and (party := case.known.party(role))]
    return {whole_address_key(p.address, p.street, p.city, p.postcode) for p in parties} - {""}


def _note_transit(case: Case) -> None:
    """B11 "Exit not recorded by the deadline of the transit": days since arrival; 0 where it left or is to come."""
    arrival = case.known.arrival_at
    if case.known.procedure != "transit" or arrival is None:
        case.values["transit_open_days"] = None
        return
    has_left = case.revision.consignment.movement == Movement.LEFT
    days = 0.0 if has_left else max((case.as_of - arrival).total_seconds() / SECONDS_A_DAY, 0.0)
    case.values["transit_open_days"] = days
    if days:
        case.evidence["transit_open_days"] = {"arrived": arrival.date().isoformat(), "days": int(days)}
