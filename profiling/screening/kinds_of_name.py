"""What kind of party a name shows: a placeholder (A08), a person (A15), a freight forwarder (A07)."""

import re

from consignments.keys.legal_forms import has_legal_form
from consignments.keys.names import KINSHIP_WORDS, fold
from consignments.keys.transliteration import latin_keys, latin_words
from profiling.screening.vocabulary import (
    COMPANY_WORDS,
    FORWARDER_ENDINGS,
    FORWARDER_WORDS,
    GIVEN_NAMES,
    HAN_SURNAMES,
    PLACEHOLDERS,
    SURNAME_ENDINGS,
)

_PLACEHOLDERS = latin_keys(PLACEHOLDERS)
_FORWARDER_WORDS = latin_keys(FORWARDER_WORDS)
_COMPANY_WORDS = latin_keys(COMPANY_WORDS) | _FORWARDER_WORDS
_GIVEN_NAMES = frozenset(map(fold, latin_keys(GIVEN_NAMES)))

_FORWARDER_ENDING = re.compile(rf"[a-z]{{4,}}(?:{'|'.join(latin_keys(FORWARDER_ENDINGS))})")
_SURNAME = re.compile(rf"[a-z]{{2,}}(?:{'|'.join(latin_keys(SURNAME_ENDINGS))})")
_PATRONYMIC = re.compile(r"[a-z]{3,}(?:ovich|evich|ovna|evna|uulu|kyzy|ogly|ugli|qizi)")
_HAN_NAME = re.compile(rf"[{''.join(filter(str.isalpha, HAN_SURNAMES))}][\u4e00-\u9fff]{{1,2}}")
_QUOTED = re.compile(r"[«»“”„\"]")


def is_placeholder(text: str) -> bool:
    """Say whether a stated party name only fills the field: "N/A", "не известно", "...", "xxx", digits alone (A08)."""
    words = latin_words(text)
    letters = "".join(words)
    if len(set(letters)) < 2 or not any(map(str.isalpha, letters)):
        return True
    return " ".join(words) in _PLACEHOLDERS or letters in _PLACEHOLDERS


def is_freight_forwarder(text: str) -> bool:
    """Say whether the name is that of a forwarder or carrier, by a word in one of the languages of the trade (A07)."""
    return any(word in _FORWARDER_WORDS or _FORWARDER_ENDING.fullmatch(word) for word in latin_words(text))


def looks_like_person(text: str) -> bool | None:
    """Say whether the name is a natural person's (A15); None when the words do not tell.

    A patronymic, or a family name beside a given name, says yes. A legal form, quotation marks or a word of business
    says no: an individual entrepreneur («ИП Асанов») trades under a registration and is not what A15 looks for.
    """
    words = latin_words(text)
    if is_placeholder(text):
        return None
    if has_legal_form(text) or _QUOTED.search(text) or not _COMPANY_WORDS.isdisjoint(words):
        return False
    if _HAN_NAME.fullmatch(text.strip()):
        return True
    if not 2 <= len(words) <= 4 or not all(map(str.isalpha, words)):
        return None
    if any(word in KINSHIP_WORDS or _PATRONYMIC.fullmatch(word) for word in words):
        return True
    given = [word for word in words if fold(word) in _GIVEN_NAMES]
    initials = [word for word in words if len(word) <= 2]
    family = [word for word in words if word not in given and _SURNAME.fullmatch(word)]
    return True if len(given) >= 2 or (family and (given or initials)) else None
