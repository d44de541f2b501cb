"""CUSCAR as communities of senders write it: chosen by the release in UNH and by who sends."""

import pytest

from consignments.parsing.edifact import cuscar

from .edifact_writing import interchange, message
from .samples import BISHKEK


def read(version: str, body: list[list], sender_of: str = "CUSTOMS", bgm=("785", "M-1", "9")):
    """Return the document and its consignments; body: segments after BGM."""
    raw = interchange([message("CUSCAR", version.split(":"), [["BGM", *bgm], *body])])
    document = cuscar.parse(raw.replace("RECIPIENT", sender_of).encode(), local_zone=BISHKEK)
    return document, list(document.consignments)


@pytest.mark.parametrize(
    ("release", "nearest"),
    [("95B", None), ("96B", None), ("99B", None), ("03A", None), ("03B", None), ("16A", None), ("01B", "03A"),
     ("95A", "95B"), ("24B", "16A"), ("00A", "99B"), ("XYZ", "95B")],
)  # fmt: skip
def test_an_unknown_release_is_read_as_the_nearest_one(release, nearest):
    document, consignments = read(f"D:{release}:UN", [["CNI", "1", "A"]])
    found = [(p.params["value"], p.params["found"]) for p in document.problems if p.code == "edifact_release_unknown"]
    assert found == ([(release, nearest)] if nearest else [])
    assert [c.document_number for c in consignments] == ["A"]


BILLS = [
    ["CNI", "1", "MASTER"], ["LOC", "9", "ZAJNB"], ["RFF", ["BM", "H-1"]], ["GID", "1", ["1", "CT"]],
    ["RFF", ["BM", "H-2"]], ["GID", "1", ["2", "CT"]],
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "version", "recipient", "expected"),
    [
        ("South Africa by its guide", "D:16A:UN:RCG001", "CUSTOMS", [("H-1", "MASTER", 1), ("H-2", "MASTER", 1)]),
        ("South Africa by the recipient", "D:16A:UN", "SARSDEC", [("H-1", "MASTER", 1), ("H-2", "MASTER", 1)]),
        ("somebody else", "D:16A:UN", "CUSTOMS", [("MASTER", None, 2)]),
    ],
)
def test_bills_below_the_master_that_cni_names(name, version, recipient, expected):
    _, found = read(version, BILLS, recipient)
    assert [(c.document_number, c.master_document_number, len(c.goods)) for c in found] == expected
    assert {c.dispatch_country for c in found} == {"ZA"}


@pytest.mark.parametrize(
    ("name", "version", "recipient", "currency"),
    [("US customs", "D:03B:UN", "CBP-ACE", "USD"), ("another customs", "D:03B:UN", "CUSTOMS", None)],
)
def test_amounts_without_a_currency(name, version, recipient, currency):
    _, (found,) = read(version, [["CNI", "1", "A"], ["GID", "1", ["1", "CT"]], ["MOA", ["40", "2500"]]], recipient)
    assert (found.goods[0].value, found.goods[0].currency) == (2500, currency)


def test_the_plate_is_the_one_of_the_numbers_that_says_so():
    head = [["TDT", "11", "", "03", "", "", "", "", ["1M8GDM9AXKP000001", "146"]],
            ["TDT", "11", "", "03", "", "", "", "", ["", "215", "", "KG7301", "KG"]]]  # fmt: skip
    manifest = read("D:03B:UN", [*head, ["CNI", "1", "A"]])[0].manifest
    assert (manifest.mode, manifest.conveyance_id, manifest.conveyance_nationality) == ("road", "KG7301", "KG")


def test_parties_references_and_procedure_of_the_head_hold_for_consignments_that_have_none():
    head = [
        ["RFF", ["HWB", "H-9"]],
        ["RFF", ["MWB", "M-9"]],
        ["NAD", "CN", "", "BUYER LTD"],
        ["GEI", "5", ["24", "71"]],
    ]
    _, (found,) = read("D:99B:UN", [*head, ["CNI", "1"], ["NAD", "CZ", "", "SELLER LTD"]], bgm=("933", "X", "9"))
    assert (found.document_number, found.master_document_number, found.procedure) == ("H-9", "M-9", "transit")
    assert {p.role: p.name for p in found.parties} == {"consignor": "SELLER LTD", "consignee": "BUYER LTD"}


def test_codes_of_one_country_s_customs_are_no_unlocodes():
    _, (found,) = read("D:03B:UN", [["CNI", "1", "A"], ["LOC", "9", ["KGOSX", "78"]], ["LOC", "7", ["KGOSS", "139"]]])
    assert (found.loading_unlocode, found.dispatch_country, found.delivery_unlocode) == (None, None, "KGOSS")


@pytest.mark.parametrize(
    ("name", "nad", "expected"),
    [
        ("C058 and C080", ["", "ACME INC", "12 RIVER ROAD"], ("ACME INC", "12 RIVER ROAD", None)),
        ("all in C080", ["", "", ["ACME", "PORT 1", "AKTAU"]], ("ACME", None, "PORT 1, AKTAU")),
        ("a name of two lines", ["", "", ["ACME", "AND SONS"]], ("ACME AND SONS", None, None)),
        ("cut at the margin", ["", ["ACME", "", "1" * 35, "234 X"]], ("ACME", None, f"{'1' * 35}234 X")),
        ("no name", ["", "", "", "12 RIVER ROAD", "BUFFALO"], (None, "12 RIVER ROAD", None)),
    ],
)
def test_names_and_addresses(name, nad, expected):
    _, (found,) = read("D:03B:UN", [["CNI", "1", "A"], ["NAD", "CN", *nad]])
    party = found.parties[0]
    assert (party.name, party.address.street, party.address.text) == expected


@pytest.mark.parametrize(
    ("name", "dtm", "expected"),
    [
        ("a time", ["132", "202611242030", "203"], ("2026-11-24 20:30:00+06:00", None)),
        ("a day where a time is stated", ["132", "20261124", "203"], (None, "2026-11-24")),
        ("a time where a day is stated", ["132", "202611242030", "102"], ("2026-11-24 20:30:00+06:00", None)),
        ("no format", ["132", "20261124"], (None, "2026-11-24")),
        ("with an offset", ["132", "202611242030+0500", "205"], ("2026-11-24 20:30:00+05:00", None)),
        ("empty", ["132", "", "102"], (None, None)),
    ],
)
def test_arrival(name, dtm, expected):
    document, _ = read("D:96B:UN", [["DTM", dtm], ["CNI", "1", "A"]])
    stated = document.manifest.arrival_at, document.manifest.arrival_on
    assert tuple(str(value) if value else None for value in stated) == expected and document.problems == []


def test_goods_lines_of_which_each_container_has_its_share():
    shares = [["SGP", "BOX1", "5"], ["MEA", "AAE", "G", ["KGM", "100"]], ["SGP", "BOX2", "5"],
              ["MEA", "AAE", "G", ["KGM", "150"]]]  # fmt: skip
    danger = [["DGS", "IMD", "3", "1263"], ["MEA", "AAE", "N", ["KGM", "7"]]]
    _, (found,) = read("D:96B:UN", [["CNI", "1", "A"], ["GID", "1", ["10", "CT"]], *shares, *danger])
    assert found.goods[0].gross_mass_kg == 250 and found.goods[0].un_number == "1263"
    whole = [["MEA", "AAE", "G", ["KGM", "260"]]]
    _, (found,) = read("D:96B:UN", [["CNI", "1", "A"], ["GID", "1", ["10", "CT"]], *whole, *shares, *danger])
    assert found.goods[0].gross_mass_kg == 260 and found.goods[0].net_mass_kg is None


def test_a_code_of_the_maker_is_no_commodity_code():
    _, (found,) = read("D:96B:UN", [["CNI", "1", "A"], ["GID", "1"], ["PIA", "5", ["1011", "MF"]]])
    assert found.goods[0].commodity_code is None


def test_pallets_are_no_containers():
    _, (found,) = read("D:96B:UN", [["EQD", "EFP", "1"], ["CNI", "1", "A"]])
    assert found.equipment == ()
