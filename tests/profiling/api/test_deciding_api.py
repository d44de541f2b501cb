"""Decisions by API that no page would send."""

from datetime import timedelta

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from profiling.models import State
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
