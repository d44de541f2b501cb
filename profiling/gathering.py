"""Gathers what is known of a batch: documents, history, norms, lists and the draw, each set-wise."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from consignments.models import ConsignmentRevision
from profiling.cases import Case
from profiling.comparing import add_comparisons
from profiling.dealings import add_dealings
from profiling.drawing import draw
from profiling.excusing import THIN, thin_facts
from profiling.facts.document_facts import consignment_facts
from profiling.facts.known import KnownConsignment
from profiling.models import Assessment
from profiling.observing import add_readings
from profiling.reading.among import among
from profiling.reading.circumstances import circumstances_of
from profiling.reading.history import Asked, history_facts
from profiling.reading.links import link_facts
from profiling.reading.lists import match_lists
from profiling.reading.norms import deviations, norms_for
from profiling.reading.whole import known_with_papers
from profiling.remembering import remember
from profiling.screening.kinds_of_name import is_placeholder

HISTORY_ROLES = frozenset(["consignee", "consignor", "carrier"])


def gather(revisions: Sequence[ConsignmentRevision], now: datetime) -> list[Case]:
    """Return the cases of the revisions (with consignment and manifest selected), all columns filled."""
    cases = _cases(revisions, now)
    _add_document_facts(cases, now)
    remember(cases)
    _add_history(cases)
    add_comparisons(cases)
    add_readings(cases)
    _add_norms(cases)
    match_lists(cases)
    add_dealings(cases)
    _add_draws(cases)
    _note_thin_history(cases)
    return cases


def _cases(revisions: Sequence[ConsignmentRevision], now: datetime) -> list[Case]:
    known = known_with_papers(revisions, now)
    rounds = _rounds_so_far([r.pk for r in revisions])
    cases = []
    for revision in revisions:
        number = rounds.get(revision.pk, 0) + 1
        manifest = revision.manifest
        # An import sees its goods at the entry post, an export at the exit post; ours is the one with a unit.
        post = manifest.entry_post or manifest.exit_post
        cases.append(
            Case(
                revision=revision,
                known=known[revision.pk],
                round=number,
                trigger=revision.round_due or "revision",
                as_of=revision.known_at if number == 1 else now,
                parties=_parties(known[revision.pk]),
                unit_id=revision.consignment.unit_id,
                post_id=post.pk if post else None,
                arrival_at=manifest.arrival_at,
            )
        )
    return cases


def _parties(known: KnownConsignment) -> dict[str, UUID]:
    """The parties whose history may be told, by role; "unknown" or "to order" is nobody."""
    return {
        party.role: party.party_id
        for party in known.parties
        if party.party_id and party.role in HISTORY_ROLES and not is_placeholder(party.name or "")
    }


def _rounds_so_far(revision_ids: list[UUID]) -> dict[UUID, int]:
    rows = Assessment.objects.filter(revision__in=among(revision_ids)).values_list("revision_id", "round")
    highest: dict[UUID, int] = {}
    for revision_id, number in rows:
        highest[revision_id] = max(number, highest.get(revision_id, 0))
    return highest


def _add_document_facts(cases: Sequence[Case], now: datetime) -> None:
    circumstances = circumstances_of(now)
    for case in cases:
        facts = consignment_facts(case.known, circumstances)
        case.values = dict(facts.values)
        case.evidence = dict(facts.evidence)
        case.items = [(item.number, dict(item.values), dict(item.evidence)) for item in facts.items]


def _add_history(cases: Sequence[Case]) -> None:
    asked = [Asked(case.revision.pk, case.as_of) for case in cases]
    for answers in (history_facts(asked), link_facts(asked)):
        for case in cases:
            values, evidence = answers[case.revision.pk]
            case.values |= values
            case.evidence |= evidence


def _add_norms(cases: Sequence[Case]) -> None:
    pairs = {
        (values["hs6"], values["origin_country"])
        for case in cases
        for _number, values, _evidence in case.items
        if values.get("hs6") and values.get("origin_country")
    }
    norms = norms_for(pairs)
    for case in cases:
        found = []
        for _number, values, evidence in case.items:
            norm = norms.get((values.get("hs6") or "", values.get("origin_country") or ""))
            off = deviations(values.get("item_value_per_kg_usd"), norm)
            values["value_deviations"] = off
            if off is not None and norm is not None:
                median, mad, count = norm
                evidence["value_deviations"] = {
                    "value": round(values["item_value_per_kg_usd"], 2),
                    "median": round(median, 2),
                    "mad": round(mad, 3),
                    "n": count,
                }
            found.append(off)
        measured = [off for off in found if off is not None]
        case.values["value_deviations_lowest"] = min(measured) if measured else None


def _add_draws(cases: Sequence[Case]) -> None:
    draws = draw((case.revision.consignment_id, case.revision.consignment.first_known_at) for case in cases)
    for case in cases:
        drawn = draws[case.revision.consignment_id]
        case.is_drawn, case.draw_number, case.draw_seed = drawn.is_drawn, drawn.number, drawn.period.seed
        case.values["is_drawn"] = drawn.is_drawn


def _note_thin_history(cases: Sequence[Case]) -> None:
    for case in cases:
        thin = thin_facts(case.values, [values for _number, values, _evidence in case.items], case.parties)
        if thin:
            case.evidence[THIN] = thin
