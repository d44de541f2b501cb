"""Facts of group C of each goods item: text, code, masses, value."""

from functools import lru_cache
from typing import Any

from profiling.facts.answers import must_carry
from profiling.facts.descriptions import folded_description, lists_named, vague_term, why_meaningless
from profiling.facts.known import Circumstances, KnownGoodsItem, Noted
from profiling.facts.totals import item_usd, per_kg
from profiling.reference.control_lists import CODES
from profiling.reference.hs import code_digits, code_fault, hs_chapter
from profiling.reference.mass_bands import mass_band

TEXT_AT_MOST = 120  # of a description, in evidence


def item_facts(item: KnownGoodsItem, document_kind: str, circumstances: Circumstances) -> Noted:
    """Answer the columns of one goods item."""
    noted = Noted()
    digits = _digits(item.commodity_code)
    usd = item_usd(item, circumstances)
    noted.note("item_gross_mass_kg", _number(item.gross_mass_kg))
    noted.note("item_net_mass_kg", _number(item.net_mass_kg))
    noted.note("item_packages", item.packages)
    noted.note("item_value_usd", usd)
    noted.note("item_value_per_kg_usd", per_kg(usd, item.net_mass_kg, item.gross_mass_kg))
    noted.note("hs_chapter", hs_chapter(digits))
    noted.note("hs4", digits[:4] if len(digits) >= 4 else None)
    noted.note("hs6", digits[:6] if len(digits) >= 6 else None)
    noted.note("origin_country", item.origin_country)
    noted.note("un_number", item.un_number)
    _note_description(noted, item, document_kind)
    _note_code(noted, item, document_kind)
    _note_control_lists(noted, item, digits)
    _note_mass_per_package(noted, item)
    _note_net_above_gross(noted, item)
    return noted


def _note_description(noted: Noted, item: KnownGoodsItem, document_kind: str) -> None:
    """C01 "The description is a vague term." C02 "The description is empty, only digits or signs, or a file name." """
    if item.description is None:
        empty = True if must_carry(document_kind, "goods.description") else None
        noted.note("description", None)
        noted.note("description_is_vague", None)
        noted.note("description_is_meaningless", empty, why="empty", text="")
        return
    noted.note("description", folded_description(item.description))
    why = why_meaningless(item.description)
    noted.note("description_is_meaningless", why is not None)
    if why:
        noted.evidence["description_is_meaningless"] = {"why": why, "text": item.description[:TEXT_AT_MOST]}
    term = vague_term(item.description)
    noted.note("description_is_vague", term is not None)
    if term:
        noted.evidence["description_is_vague"] = {"term": term, "text": item.description[:TEXT_AT_MOST]}


def _note_code(noted: Noted, item: KnownGoodsItem, document_kind: str) -> None:
    """C04 "The commodity code is missing where it must be stated, of wrong length, or not in the nomenclature." """
    column = "commodity_code_faulty"
    if item.commodity_code is None:
        missing = True if must_carry(document_kind, "goods.commodity_code") else None
        noted.note(column, missing, code="", why="missing")
        return
    why = _fault(item.commodity_code)
    noted.note(column, why is not None)
    if why:
        noted.evidence[column] = {"code": item.commodity_code, "why": why}


def _note_control_lists(noted: Noted, item: KnownGoodsItem, digits: str) -> None:
    """C05 "The code or the text stands on a control list." A code too short to tell leaves an unknown element."""
    named = lists_named(item.description) if item.description else {}
    listed, undecided = _lists_of_code(digits)
    if not digits and item.description is None:
        noted.note("control_lists", None)
        return
    found: list[str | None] = [name for name in CODES if name in listed or name in named]
    if undecided - set(found):
        found.append(None)
    noted.note("control_lists", found)
    seen_in: dict[str, Any] = {name: named.get(name) or digits[:6] for name in found if name}
    if seen_in:
        noted.evidence["control_lists"] = seen_in


def _note_mass_per_package(noted: Noted, item: KnownGoodsItem) -> None:
    """C08 "Gross mass per package is implausible for the HS chapter." """
    if item.gross_mass_kg is None or not item.packages:
        noted.note("kg_per_package", None)
        noted.note("mass_per_package_implausible", None)
        return
    kg = float(item.gross_mass_kg) / item.packages
    chapter = noted.values["hs_chapter"]
    band = mass_band(chapter, item.package_kind) if chapter else None
    noted.note("kg_per_package", kg)
    noted.note("mass_per_package_implausible", None if band is None else not band.low_kg <= kg <= band.high_kg)
    if band is not None:
        seen_in = {"kg": round(kg, 3), "low": band.low_kg, "high": band.high_kg, "chapter": chapter}
        noted.evidence["kg_per_package"] = seen_in
        if noted.values["mass_per_package_implausible"]:
            noted.evidence["mass_per_package_implausible"] = seen_in


def _note_net_above_gross(noted: Noted, item: KnownGoodsItem) -> None:
    """C10 "Net mass is above gross mass." """
    if item.net_mass_kg is None or item.gross_mass_kg is None:
        noted.note("net_exceeds_gross", None)
        return
    exceeds = item.net_mass_kg > item.gross_mass_kg
    noted.note("net_exceeds_gross", exceeds)
    if exceeds:
        noted.evidence["net_exceeds_gross"] = {"net": float(item.net_mass_kg), "gross": float(item.gross_mass_kg)}


@lru_cache(maxsize=16_384)
def _lists_of_code(digits: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the lists that a code stands on, and those that it is too short to decide."""
    on = frozenset(name for name, codes in CODES.items() if any(digits.startswith(code) for code in codes))
    maybe = frozenset(
        name for name, codes in CODES.items() if any(code.startswith(digits) and code != digits for code in codes)
    )
    return on, maybe - on


@lru_cache(maxsize=16_384)
def _digits(stated: str | None) -> str:
    return (code_digits(stated) or "") if stated else ""


_fault = lru_cache(maxsize=16_384)(code_fault)


def _number(mass: Any) -> float | None:
    return None if mass is None else float(mass)
