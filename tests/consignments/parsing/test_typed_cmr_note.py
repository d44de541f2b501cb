"""The CMR note by hand: boxes in, a consignment out, problems addressed to the box."""

import pytest

from consignments.parsing.noting import Notes
from consignments.parsing.party_text import country_at_end, split_name
from consignments.parsing.typed import typed_document
from consignments.parsing.typed.cmr_note import CMR_NOTE
from consignments.parsing.typed.free_text import freight_payment_method, papers, seals, seals_in_prose
from consignments.parsing.values import Severity

from .samples import BISHKEK

BOXES = CMR_NOTE.boxes
GOODS_BOXES = {box.name: box for box in CMR_NOTE.goods.boxes}
FULL = {
    "number": "0088231",
    "sender": "Kashi Xinlan Co., Ltd, 88 Renmin Road, Kashi, CN",
    "consignee": "Nur-Kiyim OsOO, Osh, KG",
    "place_of_delivery": "Osh, KG",
    "place_of_taking_over": "Kashi, CN",
    "taken_over_on": "23.11.2026",
    "carrier": "Tulpar OsOO, Osh, KG",
    "established_on": "23.11.2026",
    "vehicle": "01KG730BHC",
    "goods": [{"packages": "618", "description": "Trousers", "gross_mass_kg": "15 640"}],
}


def read(**changes):
    raw = typed_document.encode(CMR_NOTE, FULL | changes)
    document = typed_document.parse(CMR_NOTE, raw, local_zone=BISHKEK)
    return document, next(document.consignments)


def test_a_full_note_is_read_without_any_problem():
    document, consignment = read()
    assert document.problems == [] and consignment.problems == ()
    assert (document.manifest.mode, document.manifest.conveyance_id) == ("road", "01KG730BHC")
    assert {p.role: p.address.country for p in consignment.parties} == {
        "consignor": "CN",
        "consignee": "KG",
        "carrier": "KG",
    }
    assert (consignment.dispatch_country, consignment.destination_country) == ("CN", "KG")
    assert [(b.kind, b.number, b.seals) for b in consignment.equipment] == [("trailer", "01KG730BHC", None)]


@pytest.mark.parametrize(
    ("name", "changes", "code", "path"),
    [
        ("no number", {"number": ""}, "document_number_missing", "number of the note"),
        ("unreadable mass", {"goods": [{"gross_mass_kg": "12,5 t"}]}, "mass_unreadable", "box 11, line 1"),
        ("second line", {"goods": [{}, {"packages": "many"}]}, "number_unreadable", "box 7, line 2"),
        ("unreadable day", {"taken_over_on": "soon"}, "date_unreadable", "box 4, date"),
        ("unreadable arrival", {"arrives_at": "24.11.2026 25:00"}, "time_unreadable", "arrives at"),
        ("unreadable freight", {"freight_amount": "much"}, "number_unreadable", "box 20"),
    ],
)
def test_an_unreadable_box_rejects_the_note(name, changes, code, path):
    _, consignment = read(**changes)
    assert (code, path) in [(p.code, p.path) for p in consignment.problems if p.severity is Severity.ERROR]


@pytest.mark.parametrize("name", sorted(name for name, box in BOXES.items() if box.expected and name != "number"))
def test_a_box_that_the_convention_requires_is_asked_for(name):
    _, consignment = read(**{name: ""})
    assert [(p.code, p.path) for p in consignment.problems] == [("field_expected", BOXES[name].path)]


@pytest.mark.parametrize("name", sorted(name for name, box in GOODS_BOXES.items() if box.expected))
def test_a_box_of_a_goods_line_is_asked_for(name):
    _, consignment = read(goods=[FULL["goods"][0] | {name: ""}])
    assert [(p.code, p.path) for p in consignment.problems] == [("field_expected", f"{GOODS_BOXES[name].path}, line 1")]


def test_tractor_and_trailer_may_share_a_field_and_the_container_bears_the_seals():
    document, consignment = read(vehicle="01 KG 1 / 01 2 P", container="KSHU1, KSHU2", instructions="Seal HX 204512")
    assert (document.manifest.conveyance_id, document.manifest.trailer_ids) == ("01 KG 1", ("01 2 P",))
    assert [(b.number, b.seals) for b in consignment.equipment] == [("KSHU1", ("HX204512",)), ("KSHU2", None)]


@pytest.mark.parametrize(
    ("text", "method"),
    [("Paid by consignee", "collect"), ("Prepaid", "prepaid"), ("Отправителем", "prepaid"), ("Наличными", "cash"),
     ("cash to the driver", "cash"), ("Bank transfer", "account"), ("Безналичный расчёт", "account"),
     ("as agreed", "other"), (None, None)],
)  # fmt: skip
def test_freight_payment_method(text, method):
    assert freight_payment_method(text) == method


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Invoice XL-2611/09 of 20.11.2026", [("invoice", "XL-2611/09", "2026-11-20")]),
        ("инвойс № 15; упаковочный лист 15", [("invoice", "15", None), ("packing_list", "15", None)]),
        ("Certificate of origin CT-1", [("certificate_of_origin", "CT-1", None)]),
        ("photos", [("other", None, None)]),
        ("", []),
    ],
)
def test_papers(text, expected):
    assert [(p.kind, p.number, p.issued_on and str(p.issued_on)) for p in papers(text, "box 5", Notes())] == expected


@pytest.mark.parametrize(
    ("text", "in_their_box", "in_prose"),
    [("S1, S2", ("S1", "S2"), None), ("нет", (), None), ("пломбы: AB 123456", ("пломбы: AB 123456",), ("AB123456",)),
     ("Seal 123456; keep cool", ("Seal 123456", "keep cool"), ("123456",)), ("keep cool", ("keep cool",), None)],
)  # fmt: skip
def test_seals(text, in_their_box, in_prose):
    assert seals(text, "seals", Notes()) == in_their_box
    assert seals_in_prose(text, "box 13", Notes()) == in_prose


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        ({"seals": "S1", "instructions": "Seal 123456"}, ("S1",)),
        ({"seals": "нет", "instructions": "Seal 123456"}, ()),
        ({"instructions": "Seal 123456"}, ("123456",)),
        ({}, None),
    ],
)
def test_the_box_of_the_seals_counts_more_than_the_instructions(boxes, expected):
    assert read(**boxes)[1].equipment[0].seals == expected


@pytest.mark.parametrize(
    ("text", "name", "address", "country"),
    [
        ("Nur-Kiyim OsOO, Osh, KG", "Nur-Kiyim OsOO", "Osh, KG", "KG"),
        ("Kashi Co., Ltd, 88 Renmin Rd, Kashi, China", "Kashi Co., Ltd", "88 Renmin Rd, Kashi, China", "CN"),
        ("Мева, ООО\nул. Мира 3\nХуджанд, Таджикистан.", "Мева, ООО", "ул. Мира 3, Худжанд, Таджикистан.", "TJ"),
        ("Nur-Kiyim", "Nur-Kiyim", "", None),
        ("", "", "", None),
    ],
)  # fmt: skip
def test_name_and_address_in_one_text(text, name, address, country):
    assert split_name(text) == (name, address)
    assert country_at_end(address) == country
