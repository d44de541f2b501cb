"""Secrets are made once and for the owner alone; a stale address of a killed stack is not believed."""

import pytest

from pcu_platform.stack.locking import hold
from pcu_platform.stack.places import Home
from pcu_platform.stack.running import announced, running_stack
from pcu_platform.stack.secret_values import remember_accounts_made, secrets_of

ADDRESSES = {"DATABASE_URL": "postgres://pcu:x@127.0.0.1:1/pcu", "REDIS_URL": "redis://:y@127.0.0.1:2/0"}


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.delenv("PCU_DEMO_PASSWORD", raising=False)
    monkeypatch.delenv("PCU_SECRET_KEY", raising=False)
    return Home.at(tmp_path).made()


def test_secrets_are_made_once(home):
    first = secrets_of(home)
    assert secrets_of(home) == first
    assert len({first.secret_key, first.database_password, first.broker_password, first.demo_password}) == 4
    assert home.secrets.stat().st_mode & 0o777 == 0o600


def test_the_demo_password_may_be_wished_until_the_accounts_are_made(home, monkeypatch):
    secrets_of(home)  # a command before the first start has made one up
    monkeypatch.setenv("PCU_DEMO_PASSWORD", "Correct-Horse")
    assert secrets_of(home).demo_password == "Correct-Horse"
    remember_accounts_made(home)
    monkeypatch.setenv("PCU_DEMO_PASSWORD", "Another-One")
    assert secrets_of(home).demo_password == "Correct-Horse"


def test_the_environments_secret_key_wins_and_is_not_kept(home, monkeypatch):
    monkeypatch.setenv("PCU_SECRET_KEY", "from outside")
    assert secrets_of(home).secret_key == "from outside"
    assert "from outside" not in home.secrets.read_text()


def test_only_a_stack_that_holds_the_lock_is_running(home):
    with announced(home, 8000, ADDRESSES):
        assert home.state.stat().st_mode & 0o777 == 0o600
        assert running_stack(home) is None  # as a killed one leaves it
        hold(home.lock, "up")
        running = running_stack(home)
        assert running is not None
        assert running.database_url == ADDRESSES["DATABASE_URL"]
    assert running_stack(home) is None
