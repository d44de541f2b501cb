"""Documents of ASYCUDA, the WCO Data Model and X12 go the whole way: from the file to the assessments."""

import shutil
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from consignments.models import Consignment, ConsignmentRevision, Submission, TransportEquipment
from profiling.assessing import assess_due
from profiling.models import Assessment
from tests import factories as make

SAMPLES = Path(__file__).parents[1] / "samples"

pytestmark = pytest.mark.django_db


def bring_in(folder: Path, sample: str) -> Submission:
    make.unit("BATKEN")
    make.unit("OSH")
    shutil.copy(SAMPLES / sample, folder)
    with suppress(CommandError):  # says so where a bill was rejected
        call_command("import_documents", str(folder), stdout=StringIO(), stderr=StringIO())
    while assess_due():
        pass
    return Submission.objects.get()


@pytest.mark.parametrize(
    ("sample", "numbers", "rejected"),
    [
        ("asycuda_manifest/groupage_box_in_three_bills.xml",
         {"KTLU2611001", "KTLU2611002", "KTLU2611003", "KTLU2611900"}, 0),
        ("asycuda_manifest/truck_and_ro_ro_with_codes_beside.xml", {"CMR-5501"}, 1),
        ("asycuda_house_bills/below_one_master_bill.xml", {"HB-01", "HB-02"}, 0),
        ("asycuda_house_bills/one_bill_in_the_second_form.xml", {"TRK-900177"}, 0),
        ("asycuda_declaration/registered_import_full_of_nulls.xml", {"OSH01/211126/C40177"}, 0),
        ("asycuda_declaration/export_draft_whose_box_is_not_named.xml", {"2026/17"}, 0),
        ("wco_declaration/import_in_two_packings.xml", {"LRN-2026-771"}, 0),
        ("wco_cargo_report/masters_houses_and_a_truck.xml", {"CMR-900", "HBL-7"}, 1),
        ("x12_309/ocean_with_m11_and_seals.x12", {"TLPR2611001", "TLPR2611002"}, 0),
        ("x12_309/truck_at_two_ports_without_envelope_or_end.x12", {"PRO-5501", "PRO-5502"}, 1),
        ("x12_309/unpadded_isa_and_another_set.x12", {"H-9"}, 0),
    ],
)  # fmt: skip
def test_a_sample_is_imported_and_assessed(tmp_path, sample, numbers, rejected):
    submission = bring_in(tmp_path, sample)
    assert submission.document_kind == sample.partition("/")[0]
    assert (submission.registered_count, submission.rejected_count) == (len(numbers), rejected)
    assert not submission.problems.filter(code="content_type_differs").exists()
    assert set(Consignment.objects.values_list("document_number", flat=True)) == numbers
    assessed = Assessment.objects.values_list("revision__consignment__document_number", flat=True)
    assert set(assessed) == numbers


def test_a_box_of_three_bills_has_its_seal_in_each_of_them(tmp_path):
    bring_in(tmp_path, "asycuda_manifest/groupage_box_in_three_bills.xml")
    boxes = TransportEquipment.objects.filter(number_key="TGHU4410022")
    assert {tuple(box.seals) for box in boxes} == {("CN881204",)} and boxes.count() == 3
    assert {box.tare_mass_kg for box in boxes} == {3850}


def test_only_a_declaration_that_answers_says_which_equipment_there_is(tmp_path):
    bring_in(tmp_path, "asycuda_declaration/export_draft_whose_box_is_not_named.xml")
    assert ConsignmentRevision.objects.get().states_equipment is False


def test_bills_at_a_later_port_have_a_manifest_of_their_own(tmp_path):
    bring_in(tmp_path, "x12_309/truck_at_two_ports_without_envelope_or_end.x12")
    posts = ConsignmentRevision.objects.values_list(
        "consignment__document_number", "manifest__entry_post_stated", named=False
    )
    assert set(posts) == {("PRO-5501", "3004"), ("PRO-5502", "3010")}
