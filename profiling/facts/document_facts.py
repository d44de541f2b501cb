"""All facts that a document states of one consignment, from the groups A to G together."""

from dataclasses import dataclass, field
from typing import Any

from profiling.facts.amending import amendment_facts
from profiling.facts.box_types import box_type_facts
from profiling.facts.carnets import carnet_facts, house_facts
from profiling.facts.carriage import carriage_facts
from profiling.facts.certificates import certificate_facts
from profiling.facts.deliveries import delivery_facts
from profiling.facts.detours import detour_facts
from profiling.facts.differing import difference_facts
from profiling.facts.documents import date_facts
from profiling.facts.equipment import equipment_facts
from profiling.facts.freight import freight_facts
from profiling.facts.goods import item_facts
from profiling.facts.goods_tables import table_facts
from profiling.facts.known import Circumstances, KnownConsignment, Noted
from profiling.facts.loads import load_facts
from profiling.facts.masses import mass_facts
from profiling.facts.parties import party_facts
from profiling.facts.permits import permit_facts, requirement_facts
from profiling.facts.routing import routing_facts
from profiling.facts.seasons import season_facts
from profiling.facts.tax_numbers import tax_number_facts
from profiling.facts.timing import timing_facts
from profiling.facts.totals import total_facts
from profiling.facts.wagons import wagon_facts


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """The answers of one goods item, by column of the item facts."""

    number: int
    values: dict[str, Any]
    evidence: dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Facts:
    """The answers of one consignment by column (None = not known), what they were seen in, and its goods items."""

    values: dict[str, Any]
    evidence: dict[str, dict[str, Any]]
    items: list[ItemFacts] = field(default_factory=list)


def consignment_facts(known: KnownConsignment, circumstances: Circumstances) -> Facts:
    """Answer every column that the document decides; history, lists and the draw are answered elsewhere."""
    facts = Facts(
        {
            "document_kind": known.document_kind,
            "mode": known.mode,
            "procedure": known.procedure,
            "transport_document_kind": known.transport_document_kind,
        },
        {},
    )
    for group in (
        total_facts(known, circumstances),
        party_facts(known),
        tax_number_facts(known, circumstances),
        routing_facts(known),
        detour_facts(known),
        delivery_facts(known),
        mass_facts(known),
        load_facts(known, circumstances),
        amendment_facts(known, circumstances),
        date_facts(known, circumstances),
        difference_facts(known, circumstances),
        permit_facts(known, circumstances),
        certificate_facts(known, circumstances),
        equipment_facts(known),
        freight_facts(known),
        timing_facts(known, circumstances),
        carnet_facts(known, circumstances),
        house_facts(known),
        box_type_facts(known),
        wagon_facts(known),
        carriage_facts(known, circumstances),
    ):
        _add(facts, group)
    for item in known.goods:
        noted = item_facts(item, known.document_kind, circumstances)
        held = table_facts(item, known)
        season = season_facts(item, known, circumstances)
        facts.items.append(
            ItemFacts(
                item.number,
                noted.values | held.values | season.values,
                noted.evidence | held.evidence | season.evidence,
            )
        )
    _add(facts, requirement_facts(known, [(item.number, item.values["control_lists"]) for item in facts.items]))
    return facts


def _add(facts: Facts, group: Noted) -> None:
    facts.values.update(group.values)
    facts.evidence.update(group.evidence)
