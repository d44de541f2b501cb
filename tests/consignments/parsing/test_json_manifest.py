"""The JSON manifest: every field checked, every problem with its pointer, hostile JSON answered."""

import json
import time

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consignments.parsing import json_manifest
from consignments.parsing.json_schema import JSON_SCHEMA, OBJECTS, example_manifest
from consignments.parsing.values import Severity

from .samples import BISHKEK

SOAP = {"description": "Soap", "commodity_code": "340111"}
BOX = {"kind": "container", "number": "KSHU6182408"}
CODE_PATH = "/goods/0/commodity_code"


def read(document) -> tuple:
    raw = document if isinstance(document, bytes) else json.dumps(document).encode()
    parsed = json_manifest.parse(raw, local_zone=BISHKEK)
    consignments = list(parsed.consignments)
    problems = [*parsed.problems, *(p for c in consignments for p in c.problems)]
    return parsed, consignments, [(p.code, p.path) for p in problems]


def with_consignment(**changes):
    manifest = example_manifest()
    manifest["consignments"][0] |= changes
    return manifest


def test_the_example_is_read_without_any_problem_and_fits_its_schema():
    jsonschema.validate(example_manifest(), JSON_SCHEMA)
    document, (consignment,), problems = read(example_manifest())
    assert problems == []
    assert document.manifest.conveyance_id == "01KG730BHC" and consignment.document_number == "CMR-0088231"
    assert {p.role for p in consignment.parties} == {"consignor", "consignee", "carrier", "driver"}


def test_every_field_of_the_table_is_in_the_schema_and_has_a_meaning():
    consignment = JSON_SCHEMA["properties"]["consignments"]["items"]["properties"]
    assert set(consignment) == set(OBJECTS["consignment"])
    assert all(field.means.endswith(".") for fields in OBJECTS.values() for field in fields.values())


@pytest.mark.parametrize(
    ("name", "changes", "code", "below"),
    [
        ("no number", {"document_number": None}, "document_number_missing", "/document_number"),
        ("blank number", {"document_number": "  "}, "document_number_missing", "/document_number"),
        ("number as a number", {"document_number": 12}, "json_wrong_type", "/document_number"),
        ("number too long", {"document_number": "x" * 121}, "identifier_too_long", "/document_number"),
        ("no such day", {"issued_on": "2026-02-30"}, "date_unreadable", "/issued_on"),
        ("absurd year", {"issued_on": "1066-10-14"}, "date_absurd", "/issued_on"),
        ("unknown word", {"procedure": "smuggling"}, "choice_unknown", "/procedure"),
        ("unknown country", {"dispatch_country": "QQ"}, "country_code_unknown", "/dispatch_country"),
        ("country in a list", {"itinerary": ["CN", "Kyrgyzstan"]}, "country_code_unknown", "/itinerary/1"),
        ("negative mass", {"goods": [{"gross_mass_kg": -1}]}, "number_negative", "/goods/0/gross_mass_kg"),
        ("mass as an object", {"goods": [{"gross_mass_kg": {}}]}, "json_wrong_type", "/goods/0/gross_mass_kg"),
        ("true is no number", {"goods": [{"packages": True}]}, "json_wrong_type", "/goods/0/packages"),
        ("half a package", {"goods": [{"packages": 1.5}]}, "count_not_whole", "/goods/0/packages"),
        ("unknown currency", {"total_currency": "DOL"}, "currency_unknown", "/total_currency"),
        ("goods no list", {"goods": {}}, "json_wrong_type", "/goods"),
        ("goods item no object", {"goods": ["x"]}, "json_wrong_type", "/goods/0"),
        ("equipment without a number", {"equipment": [{"kind": "container"}]}, "field_missing", "/equipment/0/number"),
        ("party as a text", {"consignee": "Osh Trade"}, "json_wrong_type", "/consignee"),
        ("truth as a text", {"driver": {"is_natural_person": "yes"}}, "json_wrong_type", "/driver/is_natural_person"),
        ("bad locode", {"loading_unlocode": "KASHI!"}, "unlocode_unreadable", "/loading_unlocode"),
    ],
)
def test_a_faulty_field_rejects_its_consignment_alone(name, changes, code, below):
    manifest = with_consignment(**changes)
    manifest["consignments"].append(example_manifest()["consignments"][0])
    _, (faulty, good), problems = read(manifest)
    assert (code, f"/consignments/0{below}") in problems
    assert any(p.severity is Severity.ERROR and p.code == code for p in faulty.problems)
    assert good.problems == ()


@pytest.mark.parametrize(
    ("name", "changes", "code", "below"),
    [
        ("no consignee", {"consignee": None}, "field_expected", "/consignee"),
        ("empty consignor", {"consignor": {}}, "field_expected", "/consignor"),
        ("no commodity code", {"goods": [{"description": "Soap"}]}, "field_expected", CODE_PATH),
        ("no description", {"goods": [{"commodity_code": "340111"}]}, "field_expected", "/goods/0/description"),
        ("bad commodity code", {"goods": [SOAP | {"commodity_code": "34"}]}, "commodity_code_malformed", CODE_PATH),
        ("total differs", {"total_packages": 1}, "packages_disagree", ""),
        ("line names an unknown box", {"equipment": []}, "equipment_not_described", ""),
        (
            "seals counted otherwise",
            {"equipment": [BOX | {"seals": ["1"], "seals_stated_count": 2}]},
            "seals_disagree",
            "",
        ),
        ("line numbers repeat", {"goods": [SOAP | {"number": 1}] * 2}, "goods_renumbered", ""),
        ("unknown field", {"colour": "blue"}, "json_field_unknown", "/colour"),
        ("a key that needs escaping", {"a/b~c": 1}, "json_field_unknown", "/a~1b~0c"),
    ],
)
def test_a_doubtful_field_is_noted_and_rejects_nothing(name, changes, code, below):
    _, (consignment,), problems = read(with_consignment(**changes))
    assert (code, f"/consignments/0{below}") in problems
    assert all(p.severity is not Severity.ERROR for p in consignment.problems)


def test_no_seal_is_told_from_no_word_of_seals():
    boxes = [{"kind": "container", "number": "A", "seals": []}, {"kind": "container", "number": "B"}]
    _, (consignment,), _ = read(with_consignment(equipment=boxes))
    assert [box.seals for box in consignment.equipment] == [(), None]


def test_goods_lines_keep_their_order_when_counted_anew():
    lines = [{"number": 7, "description": "a"}, {"number": 7, "description": "b"}]
    _, (consignment,), _ = read(with_consignment(goods=lines))
    assert [(g.number, g.description) for g in consignment.goods] == [(1, "a"), (2, "b")]


@pytest.mark.parametrize(
    ("name", "raw", "code", "path"),
    [
        ("empty object", b"{}", "field_missing", "/consignments"),
        ("null list", b'{"consignments": null}', "field_missing", "/consignments"),
        ("object for a list", b'{"consignments": {}}', "json_wrong_type", "/consignments"),
        ("list", b"[1]", "json_not_an_object", ""),
        ("text", b'"x"', "json_not_an_object", ""),
        ("breaks off", b'{"consignments": [', "json_broken", ""),
        ("trailing comma", b'{"consignments": [],}', "json_broken", ""),
        ("raw control character", b'{"mode": "ro\x01ad"}', "json_broken", ""),
        ("not UTF-8", b'{"mode": "\xff"}', "charset_unreadable", ""),
        ("nested deeply", b"[" * 100_000, "json_too_deep", ""),
        ("nested deeply below a key", b'{"a":' * 100_000, "json_too_deep", ""),
        ("too many values", b"[" + b"{}," * 3_000_000, "json_too_large", ""),
        ("repeated key in the head", b'{"mode":"road","mode":"rail","consignments":[]}', "json_key_repeated", "/mode"),
        ("unreadable arrival", b'{"arrival_at":"soon","consignments":[]}', "time_unreadable", "/arrival_at"),
    ],
)
def test_a_faulty_head_gives_no_consignment(name, raw, code, path):
    document, consignments, problems = read(raw)
    assert (code, path) in problems and consignments == []
    assert any(p.severity is Severity.ERROR for p in document.problems)


def test_a_manifest_without_consignments_is_only_noted():
    document, consignments, _ = read(b'\xef\xbb\xbf{"mode":"road","consignments":[]}')
    assert [p.code for p in document.problems] == ["no_consignments"] and consignments == []


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "9" * 100_000, "1e999999999", "0." + "1" * 5000])
def test_absurd_numbers_are_answered_at_once(number):
    started = time.perf_counter()
    raw = f'{{"consignments":[{{"document_number":"A","goods":[{{"gross_mass_kg":{number}}}]}}]}}'
    _, (consignment,), _ = read(raw.encode())
    assert any(p.path == "/consignments/0/goods/0/gross_mass_kg" for p in consignment.problems)
    assert time.perf_counter() - started < 1


def test_a_repeated_key_rejects_its_consignment_alone():
    raw = b'{"consignments":[{"document_number":"A","document_number":"B"},{"document_number":"C"}]}'
    _, (one, other), _ = read(raw)
    assert any(p.code == "json_key_repeated" for p in one.problems)
    assert all(p.severity is not Severity.ERROR for p in other.problems)


def test_nul_and_lone_surrogates_never_leave_the_parser():
    _, (consignment,), _ = read(b'{"consignments":[{"document_number":"A\\u0000B\\ud800","\\ud800\\u0000":1}]}')
    text = repr(consignment).encode()  # a lone surrogate could not be encoded
    assert b"\\x00" not in text and consignment.document_number == "A B"


def test_times_without_a_zone_are_local_and_the_identity_date_is_a_local_day():
    manifest = with_consignment(issued_on=None) | {"arrival_at": "2026-11-24T20:30:00Z"}
    _, (consignment,), _ = read(manifest)
    assert str(consignment.identity_date) == "2026-11-25"
    document, _, _ = read(example_manifest() | {"arrival_at": "2026-11-24T20:30"})
    assert document.manifest.arrival_at.isoformat() == "2026-11-24T20:30:00+06:00"


FIELD_NAMES = st.sampled_from(sorted({key for fields in OBJECTS.values() for key in fields}))
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(FIELD_NAMES, inner, max_size=5),
    max_leaves=30,
)


@given(JSON_VALUES, st.lists(JSON_VALUES, max_size=3))
def test_any_json_is_answered(head, consignments):
    read(json.dumps(head).encode())
    manifest = {"consignments": consignments, **(head if isinstance(head, dict) else {})}
    read(json.dumps(manifest).encode())


@given(st.binary(max_size=200))
def test_any_bytes_are_answered(raw):
    read(raw)
    read(b'{"consignments":[{"document_number":' + raw)
