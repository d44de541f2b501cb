"""Legal forms of firms in the languages of the trade, and how to take them off a name."""

import re

from consignments.keys.transliteration import joined_initials, latin_keys, latin_words

# Comma-separated, as printed; compared as Latin words. These stand for nothing else wherever they appear in a name.
UNAMBIGUOUS = """
    ОсОО, ЖЧК, ААК, ЖАК, ООО, ОАО, ЗАО, ПАО, НАО, АООТ, ТДО, КФХ, СПК, ГУП, ФГУП, ЖШС, МЧЖ, ЯТТ, ҶДММ, ЧДММ, ҶСК,
    ҶСП, КВД, OsOO, JChK, OJSC, CJSC, PJSC, JSC, LLC, LLP, LTD, LIMITED, INC, INCORPORATED, CORP, CORPORATION,
    PLC, PVT, PTE, PTY, MChJ, JDMM, CJDMM, FZE, FZCO, FZC, DMCC, GmbH, SARL, SRL, UAB, EOOD, OOD, DOO
"""

# Short abbreviations and generic words that are a legal form only at the beginning or the end of a name.
AT_AN_EDGE = """
    ИП, ЧП, АО, СП, МП, КХ, ЖК, ХК, ҚК, АЖ, XK, QK, AJ, YaTT, CO, COMPANY, FIRM, FIRMA, AG, SA, AS, BV, NV, OY,
    AB, SIA, SRO, STI, FZ, фирма, фирмасы, компания, компаниясы, предприятие, ишканасы, корхонаси, korxonasi,
    kompaniyasi
"""

PHRASES = """
    общество с ограниченной ответственностью, общество с дополнительной ответственностью, товарищество с
    ограниченной ответственностью, открытое акционерное общество, закрытое акционерное общество, публичное
    акционерное общество, акционерное общество, индивидуальный предприниматель, частный предприниматель,
    крестьянское хозяйство, жоопкерчилиги чектелген коому, жоопкерчилиги чектелген коом, жабык акционердик коому,
    ачык акционердик коому, жеке ишкер, жауапкершілігі шектеулі серіктестігі, масъулияти чекланган жамияти,
    mas'uliyati cheklangan jamiyati, mas'uliyati cheklangan jamiyat, якка тартибдаги тадбиркор, yakka tartibdagi
    tadbirkor, ҷамъияти дорои масъулияти маҳдуд, ҷамъияти дорои масъулияташ маҳдуд, соҳибкори инфиродӣ, limited
    liability company, joint stock company, sp z o o, limited şirketi, anonim şirketi
"""

# Capitals only, because in small letters they are words: «тоо» is a mountain (Ала-Тоо, Ак-Тоо), "zhi" a Chinese name.
_CAPITALS_FORM = re.compile(r"(?<![\w‐-―-])(?:ТОО|TOO|ЖИ)(?![\w‐-―-])")
_SEPARATORS = ",;()[]\"'«»“”„‟<>"


_UNAMBIGUOUS = latin_keys(UNAMBIGUOUS)
_AT_AN_EDGE = latin_keys(AT_AN_EDGE) | _UNAMBIGUOUS
_PHRASES = tuple(sorted((tuple(key.split()) for key in latin_keys(PHRASES)), key=len, reverse=True))
_PHRASE_FIRST_WORDS = frozenset(phrase[0] for phrase in _PHRASES)


def has_legal_form(text: str) -> bool:
    """Say whether the name states a legal form next to a name of its own (a lone «ООО» states only the form)."""
    stripped = without_capitals_forms(text)
    words = latin_words(stripped)
    return stripped != text or without_legal_forms(words) != words


def without_capitals_forms(text: str) -> str:
    """Take off «ТОО» and «ЖИ» where they are surely a legal form: first, set apart by a mark, or the only capitals."""
    kept: list[str] = []
    position = 0
    for found in _CAPITALS_FORM.finditer(text):
        if _stands_apart(text, found.start(), found.end()):
            kept.append(text[position : found.start()])
            position = found.end()
    stripped = "".join(kept) + " " + text[position:] if kept else text
    return stripped if any(map(str.isalnum, stripped)) else text


def without_legal_forms(words: list[str]) -> list[str]:
    """Return the Latin words without legal forms; all of them when nothing else would be left."""
    left = words
    while True:
        shorter = joined_initials(_trimmed([word for word in _without_phrases(left) if word not in _UNAMBIGUOUS]))
        if not shorter:
            return words
        if shorter == left:
            return left
        left = shorter


def _stands_apart(text: str, start: int, end: int) -> bool:
    before, after = text[:start].rstrip(), text[end:].lstrip()
    is_first = not any(map(str.isalnum, before))
    set_apart = (before and before[-1] in _SEPARATORS) or (after and after[0] in _SEPARATORS)
    return is_first or bool(set_apart) or any(map(str.islower, before + after))


def _without_phrases(words: list[str]) -> list[str]:
    if _PHRASE_FIRST_WORDS.isdisjoint(words):
        return words
    left: list[str] = []
    position = 0
    while position < len(words):
        phrase = next((p for p in _PHRASES if tuple(words[position : position + len(p)]) == p), ())
        if not phrase:
            left.append(words[position])
        position += max(len(phrase), 1)
    return left


def _trimmed(words: list[str]) -> list[str]:
    first, last = 0, len(words)
    while first < last and words[first] in _AT_AN_EDGE:
        first += 1
    while first < last and words[last - 1] in _AT_AN_EDGE:
        last -= 1
    return words[first:last]
