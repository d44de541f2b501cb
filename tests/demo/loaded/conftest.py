"""A small demo, loaded once for the tests that look at it; it is rolled back afterwards."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction

UNTIL = datetime(2026, 10, 14, 9, 30, tzinfo=UTC)  # half past three in the afternoon at the posts
PASSWORD = "steppe-river-bridge-41"


@dataclass(frozen=True)
class Loaded:
    """What the command said, and the truth by document number."""

    said: str
    truth: dict[str, dict[str, Any]]


@pytest.fixture(scope="package")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """Six months, 1,400 consignments, through the command itself."""
    truth = tmp_path_factory.mktemp("demo") / "truth.json"
    said = StringIO()
    # Wake-ups wait for a commit that never comes.
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        assert connection.settings_dict["NAME"].startswith("test_"), "mark the test with django_db"
        patch.setattr("django.conf.settings.DEMO_PASSWORD", PASSWORD)
        options = {"consignments": 1_400, "months": 6, "until": UNTIL, "in_one_process": True}
        call_command("load_demo", truth=truth, stdout=said, **options)
        yield Loaded(said.getvalue(), json.loads(truth.read_text()))
        transaction.set_rollback(True)
