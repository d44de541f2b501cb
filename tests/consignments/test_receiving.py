"""A document is taken in once: keys, repeated bytes, bounds, and many deliveries at the same time."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from consignments.models import CaseEvent, Consignment, Submission
from consignments.receiving import BAD_KEY, EMPTY, KEY_REUSED, TOO_LARGE, WRONG_TYPE
from consignments.refusing import Refused
from consignments.registering import register_submission
from tests import factories as make
from tests.consignments.arriving import receive_bytes, register_bytes
from tests.consignments.manifests import consignment, manifest

pytestmark = pytest.mark.django_db


@pytest.fixture
def source():
    return make.client().source


def test_the_bytes_are_kept_as_they_came(source):
    raw = b"\xef\xbb\xbf" + manifest()
    submission = receive_bytes(raw, source, file_name="trip.json")
    kept = Submission.objects.get()
    assert (bytes(kept.raw), kept.byte_count, kept.status) == (raw, len(raw), "received")
    assert (kept.unit, kept.submitted_by, kept.file_name) == (source.unit, source.client, "trip.json")
    assert CaseEvent.objects.get(subject_id=submission.id).verb == "received"


def test_the_same_key_with_the_same_bytes_is_the_same_submission(source):
    first = receive_bytes(b"{}", source, idempotency_key="trip-7")
    assert receive_bytes(b"{}", source, idempotency_key="trip-7") == first
    assert Submission.objects.count() == 1


def test_the_same_key_with_other_bytes_is_refused(source):
    receive_bytes(b"{}", source, idempotency_key="trip-7")
    with pytest.raises(Refused) as refused:
        receive_bytes(b"[]", source, idempotency_key="trip-7")
    assert refused.value.code == KEY_REUSED


def test_keys_are_per_source(source):
    receive_bytes(b"{}", source, idempotency_key="trip-7")
    receive_bytes(b"[]", make.client().source, idempotency_key="trip-7")
    assert Submission.objects.count() == 2


@pytest.mark.parametrize(
    ("what", "fields", "code"),
    [
        ("no bytes", {"raw": b""}, EMPTY),
        ("a film", {"content_type": "video/mp4"}, WRONG_TYPE),
        ("no type", {"content_type": ""}, WRONG_TYPE),
        ("no key", {"idempotency_key": ""}, BAD_KEY),
        ("a key too long", {"idempotency_key": "k" * 201}, BAD_KEY),
        ("a key of two lines", {"idempotency_key": "a\nb"}, BAD_KEY),
    ],
)
def test_what_cannot_be_taken_is_refused(source, what, fields, code):
    with pytest.raises(Refused) as refused:
        receive_bytes(**{"raw": b"{}", "source": source, **fields})
    assert refused.value.code == code
    assert not Submission.objects.exists()


def test_a_document_over_the_limit_is_refused(source, settings):
    settings.MAX_DOCUMENT_BYTES = 10
    receive_bytes(b"0123456789", source)
    with pytest.raises(Refused) as refused:
        receive_bytes(b"0123456789A", source)
    assert refused.value.code == TOO_LARGE


def test_the_parameters_of_a_content_type_do_not_matter(source):
    assert receive_bytes(b"{}", source, content_type="Application/JSON; charset=utf-8").status == "received"


def test_the_same_bytes_under_another_key_register_nothing_new(source):
    bad = consignment("A-2", total_gross_mass_kg="heavy")
    first = register_bytes(manifest(consignment("A-1"), bad), source)
    again = register_bytes(manifest(consignment("A-1"), bad), source)
    assert again.same_bytes_as == first
    assert (again.status, again.registered_count, again.rejected_count) == ("partly_registered", 1, 1)
    assert again.document_kind == first.document_kind
    assert again.problems.filter(severity="error").count() == 1
    assert Consignment.objects.get().latest_revision == 1


def test_the_same_bytes_after_an_amendment_do_not_bring_the_old_revision_back(source):
    first = register_bytes(manifest(), source)
    register_bytes(manifest(consignment(total_packages=9)), source)
    again = register_bytes(manifest(), source)
    assert again.same_bytes_as == first
    assert Consignment.objects.get().latest_revision == 2


def test_the_same_bytes_from_another_source_are_another_document(source):
    register_bytes(manifest(), source)
    other = register_bytes(manifest(), make.client().source)
    assert other.same_bytes_as is None
    assert Consignment.objects.count() == 2


def test_a_repeat_that_is_registered_before_its_original_registers_the_original(source):
    first = receive_bytes(manifest(), source)
    again = receive_bytes(manifest(), source)
    assert register_submission(again.pk)
    first.refresh_from_db()
    again.refresh_from_db()
    assert (first.status, again.status) == ("registered", "registered")
    assert Consignment.objects.get().revisions.get().submission == first


def test_bytes_that_registered_nothing_are_tried_again_and_name_the_earlier(source):
    first = register_bytes(manifest(function="cancel"), source)
    register_bytes(manifest(), source)
    again = register_bytes(manifest(function="cancel"), source)
    assert (first.status, again.status, again.same_bytes_as) == ("rejected", "registered", first)


def test_a_retrospective_import_says_since_when_it_was_known(source):
    then = make.timezone.now() - make.timezone.timedelta(days=90)
    assert receive_bytes(b"{}", source, known_at=then).known_at == then


def test_nothing_can_be_known_before_it_happens(source):
    later = make.timezone.now() + make.timezone.timedelta(days=1)
    submission = receive_bytes(b"{}", source, known_at=later)
    assert submission.known_at == submission.received_at


def at_once(calls):
    """Run the calls in threads of their own, each with its own connection."""

    def run(call):
        try:
            return call()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


@pytest.mark.django_db(transaction=True)
def test_twenty_parallel_deliveries_of_one_key_make_one_submission(source):
    raw = manifest()
    made = at_once([lambda: receive_bytes(raw, source, idempotency_key="trip-7").pk] * 20)
    assert len(set(made)) == 1
    assert Submission.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_parallel_deliveries_of_one_document_under_many_keys_register_it_once(source):
    raw = manifest()
    made = at_once([lambda: receive_bytes(raw, source).pk] * 8)
    at_once([lambda pk=pk: register_submission(pk) for pk in made])
    [register_submission(pk) for pk in made]  # those that found their original in other hands
    assert Consignment.objects.get().latest_revision == 1
    assert set(Submission.objects.values_list("status", flat=True)) == {"registered"}


@pytest.mark.django_db(transaction=True)
def test_parallel_amendments_of_one_consignment_get_numbers_without_gaps(source):
    made = [receive_bytes(manifest(consignment(total_packages=n)), source).pk for n in range(8)]
    at_once([lambda pk=pk: register_submission(pk) for pk in made])
    one = Consignment.objects.get()
    assert sorted(one.revisions.values_list("number", flat=True)) == list(range(1, 9))
    in_force = one.revisions.get(replaced_at=None)
    assert (one.latest_revision, in_force.is_late) == (in_force.number, False)


@pytest.mark.django_db(transaction=True)
def test_documents_that_name_the_same_new_parties_do_not_stop_each_other(source):
    others = [make.client().source for _ in range(5)]
    traders = [{"name": f"Trader {letter}"} for letter in "ABCDEFGH"]
    made = []
    for turn, one in enumerate([source, *others]):
        turned = traders[turn:] + traders[:turn]
        made.append(
            receive_bytes(manifest(*[consignment(f"N-{n}", consignor=t) for n, t in enumerate(turned)]), one).pk
        )
    assert all(at_once([lambda pk=pk: register_submission(pk) for pk in made]))
    assert set(Submission.objects.values_list("status", "registered_count")) == {("registered", 8)}
