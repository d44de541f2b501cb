"""What the words of a description say of the goods: of which chapters they are, whether used, whether a cover."""

import re
from functools import lru_cache

from consignments.keys.transliteration import latin_keys, latin_words
from profiling.reference import cover_chemicals, excise_goods, used_goods
from profiling.reference.goods_words import ARTICLES_FOR, GOODS_WORDS, QUALIFIERS

_SHORTEST_STEM = 4
_WORD = re.compile(r"[\w'-]+")
_STEMS = {stem: frozenset(chapters.split()) for words, chapters in GOODS_WORDS.items() for stem in latin_keys(words)}
_QUALIFIERS = frozenset(word for phrase in latin_keys(QUALIFIERS) for word in phrase.split())
# What the goods are for or with is not what they are.
_BEFORE_THIS = frozenset(["for", "dlya", "with", "s", "pod", "from"])


class Terms:
    """Phrases that are looked for in texts, longest first, by their first word."""

    def __init__(self, listed: str):
        self.by_first_word: dict[str, list[list[str]]] = {}
        for key in sorted(latin_keys(listed), key=lambda key: (-len(key), key)):
            self.by_first_word.setdefault(key.split()[0], []).append(key.split())


COVER = Terms(cover_chemicals.TERMS)
USED = Terms(used_goods.USED_TERMS)
TOBACCO_INPUTS = Terms(excise_goods.TOBACCO_INPUT_TERMS)
EXCISE = Terms(excise_goods.EXCISE_TERMS)


@lru_cache(maxsize=16_384)
def named_goods(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the words of a text that name goods, with the chapters such goods may be of.

    >>> named_goods("fresh potatoes for chips")
    (('potatoes', frozenset({'07', '10', '11', '19', '20'})),)
    """
    return tuple((word, chapters) for word in _telling(text) if (chapters := _chapters_of(word)))


@lru_cache(maxsize=16_384)
def conflicting_word(text: str, chapter: str) -> str | bool | None:
    """Return a word that names goods of other chapters only, False where one agrees, None where none tells."""
    named = named_goods(text)
    if not named:
        return None
    if any(chapter in chapters for _word, chapters in named):
        return False
    if chapter in ARTICLES_FOR and len(named) < len(_telling(text)):
        return None
    return named[0][0]


@lru_cache(maxsize=16_384)
def named_term(text: str, terms: Terms) -> str | None:
    """Return the first of the terms that stands in the text, as whole words."""
    words = latin_words(text)
    for start, word in enumerate(words):
        for term in terms.by_first_word.get(word, ()):
            if words[start : start + len(term)] == term:
                return " ".join(term)
    return None


def as_written(text: str, word: str) -> str:
    """Return the word of a text that `word` is the Latin form of."""
    return next((each for each in _WORD.findall(text) if word in latin_words(each)), word)


def _telling(text: str) -> list[str]:
    words = latin_words(text)
    end = next((place for place, word in enumerate(words) if word in _BEFORE_THIS and place), len(words))
    return [word for word in words[:end] if word not in _QUALIFIERS and word.isalpha()]


@lru_cache(maxsize=16_384)
def _chapters_of(word: str) -> frozenset[str] | None:
    if word in _STEMS:
        return _STEMS[word]
    for length in range(len(word) - 1, _SHORTEST_STEM - 1, -1):
        if word[:length] in _STEMS:
            return _STEMS[word[:length]]
    return None
