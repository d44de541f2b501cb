"""/healthz/ says 200 only when every part answers, names the one that does not, and gives no secret away."""

import pytest
import redis
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from pcu_platform import health
from pcu_platform.models import PlatformState
from pcu_platform.tasks import heartbeat, note_beat

pytestmark = pytest.mark.django_db


@pytest.fixture
def all_well():
    PlatformState.objects.create(key=health.READY)
    heartbeat()
    note_beat()
    yield
    health.broker().delete(health.mark_of("worker"), health.mark_of("beat"))


def faults(answer) -> dict[str, str]:
    return {part: said for part, said in answer.json()["parts"].items() if said != "ok"}


def test_all_parts_answer(client, all_well):
    answer = client.get("/healthz/")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"
    assert list(answer.json()["parts"]) == ["database", "migrations", "data", "broker", "worker", "beat"]


@pytest.mark.parametrize("part", ["worker", "beat"])
def test_a_part_without_a_heartbeat_is_named(client, all_well, part):
    health.broker().delete(health.mark_of(part))
    answer = client.get("/healthz/")
    assert answer.status_code == 503
    assert faults(answer) == {part: "no heartbeat"}


def test_a_heartbeat_fades(all_well):
    assert 0 < health.broker().ttl(health.mark_of("worker")) <= health.FRESH_S


def test_data_that_are_not_in_are_named(client, all_well):
    PlatformState.objects.all().delete()
    answer = client.get("/healthz/")
    assert answer.status_code == 503
    assert faults(answer) == {"data": "not loaded"}


def test_a_migration_that_is_not_applied_is_counted(client, all_well):
    MigrationRecorder(connection).record_unapplied("pcu_platform", "0001_officers")
    answer = client.get("/healthz/")
    assert answer.status_code == 503
    assert faults(answer) == {"migrations": "1 not applied"}


def test_a_dead_broker_is_named_without_its_address(client, all_well, monkeypatch):
    dead = redis.Redis.from_url("redis://:hidden-password@127.0.0.1:1/0")
    with monkeypatch.context() as patch:
        patch.setattr(health, "broker", lambda: dead)
        answer = client.get("/healthz/")
    assert answer.status_code == 503
    assert set(faults(answer)) == {"broker", "worker", "beat"}
    assert b"hidden-password" not in answer.content
    assert b"127.0.0.1" not in answer.content


def test_it_needs_no_login_and_is_not_cached(client, all_well):
    answer = client.get("/healthz/")
    assert "no-store" in answer["Cache-Control"]
    assert client.post("/healthz/").status_code == 405


def test_it_is_cheap(client, all_well, django_assert_max_num_queries):
    client.get("/healthz/")
    with django_assert_max_num_queries(4):
        client.get("/healthz/")
