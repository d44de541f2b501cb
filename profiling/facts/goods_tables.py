"""Facts of group C that hold a goods item against tables: origin, density, words, UN number, technical level."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from profiling.facts.answers import cannot_carry
from profiling.facts.goods_words import COVER, USED, as_written, conflicting_word, named_term
from profiling.facts.known import KnownConsignment, KnownGoodsItem, Noted
from profiling.reference.cover_chemicals import CODES as COVER_CODES
from profiling.reference.densities import BANDS
from profiling.reference.hs import code_digits
from profiling.reference.producers import MAKERS
from profiling.reference.technical_levels import BEYOND
from profiling.reference.un_numbers import CHAPTERS_OF, NUMBERS_OF
from profiling.reference.used_goods import HOLLOW_CHAPTERS, SCRAP, VEHICLE_PARTS

TEXT_AT_MOST = 120  # of a description, in evidence


def table_facts(item: KnownGoodsItem, known: KnownConsignment) -> Noted:
    """Answer the columns of one goods item that tables answer."""
    noted = Noted()
    digits = digits_of(item.commodity_code)
    _note_density(noted, item, digits)
    _note_origin(noted, item, digits)
    _note_words(noted, item, digits)
    _note_cover(noted, item, digits)
    _note_level(noted, known.destination_country, digits)
    _note_used(noted, item, digits)
    _note_un_number(noted, item, digits, known)
    return noted


@lru_cache(maxsize=16_384)
def digits_of(stated: str | None) -> str:
    """Return the digits of a commodity code; "" where none, or anything else, is stated."""
    return (code_digits(stated) or "") if stated else ""


def entry_of(table: Mapping[str, Any], digits: str) -> tuple[str, Any] | None:
    """Return the longest code of a table that a commodity code begins with, and what the table says of it."""
    for length in (6, 4):
        if len(digits) >= length and digits[:length] in table:
            return digits[:length], table[digits[:length]]
    return None


def is_of(codes: Iterable[str], digits: str) -> bool | None:
    """Say whether a commodity code is one of a table's; None where it is too short to tell."""
    listed = tuple(codes)
    if digits.startswith(listed):
        return True
    return None if any(code.startswith(digits) for code in listed) else False


def _note_density(noted: Noted, item: KnownGoodsItem, digits: str) -> None:
    """C09 "Gross mass by volume is implausible." """
    if item.gross_mass_kg is None or not item.volume_m3:
        noted.note("kg_per_m3", None)
        noted.note("density_implausible", None)
        return
    kg = float(item.gross_mass_kg / item.volume_m3)
    band = BANDS.get(digits[:2])
    noted.note("kg_per_m3", kg)
    noted.note("density_implausible", None if band is None else not band.low_kg_per_m3 <= kg <= band.high_kg_per_m3)
    if noted.values["density_implausible"] and band is not None:
        noted.evidence["density_implausible"] = {
            "density": round(kg, 1), "low": band.low_kg_per_m3, "high": band.high_kg_per_m3, "chapter": digits[:2],
        }  # fmt: skip


def _note_origin(noted: Noted, item: KnownGoodsItem, digits: str) -> None:
    """B04 "The country of origin does not produce this good." """
    made = entry_of(MAKERS, digits)
    if made is None or item.origin_country is None:
        noted.note("origin_implausible", None)
        return
    code, makers = made
    noted.note("origin_implausible", item.origin_country not in makers, origin=item.origin_country, code=code)


def _note_words(noted: Noted, item: KnownGoodsItem, digits: str) -> None:
    """C03 "Words of the description conflict with the HS chapter." """
    column = "description_conflicts"
    word = conflicting_word(item.description, digits[:2]) if item.description and len(digits) >= 2 else None
    noted.note(column, None if word is None else bool(word))
    if word and item.description:
        noted.evidence[column] = {
            "word": as_written(item.description, str(word)),
            "text": item.description[:TEXT_AT_MOST],
            "code": digits,
            "chapter": digits[:2],
        }


def _note_cover(noted: Noted, item: KnownGoodsItem, digits: str) -> None:
    """C06 "A look-alike or cover chemical" (on its way through the corridor, which the profile adds)."""
    code = entry_of(COVER_CODES, digits)
    term = named_term(item.description, COVER) if item.description else None
    if code or term:
        noted.note("cover_chemical", True, named=term or (code[1] if code else ""), code=digits[:6])
    elif digits or item.description:
        # With the words known and the code missing, the words decide; a code of a chapter only may be any of it.
        too_short = any(listed.startswith(digits) for listed in COVER_CODES) if digits else not item.description
        noted.note("cover_chemical", None if too_short else False)
    else:
        noted.note("cover_chemical", None)


def _note_level(noted: Noted, destination: str | None, digits: str) -> None:
    """C18 "The good is incompatible with the technical level of the destination." """
    column = "beyond_destination_level"
    if destination is None or len(digits) < 6:
        noted.note(column, None)
        return
    found = entry_of(BEYOND, digits)
    noted.note(column, found is not None and destination in found[1], code=digits[:6], destination=destination)


def _note_used(noted: Noted, item: KnownGoodsItem, digits: str) -> None:
    """C19 "Used machinery, vehicle parts or scrap" (from a route of risk, which the profile adds)."""
    column = "used_or_scrap"
    if len(digits) >= 4 and digits.startswith(SCRAP):
        noted.note(column, True, why="scrap", code=digits[:6])
    elif len(digits) >= 4 and digits.startswith(VEHICLE_PARTS):
        noted.note(column, True, why="vehicle_parts", code=digits[:6])
    elif digits and not digits.startswith(HOLLOW_CHAPTERS):
        noted.note(column, False if len(digits) >= 4 or not any(c.startswith(digits) for c in SCRAP) else None)
    elif item.description:
        term = named_term(item.description, USED)
        noted.note(column, term is not None, why="used", named=term or "", code=digits[:6])
    else:
        noted.note(column, None)


def _note_un_number(noted: Noted, item: KnownGoodsItem, digits: str, known: KnownConsignment) -> None:
    """C21 "The UN number is absent for a dangerous chemical, or conflicts with the code."

    Transport documents of dangerous goods must name it; a declaration, or a document without a place for it, need not.
    """
    column = "un_number_faulty"
    numbers = NUMBERS_OF.get(digits[:6])
    if item.un_number is None:
        need_not = cannot_carry(known.document_kind, "goods.un_number") or known.document_kind.endswith("_declaration")
        if len(digits) < 6 or (numbers and need_not):
            noted.note(column, None)
        else:
            noted.note(column, numbers is not None, why="missing", code=digits[:6], expected=_listed(numbers))
        return
    chapters = CHAPTERS_OF.get(item.un_number)
    if numbers is not None:
        answer: bool | None = item.un_number not in numbers
    else:
        answer = digits[:2] not in chapters if chapters and len(digits) >= 2 else None
    expected = _listed(numbers)
    noted.note(column, answer, why="other_substance", number=item.un_number, code=digits[:6], expected=expected)


def _listed(numbers: Iterable[str] | None) -> str:
    return ", ".join(sorted(numbers or ())[:3])
