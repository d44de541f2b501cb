"""Who takes a waiting submission, how often it is tried, and what happens to one that brings its worker down."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from consignments.locks import held, lock_number
from consignments.models import CaseEvent, Consignment, Submission
from consignments.registering import register_submission, register_waiting
from tests import factories as make
from tests.consignments.arriving import receive_bytes
from tests.consignments.manifests import manifest

ROOT = Path(__file__).resolve().parents[3]
# A worker that is killed in the midst of its work: its records are written, its transaction is not committed.
DIES_AT_WORK = """
import os, sys, uuid
os.environ["DJANGO_SETTINGS_MODULE"] = "pcu_platform.settings"
import django
django.setup()
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
from consignments.registering import document, register_submission
document.store_problems = lambda *_: os._exit(9)
register_submission(uuid.UUID(sys.argv[2]))
"""


@pytest.fixture
def source():
    return make.client().source


@pytest.mark.django_db
def test_the_sweep_registers_all_that_waits(source):
    for _ in range(3):
        receive_bytes(manifest(consignments=[]), source)
    receive_bytes(manifest(mode="sea"), source)
    assert register_waiting() == 4
    assert set(Submission.objects.values_list("status", flat=True)) == {"registered"}


@pytest.mark.django_db
def test_what_is_registered_is_not_registered_again(source):
    submission = receive_bytes(manifest(), source)
    assert register_submission(submission.pk)
    assert not register_submission(submission.pk)
    assert (register_waiting(), Consignment.objects.get().latest_revision) == (0, 1)


@pytest.mark.django_db
def test_a_spreadsheet_whose_columns_are_not_told_yet_is_left_alone(source):
    submission = receive_bytes(b"a,b\n1,2\n", source, content_type="text/csv", awaits_columns=True)
    assert not register_submission(submission.pk)
    assert register_waiting() == 0


@pytest.mark.django_db(transaction=True)
def test_a_submission_in_other_hands_is_left_to_them(source):
    submission = receive_bytes(manifest(), source)
    in_another_session = connection.copy()
    with in_another_session.cursor() as cursor:
        with held("submission", submission.pk) as here:
            assert here
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [lock_number("submission", submission.pk)])
        assert not register_submission(submission.pk)
        # The server lets go of a closed session's locks a moment later, so it is told to before.
        cursor.execute("SELECT pg_advisory_unlock_all()")
    in_another_session.close()
    assert register_submission(submission.pk)


@pytest.mark.django_db
def test_a_fault_is_counted_and_tells_the_log_no_content(source, monkeypatch, caplog):
    def fails(*_, **__):
        raise ValueError("Nur-Kiyim Import")

    monkeypatch.setattr("consignments.registering.document.parse", fails)
    submission = receive_bytes(manifest(), source)
    register_submission(submission.pk)
    submission.refresh_from_db()
    assert (submission.status, submission.attempts) == ("received", 1)
    assert "registering_failed" in caplog.text
    assert "Nur-Kiyim" not in caplog.text


@pytest.mark.django_db
def test_a_fault_leaves_nothing_half_registered(source, monkeypatch):
    def fails(*_):
        raise ValueError

    monkeypatch.setattr("consignments.registering.document.store_problems", fails)
    register_submission(receive_bytes(manifest(), source).pk)
    assert not Consignment.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_submission_that_killed_three_workers_is_quarantined_and_visible(source):
    submission = receive_bytes(manifest(), source)
    for _ in range(3):
        worker = [sys.executable, "-c", DIES_AT_WORK, connection.settings_dict["NAME"], str(submission.pk)]
        assert subprocess.run(worker, cwd=ROOT, check=False).returncode == 9
    submission.refresh_from_db()
    assert (submission.status, submission.attempts) == ("received", 3)
    assert not Consignment.objects.exists()
    register_waiting()
    submission.refresh_from_db()
    assert (submission.status, submission.registered_count) == ("quarantined", 0)
    assert CaseEvent.objects.filter(subject_id=submission.pk, verb="quarantined").exists()
    assert register_waiting() == 0
