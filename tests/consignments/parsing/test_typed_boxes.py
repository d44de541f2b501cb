"""What single boxes mean: check digits, railways, pounds and tonnes, where equipment and seals come from."""

import pytest

from consignments.parsing.typed import typed_document
from consignments.parsing.typed.check_digits import air_waybill_is_wrong, wagon_is_wrong
from consignments.parsing.typed.papers import BY_SLUG
from consignments.parsing.typed.railways import country_of_station
from consignments.parsing.values import Severity

from .samples import BISHKEK


def read(slug, **form):
    paper = BY_SLUG[slug]
    raw = typed_document.encode(paper, {"number": "1"} | form)
    document = typed_document.parse(paper, raw, local_zone=BISHKEK)
    return document.manifest, next(document.consignments)


def told(consignment, severity=Severity.WARNING):
    return [(p.code, p.path) for p in consignment.problems if p.severity is severity and p.code != "field_expected"]


@pytest.mark.parametrize(
    ("number", "is_wrong"),
    [("94123452", False), ("9412 345 2", False), ("94123453", True), ("94123425", True), ("52318763", False),
     ("21 81 2471 217-3", False), ("218124712174", True), ("9412345", False), ("wagon", False), ("", False)],
)  # fmt: skip
def test_the_check_digit_of_a_wagon(number, is_wrong):
    assert wagon_is_wrong(number) is is_wrong


@pytest.mark.parametrize("position", range(8))
def test_one_wrong_figure_in_a_wagon_number_is_always_noticed(position):
    wrong = ["94123452"[:position] + str(digit) + "94123452"[position + 1 :] for digit in range(10)]
    assert [number for number in wrong if not wagon_is_wrong(number)] == ["94123452"]


@pytest.mark.parametrize(
    ("number", "is_wrong"),
    [("784-33104584", False), ("784 3310 4584", False), ("784-33104585", True), ("880-12345675", False),
     ("TSH 900417", False), ("7843310458", False)],
)  # fmt: skip
def test_the_check_digit_of_an_air_waybill(number, is_wrong):
    assert air_waybill_is_wrong(number) is is_wrong


@pytest.mark.parametrize(
    ("station", "country"),
    [("Ош-1 (719903), КРГ", "KG"), ("КЗХ, Достык", "KZ"), ("Xi'an Xi, KZD", "CN"), ("59 719903", "KG"),
     ("27-684500", "KZ"), ("Костанай", None), ("УЗЕЛ", None), ("", None)],
)  # fmt: skip
def test_the_country_of_a_station(station, country):
    assert country_of_station(station) == country


@pytest.mark.parametrize(
    ("slug", "form", "expected"),
    [
        ("smgs", {"wagons": [{"wagon": "94123453"}]}, [("wagon_check_digit", "box 7, line 1")]),
        ("smgs", {"wagons": [{}, {"wagon": "94123452"}]}, []),
        ("awb", {"number": "784-33104585"}, [("air_waybill_check_digit", "box 1A")]),
        ("awb", {"airport_code": "URUMQI"}, [("airport_code_malformed", "box 1")]),
        ("awb", {"to_first": "O5S"}, [("airport_code_malformed", "box 11A")]),
        ("tir", {"country_of_departure": "Moonland"}, [("country_unknown", "box 5")]),
        ("bl", {"freight_currency": "shells"}, [("currency_unknown", "box 26, currency")]),
        ("bl", {"goods": [{"in_container": "ABCD1"}]}, [("equipment_not_described", "box 2")]),
    ],
)
def test_a_slip_is_told_and_rejects_nothing(slug, form, expected):
    _, consignment = read(slug, **form)
    assert told(consignment) == expected
    assert told(consignment, Severity.ERROR) == []


@pytest.mark.parametrize(
    ("slug", "form", "code", "path"),
    [
        ("tir", {"total_packages": "many"}, "number_unreadable", "box 12"),
        ("tir", {"number": "X" * 21}, "identifier_too_long", "box 1"),
        ("smgs", {"contract_date": "32.11.2026"}, "date_unreadable", "box 26"),
        ("smgs", {"wagons": [{"wagon": "94123452", "tare": "heavy"}]}, "mass_unreadable", "box 11, line 1"),
        ("awb", {"value_for_customs": "a lot"}, "number_unreadable", "box 17"),
        ("awb", {"goods": [{}, {"gross_mass_kg": "10 stone"}]}, "mass_unreadable", "box 22B, line 2"),
        ("bl", {"goods": [{"volume_m3": "big"}]}, "number_unreadable", "box 23, line 1"),
        ("bl", {"containers": [{"container": "A", "container_mass_kg": "x"}]}, "mass_unreadable", "box 16, line 1"),
    ],
)
def test_what_cannot_be_read_rejects_the_paper_at_its_box(slug, form, code, path):
    assert (code, path) in told(read(slug, **form)[1], Severity.ERROR)


@pytest.mark.parametrize(
    ("text", "kg"), [("100 lb", "45.359237"), ("100", "100"), ("1 120 kg", "1120"), ("2 lbs", "0.907185")]
)
def test_an_air_waybill_may_weigh_in_pounds(text, kg):
    _, consignment = read("awb", goods=[{"gross_mass_kg": text}])
    assert str(consignment.goods[0].gross_mass_kg) == kg


@pytest.mark.parametrize(("text", "kg"), [("22,4", 22400), ("23.1 т", 23100), ("22 t", 22000)])
def test_a_wagon_is_weighed_empty_in_tonnes(text, kg):
    assert read("smgs", wagons=[{"wagon": "94123452", "tare": text}])[1].equipment[0].tare_mass_kg == kg


@pytest.mark.parametrize(
    ("slug", "form", "field", "expected"),
    [
        ("awb", {"charges_code": "PP"}, "freight_payment_method", "prepaid"),
        ("awb", {"charges_code": "CC"}, "freight_payment_method", "collect"),
        ("awb", {"value_for_customs": "NCV", "currency": "USD"}, "total_value", None),
        ("awb", {"value_for_customs": "8 450", "currency": "USD"}, "total_currency", "USD"),
        ("awb", {"airport_code": "URC"}, "place_of_loading", "URC"),
        ("awb", {"airport_code": "URC", "airport_of_departure": "Urumqi, CN"}, "dispatch_country", "CN"),
        ("awb", {"master_number": "784-33104584"}, "document_level", "house"),
        ("awb", {}, "document_level", None),
        ("bl", {"place_of_receipt": "Jimo, CN", "port_of_loading": "Qingdao, CN"}, "place_of_loading", "Qingdao, CN"),
        ("bl", {"port_of_discharge": "Poti, GE", "place_of_delivery": "Osh, KG"}, "place_of_delivery", "Osh, KG"),
        ("bl", {"port_of_discharge": "Poti, GE"}, "destination_country", "GE"),
        ("tir", {"country_of_departure": "CN, KZ", "country_of_destination": "UZ / KG"}, "dispatch_country", "CN"),
        ("tir", {"country_of_departure": "CN, KZ", "country_of_destination": "UZ / KG"}, "destination_country", "KG"),
        ("tir", {"offices_of_departure": "Kashi, CN"}, "dispatch_country", "CN"),
        ("tir", {"number": "XB1"}, "tir_carnet_number", "XB1"),
        ("smgs", {"departure_station": "Костанай, КЗХ"}, "dispatch_country", "KZ"),
    ],
)  # fmt: skip
def test_where_a_value_comes_from(slug, form, field, expected):
    assert getattr(read(slug, **form)[1], field) == expected


@pytest.mark.parametrize(
    ("name", "slug", "form", "expected"),
    [
        ("a truck without containers", "tir", {"vehicle": "A1 / B2", "seals": "S1"}, [("trailer", "B2", ("S1",))]),
        ("box 9 alone", "tir", {"vehicle": "A1", "goods": [{"compartment": "KSHU 618240-8"}]},
         [("container", "KSHU 618240-8", None)]),
        ("box 9 and its own line", "tir",
         {"containers": [{"container": "KSHU6182408", "container_seals": "S2"}],
          "goods": [{"compartment": "KSHU 618240-8"}]},
         [("container", "KSHU6182408", ("S2",))]),
        ("wagon and container", "smgs",
         {"wagons": [{"wagon": "94123452", "seals": "нет"}], "containers": [{"container": "C1"}]},
         [("wagon", "94123452", ()), ("container", "C1", None)]),
        ("a line without its number", "bl", {"containers": [{"container_seals": "S1"}]}, []),
        ("nothing", "bl", {}, []),
    ],
)  # fmt: skip
def test_where_the_equipment_comes_from(name, slug, form, expected):
    _, consignment = read(slug, **form)
    assert [(piece.kind, piece.number, piece.seals) for piece in consignment.equipment] == expected


def test_a_line_of_goods_names_its_container_as_it_is_described():
    _, consignment = read(
        "bl",
        containers=[{"container": "TGHU4831057"}, {"container": "FESU2107331"}],
        goods=[{"in_container": "TGHU 483105-7", "packages": "1"}, {"packages": "2"}],
    )
    named = [item.equipment_numbers for item in consignment.goods]
    assert named == [("TGHU4831057",), ("TGHU4831057", "FESU2107331")]
    assert told(consignment) == []


def test_what_is_only_kept_is_kept_whole():
    long = "x" * 1900
    paper = BY_SLUG["smgs"]
    assert told(read("smgs", declarations=long)[1]) == []
    assert typed_document.boxes_of(paper, typed_document.encode(paper, {"declarations": long})) == {
        "declarations": long
    }
