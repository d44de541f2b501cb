"""Identity, revisions, late messages and cancellations, as the rules of identity say."""

import pytest

from consignments.models import CaseEvent, Consignment
from consignments.registering.identities import Moment
from tests import factories as make
from tests.consignments.arriving import register_bytes
from tests.consignments.manifests import consignment, manifest

pytestmark = pytest.mark.django_db

MORNING, NOON, EVENING = (f"2026-11-24T{hour}:00:00+06:00" for hour in ("08", "12", "18"))


@pytest.fixture
def source():
    return make.client().source


def revisions():
    return list(Consignment.objects.get().revisions.order_by("number"))


def test_the_same_source_amends_its_consignment(source):
    register_bytes(manifest(), source)
    submission = register_bytes(manifest(consignment(total_packages=600)), source)
    first, second = revisions()
    assert Consignment.objects.get().latest_revision == 2
    assert (first.replaced_at, second.replaced_at) == (submission.known_at, None)
    assert (second.round_due, second.total_packages) == ("revision", 600)
    assert CaseEvent.objects.filter(verb="amended", after__revision=2).count() == 1


def test_another_source_with_the_same_number_supersedes_nothing(source):
    register_bytes(manifest(), source)
    register_bytes(manifest(consignment(total_packages=1)), make.client().source)
    assert list(Consignment.objects.values_list("document_number", "latest_revision")) == [("CMR-1", 1)] * 2


@pytest.mark.parametrize(
    ("what", "fields", "head"),
    [
        ("another issue date", {"issued_on": "2026-11-21"}, {}),
        ("no issue date: the day of arrival", {"issued_on": None}, {}),
        ("another number", {"document_number": "CMR-01"}, {}),
    ],
)
def test_another_identity_is_another_consignment(source, what, fields, head):
    register_bytes(manifest(), source)
    register_bytes(manifest(consignment(**fields), **head), source)
    assert Consignment.objects.count() == 2


def test_an_older_message_that_arrives_late_is_kept_and_supersedes_nothing(source):
    register_bytes(manifest(composed_at=NOON), source)
    late = register_bytes(manifest(composed_at=MORNING), source)
    first, second = revisions()
    assert Consignment.objects.get().latest_revision == first.number == 1
    assert (first.replaced_at, first.is_late) == (None, False)
    assert (second.number, second.is_late, second.round_due, second.replaced_at) == (2, True, None, late.known_at)
    assert CaseEvent.objects.filter(verb="kept_late").count() == 1


def test_after_a_late_message_the_next_revision_takes_the_next_number(source):
    for composed_at in (NOON, MORNING, EVENING):
        register_bytes(manifest(composed_at=composed_at), source)
    first, late, third = revisions()
    assert (first.replaced_at, third.replaced_at) == (third.known_at, None)
    assert (Consignment.objects.get().latest_revision, third.number) == (3, 3)
    assert late.replaced_at == late.known_at


AT = [make.timezone.datetime.fromisoformat(text) for text in (MORNING, NOON, EVENING)]


@pytest.mark.parametrize(
    ("what", "new", "old", "is_older"),
    [
        ("composed earlier, known later", Moment(AT[0], AT[2]), Moment(AT[1], AT[1]), True),
        ("composed later, known earlier", Moment(AT[2], AT[0]), Moment(AT[1], AT[1]), False),
        ("composed at the same time", Moment(AT[1], AT[2]), Moment(AT[1], AT[1]), False),
        ("time not stated now", Moment(None, AT[2]), Moment(AT[1], AT[1]), False),
        ("time not stated then", Moment(AT[0], AT[2]), Moment(None, AT[1]), False),
        ("neither stated, known earlier", Moment(None, AT[0]), Moment(None, AT[1]), True),
        ("neither stated, known at once", Moment(None, AT[1]), Moment(None, AT[1]), False),
    ],
)
def test_older_is_what_was_composed_earlier(what, new, old, is_older):
    assert new.is_older_than(old) is is_older


def test_a_cancellation_is_a_revision_in_force(source):
    register_bytes(manifest(), source)
    register_bytes(manifest(function="cancel"), source)
    first, second = revisions()
    assert (second.is_cancelled, second.round_due) == (True, "revision")
    assert first.replaced_at == second.known_at
    assert CaseEvent.objects.filter(verb="cancelled").count() == 1


def test_a_consignment_can_be_cancelled_alone(source):
    register_bytes(manifest(consignment("A-1"), consignment("A-2")), source)
    register_bytes(manifest(consignment("A-1", function="cancel"), consignment("A-2")), source)
    cancelled = {one.document_number: one.revisions.get(number=2).is_cancelled for one in Consignment.objects.all()}
    assert cancelled == {"A-1": True, "A-2": False}


def test_a_cancellation_of_nothing_is_rejected(source):
    register_bytes(manifest(), source)
    stranger = make.client().source
    submission = register_bytes(manifest(function="cancel"), stranger)
    assert submission.status == "rejected"
    assert submission.problems.get(severity="error").code == "cancels_nothing"
    assert not revisions()[0].is_cancelled


def test_the_case_moves_to_the_unit_of_the_post_that_the_newer_revision_names(source):
    osh = make.post("DOSTUK", unit=make.unit("OSH")).unit
    register_bytes(manifest(), source)
    assert Consignment.objects.get().unit == source.unit
    register_bytes(manifest(entry_post="DOSTUK"), source)
    assert Consignment.objects.get().unit == osh
    register_bytes(manifest(entry_post="Nowhere"), source)
    assert Consignment.objects.get().unit == osh
