"""A seal as read against the seals as stated."""

import pytest

from seizures.seals import compare_seals

CASES = [
    # name, read, stated, unexpected, unread
    ("the same", "HX550212", ["HX550212"], (), ()),
    ("written otherwise", "hx 550-212", ["HX550212"], (), ()),
    ("typed with Cyrillic letters", "НХ 550212", ["HX550212"], (), ()),
    ("another number", "HX 550221", ["HX 550212"], ("HX 550221",), ("HX 550212",)),
    ("one of two was read", "A1", ["A1", "B2"], (), ("B2",)),
    ("two read, one stated", "A1, B2", ["A1"], ("B2",), ()),
    ("set apart by a slash", "A1/B2", ["A1", "B2"], (), ()),
    ("none stated, one read", "A1", [], ("A1",), ()),
]


@pytest.mark.parametrize(("read", "stated", "unexpected", "unread"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_seals_are_compared(read, stated, unexpected, unread):
    found = compare_seals(read, stated)
    assert (found.unexpected, found.unread) == (unexpected, unread)
    assert found.differs == bool(unexpected or unread)


@pytest.mark.parametrize(
    ("read", "stated"), [("", ["A1"]), ("  ", ["A1"]), ("A1", None)], ids=["not read", "blank", "documents are silent"]
)
def test_there_is_nothing_to_compare(read, stated):
    assert compare_seals(read, stated) is None
