"""Nothing stays unassessed unseen: what failed or is late stands on top of the queue of its unit."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from consignments.models import ConsignmentRevision
from profiling.unassessed import unassessed
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db


def due(**columns):
    """Return a consignment that just came in and whose round is due."""
    consignment = make.consignment()
    ConsignmentRevision.objects.filter(consignment=consignment).update(round_due="revision", **columns)
    return consignment


def seen_after(minutes: int, unit) -> set:
    now = timezone.now() + timedelta(minutes=minutes)
    return {revision.consignment for revision in unassessed(make.officer("analyst", unit=unit), now)}


@pytest.mark.parametrize(
    ("minutes", "attempts", "is_seen"),
    [(0, 0, False), (0, settings.MAX_ATTEMPTS - 1, False), (0, settings.MAX_ATTEMPTS, True), (2, 0, True)],
)
def test_what_is_late_or_failed_is_seen(minutes, attempts, is_seen):
    consignment = due(round_attempts=attempts)
    assert seen_after(minutes, consignment.unit) == ({consignment} if is_seen else set())


def test_a_new_round_of_what_was_assessed_is_no_alarm():
    case = making.assessment()
    ConsignmentRevision.objects.filter(pk=case.revision_id).update(round_due="watch_list")
    assert seen_after(60, case.unit) == set()


def test_it_stands_on_the_queue_of_its_unit_alone(client):
    consignment = due(round_attempts=settings.MAX_ATTEMPTS)
    backend = "django.contrib.auth.backends.ModelBackend"
    client.force_login(make.officer("analyst", unit=consignment.unit), backend=backend)
    assert consignment.reference in client.get("/queue/").content.decode()
    client.force_login(make.officer("analyst", unit=make.unit("ELSEWHERE")), backend=backend)
    assert consignment.reference not in client.get("/queue/").content.decode()
