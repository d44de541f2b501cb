"""Messages in EDIFACT go the whole way: from the file to the consignments, and to their assessment."""

import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from consignments.models import Consignment, Submission
from consignments.receiving import Delivery, receive
from consignments.registering import register_submission
from profiling.assessing import assess_due
from profiling.models import Assessment
from tests import factories as make

SAMPLES = Path(__file__).parents[1] / "samples"

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("sample", "numbers"),
    [
        ("cuscar/south_african_road_d16a_driver_bills_below_master.edi", {"HSE-1", "HSE-2"}),
        ("cuscar/ace_truck_d03b_group_plates_names_only.edi", {"TRKX00000001", "TRKX00000002"}),
        ("iftmin/railway_consignment_note_between_railways.edi", {"АБ 012345"}),
        ("iftmcs/sea_waybill_chinese_parties_under_unoy.edi", {"SWB-261005-3"}),
        ("ifcsum/truck_of_chinese_senders_in_utf8.edi", {"CMR-XJ-001", "CMR-XJ-002"}),
    ],
)
def test_a_sample_is_imported_and_assessed(tmp_path, sample, numbers):
    make.unit("BATKEN")
    make.unit("OSH")
    shutil.copy(SAMPLES / sample, tmp_path)
    call_command("import_documents", str(tmp_path), stdout=StringIO(), stderr=StringIO())
    while assess_due():
        pass
    assert set(Consignment.objects.values_list("document_number", flat=True)) == numbers
    assert Submission.objects.get().document_kind == sample.partition("/")[0]
    assessed = Assessment.objects.values_list("revision__consignment__document_number", flat=True)
    assert set(assessed) == numbers


def test_a_change_of_the_same_bill_revises_it():
    client = make.client()
    first = (SAMPLES / "iftmcs/bill_of_lading_lines_split_over_containers.edi").read_bytes()
    for number, raw in enumerate((first, first.replace(b"BGM+705+LYSHA2610640+9", b"BGM+705+LYSHA2610640+5"))):
        sent = Delivery(raw, "application/edifact", idempotency_key=f"bill-{number}")
        register_submission(receive(sent, source=client.source, by=client).pk)
    assert Consignment.objects.get().latest_revision == 2
