"""Group D: what was amended after lodging, and dates that cannot be."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal as D

import pytest

from profiling.facts.known import KnownDocument
from tests.profiling.facts.stating import BOX, CONSIGNEE, CONSIGNOR, PLAIN, SHIRTS, answer, facts_of

AMENDED = [
    ("another consignee", {"parties": (CONSIGNOR, replace(CONSIGNEE, name="ОсОО Нур"))}, True),
    ("the consignee spelled otherwise", {"parties": (CONSIGNOR, replace(CONSIGNEE, name="«БЕРЕКЕ», OsOO"))}, False),
    ("another mass", {"goods": (replace(SHIRTS, gross_mass_kg=D(1300)),)}, True),
    ("other goods", {"goods": (replace(SHIRTS, description="Хлопок"),)}, True),
    ("goods in capitals", {"goods": (replace(SHIRTS, description="ФУТБОЛКИ ТРИКОТАЖНЫЕ  ХЛОПКОВЫЕ"),)}, False),
    ("another seal", {"equipment": (replace(BOX, seals=("KG002",)),)}, True),
    ("another arrival", {"arrival_at": datetime(2026, 3, 3, 6, tzinfo=UTC)}, False),
    ("nothing", {}, False),
]
DATES = [
    ("in order", {}, False),
    ("invoice after taking over", {"documents": (KnownDocument("invoice", "1", date(2026, 2, 26)),)}, True),
    ("invoice on the same day", {"documents": (KnownDocument("invoice", "1", date(2026, 2, 25)),)}, False),
    ("a permit is not asked", {"documents": (KnownDocument("permit", "1", date(2026, 2, 28)),)}, False),
    ("taken over after arrival", {"taken_over_on": date(2026, 3, 3)}, True),
    ("issued after arrival", {"issued_on": date(2026, 3, 4)}, True),
    ("dated tomorrow, where it is tomorrow", {"issued_on": date(2026, 3, 2)}, False),
    ("issued after it was received", {"issued_on": date(2026, 3, 5), "arrival_at": None}, True),
    ("the second invoice", {"documents": (KnownDocument("invoice", "1", date(2026, 2, 20)),
                                          KnownDocument("invoice", "2", date(2026, 2, 27)))}, True),
    ("arrival in the small hours counts as the local day", {
        "taken_over_on": date(2026, 3, 2), "arrival_at": datetime(2026, 3, 1, 20, tzinfo=UTC)}, False),
    ("one date", {"documents": (), "taken_over_on": None}, None),
    ("no date but receipt", {"documents": (), "taken_over_on": None, "arrival_at": None}, None),
]  # fmt: skip


@pytest.mark.parametrize(("case", "changes", "expected"), AMENDED, ids=[row[0] for row in AMENDED])
def test_amended_key_field(case, changes, expected):
    assert answer("amended_key_field", revision_number=2, previous=PLAIN, **changes) is expected


def test_a_first_revision_amends_nothing():
    facts = facts_of()
    assert (facts.values["amended_key_field"], facts.values["amendments"]) == (False, 0)


def test_without_the_earlier_revision_it_is_not_known():
    facts = facts_of(revision_number=3)
    assert (facts.values["amended_key_field"], facts.values["amendments"]) == (None, 2)


def test_an_amendment_shows_before_and_after():
    facts = facts_of(revision_number=2, previous=PLAIN, box={"seals": ("KG002",)}, item={"gross_mass_kg": D(1300)})
    assert facts.evidence["amended_key_field"] == {
        "fields": "gross mass, seals", "before": "1210", "after": "1300", "times": 1, "hours": 24.0,
    }  # fmt: skip


@pytest.mark.parametrize(("case", "changes", "expected"), DATES, ids=[row[0] for row in DATES])
def test_dates_impossible(case, changes, expected):
    assert answer("dates_impossible", **changes) is expected


def test_impossible_dates_are_named():
    facts = facts_of(documents=(KnownDocument("invoice", "1", date(2026, 2, 26)),))
    assert facts.evidence["dates_impossible"] == {"first": "invoice 2026-02-26", "second": "taken over 2026-02-25"}
