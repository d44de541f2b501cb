"""Which containers and trucks are flagged: each once, with everything aboard, page by page, in the order asked for."""

from datetime import timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from profiling.models import History
from profiling.pieces import flagged
from profiling.pieces.filters import PieceFilters
from profiling.pieces.flagged import Cursor, flagged_page
from tests import factories as make
from tests.profiling.pieces.making import aboard, earlier, remembered
from tests.profiling.views.stage import case

pytestmark = pytest.mark.django_db


def shown(query: str = "", officer=None, after=None) -> list[str]:
    page = flagged_page(PieceFilters.from_query(QueryDict(query)), officer or make.officer(), timezone.now(), after)
    return [call.piece.number for call in page.calls]


def walked(query: str = "", officer=None) -> list[str]:
    """Every page one after another."""
    found, after, officer = [], None, officer or make.officer()
    filters = PieceFilters.from_query(QueryDict(query))
    while True:
        page = flagged_page(filters, officer, timezone.now(), after)
        found += [call.piece.number for call in page.calls]
        if not page.next:
            return found
        after = Cursor.from_text(page.next)


def test_a_box_of_several_consignments_is_one_row():
    first = aboard(lane="yellow", minutes=60)
    aboard(lane="red", minutes=70)
    aboard(lane="green", minutes=70, state="not_selected", selected_by=[])
    (call,) = flagged_page(PieceFilters(), make.officer(), timezone.now()).calls
    assert (len(call.aboard), call.waiting, call.lane) == (3, 2, "red")
    assert call.leader.assessment_id == first.pk


def test_nothing_to_decide_or_to_stop_is_no_row():
    aboard("MSKU1234565", lane="green", state="not_selected", selected_by=[])
    aboard("TGHU7654321", lane="yellow", state="released")
    aboard("CAXU1111119", lane="red", state="selected", outcome="nil")
    aboard("OTSU4127063", lane="red", state="selected")
    assert shown() == ["OTSU4127063"]


@pytest.mark.parametrize(
    ("boxes", "row"),
    [
        ([], "01 KG 730 BHC"),
        ([("trailer", "02 KG 111")], "02 KG 111"),
        ([("trailer", "02 KG 111"), ("container", "MSKU1234565")], "MSKU1234565"),
        ([("wagon", "52345678")], "52345678"),
    ],
)
def test_a_row_is_what_the_goods_lie_in(boxes, row):
    rows = [{"kind": kind, "number": number, "number_key": number.replace(" ", "")} for kind, number in boxes]
    remembered(case(consignment={"equipment": rows}))
    assert shown() == [row]


def test_a_ship_is_no_piece():
    aboard("", manifest_fields={"mode": "sea", "conveyance_id": "MSC LUNA", "conveyance_key": "MSCLUNA"})
    assert shown() == []


def test_two_journeys_of_one_number_are_two_rows():
    earlier("MSKU1234565", 30, lane="yellow")
    aboard("MSKU1234565")
    assert shown() == ["MSKU1234565", "MSKU1234565"]


def test_papers_days_apart_are_one_journey_of_a_box_and_two_of_a_trailer():
    for number, kind in [("MSKU1234565", "container"), ("02KG111", "trailer")]:
        earlier(number, 2, kind=kind)
        aboard(number, kind=kind)
    assert sorted(shown()) == ["02KG111", "02KG111", "MSKU1234565"]


def test_soonest_first_then_what_states_no_arrival():
    for number, minutes in [("MSKU1234565", None), ("TGHU7654321", 90), ("CAXU1111119", 30)]:
        aboard(number, minutes=minutes)
    assert shown() == ["CAXU1111119", "TGHU7654321", "MSKU1234565"]


def test_by_lane_the_strictest_first():
    for number, lane, minutes in [("A1", "yellow", 10), ("B2", "red", 90), ("C3", "red", 30), ("D4", "green", 5)]:
        aboard(number, lane=lane, minutes=minutes)
    assert shown("sort=lane") == ["C3", "B2", "A1", "D4"]


@pytest.mark.parametrize("query", ["", "sort=lane"])
def test_pages_show_each_box_once(monkeypatch, query):
    monkeypatch.setattr(flagged, "ROWS", 2)
    monkeypatch.setattr(flagged, "CHUNK", 3)
    for place in range(7):
        aboard(f"BOX{place}", lane=["red", "yellow"][place % 2], minutes=None if place == 6 else 10 * place)
        aboard(f"BOX{(place * 3) % 7}", lane="yellow", minutes=10 * place + 5)
    found = walked(query)
    assert sorted(found) == [f"BOX{place}" for place in range(7)]


def test_a_chain_of_papers_hides_no_box():
    """Each within a week of the next, and the last beyond a week of the first: it leads a journey of its own."""
    for days in (12, 6, 0.1):
        earlier("MSKU1234565", days)
    assert shown() == ["MSKU1234565", "MSKU1234565"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["A1", "B2", "C3"]),
        ("lane=red", ["A1"]),
        ("lane=red&lane=yellow", ["A1", "B2", "C3"]),
        ("post=DOSTUK", ["B2"]),
        ("mode=rail", ["C3"]),
        ("arrives=here", ["A1"]),
        ("arrives=2h", ["B2"]),
        ("arrives=24h", ["B2", "C3"]),
        ("lane=purple&mode=camel&arrives=soon&sort=luck", ["A1", "B2", "C3"]),
    ],
)
def test_filters(query, expected):
    aboard("A1", "red", minutes=-10)
    aboard("B2", "yellow", minutes=30, post=make.post("DOSTUK"))
    aboard("C3", "yellow", minutes=600, manifest_fields={"mode": "rail"})
    assert shown(query) == expected


def test_a_filter_chooses_the_box_and_not_what_is_shown_of_it():
    aboard(lane="red", minutes=60)
    aboard(lane="yellow", minutes=70)
    (call,) = flagged_page(PieceFilters(lanes=("yellow",)), make.officer(), timezone.now()).calls
    assert len(call.aboard) == 2 and call.lane == "red"


def test_other_units_are_counted_only():
    aboard(lane="yellow")
    aboard(lane="red", unit=make.unit("OSH"))
    (call,) = flagged_page(PieceFilters(), make.officer(), timezone.now()).calls
    assert (len(call.aboard), call.elsewhere, call.lane) == (1, 1, "yellow")
    (call,) = flagged_page(PieceFilters(), make.officer("coordinator"), timezone.now()).calls
    assert (len(call.aboard), call.elsewhere) == (2, 0)


def test_a_selection_stands_with_its_revision():
    made = aboard(lane="red", state="selected")
    make.revise(made.consignment, equipment=[{"number": "MSKU1234565"}])
    made.refresh_from_db()
    History.objects.update(replaced_at=timezone.now())
    assert shown() == ["MSKU1234565"]


def test_the_same_number_of_queries_for_one_box_and_for_many(django_assert_num_queries):
    for place in range(12):
        aboard(f"BOX{place}", minutes=place)
    officer = make.officer()
    with django_assert_num_queries(5):
        flagged_page(PieceFilters(), officer, timezone.now())


@pytest.mark.parametrize("text", ["", "x", "0__", "0_2026-11-24T10:00_x", "0_2026-11-24T10:00:00_7d0e", "9_9_9_9"])
def test_a_cursor_that_nobody_wrote_is_none(text):
    assert Cursor.from_text(text) is None


def test_a_cursor_is_read_as_it_was_written():
    made = aboard()
    for arrival in (None, timezone.now() - timedelta(hours=3)):
        cursor = Cursor(1, arrival, made.pk)
        assert Cursor.from_text(cursor.text) == cursor
