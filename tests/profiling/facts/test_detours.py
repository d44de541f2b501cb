"""Group B by geography: length and detour of the route, hubs off the way, posts that lead elsewhere."""

import pytest

from profiling.facts.detours import lane_of, way_of
from profiling.facts.known import KnownPost
from profiling.reference.beyond_posts import SENSIBLE_BEYOND
from profiling.reference.centres_of_trade import CENTRES, HUBS, detour, km_between, shortest_km
from tests.profiling.facts.stating import answer, facts_of, stated

TO_TJ = KnownPost("KYZYL_BEL", "TJ")
TO_UZ = KnownPost("DOSTUK", "UZ")
TO_CN = KnownPost("IRKESHTAM", "CN")

WAY = [
    ("as stated", {"itinerary": ("CN", "KZ", "KG")}, ("CN", "KZ", "KG")),
    ("by the posts", {"exit_post": TO_UZ, "destination_country": "UZ"}, ("CN", "KG", "UZ")),
    ("nothing between", {"entry_post": None}, ("CN", "KG")),
    ("no destination", {"destination_country": None}, None),
]
B08 = [
    ("Chinese goods by the Emirates", {"itinerary": ("CN", "AE", "IR", "TM", "UZ", "KG")}, True),
    ("made in China, sent from the Emirates", {"dispatch_country": "AE", "entry_post": TO_UZ}, True),
    ("made in the Emirates", {"dispatch_country": "AE", "item": {"origin_country": "AE"}, "entry_post": TO_UZ}, False),
    ("America by the Emirates lies on the way", {"dispatch_country": "US", "itinerary": ("AE", "IR"),
        "item": {"origin_country": "US"}}, False),
    ("straight", {}, False),
    ("no route is stated", {"entry_post": None}, None),
    ("no dispatch", {"dispatch_country": None}, None),
]  # fmt: skip
B10 = [
    ("to Russia by China", {"exit_post": TO_CN, "destination_country": "RU"}, True),
    ("to Germany by Tajikistan", {"exit_post": TO_TJ, "destination_country": "DE"}, True),
    ("to Korea by Uzbekistan", {"exit_post": TO_UZ, "destination_country": "KR"}, True),
    ("to Afghanistan by Tajikistan", {"exit_post": TO_TJ, "destination_country": "AF"}, False),
    ("to Afghanistan by Uzbekistan", {"exit_post": TO_UZ, "destination_country": "AF"}, False),
    ("to the neighbour itself", {"exit_post": TO_TJ, "destination_country": "TJ"}, False),
    ("it stays here", {"exit_post": TO_CN, "destination_country": "KG"}, None),
    ("no post of exit", {"destination_country": "RU"}, None),
    ("an inland post", {"exit_post": KnownPost("OSH_INLAND"), "destination_country": "RU"}, None),
    ("a destination of no table", {"exit_post": TO_TJ, "destination_country": "FJ"}, None),
]
CASES = [("hub_without_sense", *row) for row in B08] + [("exit_post_illogical", *row) for row in B10]


@pytest.mark.parametrize(("case", "changes", "expected"), WAY, ids=[row[0] for row in WAY])
def test_the_way(case, changes, expected):
    assert way_of(stated(**changes)) == expected


@pytest.mark.parametrize(("column", "case", "changes", "expected"), CASES, ids=[f"{r[0]}: {r[1]}" for r in CASES])
def test_hubs_and_posts(column, case, changes, expected):
    assert answer(column, **changes) is expected


@pytest.mark.parametrize(
    ("case", "changes", "low", "high"),
    [
        ("straight ahead", {}, 1.0, 1.05),
        ("by Kazakhstan, which is usual", {"itinerary": ("CN", "KZ", "KG")}, 1.0, 1.35),
        ("by Iran and Turkey", {"itinerary": ("CN", "IR", "TR", "KG")}, 1.8, 5.0),
        ("by Russia", {"itinerary": ("CN", "RU", "KG")}, 1.0, 1.6),
    ],
)
def test_detour(case, changes, low, high):
    assert low <= answer("detour_ratio", **changes) <= high


@pytest.mark.parametrize(
    ("case", "changes"),
    [
        ("no route is stated", {"entry_post": None}),
        ("a country of no table", {"itinerary": ("CN", "FJ", "KG")}),
        ("it ends where it began", {"dispatch_country": "KG", "itinerary": ("KG", "UZ", "KG")}),
    ],
)
def test_a_detour_that_is_not_known(case, changes):
    assert answer("detour_ratio", **changes) is None


def test_the_length_is_that_of_the_shortest_way():
    assert 250 < answer("route_km") < 900  # Kashgar and Osh are the nearest centres of the two
    assert answer("route_km", dispatch_country="DE") > 4000
    assert answer("route_km", dispatch_country=None) is None


def test_evidence_names_hub_and_post():
    facts = facts_of(itinerary=("CN", "AE", "IR", "TM", "UZ", "KG"))
    assert facts.evidence["hub_without_sense"]["hub"] == "AE"
    assert facts.evidence["detour_ratio"]["way"].startswith("CN – AE – IR")
    facts = facts_of(exit_post=TO_CN, destination_country="RU")
    assert facts.evidence["exit_post_illogical"] == {"post": "IRKESHTAM", "beyond": "CN", "destination": "RU"}


@pytest.mark.parametrize(
    ("changes", "lane"),
    [({}, "CN-KG"), ({"destination_country": "CN"}, None), ({"dispatch_country": None}, None)],
)
def test_lane(changes, lane):
    assert lane_of(stated(**changes)) == lane


def test_the_tables_are_sound():
    assert set(CENTRES) >= HUBS
    assert all(-90 <= lat <= 90 and -180 <= lon <= 180 for points in CENTRES.values() for lat, lon in points)
    assert set(SENSIBLE_BEYOND) == {"CN", "KZ", "TJ", "UZ"}
    assert km_between((42.87, 74.59), (40.53, 72.8)) == pytest.approx(300, abs=15)  # Bishkek and Osh
    assert shortest_km(("KG", "KG")) == 0
    assert detour(("CN",)) is None


@pytest.mark.parametrize("between", [(), ("KZ",), ("RU", "KZ"), ("UZ", "TM", "IR")])
def test_a_way_is_never_shorter_than_straight(between):
    assert detour(("CN", *between, "KG")) >= 1 - 1e-9
