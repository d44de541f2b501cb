"""What supervisors and analysts set in motion, with everything real: lists, warnings, profiles meet assessments."""

from datetime import timedelta

import pytest
from django.utils import timezone

from profiling.assessing import assess_due
from profiling.backtesting import backtest, replay
from profiling.measuring import Period, Rate, performance
from profiling.models import Assessment, RiskProfile, State
from profiling.watching.entries import add_entry, begin_list, end_entry, import_entries
from profiling.watching.warnings import close_warning, receive_warning
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db

GOOD_BOX = [{"number": "MSKU1234565", "seals": ["S2"]}]
BAD_BOX = [{"number": "MSKU1234560", "seals": ["S1"]}]


@pytest.fixture(autouse=True)
def no_draw(settings):
    settings.RANDOM_DRAW_PERCENT = 0


@pytest.fixture
def analyst():
    return make.officer("analyst")


def arriving(**fields):
    fields.setdefault("equipment", GOOD_BOX)
    made = make.consignment(round_due="revision", movement="arrived", **fields)
    assess_due()
    return made


def standing(of) -> Assessment:
    """The round that counts now."""
    return of.assessments.exclude(state=State.SUPERSEDED).get()


# kind of the list, its lane, what is entered, what must come out
ENTRIES = [
    ("party", "red", "ОсОО «Нур-Кийим Импорт»", "red"),
    ("party", "yellow", "NUR KIYIM IMPORT", "yellow"),
    ("container", "red", "msku 123456-5", "red"),
    ("plate", "yellow", "01 KG 730 BHC", "yellow"),
    ("document", "red", "№ cmr-77", "red"),
    ("party", "red", "Dordoi Plast", "green"),
]


@pytest.mark.parametrize(("kind", "lane", "value", "expected"), ENTRIES, ids=[f"{e[0]} {e[2]}" for e in ENTRIES])
def test_an_entry_stops_what_waits_already(analyst, kind, lane, value, expected):
    here = arriving(document_number="CMR-77")
    assert standing(here).lane == "green"
    add_entry(begin_list(analyst, name="Own", kind=kind, purpose="risk", lane=lane), analyst, value=value)
    assess_due()
    now = standing(here)
    assert now.lane == expected
    if expected != "green":
        assert (now.trigger, now.selected_by, now.state) == ("watch_list", ["watch_list"], "waiting")
        assert now.list_hits.get().entry.value == value


def test_an_ended_entry_lets_the_stopped_wait_on_and_the_next_pass(analyst):
    the_list = begin_list(analyst, name="Own", kind="container", purpose="risk", lane="red")
    import_entries(the_list, analyst, b"value\nMSKU1234565\n")
    stopped = arriving()
    assert standing(stopped).lane == "red"
    end_entry(the_list.entries.get(), analyst, "Box scrapped.")
    assess_due()
    assert standing(stopped).lane == "red"
    assert standing(arriving()).lane == "green"


def test_a_warning_makes_what_it_names_wait_until_it_is_closed(analyst):
    here = arriving()
    warning = receive_warning(
        analyst, reference="W-1", from_unit="PCU Bishkek", kind="container", value="MSKU 123456-5"
    )
    assess_due()
    assert (standing(here).selected_by, standing(here).trigger) == (["message"], "message")
    close_warning(warning, analyst, "Found elsewhere.")
    assert standing(arriving()).selected_by == []


def test_a_version_goes_live_selects_and_its_rate_moves():
    author, second, examiner = make.officer("supervisor"), make.officer("supervisor"), make.officer("examiner")
    waiting_before = arriving(equipment=BAD_BOX)
    profile = RiskProfile.objects.start(author, title="False boxes", definition=making.DEFINITION)
    version = profile.versions.get()
    forecast = backtest(version, Period.last_days(30, until=timezone.now() + timedelta(minutes=1)), author.unit)
    assert (forecast.whole.draft, forecast.whole.newly) == (1, 1)

    version.submit(author, no_backtest_because="One case only.")
    version.approve(second)
    version.activate(second)
    assess_due()
    assert (standing(waiting_before).lane, standing(waiting_before).trigger) == ("red", "profile")

    next_one = arriving(equipment=BAD_BOX)
    month = Period.last_days(30, until=timezone.now() + timedelta(minutes=1))
    assert performance(profile, month, author.unit).selections == 2
    for case, outcome in [(waiting_before, "nil"), (next_one, "seizure")]:
        decided = standing(case)
        decided.select(author, "Indicators confirmed")
        decided.record_outcome(outcome, examiner)
    assert performance(version, month, author.unit).rate == Rate(1, 2)
    assert replay(version, month).passed and replay(version, month).recorded == 2


def test_a_suspended_version_selects_nothing_more():
    second = make.officer("supervisor")
    version = making.version()
    assert standing(arriving(equipment=BAD_BOX)).lane == "red"
    version.suspend(second, "Too many.")
    assert standing(arriving(equipment=BAD_BOX)).lane == "green"
