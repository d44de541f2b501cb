"""How alike two names are, 0 to 100: the one score by which the index, the watch lists and the tests judge."""

from dataclasses import dataclass

from rapidfuzz import fuzz

from consignments.keys.names import fold, name_key
from consignments.keys.transliteration import latin_keys
from profiling.screening.vocabulary import COMPANY_WORDS, FORWARDER_WORDS

# Fixed on the pairs in tests/profiling/screening/test_similarity.py: there every variant spelling of one name scores 88
# or more, every innocent neighbour (a brother, a firm with the same trade words) less. Two people whose names differ by
# no more than a misspelling (Али, Вали Кадыров) cannot be told apart by names: tax number and address must do it.
MATCH_THRESHOLD = 88.0
# For showing an officer what came near. Misses nearly nothing; about one in three shown is a different party.
POSSIBLE_THRESHOLD = 80.0

# A word that tells names apart and has no partner this like it is another word: silk ROAD, silk WAY. Not higher: one
# misspelt letter in a word of three (кол, кул) leaves 67.
_SAME_WORD_FROM = 60.0
# What tells a name apart and is shorter than this must be the same: "ra trade" and "arka trade" are two firms.
_SHORT_CORE = 4
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
    if best >= _SAME_WORD_FROM and one.core != other.core and not _cores_agree(one.core, other.core):
        best = min(best, fuzz.token_sort_ratio(one.core, other.core))
    return best


def _cores_agree(core: str, other: str) -> bool:
    shorter = min(len(core), len(other))
    return shorter == 0 or (shorter >= _SHORT_CORE and _weakest_word(core, other) >= _SAME_WORD_FROM)


def _weakest_word(core: str, other: str) -> float:
    """Return how well the worst placed word of the shorter core is matched by a word of the other."""
    words, others = sorted((core.split(), other.split()), key=len)
    return min(max(fuzz.ratio(word, candidate) for candidate in others) for word in words)
