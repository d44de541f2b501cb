"""What the text of a goods item tells: nothing (C02), too little (C01), or a word of a control list (C05)."""

import re
from functools import lru_cache

from consignments.keys.transliteration import latin_keys, latin_words
from profiling.reference import control_lists, vague_terms

_VAGUE = latin_keys(vague_terms.TERMS)
_QUALIFIERS = latin_keys(vague_terms.QUALIFIERS)
_QUALIFYING_WORDS = frozenset(word for phrase in _QUALIFIERS for word in phrase.split())
_UNITS = latin_keys(vague_terms.UNITS)

_PARTING = re.compile(r"[,;/+&|\n、，；]|\band\b|\bwith\b|\bи\b|\bс\b|\bжана\b|\bva\b|\bва\b", re.IGNORECASE)
_FILE_NAME = re.compile(
    r"\s*[\w\s().-]{1,80}\.(?:pdf|docx?|xlsx?|jpe?g|png|tiff?|txt|csv|xml|zip|rar|msg|eml)\s*", re.IGNORECASE
)
_COUNT = re.compile(r"\d[\d.x]*")
_NOTHING = latin_keys(
    "n/a, na, nil, none, null, no, tba, tbd, test, asdf, qwerty, нет, нет данных, тест, жок, йўқ, нест, yok"
)

_LISTED = {name: latin_keys(terms) for name, terms in control_lists.TERMS.items()}
_LONGEST_TERM = max(len(term.split()) for terms in _LISTED.values() for term in terms)


def folded_description(text: str) -> str:
    """Return the text in lower case with white space folded, as conditions compare it."""
    return " ".join(text.lower().split())


@lru_cache(maxsize=16_384)
def vague_term(text: str) -> str | None:
    """Return the vague term that a description amounts to, as stated; None where any part of it names a good.

    >>> vague_term("Various goods, spare parts 20 ctns"), vague_term("brake parts for KAMAZ trucks")
    ('various goods', None)
    """
    parts = [part for part in _PARTING.split(text) if any(map(str.isalpha, part))]
    if not parts:
        return None
    whole = _bare(latin_words(text))
    if whole in _VAGUE or all(_is_vague(part) for part in parts):
        return folded_description(parts[0])[:80]
    return None


@lru_cache(maxsize=16_384)
def why_meaningless(text: str) -> str | None:
    """Return why a text is no description: "empty", "no_letters", "one_letter", "file_name", "filler"; else None."""
    if not text.strip():
        return "empty"
    words = latin_words(text)
    letters = "".join(filter(str.isalpha, "".join(words)))
    if not letters:
        return "no_letters"
    if len(set(letters)) == 1:
        return "one_letter"
    if _FILE_NAME.fullmatch(text):
        return "file_name"
    return "filler" if " ".join(words) in _NOTHING else None


@lru_cache(maxsize=16_384)
def lists_named(text: str) -> dict[str, str]:
    """Return the control lists whose words stand in the text, with the words: {"precursor": "acetic anhydride"}."""
    words = latin_words(text)
    found: dict[str, str] = {}
    for start in range(len(words)):
        for length in range(1, _LONGEST_TERM + 1):
            term = " ".join(words[start : start + length])
            for name, terms in _LISTED.items():
                if term in terms:
                    found.setdefault(name, term)
    return found


def _is_vague(part: str) -> bool:
    words = latin_words(part)
    bare = _bare(words)
    return bare in _VAGUE or all(
        word in _QUALIFYING_WORDS or word in _UNITS or _COUNT.fullmatch(word) for word in words
    )


def _bare(words: list[str]) -> str:
    """The words without counts, packings and qualifiers, which make no good of a vague term."""
    if " ".join(words) in _VAGUE:
        return " ".join(words)
    left = [word for word in words if word not in _UNITS and not _COUNT.fullmatch(word)]
    if " ".join(left) in _VAGUE:
        return " ".join(left)
    return " ".join(word for word in left if word not in _QUALIFYING_WORDS)
