"""The loaded demo: accounts that work, a queue worth opening, a year behind it, and a banner on every page."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db.models import Count, F, Q

from consignments.models import CaseEvent, Consignment, Movement, Submission
from consignments.parsing.values import DocumentKind
from pcu_platform import health
from pcu_platform.models import Officer, PlatformState
from pcu_platform.reference.accounts import ACCOUNTS
from profiling.models import POSITIVE, Assessment, Outcome, ProfileVersion, SelectedBy, State
from seizures.models import Examination, ExaminationState, SeizureLine
from tests.demo.loaded.conftest import PASSWORD, UNTIL

pytestmark = pytest.mark.django_db  # without it there is no test database

PROMISED = {
    "analyst": ("analyst", "BATKEN"),
    "examiner": ("examiner", "BATKEN"),
    "supervisor": ("supervisor", "BATKEN"),
    "supervisor2": ("supervisor", "BATKEN"),
    "unithead": ("unit_head", "BATKEN"),
    "coordinator": ("coordinator", None),
    "auditor": ("auditor", None),
    "admin": ("administrator", None),
    "osh_analyst": ("analyst", "OSH"),
    "client": ("client", "BATKEN"),
}
BACKEND = "django.contrib.auth.backends.ModelBackend"


def test_the_promised_accounts_are_there(demo):
    found = dict(Officer.objects.values_list("username", "pk"))
    assert {account.username for account in ACCOUNTS} == set(found)
    for username, (role, unit) in PROMISED.items():
        officer = Officer.objects.select_related("unit").get(username=username)
        assert (officer.role, officer.unit.code if officer.unit else None) == (role, unit)
        assert officer.check_password(PASSWORD)
        assert len(officer.full_name.split()) == 2


def test_the_client_has_its_source(demo):
    assert Officer.objects.get(username="client").source.unit.code == "BATKEN"


def test_the_data_is_ready(demo):
    assert health.check_data() == health.OK


def test_progress_is_told_month_by_month(demo):
    lines = [line for line in demo.said.splitlines() if "consignments," in line and "examined" in line]
    assert len(lines) >= 12, "six months of two units"


def test_loading_again_changes_nothing(demo, capsys):
    before = Submission.objects.count()
    call_command("load_demo")
    assert "in already" in capsys.readouterr().out
    assert Submission.objects.count() == before


KINDS_OF_THE_DEMO = {
    DocumentKind.JSON_MANIFEST,
    DocumentKind.EAEU_ROAD_PRELIMINARY,
    DocumentKind.CUSCAR,
    DocumentKind.SPREADSHEET_MANIFEST,
    DocumentKind.CMR_NOTE,
}


def test_documents_of_every_kind_were_registered(demo):
    assert set(Submission.objects.values_list("document_kind", flat=True)) == KINDS_OF_THE_DEMO
    assert not Submission.objects.exclude(status__in=["registered", "partly_registered"]).exists()


def test_the_whole_truth_is_written_down(demo):
    assert set(Consignment.objects.values_list("document_number", flat=True)) <= set(demo.truth)


def test_what_should_have_come_came_or_is_known_not_to(demo):
    long_ago = Assessment.objects.filter(arrival_at__lt=UNTIL - timedelta(days=4)).latest_rounds()
    assert not long_ago.filter(consignment__movement=Movement.EXPECTED).exists()
    never = set(Consignment.objects.filter(movement=Movement.NEVER_CAME).values_list("document_number", flat=True))
    assert {number for number in never if not demo.truth[number]["never_comes"]} == set()


def test_nothing_of_the_past_waits_for_a_decision(demo):
    open_ones = Assessment.objects.filter(arrival_at__lt=UNTIL - timedelta(days=3))
    assert not open_ones.need_a_decision().exists()


@pytest.mark.parametrize("unit", ["BATKEN", "OSH"])
def test_the_queue_opens_with_something_worth_deciding(demo, unit):
    waiting = Assessment.objects.filter(unit__code=unit).waiting()
    assert waiting.count() >= 5
    assert waiting.filter(lane="red").exists()
    assert waiting.filter(lane="yellow").exists()
    assert waiting.filter(selected_by__contains=[SelectedBy.MESSAGE]).exists()
    assert waiting.filter(assigned_to__isnull=False).exists()


def test_nothing_stays_unassessed(demo):
    latest = Consignment.objects.filter(revisions__number=F("latest_revision"), revisions__round_due__isnull=False)
    assert not latest.exists()


def test_lanes_and_the_draw_have_the_shape_of_a_real_year(demo):
    rounds = Assessment.objects.exclude(state__in=[State.SUPERSEDED, State.WITHDRAWN])
    shape = rounds.aggregate(
        all=Count("pk"),
        red=Count("pk", filter=Q(lane="red")),
        yellow=Count("pk", filter=Q(lane="yellow")),
        drawn=Count("pk", filter=Q(is_drawn=True)),
        examined=Count("pk", filter=~Q(outcome=Outcome.NOT_RECORDED)),
    )
    share = {name: count / shape["all"] for name, count in shape.items()}
    assert 0.005 < share["red"] < 0.06
    assert 0.02 < share["yellow"] < 0.16
    assert 0.005 < share["drawn"] < 0.04
    assert 0.02 < share["examined"] < 0.10


def test_an_examination_finds_only_what_is_there(demo):
    found = Assessment.objects.filter(outcome__in=POSITIVE).values_list("consignment__document_number", flat=True)
    assert found
    assert [number for number in found if not demo.truth[number]["contraband"]] == []


def test_seizures_have_their_lines(demo):
    seized = Assessment.objects.filter(outcome=Outcome.SEIZURE).values_list("consignment", flat=True)
    assert set(seized) == set(SeizureLine.objects.values_list("consignment", flat=True))
    assert Examination.objects.filter(state=ExaminationState.CLOSED).count() >= len(seized)


def test_decisions_are_made_by_several_officers_after_the_assessment(demo):
    decided = Assessment.objects.filter(decided_at__isnull=False)
    assert decided.values("decided_by").distinct().count() >= 4
    assert not decided.filter(decided_at__lt=F("created_at")).exists()
    assert not Assessment.objects.filter(outcome_recorded_at__lt=F("decided_at")).exists()


def test_the_log_has_no_line_of_the_future(demo):
    assert not CaseEvent.objects.filter(at__gt=UNTIL).exists()


def test_the_shipped_profiles_are_on_and_the_legal_question_is_left_open(demo):
    active = set(ProfileVersion.objects.filter(state="active").values_list("profile__code", flat=True))
    assert active == {f"PR-{number:03}" for number in range(1, 13)} - {"PR-003"}
    version = ProfileVersion.objects.filter(state="active").first()
    assert (version.author.username, version.approver.username) == ("supervisor", "supervisor2")


@pytest.mark.parametrize(
    ("username", "path"),
    [
        ("analyst", "/queue/"),
        ("analyst", "/intake/"),
        ("analyst", "/profiles/"),
        ("analyst", "/watch-lists/"),
        ("analyst", "/figures/"),
        ("analyst", "/holds/"),
        ("examiner", "/examinations/"),
        ("supervisor", "/seizures/"),
        ("coordinator", "/consignments/"),
        ("unithead", "/officers/"),
    ],
)
def test_every_page_says_that_the_data_is_synthetic(demo, client, username, path):
    client.force_login(Officer.objects.get(username=username), backend=BACKEND)
    answer = client.get(path)
    assert answer.status_code == 200
    assert "ynthetic" in answer.content.decode()


def test_the_platform_knows_what_was_loaded(demo):
    kept = PlatformState.objects.get(key="demo").value
    assert kept["is_loaded"]
    assert (kept["consignments"], kept["seed"], kept["months"]) == (1_400, 7, 6)
