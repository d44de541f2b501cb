"""The patterns planted in the documents: what each looks like, how often, and how often something is behind it.

A twin shows the same outside and is innocent. Parameters are drawn for each plant, so that some stay below every
threshold and are found by nobody.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from pcu_platform.demo import plants_of_goods, plants_of_papers, plants_of_ways
from pcu_platform.demo.drafts import Trip
from pcu_platform.demo.unit import Unit

Draft = Callable[[Unit, datetime, bool], Trip]


@dataclass(frozen=True, slots=True)
class Pattern:
    """looked_for_by: code of the starter profile. per_thousand: plants and twins per 1,000 consignments of a unit.

    twins: share of the twins. chance: that something is wrong behind a plant. contraband: weights of what it is.
    tells: whether the documents tell a plant from its twin; else both look the same, and only an examination knows.
    """

    code: str
    looked_for_by: str
    draft: Draft
    per_thousand: dict[str, float]
    twins: float
    chance: float
    contraband: dict[str, int]
    tells: bool = False


PATTERNS = (
    Pattern(
        "northern_route", "PR-001", plants_of_goods.northern_route, {"BATKEN": 12, "OSH": 6}, 0.4, 0.34,
        {"heroin": 3, "hashish": 3, "methamphetamine": 3, "medicines": 1}, tells=True,
    ),
    Pattern(
        "precursors_south", "PR-002", plants_of_goods.precursors_south, {"BATKEN": 3, "OSH": 4.5}, 0.5, 0.4,
        {"precursor_without_permit": 4, "papers_irregular": 2},
    ),
    Pattern(
        "tobacco", "PR-004", plants_of_goods.tobacco, {"BATKEN": 12, "OSH": 6}, 0.4, 0.36,
        {"cigarettes": 6, "papers_irregular": 2}, tells=True,
    ),
    Pattern(
        "undervalued", "PR-005", plants_of_goods.undervalued, {"BATKEN": 4, "OSH": 15}, 0.35, 0.36,
        {"undervalued": 5, "undeclared_goods": 2, "counterfeit": 2}, tells=True,
    ),
    Pattern(
        "wildlife", "PR-006", plants_of_goods.wildlife, {"BATKEN": 15, "OSH": 10}, 0.4, 0.45,
        {"wildlife": 3, "papers_irregular": 3},
    ),
    Pattern(
        "box_tampered", "PR-007", plants_of_papers.box_tampered, {"BATKEN": 7, "OSH": 13}, 0.45, 0.55,
        {"undeclared_goods": 3, "cigarettes": 2, "heroin": 1, "counterfeit": 2},
    ),
    Pattern(
        "third_country_truck", "PR-008", plants_of_papers.third_country_truck, {"BATKEN": 14, "OSH": 4}, 0.45, 0.5,
        {"undeclared_goods": 2, "papers_irregular": 3, "cigarettes": 1},
    ),
    Pattern(
        "vague_newcomer", "PR-009", plants_of_papers.vague_newcomer, {"BATKEN": 9, "OSH": 11}, 0.4, 0.4,
        {"undeclared_goods": 4, "medicines": 1, "papers_irregular": 2, "undervalued": 2},
    ),
    Pattern(
        "hidden_party", "PR-010", plants_of_papers.hidden_party, {"BATKEN": 10, "OSH": 10}, 0.4, 0.42,
        {"undeclared_goods": 3, "papers_irregular": 3, "hashish": 1},
    ),
    Pattern(
        "listed_name", "PR-010", plants_of_papers.listed_name, {"BATKEN": 4, "OSH": 3}, 0.3, 0.4,
        {"undeclared_goods": 3, "hashish": 2, "papers_irregular": 2},
    ),
    Pattern(
        "false_way", "PR-011", plants_of_ways.false_way, {"BATKEN": 5, "OSH": 6}, 0.4, 0.4,
        {"cigarettes": 3, "undeclared_goods": 2, "heroin": 1}, tells=True,
    ),
    Pattern(
        "borrowed_name", "PR-010", plants_of_ways.borrowed_name, {"BATKEN": 5, "OSH": 6}, 0.4, 0.45,
        {"undeclared_goods": 3, "papers_irregular": 3, "counterfeit": 1}, tells=True,
    ),
    Pattern(
        "misnamed", "PR-012", plants_of_ways.misnamed, {"BATKEN": 6, "OSH": 7}, 0.4, 0.5,
        {"undeclared_goods": 4, "medicines": 2, "undervalued": 2}, tells=True,
    ),
)  # fmt: skip


def plant(unit: Unit, pattern: Pattern, midnight: datetime) -> Trip:
    """Return a trip that arrives on the day (or the night after it) and shows the pattern, with its truth settled."""
    rng = unit.rng
    is_twin = rng.random() < pattern.twins
    trip = pattern.draft(unit, midnight, is_twin)
    truth = trip.loads[0].truth
    truth.pattern, truth.is_twin = pattern.code, is_twin
    if not is_twin and rng.random() < pattern.chance:
        truth.contraband = rng.choices(list(pattern.contraband), list(pattern.contraband.values()))[0]
    return trip
