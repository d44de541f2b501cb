"""What a failure leaves in the log: where it happened and of what kind, never what a document or an officer said."""

import io
import json
import logging

import pytest
from celery import Celery
from django_structlog.celery.receivers import CeleryReceiver

from pcu_platform.logs import LOGGING
from pcu_platform.stack.postgres import SETTINGS

SECRET = "Nur-Kiyim Import OsOO"


@pytest.fixture
def written():
    """What the platform's log holds so far."""
    kept = io.StringIO()
    handler = logging.StreamHandler(kept)
    described = dict(LOGGING["formatters"]["json"])
    handler.setFormatter(described.pop("()")(**described))
    logging.getLogger().addHandler(handler)
    yield kept.getvalue
    logging.getLogger().removeHandler(handler)


def fail():
    try:
        int(SECRET)
    except ValueError as fault:
        raise LookupError(f"no party {SECRET}") from fault


def test_a_failure_is_told_without_its_message(written):
    try:
        fail()
    except LookupError:
        logging.getLogger("django.request").exception("Internal Server Error: /queue/")
    line = written()
    told = json.loads(line)["exception"]
    assert SECRET not in line
    assert [word for word in told.splitlines() if not word.startswith(" ")] == ["ValueError", "LookupError"]
    assert "in fail" in told


def test_a_failed_task_is_told_without_its_message(written):
    try:
        fail()
    except LookupError as fault:
        CeleryReceiver().receiver_task_failure(task_id="t1", exception=fault)
    line = written()
    assert SECRET not in line
    assert json.loads(line)["event"] == "task_failed"


def test_celery_itself_says_nothing_of_a_failed_task(written):
    app = Celery("of-a-test", broker="memory://")

    @app.task
    def failing():
        fail()

    failing.apply()
    assert SECRET not in written()


@pytest.mark.parametrize(
    ("setting", "value"),
    [("log_min_messages", "log"), ("log_min_error_statement", "panic"), ("log_error_verbosity", "terse")],
)
def test_the_database_writes_no_statement_into_its_log(setting, value):
    assert SETTINGS[setting] == value
