"""Decisions by API that no page would send."""

from datetime import timedelta

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from profiling.models import Duty, State
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def caller():
    api = APIClient(raise_request_exception=False)
    api.force_authenticate(make.officer("analyst"))
    return api


@pytest.mark.parametrize(
    ("hold_until", "status"),
    [
        (timezone.now() + timedelta(days=89), 200),
        (timezone.now() + timedelta(days=91), 400),
        ("9999-12-31T23:59:59Z", 400),
        ("0001-01-01T00:00:00+14:00", 400),
        (timezone.now() - timedelta(hours=1), 400),
    ],
)
def test_a_hold_ends_in_a_time_that_can_come(caller, hold_until, status):
    case = making.assessment()
    body = {"reason": "Stop", "hold_until": hold_until}
    assert caller.post(f"/api/v1/assessments/{case.pk}/select/", body, format="json").status_code == status
    case.refresh_from_db()
    assert (case.state == State.SELECTED) == (status == 200)


def test_a_body_nested_too_deeply_is_refused(caller):
    case = making.assessment()
    url = f"/api/v1/assessments/{case.pk}/release/"
    assert caller.generic("POST", url, "[" * 100_000, content_type="application/json").status_code == 400


def held(lane: str = "red", **fields):
    return making.assessment(lane=lane, selected_by=["profile"], state="selected", **fields)


def calling(role: str = "analyst", **fields) -> APIClient:
    api = APIClient(raise_request_exception=False)
    api.force_authenticate(make.officer(role, **fields))
    return api


def test_a_red_is_lifted_by_two(caller):
    case = held()
    url, body = f"/api/v1/assessments/{case.pk}/lift/", {"reason": "The invoice came"}
    first = caller.post(url, body, format="json")
    assert (first.status_code, first.data["state"]) == (202, "selected") and first.data["lift_proposed_by"]
    assert caller.post(url, body, format="json").status_code == 409
    second = calling().post(url, body, format="json")
    assert (second.status_code, second.data["state"]) == (200, "released")


def test_another_keeps_the_hold(caller):
    case = held()
    caller.post(f"/api/v1/assessments/{case.pk}/lift/", {"reason": "The invoice came"}, format="json")
    kept = calling().post(f"/api/v1/assessments/{case.pk}/keep-hold/", {"reason": "A copy"}, format="json")
    assert (kept.status_code, kept.data["lift_proposed_by"]) == (200, None)


def test_what_left_unexamined_is_closed(caller):
    case = held(of=make.consignment(movement="left"))
    url = f"/api/v1/assessments/{case.pk}/close-unexamined/"
    assert caller.post(url, {}, format="json").status_code == 400
    assert caller.post(url, {"reason": "The gate stood open"}, format="json").data["state"] == "left_unexamined"


def test_an_examiner_is_drawn(caller):
    case, examiner = held(), make.officer("examiner")
    url = f"/api/v1/assessments/{case.pk}/draw-examiner/"
    assert caller.post(url).status_code == 409
    Duty.objects.begin(examiner, case.post)
    assert caller.post(url).data["examiner"] == examiner.username


@pytest.mark.parametrize("verb", ["lift", "keep-hold", "close-unexamined", "draw-examiner"])
def test_holds_are_ended_and_given_by_the_desk_of_the_unit_only(verb):
    case = held()
    url = f"/api/v1/assessments/{case.pk}/{verb}/"
    for role in ("examiner", "client", "auditor"):
        assert calling(role).post(url, {"reason": "x"}, format="json").status_code == 403
    assert calling(unit=make.unit("OSH")).post(url, {"reason": "x"}, format="json").status_code == 404
