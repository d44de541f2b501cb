"""Invented outcomes with a pattern planted in them: cash, and a trader nobody knows, are found with something."""

import random
import uuid
from datetime import UTC, datetime, timedelta

from profiling.ranking.examples import Example
from profiling.ranking.features import Feature

FEATURES = (Feature("risky", 1), Feature("seen", -1), Feature("noise", 0), Feature("score", 1))
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
HOURS = 4_000


def outcomes_of(count: int, seed: int = 1) -> list[Example]:
    chance = random.Random(seed)
    return [_example(chance, BEGIN + timedelta(hours=HOURS * n / count)) for n in range(count)]


def _example(chance: random.Random, known_at: datetime) -> Example:
    risky = None if chance.random() < 0.2 else float(chance.random() < 0.3)
    seen = None if chance.random() < 0.2 else float(chance.randrange(0, 30))
    noise, score = chance.random(), chance.randrange(0, 50)
    odds = 0.03 + 0.35 * (risky == 1) + 0.25 * (seen is not None and seen < 3)
    return Example(
        consignment_id=uuid.UUID(int=chance.getrandbits(128)),
        known_at=known_at,
        recorded_at=known_at + timedelta(hours=30),
        is_positive=chance.random() < odds,
        is_drawn=chance.random() < 0.6,
        lane="green",
        score=score,
        values=(risky, seen, noise, float(score)),
    )
