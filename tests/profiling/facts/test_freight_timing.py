"""Groups F and G: who pays the carriage, when the document and the vehicle come."""

from datetime import UTC, datetime

import pytest

from profiling.facts.known import KnownParty
from profiling.facts.timing import is_night
from tests.profiling.facts.stating import CONSIGNEE, CONSIGNOR, answer, facts_of


def paid_by(name: str | None, identifier: str | None = None) -> dict:
    consignee = KnownParty("consignee", CONSIGNEE.name, identifier="02807199710080")
    return {"parties": (CONSIGNOR, consignee, KnownParty("freight_payer", name, identifier=identifier))}


def at(hour: int, minute: int = 0) -> datetime:
    """An hour in Bishkek, six hours before that of Greenwich."""
    return datetime(2026, 3, 2, hour, minute, tzinfo=UTC) - (datetime(2026, 1, 1, 6) - datetime(2026, 1, 1))


PAYER = [
    ("third party", paid_by("Sun Holding FZE"), True),
    ("consignee spelled otherwise", paid_by("BEREKE OsOO"), False),
    ("consignee by tax number", paid_by("Береке плюс", "0280 7199 710080"), False),
    ("payer without a name", paid_by(None), None),
    ("payer not stated", {}, None),
    ("nobody else stated", {"parties": (KnownParty("freight_payer", "Sun Holding FZE"),)}, None),
]
NIGHT = [
    ("noon", {"arrival_at": at(12)}, False),
    ("half past three", {"arrival_at": at(3, 30)}, True),
    ("ten in the evening", {"arrival_at": at(22)}, True),
    ("one minute before", {"arrival_at": at(21, 59)}, False),
    ("six in the morning", {"arrival_at": at(6)}, False),
    ("only a day is known", {"arrival_at": at(3), "arrival_is_a_day": True}, None),
    ("not known", {"arrival_at": None}, None),
]


@pytest.mark.parametrize(("case", "changes", "expected"), PAYER, ids=[row[0] for row in PAYER])
def test_freight_payer_is_third_party(case, changes, expected):
    assert answer("freight_payer_is_third_party", **changes) is expected


@pytest.mark.parametrize(("method", "expected"), [("cash", True), ("prepaid", False), (None, None)])
def test_freight_in_cash(method, expected):
    assert answer("freight_in_cash", freight_payment_method=method) is expected


@pytest.mark.parametrize(("case", "changes", "expected"), NIGHT, ids=[row[0] for row in NIGHT])
def test_arrival_at_night(case, changes, expected):
    assert answer("arrival_at_night", **changes) is expected


@pytest.mark.parametrize(
    ("changes", "hours"),
    [
        ({}, 24.0),
        ({"known_at": datetime(2026, 3, 2, 8, tzinfo=UTC)}, -2.0),
        ({"arrival_at": None}, None),
        ({"arrival_is_a_day": True}, None),
    ],
)
def test_hours_before_arrival(changes, hours):
    assert answer("hours_before_arrival", **changes) == hours


@pytest.mark.parametrize(
    ("hour", "hours", "expected"),
    [(23, (22, 6), True), (5, (22, 6), True), (6, (22, 6), False), (2, (0, 5), True), (5, (0, 5), False)],
)
def test_is_night(hour, hours, expected):
    assert is_night(hour, hours) is expected


def test_evidence():
    evidence = facts_of(arrival_at=at(3, 30), freight_payment_method="cash", **paid_by("Sun Holding FZE")).evidence
    assert evidence["arrival_at_night"] == {"arrival": "03:30", "from": 22, "to": 6}
    assert evidence["freight_in_cash"] == {"method": "cash"}
    assert evidence["freight_payer_is_third_party"] == {"payer": "Sun Holding FZE"}
