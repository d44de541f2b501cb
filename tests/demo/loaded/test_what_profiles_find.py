"""How much of what was planted the shipped profiles find: honest figures of a synthetic year, printed and bounded.

They say whether the profiles do what they were written for, on documents made for them; nothing about the field.
"""

from collections import Counter

import pytest

from pcu_platform.demo.patterns import PATTERNS
from profiling.models import Assessment, ProfileHit, ProfileVersion, State

pytestmark = pytest.mark.django_db  # without it there is no test database

LOOKED_FOR_BY = {pattern.code: pattern.looked_for_by for pattern in PATTERNS}


@pytest.fixture(scope="module")
def figures(demo):
    """Of what was assessed while profiles were on: planted and found by pattern; plants among a profile's hits."""
    began = ProfileVersion.objects.filter(state="active").first().activated_at
    rounds = Assessment.objects.filter(created_at__gte=began).exclude(state=State.SUPERSEDED)
    numbers = dict(rounds.values_list("pk", "consignment__document_number"))
    hits = ProfileHit.objects.filter(assessment__in=numbers, answer="hit").values_list(
        "assessment", "version__profile__code"
    )
    hit_by = {(numbers[assessment], code) for assessment, code in hits}
    planted, found, of_any = Counter(), Counter(), Counter()
    anything = {number for number, _code in hit_by}
    for number in set(numbers.values()):
        pattern = demo.truth[number]["pattern"]
        if pattern and not demo.truth[number]["is_twin"]:
            planted[pattern] += 1
            found[pattern] += (number, LOOKED_FOR_BY[pattern]) in hit_by
            of_any[pattern] += number in anything
    wrong = {number for number in set(numbers.values()) if demo.truth[number]["contraband"]}
    return planted, found, of_any, anything, wrong, set(numbers.values())


def test_the_profiles_find_most_of_the_plants_and_not_all(figures, capsys):
    planted, found, of_any, *_ = figures
    with capsys.disabled():
        lines = [f"  {name:20} {planted[name]:7} {found[name]:15} {of_any[name]:7}" for name in LOOKED_FOR_BY]
        print("", "  pattern              planted  by its profile  by any", *lines, sep="\n")  # noqa: T201
    share = sum(found.values()) / sum(planted.values())
    assert 0.4 < share < 0.95, "plants have parameters drawn from distributions: some stay below every threshold"


def test_a_hit_is_wrong_more_often_than_the_rest(figures, capsys):
    *_, anything, wrong, everything = figures
    precision = len(anything & wrong) / len(anything)
    recall = len(anything & wrong) / len(wrong)
    elsewhere = len(wrong - anything) / len(everything - anything)
    with capsys.disabled():
        said = f"of {len(everything)} assessed {len(wrong)} are wrong in truth; profiles hit {len(anything)}: "
        said += f"precision {precision:.2f}, recall {recall:.2f}; of the others {elsewhere:.3f} are wrong"
        print(f"\n  {said}")  # noqa: T201
    assert precision > 3 * elsewhere
    assert 0.2 < recall < 0.95, "some of what is wrong shows in no document"


def test_many_twins_are_hit_too(demo, figures):
    """The innocent look-alikes cost examinations: otherwise the hit rates would be too good to be true."""
    *_, anything, _wrong, everything = figures
    twins = {number for number in everything if demo.truth[number]["is_twin"]}
    assert 0.2 < len(twins & anything) / len(twins) < 0.95
