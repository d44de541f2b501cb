"""The patterns: twins are innocent, something is behind a plant as often as it says, and their goods exist."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from consignments.reference_posts import POSTS
from pcu_platform.demo.contraband import CONTRABAND
from pcu_platform.demo.goods import EVERY_KIND
from pcu_platform.demo.patterns import PATTERNS, plant
from pcu_platform.demo.traders import NEIGHBOUR, SHARE
from pcu_platform.demo.unit import Unit
from profiling.reference.hs import existing_codes
from profiling.reference.mass_bands import mass_band
from profiling.reference.starter_profiles import STARTER_PROFILES

MIDNIGHT = datetime(2026, 5, 4, tzinfo=ZoneInfo("Asia/Bishkek"))
MANY = 600
HERE = [(pattern, code) for pattern in PATTERNS for code, often in pattern.per_thousand.items() if often]


@pytest.fixture(scope="module")
def units():
    return {code: Unit.make(code, 3, 2_000) for code in ("BATKEN", "OSH")}


@pytest.mark.parametrize(("pattern", "code"), HERE, ids=lambda value: getattr(value, "code", value))
def test_a_pattern_keeps_to_what_it_says(units, pattern, code):
    truths = [plant(units[code], pattern, MIDNIGHT).loads[0].truth for _ in range(MANY)]
    twins = [truth for truth in truths if truth.is_twin]
    plants = [truth for truth in truths if not truth.is_twin]
    wrong = [truth for truth in plants if truth.contraband]
    assert {truth.pattern for truth in truths} == {pattern.code}
    assert not [twin for twin in twins if twin.contraband]
    assert len(twins) / MANY == pytest.approx(pattern.twins, abs=0.08)
    assert len(wrong) / len(plants) == pytest.approx(pattern.chance, abs=0.1)
    assert {truth.contraband for truth in wrong} <= set(pattern.contraband)


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.code)
def test_a_pattern_names_what_exists(pattern):
    assert pattern.looked_for_by in {profile.code for profile in STARTER_PROFILES}
    assert set(pattern.contraband) <= set(CONTRABAND)


@pytest.mark.parametrize(("post", "neighbour"), NEIGHBOUR.items())
def test_posts_are_those_of_the_reference_data(post, neighbour):
    known = {reference.code: reference for reference in POSTS}[post]
    assert known.neighbour_country == neighbour
    assert any(known.unit == unit and post in {*shares, "OSH_RAIL"} for unit, shares in SHARE.items())


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.english)
def test_goods_are_in_the_nomenclature_and_packed_as_usual(kind):
    assert kind.code[:6] in existing_codes()
    band = mass_band(kind.code[:2], kind.package_kind)
    if band:
        assert band.low_kg < kind.kg_per_package < band.high_kg
