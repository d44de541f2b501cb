"""Documents of the Eurasian Economic Union go the whole way: from the file to consignments and their assessment."""

import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from consignments.models import Consignment, Submission
from profiling.assessing import assess_due
from profiling.models import Assessment
from tests import factories as make

SAMPLES = Path(__file__).parents[1] / "samples"

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("sample", "kind", "numbers"),
    [
        (
            "eaeu_rail/three_wagons_two_consignments_station_codes.xml",
            "eaeu_rail_preliminary",
            {"СМГС 30557711", "30557712"},
        ),
        (
            "eaeu_transit/two_shipments_tir_seals_in_two_blocks.xml",
            "eaeu_transit_declaration",
            {"CMR 8801", "CMR 8802"},
        ),
        ("eaeu_transit/declared_as_goods_declaration_earlier_dialect.xml", "eaeu_transit_declaration", {"CMR 9903"}),
        ("eaeu_goods/export_earlier_dialect_parties_equal_to_declarant.xml", "eaeu_goods_declaration", {"KG 5501"}),
        ("esadout/car_under_its_own_power_in_an_envelope.xml", "esadout_declaration", {"3300101"}),
        ("eaeu_road/album_mirror_resubmitted.xml", "eaeu_road_preliminary", {"CMR-M-1"}),
    ],
)
def test_a_sample_is_imported_and_assessed(tmp_path, sample, kind, numbers):
    make.unit("BATKEN")
    make.unit("OSH")
    shutil.copy(SAMPLES / sample, tmp_path)
    call_command("import_documents", str(tmp_path), stdout=StringIO(), stderr=StringIO())
    while assess_due():
        pass
    assert Submission.objects.get().document_kind == kind
    assert set(Consignment.objects.values_list("document_number", flat=True)) == numbers
    assert Assessment.objects.values("revision__consignment").distinct().count() == len(numbers)
