"""What follows from revisions: route changed (B05), payment changed late (F04), how often and how late (D03)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from profiling.facts.known import KnownParty, KnownPost
from tests.profiling.facts.stating import CONSIGNEE, CONSIGNOR, PLAIN, answer, facts_of

EARLY = replace(PLAIN, known_at=PLAIN.known_at - timedelta(days=3), place_of_delivery="Алматы")
LATE = {"revision_number": 2, "previous": EARLY, "place_of_delivery": "Алматы"}  # 24 hours before arrival
PAYER = KnownParty("freight_payer", "Silk Way Ltd")

ROUTES = [
    ("a first revision", {}, False),
    ("nothing", LATE, False),
    ("another destination", LATE | {"destination_country": "KZ"}, True),
    ("the place spelled otherwise", LATE | {"place_of_delivery": "ALMATY"}, False),
    ("another place", LATE | {"place_of_delivery": "Тараз"}, True),
    ("another post", LATE | {"entry_post": KnownPost("TORUGART", "CN")}, True),
    ("the destination is left out", LATE | {"destination_country": None}, False),
    ("nothing known of either", {"revision_number": 2, "previous": replace(EARLY, **(
        bare := {"destination_country": None, "entry_post": None, "place_of_delivery": None})), **bare}, None),
    ("the earlier is not known", {"revision_number": 2}, None),
]  # fmt: skip
PAYMENTS = [
    ("a first revision", {}, False),
    ("nothing", LATE, False),
    ("cash instead, a day before", LATE | {"freight_payment_method": "cash"}, True),
    ("cash instead, two days before", LATE | {"freight_payment_method": "cash",
                                              "known_at": PLAIN.known_at - timedelta(days=1)}, False),
    ("cash, but when it arrives is not known", LATE | {"freight_payment_method": "cash", "arrival_at": None}, None),
    ("another payer", {"revision_number": 2, "parties": (CONSIGNOR, CONSIGNEE, replace(PAYER, name="Ata Trans")),
                       "previous": replace(EARLY, parties=(CONSIGNOR, CONSIGNEE, PAYER))}, True),
    ("payment never stated", LATE | {"freight_payment_method": None,
                                     "previous": replace(EARLY, freight_payment_method=None)}, None),
]  # fmt: skip


@pytest.mark.parametrize(("case", "changes", "expected"), ROUTES, ids=[row[0] for row in ROUTES])
def test_route_changed(case, changes, expected):
    assert answer("route_changed", **changes) is expected


@pytest.mark.parametrize(("case", "changes", "expected"), PAYMENTS, ids=[row[0] for row in PAYMENTS])
def test_payment_changed_late(case, changes, expected):
    assert answer("payment_changed_late", **changes) is expected


def test_changes_of_all_revisions_are_told_how_often_and_how_late():
    other = replace(CONSIGNEE, name="ОсОО Нур")
    second = replace(EARLY, revision_number=2, previous=EARLY, parties=(CONSIGNOR, other))
    facts = facts_of(revision_number=3, previous=second, parties=(CONSIGNOR, other), box={"seals": ("KG002",)})
    assert facts.values["amended_fields"] == ["consignee", "seals"]
    assert facts.values["hours_amended_before_arrival"] == 24
    evidence = facts.evidence["amended_key_field"]
    assert evidence == {"fields": "consignee, seals", "before": "KG001", "after": "KG002", "times": 2, "hours": 24.0}


def test_the_route_shows_before_and_after():
    facts = facts_of(**LATE | {"destination_country": "KZ"})
    assert facts.evidence["route_changed"] == {"field": "destination", "before": "KG", "after": "KZ"}
