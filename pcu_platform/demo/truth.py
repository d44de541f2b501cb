"""What is wrong with ordinary consignments, of which no document says anything: drawn once for each load."""

from random import Random

from pcu_platform.demo.drafts import Load

SILENT = 0.022  # of ordinary loads
NEVER_COME = 0.004
SPOILED = 0.0006

# What is wrong, by where the goods come from.
KINDS = {
    "CN": {"undervalued": 4, "undeclared_goods": 3, "counterfeit": 2, "papers_irregular": 3},
    "UZ": {"undeclared_goods": 2, "cigarettes": 2, "medicines": 2, "papers_irregular": 3, "hashish": 1},
    "TJ": {"cigarettes": 3, "hashish": 1, "heroin": 1, "papers_irregular": 3, "medicines": 1},
    "KG": {"papers_irregular": 3, "undeclared_goods": 1},
}


def settle(rng: Random, load: Load, chance: float = SILENT) -> None:
    """Draw what is wrong with a load, and whether it comes at all."""
    load.never_comes = rng.random() < NEVER_COME
    load.is_spoiled = rng.random() < SPOILED
    if rng.random() < chance:
        kinds = KINDS.get(load.dispatch, KINDS["UZ"])
        load.truth.contraband = rng.choices(list(kinds), list(kinds.values()))[0]
