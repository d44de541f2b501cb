"""Every kind of equipment has its own walk, and every point of a walk its own code."""

import pytest

from seizures.checklists import SCAN, Answer, PieceKind, points_of


@pytest.mark.parametrize(
    ("kind", "first", "last", "walked"),
    [
        ("container", "outside", "floor", 7),
        ("trailer", "cab", "axles", 9),
        ("vehicle", "cab", "axles", 9),
        ("wagon", "outside", "floor", 7),
    ],
)
def test_a_walk_begins_and_ends_where_the_examiner_does(kind, first, last, walked):
    codes = list(points_of(kind))
    assert codes[:3] == ["scan", "dog", first]
    assert codes[-1] == last
    assert len(codes) == 2 + walked


def test_every_kind_of_piece_has_a_walk():
    assert all(points_of(kind) for kind in PieceKind.values)


def test_an_unknown_kind_has_none():
    with pytest.raises(KeyError):
        points_of("barge")


def test_a_scan_says_its_answers_in_its_own_words():
    assert [str(SCAN.word_for(answer)) for answer in Answer.values] == ["Clear", "Anomaly", "Not done"]
