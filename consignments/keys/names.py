"""The two keys of a name: one for equality, one that also folds the spellings of Kyrgyz, Russian, Uzbek and Tajik."""

import re
from functools import lru_cache

from consignments.keys.legal_forms import without_capitals_forms, without_legal_forms
from consignments.keys.transliteration import latin_words

# "son of" / "daughter of" as words of their own; the name before it stays.
KINSHIP_WORDS = frozenset(
    [
        "uulu",
        "uluu",
        "uul",
        "kyzy",
        "kizi",
        "qizi",
        "kyz",
        "ogly",
        "oglu",
        "ogli",
        "ogl",
        "ugli",
        "uglu",
        "oghli",
        "oghlu",
        "ogluu",
        "zada",
    ]
)
# Kinship grown onto the father's name (Усөнуулу, Иванович). The stem stays: it tells namesakes apart.
_PATRONYMIC = re.compile(r"(?<=\w{3})(?:ovich|evich|ovna|evna|yevich|yevna|ovych|uulu|kyzy|oglu|ogly)$")

# "and": a firm writes it in one paper and leaves it out in the next.
_JOINING_WORDS = frozenset(["and", "i", "va", "zhana", "jana"])

# Words of business that Cyrillic writes by ear from English, under the English spelling; and names of many spellings.
_BORROWED = {
    "treyd": "trade",
    "grupp": "group",
    "gruppa": "group",
    "servis": "service",
    "stor": "store",
    "fud": "food",
    "fuds": "foods",
    "tekstil": "textile",
    "logistik": "logistics",
    "logistika": "logistics",
    "logistiks": "logistics",
    "impeks": "impex",
    "avto": "auto",
    "tekhnolodzhi": "technology",
    "indastri": "industry",
    "interneshnl": "international",
    "interneshenl": "international",
    "elektronik": "electronics",
    "elektroniks": "electronics",
    "trading": "trade",
    "treyding": "trade",
    "kashi": "kashgar",
    # Given names of the Persian and Arab world, which every register spells by ear.
    "hossein": "husein",
    "hosein": "husein",
    "hoseyn": "husein",
    "husayn": "husein",
    "husain": "husein",
    "hussain": "husein",
    "hussein": "husein",
    "xusayn": "husein",
    "khuseyn": "husein",
    "mohammad": "muhamad",
    "mohammed": "muhamad",
    "mohamed": "muhamad",
    "mohamad": "muhamad",
    "muhammad": "muhamad",
    "muhammed": "muhamad",
    "mukhammad": "muhamad",
    "muxammad": "muhamad",
    "mukhamed": "muhamad",
    "ahmed": "ahmad",
    "akhmed": "ahmad",
    "akhmad": "ahmad",
    "abdollah": "abdulah",
    "abdulla": "abdulah",
    "yousef": "yusuf",
    "youssef": "yusuf",
    "reza": "riza",
}

# In this order: later rules see what earlier ones left. Both sides of a comparison pass through them, so a rule may be
# blunt as long as it does not make different names equal.
_SPELLINGS = tuple(
    (re.compile(pattern), spelling)
    for pattern, spelling in (
        (r"(.)\1+", r"\1"),  # Muhammad, Muhamad
        (r"(?<=\w\w[eo])f$", "v"),  # Ivanof(f), Ivanov
        (r"shch|sch", "sh"),  # Shcherbakov, Scherbakov, Sherbakov
        (r"dzh|dj|zh", "j"),  # Dzhumabaev, Djumabaev, Zhumabaev, Jumabaev
        (r"tz|ts", "c"),
        (r"ph", "f"),
        (r"w", "v"),
        (r"ck|q", "k"),  # Qodirov, Kodirov
        (r"gh", "g"),  # Ghayrat, Gayrat
        (r"kh|ks|x(?!i[aeou]|u[aen])", "h"),  # Khurshid, Xurshid; Aleksandr, Alexander; but not pinyin: Xiaoming
        (r"(?<=[aeiouy])j(?=$|[^aeiouy])", "i"),  # Sergej, Dordoj
        (r"[iy]+[oe]", "e"),  # Bakhtiyor, Bakhtier; Yesenov, Esenov
        (r"y", "i"),  # Yusupov, Iusupov; Kyrgyz, Kirgiz
        (r"o", "a"),  # Kodirov, Kadirov: unstressed o is heard and written as a
        (r"(.)\1+", r"\1"),  # what the rules above doubled
    )
)


@lru_cache(maxsize=4_096)  # a trader's name comes again with each of its consignments
def name_key(text: str) -> str:
    """Return the canonical key for equality of names: Latin, lowercase, no legal form, no marks; "" for no letters.

    >>> name_key("ОсОО «Ала-Тоо Импорт»"), name_key("ALA-TOO IMPORT, OsOO")
    ('ala too import', 'ala too import')
    """
    return " ".join(without_legal_forms(latin_words(without_capitals_forms(text))))


def folded_key(text: str) -> str:
    """Return `name_key` with regional spellings folded together; for similarity, never for display or equality.

    >>> folded_key("Қодиров Ғайрат"), folded_key("KADIROV GAIRAT")
    ('kadirav gairat', 'kadirav gairat')
    """
    return fold(name_key(text))


def fold(key: str) -> str:
    """Fold the spellings of a name that is already a `name_key`."""
    words = [word for word in key.split() if word not in _JOINING_WORDS] or key.split()
    named = [word for word in words if word not in KINSHIP_WORDS]
    if len(named) < 2:
        return " ".join(map(_folded_word, words))
    return " ".join(_folded_word(_PATRONYMIC.sub("", word)) for word in named)


@lru_cache(maxsize=65_536)  # names share their words; the screening of 100,000 entries folds some 20,000 different ones
def _folded_word(word: str) -> str:
    word = _BORROWED.get(word, word)
    for pattern, spelling in _SPELLINGS:
        word = pattern.sub(spelling, word)
    return word
