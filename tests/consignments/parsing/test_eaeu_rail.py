"""EAEU rail preliminary information: wagons, consignments with a carriage of their own, and roots of any name."""

import pytest

from consignments.parsing.eaeu import rail

from .samples import BISHKEK

NOTE = "<TransportDocumentDetails><DocKindCode>02013</DocKindCode><DocId>S-1</DocId></TransportDocumentDetails>"
WAGON = "<PIWTransportMeansDetails><TransportMeansRegId>{}</TransportMeansRegId>{}</PIWTransportMeansDetails>"


def read(consignments: str, *wagons: str, root: str = "RailPreliminaryInformation", rest: str = ""):
    means = "".join(wagon if wagon.startswith("<") else WAGON.format(wagon, "") for wagon in wagons)
    border = f"<PIWBorderTransportDetails>{means}</PIWBorderTransportDetails>"
    document = rail.parse(f"<{root}>{rest}{border}{consignments}</{root}>".encode(), local_zone=BISHKEK)
    return document, list(document.consignments)


def one(content: str = "", *wagons: str, **parts: str):
    return read(f"<PIWConsignmentDetails>{NOTE}{content}</PIWConsignmentDetails>", *wagons, **parts)[1][0]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"<RailPreliminaryInformation/>", True),
        (b"<x:RWPreliminary xmlns:x='y'/>", True),
        (b"<Whatever><a:PIWConsignmentDetails xmlns:a='b'/></Whatever>", True),
        (b"<Whatever><PIWBorderTransportDetails/></Whatever>", True),
        (b"<Whatever><!-- <PIWConsignmentDetails/> --></Whatever>", False),
        (b"<Whatever><PIWConsignmentDetailsOfAnother/></Whatever>", False),
        (b"text about <PIWConsignmentDetails/>", False),
        (b"", False),
    ],
)
def test_it_is_known_by_its_elements_whatever_its_root(raw, expected):
    assert rail.recognises(raw) is expected


def test_the_version_met_is_kept():
    document = rail.parse(b"<r xmlns='urn:EEC:R:041:Rail:v9.9.9'><PIWConsignmentDetails/></r>", local_zone=BISHKEK)
    assert document.manifest.schema_version == "urn:EEC:R:041:Rail:v9.9.9"


BOX = "<PIContainerDetails><ContainerId>TKRU4001230</ContainerId></PIContainerDetails>"
IN_ITEM = f"<PIWConsignmentItemDetails>{BOX}</PIWConsignmentItemDetails>"


@pytest.mark.parametrize(
    ("name", "content", "wagons", "expected"),
    [
        ("one wagon", "", ["52806612"], [("wagon", "52806612")]),
        ("all wagons in their order", "", ["2", "1"], [("wagon", "2"), ("wagon", "1")]),
        ("one wagon twice", "", ["1", "1"], [("wagon", "1")]),
        ("a container beside its wagon", BOX, ["1"], [("container", "TKRU4001230"), ("wagon", "1")]),
        ("a container of the item", IN_ITEM, ["1"], [("container", "TKRU4001230"), ("wagon", "1")]),
        ("a container in the list of wagons", "", ["MSKU1234565"], [("container", "MSKU1234565")]),
        ("another's container in the list", BOX, ["MSKU1234565", "1"], [("container", "TKRU4001230"), ("wagon", "1")]),
        ("its own container in the list", BOX, ["TKRU4001230"], [("container", "TKRU4001230")]),
        ("no wagon is stated", "", [], []),
    ],
)
def test_wagons_and_containers(name, content, wagons, expected):
    assert [(piece.kind, piece.number) for piece in one(content, *wagons).equipment] == expected


@pytest.mark.parametrize(
    ("mark", "expected"), [("1", "empty"), ("true", "empty"), ("0", "full"), ("FALSE", "full"), ("?", None), ("", None)]
)
def test_the_mark_of_an_empty_wagon(mark, expected):
    assert one("", WAGON.format("1", f"<FullItemCode>{mark}</FullItemCode>")).equipment[0].fullness == expected


def seals(*numbers: str) -> str:
    means = "".join(
        f"<CustomsIdentificationMeansIdDetails><CustomsIdentificationMeansId>{number}</CustomsIdentificationMeansId>"
        "</CustomsIdentificationMeansIdDetails>"
        for number in numbers
    )
    count = f"<SealQuantity>{len(numbers)}</SealQuantity>"
    return f"<CustomsIdentificationDetails>{count}{means}</CustomsIdentificationDetails>"


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("no word of seals", "", [None, None]),
        ("none there", seals(), [(), None]),
        ("on the first wagon", seals("A", "B"), [("A", "B"), None]),
        ("on the only container", BOX + seals("A"), [("A",), None, None]),
    ],
)
def test_where_the_seals_of_a_consignment_are(name, content, expected):
    assert [piece.seals for piece in one(content, "1", "2").equipment] == expected


def test_each_consignment_has_its_own_procedure_destination_and_carrier():
    transit = (
        "<DeclarationKindCode>TT</DeclarationKindCode><TransitProcedureCode>ТР</TransitProcedureCode>"
        "<TransitDestinationDetails><CustomsOfficeDetails><CustomsOfficeCode>41700001</CustomsOfficeCode>"
        "</CustomsOfficeDetails></TransitDestinationDetails>"
        "<PIUnionCarrierDetails><SubjectName>RAILWAY</SubjectName></PIUnionCarrierDetails>"
    )
    document, (first, second) = read(
        f"<PIWConsignmentDetails>{NOTE}{transit}</PIWConsignmentDetails>"
        f"<PIWConsignmentDetails>{NOTE.replace('S-1', 'S-2')}</PIWConsignmentDetails>"
    )
    assert (first.procedure, second.procedure) == ("transit", None)
    assert (first.manifest.exit_post, second.manifest, document.manifest.exit_post) == ("41700001", None, None)
    assert [[p.name for p in stated.parties] for stated in (first, second)] == [["RAILWAY"], []]


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        ("<CustomsOfficeCode>417</CustomsOfficeCode><RailwayStationCode>748404</RailwayStationCode>", ("417", None)),
        ("<RailwayStationCode>748404</RailwayStationCode><PlaceName>ОШ</PlaceName>", ("748404", "ОШ")),
        ("<PlaceName>ОШ</PlaceName>", ("ОШ", "ОШ")),
        ("", (None, None)),
    ],
)
def test_the_entry_post_may_be_a_station(post, expected):
    document, _ = read("", rest=f"<PIWEntryCheckPointDetails>{post}</PIWEntryCheckPointDetails>")
    assert (document.manifest.entry_post, document.manifest.entry_post_name) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("<PlaceName>ОШ</PlaceName><RailwayStationCode>748404</RailwayStationCode>", "ОШ"),
        ("<RailwayStationCode>748404</RailwayStationCode>", "748404"),
    ],
)
def test_a_place_without_a_name_is_its_station(place, expected):
    assert one(f"<PIWLoadingLocationDetails>{place}</PIWLoadingLocationDetails>").place_of_loading == expected


def test_a_train_of_several_wagons_has_no_number_of_its_own():
    assert read("", "1")[0].manifest.conveyance_id == "1"
    assert read("", "1", "2")[0].manifest.conveyance_id is None


def test_more_wagons_than_a_train_has_are_cut():
    document, (stated,) = read(f"<PIWConsignmentDetails>{NOTE}</PIWConsignmentDetails>", *map(str, range(1000)))
    assert len(stated.equipment) == 200
    assert [p.code for p in document.problems] == ["list_cut"]
