"""The map of a route: every stop within the picture, detours told, a country passed where it lies nearest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiling.presenting.map_ground import HEIGHT, LENGTH, ground, view_of
from profiling.presenting.route_map import MapStop, countries_passed, route_map, stops_of
from profiling.reference.outlines import outlines
from profiling.reference.simplifying import simplified
from tests import factories as make

OSH, KASHI, KABUL, MINSK = (40.53, 72.80), (39.47, 75.99), (34.53, 69.17), (53.90, 27.57)
coordinates = st.tuples(st.floats(-60, 75), st.floats(-170, 170))


def stop(name: str, *places, exact: bool = True) -> MapStop:
    return MapStop(name, places, exact)


@given(st.lists(coordinates, min_size=2, max_size=6))
def test_every_stop_lies_within_the_picture(points):
    drawn = route_map([stop(str(n), point) for n, point in enumerate(points)], frozenset())
    assert all(0 <= each.x <= LENGTH and 0 <= each.y <= HEIGHT for each in drawn.stops)


@given(st.lists(coordinates, min_size=1, max_size=4))
def test_the_ground_stays_near_the_picture_and_small(points):
    lands = ground(view_of(points))
    assert sum(len(path) for _code, path, _at in lands) < 40_000
    for _code, path, _at in lands:
        numbers = [int(n) for n in path.replace("M", " ").replace("Z", " ").replace(",", " ").split()]
        assert min(numbers) >= -1
        assert max(numbers) <= LENGTH + 1


ROUTES = [
    ("straight", [KASHI, OSH], False),
    ("detour by Kabul", [KASHI, KABUL, OSH], True),
    ("from far", [MINSK, OSH], False),
    ("there and back", [OSH, KASHI, OSH], False),
]


@pytest.mark.parametrize(("name", "points", "is_detour"), ROUTES, ids=[route[0] for route in ROUTES])
def test_a_detour_is_drawn_beside_the_straight_way(name, points, is_detour):
    drawn = route_map([stop(str(n), point) for n, point in enumerate(points)], frozenset(["CN"]))
    assert bool(drawn.straight) == is_detour
    assert ("straight way" in drawn.sentence) == is_detour


def test_a_country_is_passed_where_it_lies_nearest():
    far, near = (23.1, 113.3), (39.5, 76.0)
    drawn = route_map([stop("CN", far, near, exact=False), stop("Osh", OSH)], frozenset())
    assert "260" in drawn.sentence or "280" in drawn.sentence or "300" in drawn.sentence


def test_the_countries_passed_are_marked_and_our_own_is_there():
    drawn = route_map([stop("Kashi", KASHI), stop("Osh", OSH)], frozenset(["CN", "KG"]))
    assert {land.code for land in drawn.lands if land.is_passed} == {"CN", "KG"}
    assert "UZ" in {land.code for land in drawn.lands}


@pytest.mark.parametrize("stops", [[], [stop("Osh", OSH)], [stop("Osh", OSH), stop("nowhere")]])
def test_nothing_is_drawn_of_less_than_two_places(stops):
    assert route_map(stops, frozenset()) is None


@pytest.mark.django_db
def test_the_stops_of_a_consignment_are_found_in_any_script():
    of = make.consignment(
        place_of_loading="г. Хуҷанд", dispatch_country="TJ", itinerary=["TJ", "UZ", "KG"],
        place_of_delivery="Өзгөн шаары", destination_country="KG",
    )  # fmt: skip
    revision = make.revision_of(of)
    stops = stops_of(revision, make.post("KYZYL_BEL"))
    assert [(each.name, each.is_exact, each.is_post) for each in stops] == [
        ("г. Хуҷанд", True, False),
        ("UZ", False, False),
        (str(make.post("KYZYL_BEL")), True, True),
        ("Өзгөн шаары", True, False),
    ]
    assert countries_passed(revision) == {"TJ", "UZ", "KG"}


LINES = [
    ("straight", [(0, 0), (1, 0), (2, 0)], [(0, 0), (2, 0)]),
    ("a corner", [(0, 0), (1, 1), (2, 0)], [(0, 0), (1, 1), (2, 0)]),
    ("a ring", [(0, 0), (4, 0), (4, 4), (0, 0)], [(0, 0), (4, 0), (4, 4), (0, 0)]),
    ("two points", [(0, 0), (2, 0)], [(0, 0), (2, 0)]),
    ("nothing", [], []),
]


@pytest.mark.parametrize(("name", "points", "kept"), LINES, ids=[line[0] for line in LINES])
def test_a_line_keeps_its_corners(name, points, kept):
    assert simplified(points, 0.1) == kept


def test_the_outlines_name_the_neighbours_by_their_codes():
    assert {"KG", "KZ", "UZ", "TJ", "CN", "RU", "IR", "AF", "TM", "TR"} <= {code for code, _ring in outlines()}
    assert all(len(ring) >= 4 and ring[0] == ring[-1] for _code, ring in outlines())
