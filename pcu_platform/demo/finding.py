"""Counts what the shipped profiles find of what was planted, while they are on: plants, twins, and ordinary traffic."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pcu_platform.demo.patterns import PATTERNS
from profiling.models import Assessment, ProfileHit, ProfileVersion, State

TELLING = frozenset(pattern.code for pattern in PATTERNS if pattern.tells)
ORDINARY = ""


@dataclass
class Found:
    """By pattern ("" for ordinary traffic): how many there are, and how many a profile hits."""

    plants: Counter[str] = field(default_factory=Counter)
    plants_hit: Counter[str] = field(default_factory=Counter)
    by_its_own: Counter[str] = field(default_factory=Counter)
    twins: Counter[str] = field(default_factory=Counter)
    twins_hit: Counter[str] = field(default_factory=Counter)
    wrong: int = 0  # in truth, planted or not
    wrong_hit: int = 0

    def __add__(self, other: "Found") -> "Found":
        return Found(
            self.plants + other.plants,
            self.plants_hit + other.plants_hit,
            self.by_its_own + other.by_its_own,
            self.twins + other.twins,
            self.twins_hit + other.twins_hit,
            self.wrong + other.wrong,
            self.wrong_hit + other.wrong_hit,
        )

    def recall(self, patterns: Iterable[str]) -> float:
        """Return plants hit of plants, 0-1."""
        return _share(sum(self.plants_hit[code] for code in patterns), sum(self.plants[code] for code in patterns))

    def precision(self, patterns: Iterable[str]) -> float:
        """Return plants hit of plants and twins hit, 0-1."""
        plants = sum(self.plants_hit[code] for code in patterns)
        return _share(plants, plants + sum(self.twins_hit[code] for code in patterns))

    @property
    def ordinary_hit(self) -> float:
        """Return the share of ordinary consignments that a profile hits, 0-1."""
        return _share(self.plants_hit[ORDINARY], self.plants[ORDINARY])

    @property
    def planted(self) -> list[str]:
        return [pattern.code for pattern in PATTERNS if self.plants[pattern.code]]


def found_of(truth: Mapping[str, Mapping[str, Any]]) -> Found:
    """Count in the loaded demo. truth: document number -> what no document says, as the loading returns it."""
    began = ProfileVersion.objects.filter(state="active").earliest("activated_at").activated_at
    rounds = Assessment.objects.filter(created_at__gte=began).exclude(state=State.SUPERSEDED)
    numbers = dict(rounds.values_list("pk", "consignment__document_number"))
    hits: dict[str, set[str]] = {}
    for assessment, code in ProfileHit.objects.filter(assessment__in=rounds, answer="hit").values_list(
        "assessment", "version__profile__code"
    ):
        hits.setdefault(numbers[assessment], set()).add(code)
    own = {pattern.code: pattern.looked_for_by for pattern in PATTERNS}
    found = Found()
    for number in set(numbers.values()):
        known, by = truth[number], hits.get(number, set())
        pattern = known["pattern"]
        there, hit = (found.twins, found.twins_hit) if known["is_twin"] else (found.plants, found.plants_hit)
        there[pattern] += 1
        hit[pattern] += bool(by)
        found.by_its_own[pattern] += not known["is_twin"] and own.get(pattern) in by
        found.wrong += bool(known["contraband"])
        found.wrong_hit += bool(known["contraband"] and by)
    return found


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
