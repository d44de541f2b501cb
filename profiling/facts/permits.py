"""Permits: one that the goods need and that is not there (D02), one that is invalid or used up (D05)."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from profiling.facts.answers import any_of
from profiling.facts.known import Circumstances, KnownConsignment, KnownPaper, Noted, Tolerances
from profiling.facts.totals import gross_mass_kg, sum_of_known
from profiling.reference.hs import code_digits
from profiling.reference.required_documents import REQUIREMENTS, Requirement
from profiling.screening.kinds_of_name import is_placeholder
from profiling.screening.similarity import keyed_name, name_score

WITH_VALIDITY = frozenset(["permit", "certificate_of_origin"])
Answer = tuple[str, bool | None, dict[str, Any]]  # why, whether, what it was seen in


def requirement_facts(known: KnownConsignment, listed: Sequence[tuple[int, Sequence[str | None] | None]]) -> Noted:
    """D02 "A permit that goods of this code need is missing."

    listed: each goods item's number with the control lists it stands on (None: not known). What is not handed in is
    missing by rule; a permit that is merely named may be the one, so that its absence is not known.
    """
    noted = Noted()
    column = "required_document_missing"
    answers: list[bool | None] = []
    for number, lists in listed:
        if lists is None:
            answers.append(None)
            continue
        for requirement in REQUIREMENTS:
            answer = _is_missing(known, requirement, lists)
            answers.append(answer)
            if answer:
                permits = ", ".join(f"{sort}_permit" for sort in sorted(requirement.permit_sorts))
                seen_in = {"item": number, "list": requirement.control_list, "permit": permits}
                noted.evidence.setdefault(column, seen_in)
    noted.note(column, any_of(answers))
    return noted


def permit_facts(known: KnownConsignment, circumstances: Circumstances) -> Noted:
    """D05 "A permit or certificate is invalid, expired, of another issuer or holder, or used up." """
    noted = Noted()
    column = "permit_faulty"
    answers: list[bool | None] = []
    for paper in known.papers:
        if paper.kind in WITH_VALIDITY:
            asked = list(_asked(paper, known, circumstances))
            # What a paper leaves open (no validity, no quantity) is no fault: known are the checks it allows.
            answers.append(any_of(answer for _why, answer, _seen in asked if answer is not None))
            wrong = next((each for each in asked if each[1]), None)
            if wrong:
                noted.evidence.setdefault(column, {"number": paper.number, "why": wrong[0]} | wrong[2])
    noted.note(column, any_of(answers))
    return noted


def _is_missing(known: KnownConsignment, requirement: Requirement, lists: Sequence[str | None]) -> bool | None:
    if requirement.control_list not in lists:
        return None if None in lists else False
    if any(p.kind == "permit" and p.permit_sort in requirement.permit_sorts for p in known.papers):
        return False
    if requirement.procedures and known.procedure not in requirement.procedures:
        return None if known.procedure is None else False
    return None if any(named.kind == "permit" for named in known.documents) else True


def _asked(paper: KnownPaper, known: KnownConsignment, circumstances: Circumstances) -> Iterator[Answer]:
    day = _day_of_use(known, circumstances)
    yield "no_number", is_placeholder(paper.number) and not any(map(str.isdigit, paper.number)), {}
    if paper.valid_until:
        yield "expired", paper.valid_until < day, {"valid_until": paper.valid_until.isoformat()}
    if paper.kind == "permit":
        yield "holder", _is_anothers(paper, known, circumstances.tolerances), {"stated": paper.receiver_name or ""}
        yield from _issuer(paper, circumstances.tolerances)
        yield from _quantity(paper, known, circumstances.tolerances)


def _day_of_use(known: KnownConsignment, circumstances: Circumstances) -> date:
    return (known.arrival_at or known.known_at).astimezone(circumstances.local_zone).date()


def _is_anothers(paper: KnownPaper, known: KnownConsignment, tolerances: Tolerances) -> bool | None:
    """A permit is granted to one of the parties: exporter or importer, by whoever grants it."""
    names = [party.name for party in known.parties if party.name and not is_placeholder(party.name)]
    return None if not paper.receiver_name or not names else not _is_among(paper.receiver_name, names, tolerances)


def _issuer(paper: KnownPaper, tolerances: Tolerances) -> Iterator[Answer]:
    if paper.issuer and paper.other_issuer:
        differs = not _is_among(paper.issuer, [paper.other_issuer], tolerances)
        yield "issuer", differs, {"stated": paper.issuer, "against": paper.other_issuer}


def _quantity(paper: KnownPaper, known: KnownConsignment, tolerances: Tolerances) -> Iterator[Answer]:
    """What comes today and what came before on the same permit, against what it permits."""
    if paper.net_mass_kg is None:
        return
    today_kg = permitted_goods_kg(paper, known)
    if today_kg is None:
        return
    taken_kg = today_kg + (paper.used_before_kg or Decimal(0))
    allowed_kg = float(paper.net_mass_kg) * (1 + tolerances.mass_percent / 100)
    seen_in = {"kg": float(taken_kg), "permitted_kg": float(paper.net_mass_kg)}
    yield "quantity", float(taken_kg) > allowed_kg, seen_in


def permitted_goods_kg(paper: KnownPaper, known: KnownConsignment) -> Decimal | None:
    """Return the net (else gross) mass of the goods that a permit is for: those of its codes, else all."""
    codes = [digits[:6] for line in paper.goods if (digits := code_digits(line.commodity_code or "") or "")]
    if not codes:
        net_kg = sum_of_known(item.net_mass_kg for item in known.goods)
        return gross_mass_kg(known) if net_kg is None else net_kg
    covered = [
        item
        for item in known.goods
        if any((code_digits(item.commodity_code or "") or "").startswith(code) for code in codes)
    ]
    return sum_of_known(item.gross_mass_kg if item.net_mass_kg is None else item.net_mass_kg for item in covered)


def _is_among(name: str, names: Sequence[str], tolerances: Tolerances) -> bool:
    return any(name_score(keyed_name(name), keyed_name(other)) >= tolerances.name_likeness for other in names)
