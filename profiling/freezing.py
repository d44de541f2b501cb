"""Freezes what is known of a batch: one facts row per case, one per goods item; NULL = not known."""

from collections.abc import Sequence

from consignments.copying import copy_rows, next_ids
from profiling.cases import Case
from profiling.models import ConsignmentFacts, GoodsItemFacts

FACT_COLUMNS: list[str] = [
    str(f.column)
    for f in ConsignmentFacts._meta.concrete_fields
    if f.column not in {"id", "consignment_id", "revision_id", "round", "unit_id", "known_at", "arrival_at", "evidence"}
]
ITEM_COLUMNS: list[str] = [
    str(f.column)
    for f in GoodsItemFacts._meta.concrete_fields
    if f.column not in {"id", "facts_id", "number", "evidence"}
]


def freeze(cases: Sequence[Case]) -> None:
    """Write the facts of the cases with COPY and note each case's `facts_id`."""
    for case, facts_id in zip(cases, next_ids(ConsignmentFacts, len(cases)), strict=True):
        case.facts_id = facts_id
    copy_rows(
        ConsignmentFacts,
        [
            "id",
            "consignment_id",
            "revision_id",
            "round",
            "unit_id",
            "known_at",
            "arrival_at",
            *FACT_COLUMNS,
            "evidence",
        ],
        (
            [
                case.facts_id,
                case.revision.consignment_id,
                case.revision.pk,
                case.round,
                case.unit_id,
                case.as_of,
                case.arrival_at,
                *[case.values.get(column) for column in FACT_COLUMNS],
                case.evidence,
            ]
            for case in cases
        ),
    )
    copy_rows(
        GoodsItemFacts,
        ["facts_id", "number", *ITEM_COLUMNS, "evidence"],
        (
            [case.facts_id, number, *[values.get(column) for column in ITEM_COLUMNS], evidence]
            for case in cases
            for number, values, evidence in case.items
        ),
    )
