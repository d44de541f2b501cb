"""Pages by key: whatever the order, walking forth and back meets every row once, also while rows leave."""

import pytest

from profiling.models import Assessment
from profiling.queue_paging import END, ORDERS, page_after, page_before
from tests import factories as make
from tests.profiling.views.stage import case, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows():
    """Ties in every key, and rows for which it is not known."""
    officers = [make.officer("analyst", full_name=name) for name in ("Aida Bekova", "Aida Bekova")]
    for number in range(14):
        case(
            ("red", "yellow")[number % 2],
            (None, 30, 30, 90)[number % 4],
            score=(10, 20, 20)[number % 3],
            post=(None, make.post(), make.post("KULUNDU"))[number % 3],
            assigned_to=(None, *officers)[number % 3],
        )
    return Assessment.objects.all()


def walk(rows, order, size):
    place, seen = "", []
    while True:
        page = page_after(rows, order, place, size)
        seen += page.ids
        if not page.has_next:
            return seen
        place = str(page.last)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("size", [1, 5, 14, 60])
def test_walking_forth_meets_every_row_once(rows, order, size):
    whole = page_after(rows, order, "", 60).ids
    assert walk(rows, order, size) == whole
    assert len(set(whole)) == 14


@pytest.mark.parametrize("order", ORDERS)
def test_walking_back_from_the_end_is_the_same_walk(rows, order):
    whole, page, seen = page_after(rows, order, "", 60).ids, page_before(rows, order, END, 4), []
    while True:
        seen = page.ids + seen
        if not page.has_previous:
            break
        page = page_before(rows, order, str(page.first), 4)
    assert seen == whole


def test_a_row_that_left_still_marks_its_place(rows):
    first = page_after(rows, "arrival", "", 5)
    rest = page_after(rows, "arrival", str(first.last), 60).ids
    gone = Assessment.objects.filter(pk__in=first.ids)
    gone.update(state="superseded")
    waiting = rows.filter(state="waiting")
    assert page_after(waiting, "arrival", str(first.last), 60).ids == rest
    assert page_before(waiting, "arrival", str(first.last), 60).ids == []


@pytest.mark.parametrize("place", ["1; drop", "00000000-0000-0000-0000-000000000000", "last"])
def test_a_place_that_is_none_is_the_beginning(rows, place):
    assert page_after(rows, "arrival", place, 5) == page_after(rows, "arrival", "", 5)


def test_the_page_leads_to_the_next_and_back():
    for minutes in range(35):
        case("yellow", minutes + 1)
    browser = signed_in()
    first = browser.get("/queue/?rows=30").context["page"]
    assert (len(first.ids), first.has_previous, first.has_next) == (30, False, True)
    second = browser.get(f"/queue/?rows=30&after={first.last}").context["page"]
    assert (len(second.ids), second.has_previous, second.has_next) == (5, True, False)
    assert browser.get(f"/queue/?rows=30&before={second.first}").context["page"].ids == first.ids
    assert len(browser.get("/queue/?rows=30&before=last").context["page"].ids) == 30
