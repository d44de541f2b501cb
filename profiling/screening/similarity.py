"""How alike two names are, 0 to 100: the one score by which the index, the watch lists and the tests judge."""

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from consignments.keys.names import fold, name_key
from consignments.keys.transliteration import latin_keys
from profiling.screening.vocabulary import COMPANY_WORDS, FORWARDER_WORDS

# Fixed on the pairs in tests/profiling/screening/test_similarity.py: there every variant spelling of one name scores 88
# or more, every innocent neighbour (a brother, a firm with the same trade words) less. Two people whose names differ by
# no more than a misspelling (Али, Вали Кадыров) cannot be told apart by names: tax number and address must do it.
MATCH_THRESHOLD = 88.0
# For showing an officer what came near; not a match.
POSSIBLE_THRESHOLD = 80.0

# Below this nobody looks at a score, and it stays as the letters give it.
_JUDGED_FROM = 70.0

# A word that tells names apart and has no partner this like it is another word: silk ROAD, silk WAY. Not higher: one
# misspelt letter in a word of three (кол, кул) leaves 67.
_SAME_WORD_FROM = 60.0
# Where a single word tells a name apart, so many letters of it may be misspelt, by its length: "ra trade" and "arka
# trade" are two firms, and so are "zeui trans" and "zupi trans"; "zaki trans" may be "zagi trans".
_ONE_MISSPELT_FROM = 4
_TWO_MISSPELT_FROM = 8
# Two firms that differ in a number (База 1, База 2) are two firms, however alike the words.
_DIFFERENT_NUMBERS_AT_MOST = 70.0

_GENERIC = frozenset(map(fold, latin_keys(COMPANY_WORDS) | latin_keys(FORWARDER_WORDS)))


@dataclass(frozen=True, slots=True)
class KeyedName:
    """A name made ready to be compared: its plain and folded keys, and what of the folded one tells it apart."""

    plain: str
    folded: str
    compact: str  # folded without spaces: Алатоо and Ала Тоо, 王晓明 and Wang Xiao Ming
    core: str  # folded without words of business and numbers
    numbers: frozenset[str]


@lru_cache(maxsize=4096)
def keyed_name(text: str) -> KeyedName:
    """Make a name ready for `name_score`."""
    plain = name_key(text)
    folded = fold(plain)
    words = folded.split()
    numbers = frozenset(word for word in words if word.isdigit())
    core = " ".join(word for word in words if word not in _GENERIC and word not in numbers)
    return KeyedName(plain, folded, folded.replace(" ", ""), core, numbers)


def name_score(one: KeyedName, other: KeyedName) -> float:
    """Return the similarity of two names, 0 to 100; word order does not count, 0.0 when either has no letters.

    The best of plain, folded and unspaced spelling, unless a word that tells the names apart differs: "Silk Road
    Logistics" and "Silk Way Logistics" share most of their letters and are two firms.
    """
    if not one.folded or not other.folded:
        return 0.0
    best = max(
        fuzz.token_sort_ratio(one.plain, other.plain),
        fuzz.token_sort_ratio(one.folded, other.folded),
        fuzz.ratio(one.compact, other.compact),
    )
    if one.numbers != other.numbers:
        best = min(best, _DIFFERENT_NUMBERS_AT_MOST)
    if best >= _JUDGED_FROM and one.core != other.core and not _cores_agree(one.core, other.core):
        best = min(best, fuzz.token_sort_ratio(one.core, other.core))
    return best


def _cores_agree(core: str, other: str) -> bool:
    if not core or not other or _are_near(core.replace(" ", ""), other.replace(" ", "")):
        return True
    words, others = sorted((core.split(), other.split()), key=lambda words: (len(words), words))
    if len(words) == 1:
        return any(_are_near(words[0], candidate) for candidate in others)
    return all(max(fuzz.ratio(word, candidate) for candidate in others) >= _SAME_WORD_FROM for word in words)


def _are_near(word: str, other: str) -> bool:
    shorter = min(len(word), len(other))
    allowed = 0 if shorter < _ONE_MISSPELT_FROM else 1 if shorter < _TWO_MISSPELT_FROM else 2
    return OSA.distance(word, other, score_cutoff=allowed) <= allowed
