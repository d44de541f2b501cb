"""How much of what was planted the shipped profiles find: honest figures of a synthetic year, printed and bounded.

They say whether the profiles do what they were written for, on documents made for them; nothing about the field. The
bars were fixed before measuring (docs/demo.md); `./pcu bench recall` measures five seeds.
"""

import pytest

from pcu_platform.demo.finding import ORDINARY, TELLING, Found, found_of
from pcu_platform.demo.patterns import PATTERNS

pytestmark = pytest.mark.django_db  # without it there is no test database

TELL = [pattern.code for pattern in PATTERNS if pattern.code in TELLING]
ALIKE = [pattern.code for pattern in PATTERNS if pattern.code not in TELLING]


@pytest.fixture(scope="module")
def found(demo) -> Found:
    return found_of(demo.truth)


def test_there_are_plants_of_every_pattern(found):
    assert found.planted == [pattern.code for pattern in PATTERNS]


def test_the_profiles_find_most_of_the_plants_and_not_all(found, capsys):
    with capsys.disabled():
        lines = [
            f"  {code:20} {found.plants[code]:7} {found.by_its_own[code]:15} {found.plants_hit[code]:7}"
            f" {found.twins[code]:6} {found.twins_hit[code]:13}"
            for code in found.planted
        ]
        print("", "  pattern              planted  by its profile  by any  twins  of these hit", *lines, sep="\n")  # noqa: T201
    assert 0.65 <= found.recall(found.planted) < 0.95, "some plants keep below every threshold, as in life"


def test_where_the_documents_tell_the_twins_are_left_alone(found):
    # The bar of a year is 0.60; half a year of few consignments has neither norms of value nor known names enough.
    assert found.recall(TELL) >= 0.50
    assert found.precision(TELL) >= 0.80


def test_where_plant_and_twin_look_the_same_both_are_hit(found):
    """They cost examinations: otherwise the hit rates of the demo would be too good to be true."""
    twins = sum(found.twins[code] for code in ALIKE)
    assert 0.2 < sum(found.twins_hit[code] for code in ALIKE) / twins <= 1


def test_ordinary_traffic_is_left_alone(found):
    assert found.plants[ORDINARY] > 500
    assert found.ordinary_hit <= 0.03


def test_a_hit_is_wrong_more_often_than_the_rest(found, capsys):
    everything = sum(found.plants.values()) + sum(found.twins.values())
    hit = sum(found.plants_hit.values()) + sum(found.twins_hit.values())
    precision, recall = found.wrong_hit / hit, found.wrong_hit / found.wrong
    elsewhere = (found.wrong - found.wrong_hit) / (everything - hit)
    with capsys.disabled():
        said = f"of {everything} assessed {found.wrong} are wrong in truth; profiles hit {hit}: "
        said += f"precision {precision:.2f}, recall {recall:.2f}; of the others {elsewhere:.3f} are wrong"
        print(f"\n  {said}")  # noqa: T201
    assert precision > 3 * elsewhere
    assert 0.2 < recall < 0.95, "some of what is wrong shows in no document"
