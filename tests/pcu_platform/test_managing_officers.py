"""Who keeps whose account: the unit head its unit's, the administrator all, nobody their own."""

import pytest

from consignments.models import CaseEvent, Source
from consignments.refusing import Refused
from pcu_platform.models import Officer
from pcu_platform.officers import managing
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def head():
    return make.officer("unit_head")


@pytest.fixture
def administrator():
    return make.officer("administrator")


def refusal(verb, *args, **kwargs) -> str:
    with pytest.raises(Refused) as refused:
        verb(*args, **kwargs)
    return refused.value.code


def new(manager, role="analyst", unit="own", username="aigul"):
    unit = manager.unit if unit == "own" else unit
    return managing.open_account(manager, username=username, full_name="Aigul T.", role=role, unit=unit)


def test_a_unit_head_opens_an_account_without_a_password(head):
    opened = new(head)
    assert (opened.unit, opened.role, opened.has_usable_password()) == (head.unit, "analyst", False)
    event = CaseEvent.objects.get(subject_id=opened.pk)
    assert (event.verb, event.actor, event.after) == ("opened", head, {"role": "analyst", "unit": "BATKEN"})


# manager, role given, unit, code of the refusal or None
GIVING = [
    ("unit_head", "analyst", "own", None),
    ("unit_head", "examiner", "own", None),
    ("unit_head", "supervisor", "own", None),
    ("unit_head", "client", "own", None),
    ("unit_head", "unit_head", "own", "role_not_given"),
    ("unit_head", "coordinator", None, "role_not_given"),
    ("unit_head", "auditor", None, "role_not_given"),
    ("unit_head", "administrator", None, "role_not_given"),
    ("unit_head", "analyst", "OSH", "unit_not_yours"),
    ("unit_head", "analyst", None, "unit_missing"),
    ("administrator", "unit_head", "OSH", None),
    ("administrator", "coordinator", None, None),
    ("administrator", "administrator", None, None),
    ("administrator", "analyst", None, "unit_missing"),
    ("administrator", "sheriff", "OSH", "role_not_given"),
]


@pytest.mark.parametrize(
    ("manager", "role", "unit", "code"), GIVING, ids=[f"{m} gives {r} {u}" for m, r, u, _ in GIVING]
)
def test_what_may_be_given(manager, role, unit, code):
    manager = make.officer(manager)
    unit = make.unit(unit) if unit not in {"own", None} else unit
    if code:
        assert refusal(new, manager, role, unit) == code
        assert not Officer.objects.filter(username="aigul").exists()
    else:
        assert new(manager, role, unit).role == role


def test_a_name_is_taken_once(head):
    new(head)
    assert refusal(new, head) == "name_taken"


# role of the one who manages, role and unit of the other, whether it may be changed
CHANGING = [
    ("unit_head", "analyst", "BATKEN", True),
    ("unit_head", "client", "BATKEN", True),
    ("unit_head", "unit_head", "BATKEN", False),
    ("unit_head", "analyst", "OSH", False),
    ("unit_head", "coordinator", None, False),
    ("unit_head", "administrator", None, False),
    ("administrator", "unit_head", "OSH", True),
    ("administrator", "administrator", None, True),
    ("supervisor", "analyst", "BATKEN", False),
    ("coordinator", "analyst", "BATKEN", False),
]


@pytest.mark.parametrize(("manager", "role", "unit", "may"), CHANGING, ids=[f"{m} {r} {u}" for m, r, u, _ in CHANGING])
def test_whose_account_may_be_changed(manager, role, unit, may):
    manager = make.officer(manager)
    other = make.officer(role, **({"unit": make.unit(unit)} if unit else {}))
    verbs = [
        lambda: managing.switch_account(manager, other, is_active=False, reason="Left."),
        lambda: managing.change_account(manager, other, full_name="New", role=other.role, unit=other.unit),
    ]
    for verb in verbs:
        if may:
            verb()
        else:
            assert refusal(verb) == "not_yours_to_change"
    other.refresh_from_db()
    assert (other.is_active, other.full_name == "New") == (not may, may)


def test_nobody_changes_their_own_account(head, administrator):
    for manager in (head, administrator):
        assert refusal(managing.switch_account, manager, manager, is_active=False, reason="x") == "not_yours_to_change"
        raised = {"full_name": "Me", "role": "coordinator", "unit": None}
        assert refusal(managing.change_account, manager, manager, **raised) == "not_yours_to_change"


def test_switching_off_needs_a_reason_and_voids_tokens(head):
    client = make.client()
    managing.issue_token(head, client)
    assert refusal(managing.switch_account, head, client, is_active=False, reason=" ") == "reason_missing"
    managing.switch_account(head, client, is_active=False, reason="System replaced.")
    client.refresh_from_db()
    assert not client.is_active and not client.auth_token_set.exists()
    managing.switch_account(head, client, is_active=True, reason="Back again.")
    assert list(CaseEvent.objects.filter(subject_id=client.pk).values_list("verb", flat=True)) == [
        "token_issued",
        "switched_off",
        "switched_on",
    ]


def test_tokens_do_not_follow_into_another_role(head):
    client = make.client()
    managing.issue_token(head, client)
    managing.change_account(head, client, full_name="Now a person", role="analyst", unit=head.unit)
    assert not client.auth_token_set.exists()


def test_what_a_client_sends_falls_to_the_unit_it_was_moved_to(administrator):
    client, osh = make.client(), make.unit("OSH")
    before = Source.objects.of_client(client)
    managing.change_account(administrator, client, full_name="Feed", role="client", unit=osh)
    client.refresh_from_db()
    assert Source.objects.of_client(client) == before
    assert Source.objects.of_client(client).unit == osh


def test_an_invitation_works_once_and_voids_the_old_password(head):
    officer = make.officer("analyst")
    officer.set_password("the old password")
    officer.save()
    key = managing.invite(head, officer)
    officer.refresh_from_db()
    assert not officer.check_password("the old password")
    managing.choose_password(officer, key, "a new long password")
    officer.refresh_from_db()
    assert officer.check_password("a new long password")
    assert refusal(managing.choose_password, officer, key, "another password") == "key_void"


def test_an_invitation_is_void_after_three_days(head, settings):
    officer = make.officer("analyst")
    key = managing.invite(head, officer)
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert refusal(managing.choose_password, officer, key, "a new long password") == "key_void"


def test_a_later_invitation_voids_the_earlier(head):
    officer = make.officer("analyst")
    first = managing.invite(head, officer)
    second = managing.invite(head, officer)
    assert refusal(managing.choose_password, officer, first, "a new long password") == "key_void"
    managing.choose_password(officer, second, "a new long password")


def test_the_key_of_one_opens_no_other_account(head):
    one, other = make.officer("analyst"), make.officer("analyst")
    key = managing.invite(head, one)
    managing.invite(head, other)
    assert refusal(managing.choose_password, other, key, "a new long password") == "key_void"


def test_a_switched_off_account_takes_no_password(head):
    officer = make.officer("analyst")
    key = managing.invite(head, officer)
    managing.switch_account(head, officer, is_active=False, reason="Left.")
    assert refusal(managing.choose_password, officer, key, "a new long password") == "key_void"


def test_only_a_client_has_tokens_and_only_a_person_a_password(head):
    assert refusal(managing.issue_token, head, make.officer("analyst")) == "no_client"
    assert refusal(managing.invite, head, make.client()) == "clients_have_tokens"


def test_a_revoked_token_is_void(head):
    client = make.client()
    managing.issue_token(head, client)
    kept = managing.issue_token(head, client)
    revoked = client.auth_token_set.exclude(token_key=kept[:15]).get()
    managing.revoke_token(head, client, revoked.token_key)
    assert [token.token_key for token in client.auth_token_set.all()] == [kept[:15]]
    assert refusal(managing.revoke_token, head, client, revoked.token_key) == "no_token"
