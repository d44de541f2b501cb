"""Saved views: an officer's own, those a supervisor shares with the unit, and what strangers cannot do to them."""

import pytest

from profiling.models import SavedView
from tests import factories as make
from tests.profiling.views.stage import browser_of, case, signed_in

pytestmark = pytest.mark.django_db


def keep(browser, name="Reds at night", address="lane=red&sort=score", **more):
    return browser.post("/queue/views/", {"name": name, "address": address, **more})


def labels(browser) -> list[str]:
    return [str(view["label"]) for view in browser.get("/queue/").context["views"]]


def test_a_view_is_kept_under_a_name_and_counted():
    browser = signed_in()
    case("red", 30), case("red", 60), case("yellow", 30)
    answer = keep(browser)
    assert answer.headers["Location"] == "/queue/?lane=red&sort=score"
    (view,) = [view for view in browser.get("/queue/?lane=red&sort=score").context["views"] if view["saved"]]
    assert (view["label"], view["count"], view["is_current"]) == ("Reds at night", 2, True)


def test_only_what_the_filters_know_is_kept():
    browser = signed_in()
    keep(browser, address="lane=red&lane=purple&next=//evil&sort=drop+table&after=1")
    assert SavedView.objects.get().address == "lane=red"


def test_it_is_the_officers_own_until_a_supervisor_shares():
    supervisor, analyst = signed_in("supervisor"), signed_in("analyst")
    keep(supervisor), keep(analyst, name="Mine alone", shared="1")
    assert "Reds at night" not in labels(analyst)
    assert not SavedView.objects.get(name="Mine alone").is_shared
    supervisor.post(f"/queue/views/{SavedView.objects.get(name='Reds at night').pk}/", {"verb": "share"})
    assert "Reds at night" in labels(analyst)
    assert "Reds at night" not in labels(signed_in("analyst", unit=make.unit("OSH")))


def test_a_supervisor_may_share_at_once():
    keep(signed_in("supervisor"), shared="1")
    assert "Reds at night" in labels(signed_in("analyst"))


def test_it_is_renamed_and_removed():
    browser = signed_in()
    keep(browser)
    path = f"/queue/views/{SavedView.objects.get().pk}/"
    browser.post(path, {"verb": "rename", "name": "  Reds   by day "})
    assert SavedView.objects.get().name == "Reds by day"
    browser.post(path, {"verb": "remove"})
    assert not SavedView.objects.exists()


REFUSED = [
    ("no name", {"name": "  "}, "Give the view a name."),
    ("a name twice", {"name": "Reds at night"}, "You have a view of that name."),
]


@pytest.mark.parametrize(("case_name", "given", "sentence"), REFUSED)
def test_it_refuses(case_name, given, sentence):
    browser = signed_in()
    keep(browser)
    keep(browser, **given)
    assert sentence in browser.get("/queue/").content.decode()
    assert SavedView.objects.count() == 1


def test_there_is_room_for_twelve():
    browser = signed_in()
    for number in range(13):
        keep(browser, name=f"View {number}")
    assert SavedView.objects.count() == 12


@pytest.mark.parametrize("verb", ["rename", "share", "remove"])
def test_nobody_changes_another_officers_view(verb):
    owner = make.officer("analyst")
    keep(browser_of(owner))
    view = SavedView.objects.get()
    for stranger in (signed_in("analyst"), signed_in("supervisor"), signed_in("supervisor", unit=make.unit("OSH"))):
        assert stranger.post(f"/queue/views/{view.pk}/", {"verb": verb, "name": "Taken"}).status_code == 404
    assert browser_of(owner).post(f"/queue/views/{view.pk}/", {"verb": "share"}).status_code == 403
    view.refresh_from_db()
    assert (view.name, view.is_shared) == ("Reds at night", False)


def test_a_shared_view_is_governed_by_the_units_supervisors():
    keep(signed_in("supervisor"), shared="1")
    view = SavedView.objects.get()
    assert signed_in("analyst").post(f"/queue/views/{view.pk}/", {"verb": "remove"}).status_code == 404
    signed_in("unit_head").post(f"/queue/views/{view.pk}/", {"verb": "unshare"})
    view.refresh_from_db()
    assert not view.is_shared


@pytest.mark.parametrize("role", ["client", "examiner", "auditor", "administrator"])
def test_who_does_not_decide_keeps_no_views(role):
    assert keep(signed_in(role)).status_code == 403


def test_a_view_that_searches_for_words_is_not_counted():
    browser = signed_in()
    keep(browser, address="q=Nur-Kiyim")
    (view,) = [view for view in browser.get("/queue/").context["views"] if view["saved"]]
    assert view["count"] is None
