"""Documents that mean harm, through each door by which documents come: answered, bounded, and not in any log."""

import gc
import resource
import time
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from consignments.drop_folder import DropFolder
from consignments.models import Status, Submission
from consignments.registering import register_submission
from consignments.watching import take_all
from tests import factories as make
from tests.consignments.api.conftest import calling
from tests.consignments.hostile_documents import DOCUMENTS, SECRET, XML_ROOTS, Hostile
from tests.consignments.views.conftest import at_desk

pytestmark = pytest.mark.django_db

SECONDS, MEGABYTES = 30, 700  # of one document of up to 64 MB, on a slow machine
WAYS_TO_LOOK = ["", "problems.csv", "failed.csv", "failed.xlsx", "original", "mend/"]
# What is large, and what each kind of XML is sent alike, goes through the first door alone.
OTHER_XML = tuple(kind for kind in XML_ROOTS if kind != "Awmds")
FEWER = [one for one in DOCUMENTS if not one.name.endswith((*OTHER_XML, "60 MB", "million segments"))]
of_each = pytest.mark.parametrize("sent", DOCUMENTS, ids=[document.name for document in DOCUMENTS])
of_fewer = pytest.mark.parametrize("sent", FEWER, ids=[document.name for document in FEWER])


@pytest.fixture(autouse=True)
def bounded():
    """No document takes more time or memory than one may."""
    gc.collect()
    began, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert time.process_time() - began < SECONDS
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < MEGABYTES


@pytest.fixture
def nothing_logged(caplog, capfd):
    yield
    written = "".join(capfd.readouterr())
    assert SECRET not in caplog.text and SECRET not in written
    assert "registering_failed" not in caplog.text + written


@of_each
def test_the_api_answers_it_and_the_worker_finishes_it(sent: Hostile, nothing_logged):
    client = make.client()
    answer = calling(client, **{"Idempotency-Key": "k"}).generic(
        "POST", f"/api/v1/submissions/?filename={sent.file_name}", sent.make(), sent.content_type
    )
    assert answer.status_code == 202, answer.content[:200]
    submission = _finished(Submission.objects.get())
    detail = calling(client).get(f"/api/v1/submissions/{submission.pk}/")
    assert detail.status_code == 200
    assert calling(client).get(f"/api/v1/submissions/{submission.pk}/problems.csv").status_code == 200


@of_fewer
def test_the_page_takes_it_and_every_look_at_it_is_answered(sent: Hostile, nothing_logged):
    officer = make.officer("analyst")
    browser = at_desk(officer)
    file = SimpleUploadedFile("x", sent.make())
    file.name = sent.file_name  # past the cleaning of the class: a stranger's request is cleaned by its parser
    form = {"files": [file], "new_source": "Irkeshtam weekly", "token": str(uuid.uuid4())}
    assert browser.post("/intake/upload/", form).status_code == 302
    submission = Submission.objects.first()
    if submission is None:  # of no kind that is read
        return
    assert "/" not in submission.file_name
    if submission.awaits_columns:
        assert browser.get(f"/intake/{submission.pk}/columns/").status_code == 200
        Submission.objects.filter(pk=submission.pk).update(awaits_columns=False)
    submission = _finished(submission)
    for way in WAYS_TO_LOOK:
        assert browser.get(f"/intake/{submission.pk}/{way}").status_code in {200, 302, 404}, way


@of_fewer
def test_the_folder_puts_it_away(sent: Hostile, nothing_logged, tmp_path):
    name = sent.file_name.rpartition("/")[2]
    (tmp_path / name).write_bytes(sent.make())
    with DropFolder(tmp_path, 0) as folder:
        (put,) = take_all(folder, make.source(), "en")
    assert put.shelf in {"done", "failed"}
    assert (tmp_path / put.shelf / put.name).exists()


def _finished(submission: Submission) -> Submission:
    """Register it, once; one that waits for a person may stay received."""
    register_submission(submission.pk)
    submission.refresh_from_db()
    asked = submission.status == Status.RECEIVED and submission.awaits_confirmation
    assert asked or submission.status in {Status.REGISTERED, Status.PARTLY_REGISTERED, Status.REJECTED}
    if submission.status == Status.REJECTED:
        assert submission.problems.filter(severity="error").exists() and submission.registered_count == 0
    return submission
