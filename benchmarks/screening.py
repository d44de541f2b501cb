"""Screening a name against a list of 100,000: time of a misspelt query, and what the index loses of a full scan."""

import random
import statistics
import time

import numpy as np
from rapidfuzz import fuzz, process

from benchmarks.pairs import Row, at_least, at_most, percentile
from consignments.keys.transliteration import latin_keys
from profiling.screening.index import NameEntry, NameIndex
from profiling.screening.similarity import MATCH_THRESHOLD, KeyedName, keyed_name, name_score
from profiling.screening.vocabulary import GIVEN_NAMES

LISTED = 100_000
QUERIES = 1_000
BLOCK = 100  # queries scanned at once: 100 × 100,000 scores are 10 MB

SYLLABLES = [c + v for c in "bdgjklmnprstz" for v in "aeiou"] + ["sha", "zhu", "khu", "ar", "el", "ek", "yn", "ov"]
BUSINESS = ["Импорт", "Export", "Трейд", "Trans", "Group", "Инвест", "Textile", "Agro", "Сервис"]
FORMS = ["ОсОО ", "ООО ", "LLC ", ""]


def run() -> list[Row]:
    chance = random.Random(5)
    listed = invented_names(LISTED, chance)
    started = time.perf_counter()
    index = NameIndex.build(NameEntry(str(number), name) for number, name in enumerate(listed))
    built_s = time.perf_counter() - started
    queries = [misspelt(name, chance) for name in chance.sample(listed, QUERIES)]
    index.search(queries[0])
    milliseconds = [timed_ms(index, query) for query in queries]
    share, there = recall(index, listed, queries)
    return [
        Row("build of the index", built_s, "s", note=f"{LISTED:,} names"),
        Row("median of a misspelt name", statistics.median(milliseconds), "ms"),
        Row("p95 of a misspelt name", percentile(milliseconds, 95), "ms", at_most(5)),
        Row(
            "recall of a full scan",
            share,
            "of 1",
            at_least(0.98),
            note=f"{there:,} matches, threshold {MATCH_THRESHOLD:g}",
        ),
    ]


def timed_ms(index: NameIndex, query: str) -> float:
    started = time.perf_counter()
    index.search(query)
    return (time.perf_counter() - started) * 1000


def recall(index: NameIndex, listed: list[str], queries: list[str]) -> tuple[float, int]:
    """Return the share of a full scan's matches that the index finds, and how many the scan finds."""
    names = [keyed_name(name) for name in listed]
    there = found = 0
    for first in range(0, len(queries), BLOCK):
        block = queries[first : first + BLOCK]
        for query, scan in zip(block, full_scan([keyed_name(query) for query in block], names), strict=True):
            got = {match.entry_id for match in index.search(query, limit=len(listed))}
            there += len(scan)
            found += len(scan & got)
    return found / there, there


def full_scan(queries: list[KeyedName], names: list[KeyedName]) -> list[set[str]]:
    """Score every query against every name: a name that no spelling brings to the threshold cannot match."""
    near = np.zeros((len(queries), len(names)), dtype=bool)
    for spelling, scorer in (
        ("plain", fuzz.token_sort_ratio),
        ("folded", fuzz.token_sort_ratio),
        ("compact", fuzz.ratio),
    ):
        ours, theirs = ([getattr(name, spelling) for name in side] for side in (queries, names))
        near |= process.cdist(ours, theirs, scorer=scorer, score_cutoff=MATCH_THRESHOLD, dtype=np.uint8) > 0
    return [
        {str(i) for i in np.flatnonzero(row) if name_score(query, names[i]) >= MATCH_THRESHOLD}
        for query, row in zip(queries, near, strict=True)
    ]


def invented_names(count: int, chance: random.Random) -> list[str]:
    """Return persons and firms in the manner of the region, half each; some share all their words."""
    given = sorted(latin_keys(GIVEN_NAMES))
    surnames = [stem(chance) + chance.choice(["ov", "ova", "ev", "baev", "bekov", "in"]) for _ in range(count // 15)]
    fathers = ["", " уулу", "ович", "овна", " кызы"]
    persons = [
        f"{chance.choice(surnames)} {chance.choice(given)} {chance.choice(given)}{chance.choice(fathers)}"
        for _ in range(count // 2)
    ]
    firms = [f"{chance.choice(FORMS)}{stem(chance)} {chance.choice(BUSINESS)}" for _ in range(count - len(persons))]
    return persons + firms


def stem(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4))).capitalize()


def misspelt(name: str, chance: random.Random) -> str:
    """Return the name with one or two letters dropped, changed, added or swapped."""
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
