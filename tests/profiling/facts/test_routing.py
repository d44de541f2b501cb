"""Group B: the route with its unknown elements, and the vehicle at a bilateral post."""

import pytest

from profiling.facts.known import KnownPost
from tests.profiling.facts.stating import KAIRAGACH, KYZYL_BEL, answer, facts_of

UNKNOWN = {"dispatch_country": None, "destination_country": None, "entry_post": None}

ROUTE = [
    ("dispatch and destination", {"entry_post": None}, ["CN", "KG"]),
    ("transit in order, each once", {"entry_post": None, "itinerary": ("CN", "KZ", "KG")}, ["CN", "KZ", "KG"]),
    ("the country beyond the post is passed", {"entry_post": KYZYL_BEL}, ["CN", "TJ", "KG"]),
    ("unknown dispatch is an element", UNKNOWN | {"destination_country": "KG"}, [None, "KG"]),
    ("unknown destination is an element", UNKNOWN | {"dispatch_country": "AF"}, ["AF", None]),
    ("only the post is known", UNKNOWN | {"entry_post": KYZYL_BEL}, [None, "TJ"]),
    ("nothing is known", UNKNOWN, None),
]
ONWARD = [
    ("home is not ahead", {}, []),
    ("destination ahead", {"destination_country": "RU"}, ["RU"]),
    ("after ours", {"itinerary": ("TJ", "KG", "KZ", "RU"), "destination_country": "RU"}, ["KZ", "RU"]),
    ("beyond the post of exit", {"exit_post": KnownPost("AK_JOL", "KZ"), "destination_country": "RU"}, ["KZ", "RU"]),
    ("unknown destination is an element", {"exit_post": KYZYL_BEL, "destination_country": None}, ["TJ", None]),
    ("nothing is known", {"destination_country": None}, None),
]
B07 = [
    ("third country", {"entry_post": KAIRAGACH, "conveyance_nationality": "KZ"}, True),
    ("third country by its plate", {"entry_post": KAIRAGACH, "conveyance_id": "А 123 ВС 77"}, True),
    ("third country leaving", {"exit_post": KAIRAGACH, "conveyance_nationality": "CN"}, True),
    ("the neighbour", {"entry_post": KAIRAGACH, "conveyance_nationality": "TJ"}, False),
    ("ours by its plate", {"entry_post": KAIRAGACH}, False),
    ("third country at an international post", {"entry_post": KYZYL_BEL, "conveyance_nationality": "KZ"}, False),
    ("a train", {"entry_post": KAIRAGACH, "conveyance_nationality": "KZ", "mode": "rail"}, False),
    ("plate tells nothing", {"entry_post": KAIRAGACH, "conveyance_id": "TRUCK 1"}, None),
    ("no plate", {"entry_post": KAIRAGACH, "conveyance_id": None}, None),
    ("no post", {"entry_post": None}, None),
]


@pytest.mark.parametrize(("case", "changes", "expected"), ROUTE, ids=[row[0] for row in ROUTE])
def test_route_countries(case, changes, expected):
    assert answer("route_countries", **changes) == expected


@pytest.mark.parametrize(("case", "changes", "expected"), ONWARD, ids=[row[0] for row in ONWARD])
def test_onward_countries(case, changes, expected):
    assert answer("onward_countries", **changes) == expected


@pytest.mark.parametrize(("case", "changes", "expected"), B07, ids=[row[0] for row in B07])
def test_third_country_at_bilateral_post(case, changes, expected):
    assert answer("third_country_at_bilateral_post", **changes) is expected


def test_the_hit_names_post_and_nationality():
    facts = facts_of(entry_post=KAIRAGACH, conveyance_nationality="KZ")
    assert facts.evidence["third_country_at_bilateral_post"] == {
        "post": "KAIRAGACH",
        "nationality": "KZ",
        "open_to": "KG, TJ",
    }


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"conveyance_nationality": "UZ"}, "UZ"),
        ({}, "KG"),
        ({"mode": None}, "KG"),
        ({"mode": "rail"}, None),  # a wagon number is no plate
        ({"conveyance_id": None}, None),
    ],
)
def test_nationality_is_stated_or_read_from_the_plate(changes, expected):
    assert answer("conveyance_nationality", **changes) == expected


def test_posts_are_named_by_code():
    facts = facts_of(entry_post=KYZYL_BEL, exit_post=None)
    assert (facts.values["entry_post"], facts.values["exit_post"]) == ("KYZYL_BEL", None)
