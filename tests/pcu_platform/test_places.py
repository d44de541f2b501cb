"""The main navigation: each place an officer may go to once, the daily ones in the bar, the current one always."""

import pytest
from django.test import RequestFactory

from pcu_platform.context import IN_THE_BAR, shell
from tests import factories as make


def places_of(role: str, path: str) -> tuple[list[str], list[str]]:
    request = RequestFactory().get(path)
    request.user = make.officer(role)
    shown = shell(request)
    return [place["path"] for place in shown["places"]], [place["path"] for place in shown["more_places"]]


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["analyst", "supervisor", "unit_head"])
def test_what_does_not_fit_stands_behind_more(role):
    bar, more = places_of(role, "/queue/")
    assert len(bar) == IN_THE_BAR
    assert more
    assert not set(bar) & set(more)


@pytest.mark.django_db
def test_the_current_place_stands_in_the_bar():
    bar, more = places_of("supervisor", "/watch-lists/3/")
    assert bar[-1] == "/watch-lists/"
    assert "/watch-lists/" not in more


@pytest.mark.django_db
def test_nobody_opens_a_menu_for_one_place():
    bar, more = places_of("examiner", "/holds/")
    assert "/holds/" in bar
    assert len(more) != 1
