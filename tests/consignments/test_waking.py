"""A wake-up reaches the broker; without one the document is kept and the request does not wait."""

import time

import pytest
import redis
from celery import current_app

from consignments.models import Submission
from consignments.registering import register_waiting
from consignments.waking import REGISTER_ONE, wake
from tests import factories as make
from tests.consignments.arriving import receive_bytes
from tests.consignments.manifests import manifest

NOBODY_LISTENS = "redis://127.0.0.1:1/0"


@pytest.fixture
def broker(settings):
    broker = redis.Redis.from_url(settings.CELERY_BROKER_URL)
    broker.delete("celery")
    yield broker
    broker.delete("celery")


def test_a_task_is_sent_by_name(broker):
    wake(REGISTER_ONE, "an id")
    assert broker.llen("celery") == 1
    assert REGISTER_ONE.encode() in broker.lindex("celery", 0)


@pytest.mark.django_db(transaction=True)
def test_a_document_wakes_the_worker_when_it_is_committed(broker):
    submission = receive_bytes(manifest(), make.client().source)
    assert str(submission.pk).encode() in broker.lindex("celery", 0)


@pytest.mark.django_db(transaction=True)
def test_without_a_broker_the_document_is_kept_and_the_sweep_finds_it(settings, monkeypatch, caplog):
    settings.CELERY_BROKER_URL = NOBODY_LISTENS
    monkeypatch.setattr(current_app.conf, "broker_url", NOBODY_LISTENS)
    started = time.monotonic()
    receive_bytes(manifest(), make.client().source)
    assert time.monotonic() - started < 2
    assert "broker_not_reached" in caplog.text
    assert register_waiting() == 1
    assert Submission.objects.get().status == "registered"
