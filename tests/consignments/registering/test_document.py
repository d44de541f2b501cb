"""A document becomes consignments: good ones are entered, bad ones rejected alone."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from consignments.models import CaseEvent, Consignment, Party
from tests import factories as make
from tests.consignments.arriving import register_bytes
from tests.consignments.manifests import consignment, manifest

pytestmark = pytest.mark.django_db


@pytest.fixture
def source():
    return make.client().source


def codes(submission):
    return [(problem.severity, problem.code) for problem in submission.problems.all()]


def test_a_manifest_is_registered_with_all_it_states(source):
    post = make.post("IRKESHTAM", unit=make.unit("OSH"), aliases=["Иркештам"])
    submission = register_bytes(manifest(entry_post="Иркештам"), source)
    assert (submission.status, submission.consignments_count, submission.registered_count) == ("registered", 1, 1)
    one = Consignment.objects.get()
    revision = one.revisions.get()
    assert (one.unit, one.document_number, str(one.identity_date)) == (post.unit, "CMR-1", "2026-11-20")
    assert one.reference.startswith(f"KG-{submission.known_at:%y}-")
    assert (revision.number, revision.round_due, revision.replaced_at) == (1, "revision", None)
    assert (revision.manifest.entry_post, revision.manifest.conveyance_key) == (post, "01KG730BHC")
    assert revision.manifest.arrival_at == datetime(2026, 11, 24, 14, 30, tzinfo=UTC)
    goods, box = revision.goods.get(), revision.equipment.get()
    assert (goods.commodity_code, goods.gross_mass_kg, goods.value) == ("6203423500", Decimal(15640), None)
    assert (box.number, box.number_key, box.seals) == ("KSHU 618240-8", "KSHU6182408", ["HX204512"])
    assert {party.role for party in revision.parties.all()} >= {"consignor", "consignee", "carrier"}


def test_a_bad_consignment_is_rejected_alone(source):
    submission = register_bytes(
        manifest(consignment("A-1"), consignment("A-2", total_gross_mass_kg="heavy"), consignment("A-3")), source
    )
    assert (submission.status, submission.registered_count, submission.rejected_count) == ("partly_registered", 2, 1)
    assert set(Consignment.objects.values_list("document_number", flat=True)) == {"A-1", "A-3"}
    bad = submission.problems.get(severity="error")
    assert (bad.document_number, bad.path) == ("A-2", "/consignments/1/total_gross_mass_kg")


def test_a_document_of_only_bad_consignments_is_rejected(source):
    submission = register_bytes(manifest(consignment("A-1", total_gross_mass_kg="heavy")), source)
    assert (submission.status, submission.registered_count, submission.rejected_count) == ("rejected", 0, 1)
    assert not Consignment.objects.exists()


def test_an_unreadable_document_is_rejected_with_its_problem(source):
    submission = register_bytes(b"{ this is no JSON", source)
    assert submission.status == "rejected"
    assert ("error", "json_broken") in codes(submission)


def test_a_manifest_without_consignments_is_registered(source):
    submission = register_bytes(manifest(consignments=[]), source)
    assert (submission.status, submission.consignments_count) == ("registered", 0)


def test_a_number_that_comes_twice_in_one_document_is_registered_once(source):
    submission = register_bytes(manifest(consignment("A-1"), consignment("A-1")), source)
    assert (submission.registered_count, submission.rejected_count) == (1, 1)
    assert ("error", "repeated_in_document") in codes(submission)


def test_a_change_within_one_document_is_a_revision(source):
    changed = consignment("A-1", function="change", total_packages=7)
    submission = register_bytes(manifest(consignment("A-1"), changed), source)
    assert submission.registered_count == 2
    assert Consignment.objects.get().latest_revision == 2


def test_one_trader_is_one_party_whatever_the_spelling(source):
    other = {"name": "НУР-КИЙИМ ИМПОРТ", "identifier": "0270 9202 6104 17", "identifier_kind": "INN"}
    register_bytes(manifest(consignment("A-1"), consignment("A-2", consignee=other)), source)
    consignee = Party.objects.get(match_key="inn:02709202610417")
    assert consignee.statements.count() == 2


def test_a_known_party_is_found_again_by_name_and_country(source):
    known = make.party("Kashi Xinlan Garment", match_key="name:kashi xinlan garment|CN")
    register_bytes(manifest(), source)
    assert known.statements.count() == 1


def test_the_unit_is_that_of_the_exit_post_where_no_entry_post_is_ours(source):
    post = make.post("DOSTUK", unit=make.unit("OSH"))
    register_bytes(manifest(entry_post="Nowhere", exit_post="DOSTUK"), source)
    one = Consignment.objects.get()
    assert (one.unit, one.revisions.get().manifest.entry_post_stated) == (post.unit, "Nowhere")


def test_a_document_that_names_no_post_of_ours_falls_to_the_unit_of_its_source(source):
    register_bytes(manifest(entry_post="Nowhere"), source)
    assert Consignment.objects.get().unit == source.unit


def test_what_happened_stands_in_the_log(source):
    submission = register_bytes(manifest(), source)
    of_submission = CaseEvent.objects.filter(subject_id=submission.id).values_list("verb", flat=True)
    assert list(of_submission) == ["received", "registered"]
    event = CaseEvent.objects.get(consignment=Consignment.objects.get())
    assert (event.verb, event.after["revision"], event.actor) == ("registered", 1, None)


def test_a_retrospective_import_carries_back_since_when_a_party_is_known(source):
    register_bytes(manifest(consignment("A-1")), source)
    earlier = datetime(2026, 1, 5, tzinfo=UTC)
    register_bytes(manifest(consignment("A-2")), source, known_at=earlier)
    assert Party.objects.get(match_key="inn:02709202610417").first_known_at == earlier
    assert Consignment.objects.get(document_number="A-2").first_known_at == earlier


def test_goods_that_share_a_number_are_counted_anew(source):
    goods = [{"number": 1, "description": "Belts"}, {"number": 1, "description": "Shirts"}]
    register_bytes(manifest(consignment("A-1", goods=goods)), source)
    assert [item.number for item in Consignment.objects.get().revisions.get().goods.all()] == [1, 2]
