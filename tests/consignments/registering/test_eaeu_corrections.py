"""A correction of one of the Union's documents amends the consignments that the first one stated."""

import pytest

from consignments.models import Consignment
from tests import factories as make
from tests.consignments.arriving import register_bytes

pytestmark = pytest.mark.django_db

NOTE = "<DocKindCode>02015</DocKindCode><DocId>N-1</DocId><DocCreationDate>2026-11-20</DocCreationDate>"
REPEATED = (
    "<RefPreliminaryInformationIdDetails><PreliminaryInformationSeqId>000000001</PreliminaryInformationSeqId>"
    "</RefPreliminaryInformationIdDetails>"
)
CORRECTS = "<EDocRefId>ID-1</EDocRefId>"
ROAD = (
    "<AutoPreliminaryInformation><EDocCode>R.042</EDocCode><EDocId>{id}</EDocId>{ref}<EDocDateTime>{at}</EDocDateTime>"
    "<PIATMainConsignmentDetails><PIATConsignmentDetails><PIATTransportDocumentDetails>"
    + NOTE
    + "</PIATTransportDocumentDetails><CargoQuantity>{packages}</CargoQuantity></PIATConsignmentDetails>"
    "</PIATMainConsignmentDetails></AutoPreliminaryInformation>"
)
RAIL = (
    "<RailPreliminaryInformation><EDocId>{id}</EDocId>{ref}<EDocDateTime>{at}</EDocDateTime><PIWConsignmentDetails>"
    "<TransportDocumentDetails>" + NOTE + "</TransportDocumentDetails><CargoQuantity>{packages}</CargoQuantity>"
    "</PIWConsignmentDetails></RailPreliminaryInformation>"
)
TRANSIT = (
    "<TransitDeclaration><EDocCode>R.048</EDocCode><EDocId>{id}</EDocId>{ref}<EDocDateTime>{at}</EDocDateTime>"
    "<TDGoodsShipmentDetails><CargoQuantity>{packages}</CargoQuantity></TDGoodsShipmentDetails></TransitDeclaration>"
)
GOODS = (
    "<GoodsDeclaration><EDocCode>R.036</EDocCode><EDocId>{id}</EDocId>{ref}<EDocDateTime>{at}</EDocDateTime>"
    "<DeclarationKindCode>ИМ</DeclarationKindCode><CargoQuantity>{packages}</CargoQuantity>"
    "<DeclarationGoodsShipmentDetails/></GoodsDeclaration>"
)
ALBUM = (
    "<ESADout_CU><DocumentID>{id}</DocumentID>{ref}<EECEDocHeaderAddInfo><EDocDateTime>{at}</EDocDateTime>"
    "</EECEDocHeaderAddInfo><ESADout_CUGoodsShipment><TotalPackageNumber>{packages}</TotalPackageNumber>"
    "<ESADout_CUConsigment><DateExpectedArrival>{day}</DateExpectedArrival></ESADout_CUConsigment>"
    "</ESADout_CUGoodsShipment></ESADout_CU>"
)


def document(form: str, number: int, packages: int, ref: str = "") -> bytes:
    day = f"2026-11-2{number}"
    return form.format(id=f"ID-{number}", at=f"{day}T10:00:00", day=day, packages=packages, ref=ref).encode()


@pytest.fixture
def source():
    return make.client().source


@pytest.mark.parametrize(
    ("form", "ref", "number"),
    [
        (ROAD, CORRECTS, "N-1"),
        (ROAD, REPEATED, "N-1"),
        (RAIL, CORRECTS, "N-1"),
        (RAIL, REPEATED, "N-1"),
        (TRANSIT, CORRECTS, "ID-1"),
        (GOODS, CORRECTS, "ID-1"),
        (ALBUM, "<RefDocumentID>ID-1</RefDocumentID>", "ID-1"),
    ],
    ids=["road", "road repeated", "rail", "rail repeated", "transit", "goods", "album"],
)
def test_a_correction_is_a_revision(source, form, ref, number):
    register_bytes(document(form, 1, 10), source, content_type="application/xml")
    second = register_bytes(document(form, 2, 12, ref), source, content_type="application/xml")
    assert (second.status, second.registered_count) == ("registered", 1)
    one = Consignment.objects.get()
    assert (one.document_number, one.latest_revision) == (number, 2)
    revisions = one.revisions.order_by("number")
    assert [revision.total_packages for revision in revisions] == [10, 12]
    assert [revision.replaced_at is None for revision in revisions] == [False, True]
    assert list(one.events.order_by("id").values_list("verb", flat=True))[:2] == ["registered", "amended"]


def test_a_correction_composed_before_what_is_in_force_supersedes_nothing(source):
    register_bytes(document(RAIL, 2, 12), source, content_type="application/xml")
    register_bytes(document(RAIL, 1, 10, CORRECTS), source, content_type="application/xml")
    in_force = Consignment.objects.get().revisions.get(replaced_at=None)
    assert in_force.total_packages == 12


def test_the_same_number_from_another_source_amends_nothing(source):
    register_bytes(document(ROAD, 1, 10), source, content_type="application/xml")
    register_bytes(document(ROAD, 2, 12, CORRECTS), make.client().source, content_type="application/xml")
    assert list(Consignment.objects.values_list("latest_revision", flat=True)) == [1, 1]
