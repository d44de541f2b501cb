"""A document is read again after its parser was mended: what was rejected goes in, nothing is doubled."""

import threading
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from consignments.models import CaseEvent, Consignment, ConsignmentRevision, Manifest, Submission
from consignments.parsing import documents
from consignments.parsing.values import Problem
from consignments.refusing import Refused
from consignments.registering import document, register_submission
from tests import factories as make
from tests.consignments.arriving import receive_bytes, register_bytes
from tests.consignments.manifests import consignment, manifest

INVOICE = {"kind": "invoice", "number": "XL-1"}
TWO = manifest(consignment("A-1", total_gross_mass_kg="15640.1256", documents=[INVOICE]), consignment("A-2"))


@pytest.fixture
def source():
    return make.source()


@pytest.fixture
def by_old_parser(monkeypatch):
    """Have documents read as by a parser that refuses A-2, and changes what it states of A-1 as told."""

    def read_so(**of_the_first):
        def parse(*args, **kwargs):
            found = documents.parse(*args, **kwargs)
            found.consignments = (
                replace(one, problems=(Problem("date_unreadable", one.path),))
                if one.document_number == "A-2"
                else replace(one, **of_the_first)
                for one in found.consignments
            )
            return found

        monkeypatch.setattr(document, "parse", parse)
        return lambda: monkeypatch.setattr(document, "parse", documents.parse)

    return read_so


def again(submission):
    submission.read_again()
    assert register_submission(submission.pk)
    submission.refresh_from_db()
    return submission


def revisions():
    return list(
        ConsignmentRevision.objects.order_by("consignment__document_number", "number").values_list(
            "consignment__document_number", "number"
        )
    )


@pytest.mark.django_db
def test_what_was_rejected_goes_in_and_what_is_registered_stays(source, by_old_parser):
    mended = by_old_parser()
    submission = register_bytes(TWO, source, by=make.officer())
    assert (submission.status, submission.registered_count, submission.rejected_count) == ("partly_registered", 1, 1)
    known_before = submission.known_at
    mended()
    submission = again(submission)
    assert (submission.status, submission.registered_count, submission.rejected_count) == ("registered", 2, 0)
    assert revisions() == [("A-1", 1), ("A-2", 1)]
    assert submission.problems.count() == 0 and Manifest.objects.count() == 1
    late = ConsignmentRevision.objects.get(consignment__document_number="A-2")
    assert (late.round_due, late.known_at) == ("revision", submission.read_again_at)
    assert submission.known_at == known_before
    assert CaseEvent.objects.get(verb="read_again").before["rejected"] == 1


@pytest.mark.django_db
def test_reading_again_what_is_complete_changes_nothing(source):
    submission = register_bytes(TWO, source, by=make.officer())
    for _ in range(2):
        submission = again(submission)
    assert (submission.status, submission.registered_count) == ("registered", 2)
    assert revisions() == [("A-1", 1), ("A-2", 1)] and Manifest.objects.count() == 1
    assert CaseEvent.objects.filter(verb="registered", consignment_id__isnull=False).count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [
        {"total_gross_mass_kg": Decimal("15.640")},
        {"goods": ()},
        {"equipment": ()},
        {"parties": ()},
        {"documents": ()},
        {"place_of_loading": "Elsewhere"},
    ],
)
def test_what_is_read_otherwise_now_becomes_a_revision(source, by_old_parser, wrong):
    mended = by_old_parser(**wrong)
    submission = register_bytes(TWO, source, by=make.officer())
    mended()
    again(submission)
    assert revisions() == [("A-1", 1), ("A-1", 2), ("A-2", 1)]
    in_force = ConsignmentRevision.objects.in_force().get(consignment__document_number="A-1")
    assert (in_force.number, in_force.is_late, in_force.total_gross_mass_kg) == (2, False, Decimal("15640.126"))
    assert again(submission).registered_count == 2
    assert revisions() == [("A-1", 1), ("A-1", 2), ("A-2", 1)]


@pytest.mark.django_db
def test_a_newer_document_stays_in_force(source, by_old_parser):
    mended = by_old_parser(goods=())
    officer = make.officer()
    submission = register_bytes(TWO, source, by=officer)
    mended()
    register_bytes(manifest(consignment("A-1", total_gross_mass_kg="1")), source, by=officer)
    again(submission)
    in_force = ConsignmentRevision.objects.in_force().get(consignment__document_number="A-1")
    assert (in_force.number, in_force.total_gross_mass_kg) == (2, 1)
    assert ConsignmentRevision.objects.get(consignment__document_number="A-1", number=3).is_late
    register_bytes(manifest(consignment("A-1", total_gross_mass_kg="2")), source, by=officer)
    assert Consignment.objects.get(document_number="A-1").latest_revision == 4


@pytest.mark.django_db
def test_a_retrospective_import_stays_known_since_then(source, by_old_parser):
    mended = by_old_parser()
    then = datetime(2026, 5, 31, tzinfo=UTC)
    submission = register_bytes(TWO, source, by=make.officer(), known_at=then)
    mended()
    again(submission)
    assert set(ConsignmentRevision.objects.values_list("known_at", flat=True)) == {then}


@pytest.mark.django_db
def test_what_was_set_aside_is_tried_again(source):
    submission = receive_bytes(TWO, source, by=make.officer())
    Submission.objects.filter(pk=submission.pk).update(attempts=3)
    register_submission(submission.pk)
    submission.refresh_from_db()
    assert submission.status == "quarantined"
    assert again(submission).status == "registered"


@pytest.mark.django_db
def test_the_repeats_get_the_new_answer(source, by_old_parser):
    mended = by_old_parser()
    officer = make.officer()
    submission, repeat = (register_bytes(TWO, source, by=officer) for _ in range(2))
    assert (repeat.same_bytes_as, repeat.rejected_count) == (submission, 1)
    with pytest.raises(Refused):
        repeat.read_again()
    mended()
    again(submission)
    repeat.refresh_from_db()
    assert (repeat.status, repeat.registered_count, repeat.problems.count()) == ("registered", 2, 0)


@pytest.mark.django_db
def test_what_waits_is_not_read_again(source):
    submission = receive_bytes(TWO, source, by=make.officer())
    with pytest.raises(Refused):
        submission.read_again()
    assert not CaseEvent.objects.filter(verb="read_again").exists()


@pytest.mark.django_db(transaction=True)
def test_two_at_once_read_it_once(source):
    submission = register_bytes(TWO, source, by=make.officer())
    answers, start = [], threading.Barrier(4)

    def press():
        mine = Submission.objects.get(pk=submission.pk)
        start.wait()
        try:
            mine.read_again()
            answers.append("read")
        except Refused as refused:
            answers.append(refused.code)
        register_submission(submission.pk)
        connection.close()

    presses = [threading.Thread(target=press) for _ in range(4)]
    for one in presses:
        one.start()
    for one in presses:
        one.join()
    register_submission(submission.pk)
    assert "read" in answers and set(answers) <= {"read", "waits_already"}
    assert answers.count("read") == CaseEvent.objects.filter(verb="read_again").count()
    assert revisions() == [("A-1", 1), ("A-2", 1)]
    submission.refresh_from_db()
    assert (submission.status, submission.registered_count) == ("registered", 2)


@pytest.mark.django_db
def test_the_command_reads_what_it_is_told_to(source, by_old_parser):
    mended = by_old_parser()
    submission = register_bytes(TWO, source, by=make.officer())
    mended()
    said = StringIO()
    call_command("read_again", status=["partly_registered"], kind="json_manifest", since="2020-01-01", stdout=said)
    assert "1 registered, 1 rejected before; now 2 and 0" in said.getvalue()
    call_command("read_again", str(submission.pk), stdout=said)
    assert "2 registered, 0 rejected before; now 2 and 0" in said.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize("told", [{}, {"status": ["rejected"], "since": "yesterday"}])
def test_the_command_does_not_guess(told):
    with pytest.raises(CommandError):
        call_command("read_again", **told)


@pytest.mark.django_db
def test_what_came_before_the_second_reading_and_is_registered_after_it_is_the_newer(source, by_old_parser):
    mended = by_old_parser(goods=())
    officer = make.officer()
    submission = register_bytes(TWO, source, by=officer)
    mended()
    newer = receive_bytes(manifest(consignment("A-1", total_gross_mass_kg="1")), source, by=officer)
    again(submission)
    register_submission(newer.pk)
    in_force = ConsignmentRevision.objects.in_force().get(consignment__document_number="A-1")
    assert (in_force.number, in_force.is_late, in_force.total_gross_mass_kg) == (3, False, 1)
