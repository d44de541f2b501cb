"""Whether there are outcomes enough to learn from and to judge by, and how many are missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from profiling.measuring.rates import Rate
from profiling.ranking.examples import Example, Split

# To learn from: some ten positives for each thing that is learnt well. To judge by: the random arm alone tells of all
# traffic, and under thirty positives no interval is narrow enough to prefer one order to another.
LEARN_FROM = 500
LEARN_FROM_POSITIVE = 50
JUDGE_BY_DRAWN = 300
JUDGE_BY_POSITIVE = 30


@dataclass(frozen=True, slots=True)
class Need:
    """How many there have to be of something, and how many there are."""

    name: str
    needed: int
    there: int

    @property
    def missing(self) -> int:
        return max(0, self.needed - self.there)


@dataclass(frozen=True, slots=True)
class Readiness:
    needs: tuple[Need, ...]

    @property
    def is_ready(self) -> bool:
        return not any(need.missing for need in self.needs)


class TooFewOutcomes(Exception):
    """Nothing is learnt or switched on; `readiness` has the numbers."""

    def __init__(self, readiness: Readiness):
        missing = [f"{need.name}: {need.there} of {need.needed}" for need in readiness.needs if need.missing]
        super().__init__("too few outcomes: " + ", ".join(missing))
        self.readiness = readiness


def readiness_of(split: Split) -> Readiness:
    learnt, drawn = rate_of(split.learnt), rate_of(random_arm(split))
    return Readiness(
        (
            Need("learn_from", LEARN_FROM, learnt.examined),
            Need("learn_from_positive", LEARN_FROM_POSITIVE, learnt.positive),
            Need("judge_by_drawn", JUDGE_BY_DRAWN, drawn.examined),
            Need("judge_by_positive", JUDGE_BY_POSITIVE, drawn.positive),
        )
    )


def random_arm(split: Split) -> list[Example]:
    """Those held back that chance chose: the only ones that stand for all traffic."""
    return [each for each in split.held_back if each.is_drawn]


def rate_of(examples: Sequence[Example]) -> Rate:
    return Rate(sum(each.is_positive for each in examples), len(examples))
