"""How far a document is read can be seen while it is read; without the cache only the figures are missing."""

import pytest

from consignments import progress
from consignments.progress import Progress
from consignments.registering import register_submission
from tests import factories as make
from tests.consignments.arriving import receive_bytes, register_bytes
from tests.consignments.manifests import consignment, manifest

pytestmark = pytest.mark.django_db

TABLE = ("CMR;Goods\n" + "".join(f"A-{number};Soap\n" for number in range(2_100))).encode()


@pytest.fixture
def source():
    return make.source()


def test_each_chunk_is_told_with_how_many_there_are(source, monkeypatch):
    heard = []
    tell = progress.tell
    monkeypatch.setattr(progress, "tell", lambda pk, one: (heard.append(one), tell(pk, one)))
    submission = register_bytes(TABLE, source, by=make.officer(), content_type="text/csv")
    assert heard == [Progress(1_000, 2_100), Progress(2_000, 2_100), Progress(2_100, 2_100)]
    assert progress.told(submission.pk) == Progress(2_100, 2_100)


def test_what_is_rejected_counts_as_read(source):
    raw = manifest(consignment("A-1"), consignment("A-2", total_gross_mass_kg="heavy"))
    assert progress.told(register_bytes(raw, source, by=make.officer()).pk) == Progress(2, 2)


def test_without_the_cache_documents_are_registered_all_the_same(source, settings):
    dead = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1/0"}
    submission = receive_bytes(manifest(), source, by=make.officer())
    settings.CACHES = {"default": dead}
    assert register_submission(submission.pk)
    submission.refresh_from_db()
    assert (submission.status, progress.told(submission.pk)) == ("registered", None)
