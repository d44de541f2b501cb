"""The index finds what a scan of the whole list finds."""

import random

import pytest

from consignments.keys.transliteration import latin_keys
from profiling.screening.index import NameEntry, NameIndex
from profiling.screening.similarity import MATCH_THRESHOLD, POSSIBLE_THRESHOLD, keyed_name, name_score
from profiling.screening.vocabulary import GIVEN_NAMES

SYLLABLES = [c + v for c in "bdgjklmnprstz" for v in "aeiou"] + ["sha", "zhu", "khu", "ar", "el", "ek", "yn"]
BUSINESS = ["Импорт", "Export", "Трейд", "Trans", "Group", "Инвест", "Textile", "Agro", "Сервис"]


def invented_names(count: int, chance: random.Random) -> list[str]:
    def stem() -> str:
        return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4))).capitalize()

    given = sorted(latin_keys(GIVEN_NAMES))
    surnames = [stem() + chance.choice(["ov", "ova", "ev", "baev", "bekov", "in"]) for _ in range(count // 10)]
    names = [f"{chance.choice(surnames)} {chance.choice(given)}" for _ in range(count // 2)]
    return names + [f"ОсОО {stem()} {chance.choice(BUSINESS)}" for _ in range(count - count // 2)]


def misspelt(name: str, chance: random.Random) -> str:
    letters = list(name)
    for _ in range(chance.choice([1, 1, 2])):
        at = chance.randrange(1, len(letters) - 1)
        match chance.choice(["drop", "change", "add", "swap"]):
            case "drop":
                del letters[at]
            case "change":
                letters[at] = chance.choice("abdegiklmnorstu")
            case "add":
                letters.insert(at, chance.choice("abdegiklmnorstu"))
            case "swap":
                letters[at], letters[at - 1] = letters[at - 1], letters[at]
    return "".join(letters)


@pytest.fixture(scope="module")
def listed() -> list[str]:
    return invented_names(8_000, random.Random(3))


@pytest.fixture(scope="module")
def index(listed) -> NameIndex:
    return NameIndex.build((NameEntry(str(i), name) for i, name in enumerate(listed)), version="7")


def test_misspelt_queries_find_what_a_full_scan_finds(index, listed):
    chance = random.Random(11)
    keyed = [keyed_name(name) for name in listed]
    there, found = 0, 0
    for name in chance.sample(listed, 60):
        query = misspelt(name, chance)
        own = keyed_name(query)
        scan = {str(i) for i, other in enumerate(keyed) if name_score(own, other) >= MATCH_THRESHOLD}
        there += len(scan)
        found += len(scan & {match.entry_id for match in index.search(query, limit=len(listed))})
    assert there >= 50
    assert found >= 0.98 * there


def test_every_listed_name_finds_itself_with_full_score(index, listed):
    for name in listed[::40]:
        best = index.search(name)[0]
        assert best.score == 100
        assert keyed_name(best.matched).folded == keyed_name(name).folded


def test_a_match_says_what_agreed():
    index = NameIndex.build([NameEntry("1", "Жаныбеков Өмүрбек"), NameEntry("2", "ОсОО Береке")])
    match = index.search("JANYBEKOV OMURBEK USENOVICH", threshold=POSSIBLE_THRESHOLD)[0]
    assert (match.entry_id, match.matched, match.query) == ("1", "Жаныбеков Өмүрбек", "JANYBEKOV OMURBEK USENOVICH")
    assert match.agreed == ("janibekav", "amurbek")
    assert POSSIBLE_THRESHOLD <= match.score < 100


def test_best_come_first_and_the_limit_holds():
    index = NameIndex.build(
        NameEntry(name, name) for name in ["Асанов Бакыт", "Асанов Бакит У", "Асанов Бакыт А", "Нур"]
    )
    scores = [match.score for match in index.search("Асанов Бакыт", threshold=70)]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == 100
    assert len(index.search("Асанов Бакыт", threshold=70, limit=2)) == 2


def test_aliases_of_one_entry_are_both_found():
    index = NameIndex.build([NameEntry("1", "Береке Импорт"), NameEntry("1", "Bereke Import")])
    assert [match.entry_id for match in index.search("BEREKE IMPORT")] == ["1", "1"]


@pytest.mark.parametrize("entries", [[], [NameEntry("1", "..."), NameEntry("2", "")]])
def test_a_list_without_names_finds_nothing(entries):
    index = NameIndex.build(entries, version="3")
    assert len(index) == 0
    assert index.version == "3"
    assert index.search("Асанов") == []


def test_a_query_without_letters_finds_nothing(index):
    assert index.search("...") == []


def test_the_index_keeps_its_version(index):
    assert index.version == "7"
