"""Two workers and a registering at once: one open assessment per consignment, whatever the order."""

import random
from threading import Thread

import pytest
from django.db import connection, transaction

from consignments.models import Consignment, ConsignmentRevision
from profiling.assessing import assess_due, due_count
from profiling.models import Assessment, State
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db(transaction=True)
BAD_BOX = {"equipment": [{"number": "MSKU1234560", "seals": ["S1"]}]}


@pytest.fixture(autouse=True)
def no_draw(settings):
    settings.RANDOM_DRAW_PERCENT = 0


def at_once(*steps) -> None:
    faults = []

    def run(step):
        try:
            step()
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [Thread(target=run, args=[step]) for step in steps]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert not faults


def test_two_workers_share_the_work_and_count_each_attempt_once():
    making.version()
    for _ in range(12):
        make.consignment(round_due="revision", **BAD_BOX)
    at_once(lambda: assess_due(6), lambda: assess_due(6), lambda: assess_due(6))
    while assess_due():
        pass
    assert Assessment.objects.count() == 12
    assert set(ConsignmentRevision.objects.values_list("round_attempts", flat=True)) == {0}


def test_sixty_interleavings_of_registering_and_assessing_leave_one_open_round():
    making.version()
    rng = random.Random(7)
    cases = [make.consignment(round_due="revision", **BAD_BOX) for _ in range(20)]

    def amend(case):
        # As registering does: the identity row first, then the next revision.
        with transaction.atomic():
            locked = Consignment.objects.select_for_update().get(pk=case.pk)
            make.revise(locked, round_due="revision", **BAD_BOX)

    def some_amendments():
        for case in rng.sample(cases, 10):
            amend(case)

    for _ in range(3):
        at_once(some_amendments, lambda: assess_due(5), lambda: assess_due(5))
    while assess_due():
        pass
    assert due_count() == 0
    for case in cases:
        case.refresh_from_db()
        open_ones = Assessment.objects.open().filter(consignment=case)
        assert [a.revision.number for a in open_ones] == [case.latest_revision]
        others = Assessment.objects.filter(consignment=case).exclude(pk__in=open_ones)
        assert {a.state for a in others} <= {State.SUPERSEDED}
