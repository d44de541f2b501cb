"""Facts of group E: container numbers and seals."""

from functools import lru_cache

from consignments.keys import identifier_checks
from consignments.keys.identifier_checks import ContainerAnswer
from profiling.facts.answers import any_of, must_carry
from profiling.facts.known import KnownConsignment, KnownEquipment, Noted

iso6346_answer = lru_cache(maxsize=16_384)(identifier_checks.iso6346_answer)


def equipment_facts(known: KnownConsignment) -> Noted:
    """Answer the columns of group E that the document alone decides."""
    noted = Noted()
    _note_container_numbers(noted, known)
    _note_seals(noted, known)
    return noted


def _note_container_numbers(noted: Noted, known: KnownConsignment) -> None:
    """E01 "A container number fails ISO 6346: owner, U J or Z, six digits, check digit." """
    column = "container_number_invalid"
    answers = []
    for box in known.equipment:
        if box.kind != "container" or not box.number:
            continue
        answer = iso6346_answer(box.number)
        answers.append(answer is not ContainerAnswer.VALID)
        if answers[-1]:
            noted.evidence.setdefault(column, {"number": box.number, "why": str(answer)})
    noted.note(column, any_of(answers))


def _note_seals(noted: Noted, known: KnownConsignment) -> None:
    """E04 "Loaded equipment without a seal, or fewer seals listed than announced." """
    column = "seal_missing"
    kept_out = must_carry(known.document_kind, "equipment.seals")
    answers = []
    for piece in known.equipment:
        answer = _lacks_seal(piece, carries_goods=bool(known.goods), left_out=kept_out)
        answers.append(answer)
        if answer:
            noted.evidence.setdefault(
                column,
                {"number": piece.number, "listed": len(piece.seals or ()), "announced": piece.seals_stated_count or 0},
            )
    noted.note(column, any_of(answers))


def _lacks_seal(piece: KnownEquipment, *, carries_goods: bool, left_out: bool) -> bool | None:
    """Equipment of a consignment with goods is loaded unless it is said to be empty."""
    announced = piece.seals_stated_count
    if announced and announced > len(piece.seals or ()):
        return True
    if piece.fullness == "empty" or piece.seals:
        return False
    is_loaded = piece.fullness == "full" or carries_goods
    states_none = piece.seals is not None or announced == 0 or left_out
    return True if is_loaded and states_none else None
