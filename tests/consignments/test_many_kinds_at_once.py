"""A folder of documents of many kinds is imported at once; what is then in the database was counted by hand in them.

The counts and what each was counted by:

| document | consignments | parties | goods | equipment | readings | counted by |
|---|---|---|---|---|---|---|
| CUSCAR 03B | 2 | 8 | 2 | 2 | – | 2 CNI; 2 OS, 2 CN, and CA and DR of the truck with each; 2 GID; EQD+TE with each |
| IFCSUM | 2 | 7 | 2 | 1 | – | 2 CNI; 2 CZ, 2 CN, SE, the carrier with each; 2 GID; EQD+SW, the pallet being none |
| X12 309 | 2 | 9 | 4 | 3 | – | 2 LX; 5 N1 and the broker and carrier with each; 4 N10; 3 VID |
| house bills | 2 | 5 | 2 | 2 | – | 2 Bol_segment; exporter, consignee each, a carrier; 2 Goods_segment; 2 ctn_segment |
| sheet | 2 | 4 | 3 | 2 | – | 2 numbers; 2 shippers, 2 consignees; 3 rows; a trailer, and a truck without one |
| BAPLIE | – | – | – | – | 4 | 4 EQD |
| COARRI | – | – | – | – | 3 | 3 EQD |
| cameras | – | – | – | – | 2 | 2 rows |
"""

import shutil

import pytest

from consignments.importing import import_files
from consignments.models import Consignment, ConsignmentParty, GoodsItem, Observation, TransportEquipment
from tests import factories as make
from tests.consignments.parsing.samples import SAMPLES

# consignments, parties, goods, equipment, readings
COUNTED = {
    "cuscar/ace_truck_d03b_group_plates_names_only.edi": (2, 8, 2, 2, 0),
    "ifcsum/groupage_pallets_seller_and_empty_number.edi": (2, 7, 2, 1, 0),
    "x12_309/ocean_with_m11_and_seals.x12": (2, 9, 4, 3, 0),
    "asycuda_house_bills/below_one_master_bill.xml": (2, 5, 2, 2, 0),
    "spreadsheet/english_two_goods_rows_one_number.csv": (2, 4, 3, 2, 0),
    "baplie/smdg20_cells.edi": (0, 0, 0, 0, 4),
    "coarri/discharged_and_loaded.edi": (0, 0, 0, 0, 3),
    "observation_table/camera_ky.csv": (0, 0, 0, 0, 2),
}


@pytest.mark.django_db
def test_a_folder_of_many_kinds_ends_as_what_was_counted(tmp_path):
    for name in COUNTED:
        shutil.copy(SAMPLES / name, tmp_path)
    done = {one.path.name: one for one in import_files(sorted(tmp_path.iterdir()), make.source())}
    found = {name: _counts(done[name.rpartition("/")[2]].submission) for name in COUNTED}
    assert found == COUNTED
    assert Consignment.objects.count() == sum(counts[0] for counts in COUNTED.values())
    assert all(one.is_complete for one in done.values())


def _counts(submission) -> tuple[int, ...]:
    stated = {"revision__submission": submission}
    return (
        Consignment.objects.filter(revisions__submission=submission).distinct().count(),
        ConsignmentParty.objects.filter(**stated).count(),
        GoodsItem.objects.filter(**stated).count(),
        TransportEquipment.objects.filter(**stated).count(),
        Observation.objects.filter(submission=submission).count(),
    )
