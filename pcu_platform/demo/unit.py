"""A unit of the demo in the making: its traders, and its counters of numbers that are used once."""

from dataclasses import dataclass, field
from itertools import accumulate
from random import Random

from pcu_platform.demo.drafts import Box
from pcu_platform.demo.traders import Trader, make_traders
from pcu_platform.demo.vehicles import box_number

REMEMBERED = 0.05  # of numbers and seals, so that a forger can use them again


@dataclass
class Unit:
    """A unit's traders, and its counters of numbers that are used once."""

    code: str
    rng: Random
    traders: list[Trader]
    serial: int
    seal: int
    cumulative: list[float] = field(default_factory=list)
    used_seals: list[str] = field(default_factory=list)
    used_numbers: list[str] = field(default_factory=list)
    same: dict[tuple[str, str], list[Trader]] = field(default_factory=dict)

    @classmethod
    def make(cls, code: str, seed: int, consignments: int) -> "Unit":
        rng = Random(f"{seed}:{code}")
        traders = make_traders(rng, code, max(40, consignments // 14))
        first = {"BATKEN": 1_000_000, "OSH": 5_000_000}[code] + rng.randrange(100_000)
        weights = list(accumulate(trader.weight for trader in traders))
        return cls(code, rng, traders, first, first, weights)

    def trader(self) -> Trader:
        return self.rng.choices(self.traders, cum_weights=self.cumulative)[0]

    def others_like(self, trader: Trader, count: int) -> list[Trader]:
        """Return so many traders who use the same post the same way."""
        if count == 0:
            return []
        same = self.same.setdefault((trader.post, trader.way), [])
        if not same:
            same += [t for t in self.traders if (t.post, t.way) == (trader.post, trader.way)]
        return self.rng.choices(same, [t.weight for t in same], k=count)

    def next_number(self, prefix: str = "CMR") -> str:
        self.serial += self.rng.randint(1, 9)
        number = f"{prefix}-{self.serial}"
        if self.rng.random() < REMEMBERED:
            self.used_numbers = [*self.used_numbers[-50:], number]
        return number

    def next_seal(self) -> str:
        self.seal += self.rng.randint(1, 7)
        seal = f"{self.rng.choice(('HX', 'KG', 'CN', 'TT'))}{self.seal}"
        if self.rng.random() < REMEMBERED:
            self.used_seals = [*self.used_seals[-50:], seal]
        return seal

    def box(self) -> Box:
        return Box(box_number(self.rng), self.rng.choice(("22G1", "45G1", "45G1", "42G1")), [self.next_seal()])
