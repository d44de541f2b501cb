"""Facts of group C of the whole load: sections mixed, room, freight by value, excise goods uncovered."""

from profiling.facts.answers import any_of, cannot_carry
from profiling.facts.goods_tables import digits_of, is_of
from profiling.facts.goods_words import EXCISE, named_term
from profiling.facts.known import Circumstances, KnownConsignment, KnownGoodsItem, Noted
from profiling.facts.totals import in_usd, value_usd
from profiling.reference.densities import BANDS, VEHICLE_M3, room_m3
from profiling.reference.excise_goods import ALCOHOL, TOBACCO
from profiling.reference.hs import hs_chapter, hs_section

# What measuring in centimetres and packing tight explain.
ROOM_TOLERANCE = 1.05


def load_facts(known: KnownConsignment, circumstances: Circumstances) -> Noted:
    """Answer the columns that look at the load as a whole."""
    noted = Noted()
    _note_sections(noted, known)
    _note_room(noted, known)
    _note_freight(noted, known, circumstances)
    _note_excise(noted, known)
    return noted


def _note_sections(noted: Noted, known: KnownConsignment) -> None:
    """C14 "Goods of unrelated sections together" (with one vague line, which the profile adds)."""
    chapters = [hs_chapter(digits_of(item.commodity_code)) for item in known.goods]
    sections = {hs_section(chapter) for chapter in chapters if chapter} - {None}
    known_all = bool(chapters) and None not in chapters
    # Lines without a code may be of any section; those that are known are a lower bound, told where it says enough.
    noted.note("goods_sections", len(sections) if known_all or len(sections) > 1 else None)


def _note_room(noted: Noted, known: KnownConsignment) -> None:
    """C09 "The goods take more room than what they travel in has." """
    column = "volume_exceeds_equipment"
    needed = [_needed_m3(item) for item in known.goods]
    if not known.equipment and known.mode != "road":
        noted.note(column, None)
        return
    room = sum(room_m3(piece.kind, piece.size_type) for piece in known.equipment) or VEHICLE_M3
    least = sum(m3 for m3 in needed if m3 is not None)
    if least > room * ROOM_TOLERANCE:
        noted.note(column, True, needed=round(least, 1), room=round(room))
    else:
        noted.note(column, False if needed and None not in needed else None)


def _needed_m3(item: KnownGoodsItem) -> float | None:
    """The volume stated, else the least that goods of the chapter and mass can take."""
    if item.volume_m3:
        return float(item.volume_m3)
    band = BANDS.get(digits_of(item.commodity_code)[:2])
    if item.gross_mass_kg is None or band is None:
        return None
    return float(item.gross_mass_kg) / band.high_kg_per_m3


def _note_freight(noted: Noted, known: KnownConsignment, circumstances: Circumstances) -> None:
    """C12 "Freight is above the value of the goods" (over a long way, which the profile adds)."""
    column = "freight_value_ratio"
    freight = in_usd(known.freight_amount, known.freight_currency, circumstances)
    value = value_usd(known, circumstances)
    if freight is None or not value:
        noted.note(column, None)
        return
    noted.note(column, freight / value, freight=round(freight), goods_value=round(value))


def _note_excise(noted: Noted, known: KnownConsignment) -> None:
    """C15 "Tobacco or alcohol in transit without excise data; tobacco under a TIR carnet." """
    column = "excise_data_missing"
    answers = []
    for item in known.goods:
        digits = digits_of(item.commodity_code)
        answer = _is_uncovered(item, digits, known)
        answers.append(answer)
        if answer:
            why = "tir" if is_of(TOBACCO, digits) and _is_under_tir(known) else "no_excise"
            noted.evidence.setdefault(column, {"item": item.number, "code": digits[:4], "why": why})
    noted.note(column, any_of(answers))


def _is_uncovered(item: KnownGoodsItem, digits: str, known: KnownConsignment) -> bool | None:
    is_excise = is_of((*TOBACCO, *ALCOHOL), digits)
    if not is_excise:
        return is_excise
    if is_of(TOBACCO, digits) and _is_under_tir(known):
        return True
    if known.procedure != "transit":
        return None if known.procedure is None else False
    if item.description and named_term(item.description, EXCISE):
        return False
    if "permit" in {named.kind for named in known.documents} | {paper.kind for paper in known.papers}:
        return False
    # Who names papers and no excise paper among them has none; who names no papers at all says nothing.
    return None if cannot_carry(known.document_kind, "documents.permit") or not known.documents else True


def _is_under_tir(known: KnownConsignment) -> bool:
    return bool(known.tir_carnet_number) or known.transport_document_kind == "tir"
