"""The life of a profile version, told with its author, another supervisor and the platform's clock."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from consignments.refusing import Refused
from profiling.models import ProfileVersion, RiskProfile
from profiling.models.lifecycle import DefinitionRefused
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db

NO_HISTORY = "There is no history yet."


@pytest.fixture
def author():
    return make.officer("supervisor", full_name="Bakyt Author")


@pytest.fixture
def second():
    return make.officer("supervisor", full_name="Jyldyz Second")


@pytest.fixture
def draft(author):
    return making.version(state="draft", author=author)


def refusal(verb, *args, **kwargs) -> str:
    with pytest.raises(Refused) as refused:
        verb(*args, **kwargs)
    return refused.value.code


def test_from_draft_to_active_with_two_persons(draft, author, second):
    draft.submit(author, "Seals were found cut.", NO_HISTORY)
    draft.approve(second)
    draft.activate(second)
    draft.refresh_from_db()
    assert (draft.state, draft.author, draft.approver) == ("active", author, second)
    assert [(e.verb, e.actor, e.reason) for e in draft.events()] == [
        ("submitted", author, "Seals were found cut."),
        ("approved", second, ""),
        ("activated", second, ""),
    ]
    assert draft.events().last().after["state"] == "active"


def test_the_author_cannot_approve(draft, author):
    draft.submit(author, no_backtest_because=NO_HISTORY)
    assert refusal(draft.approve, author) == "second_officer_needed"


def test_an_edit_voids_the_approval(draft, author, second):
    draft.submit(author, no_backtest_because=NO_HISTORY)
    draft.approve(second)
    draft.edit(author, definition=making.DEFINITION | {"threshold": 40})
    draft.refresh_from_db()
    assert (draft.state, draft.approver, draft.approved_at, draft.submitted_at) == ("draft", None, None, None)
    assert refusal(draft.activate, second) == "wrong_state"
    edited = draft.events().last()
    assert (edited.verb, edited.before["state"], edited.after["definition"]["threshold"]) == ("edited", "approved", 40)


def test_only_the_author_writes_into_a_draft(draft, second):
    assert refusal(draft.edit, second, instruction="Open the doors.") == "not_the_author"
    assert refusal(draft.submit, second) == "not_the_author"


def test_what_is_saved_says_all_by_itself(draft, author):
    draft.edit(author, definition={"indicators": [{"code": "E01", "points": 50}], "threshold": 50, "lane": "red"})
    assert draft.definition["when_not_evaluable"] == "yellow"
    assert draft.definition["indicators"][0]["when"] == {"fact": "container_number_invalid", "op": "is_true"}


def test_a_faulty_definition_is_refused_with_every_path(draft, author):
    faulty = {"indicators": [{"code": "E01", "points": 0}], "threshold": "many", "lane": "purple"}
    with pytest.raises(DefinitionRefused) as refused:
        draft.edit(author, definition=faulty)
    assert {fault.path for fault in refused.value.faults} >= {"indicators[0].points", "threshold", "lane"}
    draft.refresh_from_db()
    assert draft.definition == making.DEFINITION


# name, verb, state it is in, arguments after the officer, code
REFUSALS = [
    ("a draft is not approved", "approve", "draft", [], "wrong_state"),
    ("a draft is not activated", "activate", "draft", [], "wrong_state"),
    ("a submitted one is not activated", "activate", "submitted", [], "wrong_state"),
    ("an approved one is not submitted again", "submit", "approved", [], "wrong_state"),
    ("an active one is not edited", "edit", "active", [], "wrong_state"),
    ("an active one is not withdrawn", "withdraw", "active", ["over"], "wrong_state"),
    ("a withdrawn one stays so", "activate", "withdrawn", [], "wrong_state"),
    ("an expired one stays so", "activate", "expired", [], "wrong_state"),
    ("a draft is not suspended", "suspend", "draft", ["noisy"], "wrong_state"),
    ("suspending needs a reason", "suspend", "active", [" "], "reason_missing"),
    ("withdrawing needs a reason", "withdraw", "draft", [""], "reason_missing"),
    ("sending back needs a reason", "send_back", "submitted", [""], "reason_missing"),
]


@pytest.mark.parametrize(("verb", "state", "args", "code"), [row[1:] for row in REFUSALS], ids=[r[0] for r in REFUSALS])
def test_refusals(author, verb, state, args, code):
    version = making.version(state=state, author=author)
    assert refusal(getattr(version, verb), author, *args) == code
    version.refresh_from_db()
    assert (version.state, version.events().count()) == (state, 0)


def test_what_was_sent_back_is_a_draft_with_the_reason_in_the_log(draft, author, second):
    draft.submit(author, no_backtest_because=NO_HISTORY)
    draft.send_back(second, "The instruction names a source.")
    assert (draft.state, draft.events().last().reason) == ("draft", "The instruction names a source.")


def test_a_new_version_replaces_the_active_one(author, second):
    first = making.version(state="active", author=author)
    copy = first.new_version(second)
    assert (copy.number, copy.state, copy.author) == (2, "draft", second)
    assert copy.definition["indicators"][0]["code"] == "E01"
    copy.submit(second, no_backtest_because=NO_HISTORY)
    copy.approve(author)
    copy.activate(author)
    first.refresh_from_db()
    assert (first.state, copy.state) == ("suspended", "active")
    assert first.ended_at is not None
    assert first.events().last().reason == "Replaced by version 2."


def test_a_suspended_version_comes_back(author, second):
    version = making.version(state="active", author=author)
    version.suspend(second, "Too much work.")
    version.activate(second)
    assert (version.state, version.ended_at) == ("active", None)


def test_it_is_activated_only_within_its_validity(author, second):
    today = timezone.localdate()
    early = making.version(state="approved", author=author, valid_from=today + timedelta(days=1))
    assert refusal(early.activate, second) == "not_yet_valid"
    late = making.version(
        state="approved", author=author, valid_from=today - timedelta(days=9), valid_until=today - timedelta(days=1)
    )
    assert refusal(late.activate, second) == "validity_over"


def test_a_profile_shipped_disabled_says_why(author, second):
    profile = making.profile(disabled_because="National law decides.")
    version = making.version(profile, state="approved", author=author)
    with pytest.raises(Refused, match="National law decides"):
        version.activate(second)


def test_validity_is_a_year_at_most(draft, author):
    too_long = draft.valid_from + timedelta(days=366)
    assert refusal(draft.edit, author, valid_until=too_long) == "validity_wrong"
    assert refusal(draft.edit, author, valid_until=draft.valid_from - timedelta(days=1)) == "validity_wrong"


def test_the_clock_ends_what_is_past_its_validity():
    today = timezone.localdate()
    over = making.version(valid_from=today - timedelta(days=30), valid_until=today - timedelta(days=1))
    lasting = making.version(valid_until=today)
    assert ProfileVersion.objects.expire_outdated(today) == 1
    over.refresh_from_db()
    lasting.refresh_from_db()
    assert (over.state, lasting.state) == ("expired", "active")
    assert (over.events().last().verb, over.events().last().actor) == ("expired", None)


def test_activation_opens_rounds_on_what_is_still_here(author, second):
    here = make.consignment(movement="arrived")
    left = make.consignment(movement="left")
    version = making.version(state="approved", author=author)
    version.activate(second)
    assert make.revision_of(here).round_due == "profile"
    assert make.revision_of(left).round_due is None


def test_a_units_own_profile_opens_rounds_in_that_unit_only(author, second):
    ours, theirs = make.consignment(), make.consignment(unit=make.unit("OSH"))
    version = making.version(making.profile(owner_unit=make.unit()), state="approved", author=author)
    version.activate(second)
    assert (make.revision_of(ours).round_due, make.revision_of(theirs).round_due) == ("profile", None)


def test_a_new_profile_gets_the_next_code_and_a_first_draft(author):
    making.profile(code="PR-041")
    made = RiskProfile.objects.start(author, title="Night loads", definition=making.DEFINITION)
    version = made.versions.get()
    assert (made.code, made.owner_unit) == ("PR-042", author.unit)
    assert (version.number, version.state, version.author) == (1, "draft", author)
    assert version.events().get().verb == "drafted"


def test_a_taken_code_is_refused(author):
    making.profile(code="PR-050")
    start = RiskProfile.objects.start
    assert refusal(start, author, title="Again", code="PR-050", definition=making.DEFINITION) == "code_taken"


def test_a_form_that_is_sent_twice_begins_one_profile(author):
    token = uuid4()
    first = RiskProfile.objects.start(author, title="Night loads", form_token=token, definition=making.DEFINITION)
    again = RiskProfile.objects.start(author, title="Night loads", form_token=token, definition=making.DEFINITION)
    other = RiskProfile.objects.start(author, title="Night loads", form_token=uuid4(), definition=making.DEFINITION)
    assert (again, first.versions.count()) == (first, 1) and other != first


@pytest.mark.django_db(transaction=True)
def test_a_form_that_is_sent_twice_at_once_begins_one_profile(author):
    token = uuid4()

    def press(_number):
        try:
            start = RiskProfile.objects.start
            return start(author, title="Night loads", form_token=token, definition=making.DEFINITION).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        begun = set(pool.map(press, range(3)))
    assert len(begun) == 1 and RiskProfile.objects.filter(title="Night loads").count() == 1


def test_a_faulty_first_draft_leaves_no_profile_behind(author):
    with pytest.raises(DefinitionRefused):
        RiskProfile.objects.start(author, title="Faulty", definition={})
    assert not RiskProfile.objects.filter(title="Faulty").exists()


def test_each_sees_the_profiles_of_its_unit_and_of_all_units():
    of_all, ours = making.profile(), making.profile(owner_unit=make.unit())
    theirs = making.profile(owner_unit=make.unit("OSH"))
    assert set(RiskProfile.objects.visible_to(make.officer("analyst"))) == {of_all, ours}
    assert set(RiskProfile.objects.visible_to(make.officer("coordinator"))) == {of_all, ours, theirs}


@pytest.mark.django_db(transaction=True)
def test_two_versions_activated_at_once_leave_one_active():
    profile, second = making.profile(), make.officer("supervisor")
    versions = [making.version(profile, "approved") for _ in range(4)]

    def activate(version):
        try:
            ProfileVersion.objects.get(pk=version.pk).activate(second)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(activate, versions))
    states = sorted(profile.versions.values_list("state", flat=True))
    assert states == ["active", "suspended", "suspended", "suspended"]
