"""The one entry: what a document is, whatever it is called."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consignments.parsing import documents
from consignments.parsing.documents import KINDS, parse
from consignments.parsing.json_schema import example_manifest
from consignments.parsing.sheets.template import template_csv, template_xlsx
from consignments.parsing.typed.cmr_note import CMR_NOTE
from consignments.parsing.typed.typed_document import encode
from consignments.parsing.values import DocumentKind, Severity

from .samples import BISHKEK

JSON = json.dumps(example_manifest()).encode()
XML = b"<AutoPreliminaryInformation><EDocCode>R.042</EDocCode></AutoPreliminaryInformation>"
EDIFACT = b"UNA:+.? '\r\nUNB+UNOA:1+A+B+261124:1200+1'UNH+1+CUSCAR:D:95B'CNI+1+A'UNT+3+1'UNZ+1+1'"
NOTE = encode(CMR_NOTE, {"number": "1"})
EXCEL = "application/vnd.ms-excel"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.parametrize(
    ("name", "raw", "content_type", "filename", "kind", "is_noted"),
    [
        ("JSON", JSON, "application/json", None, DocumentKind.JSON_MANIFEST, False),
        ("JSON with a parameter", JSON, "application/json; charset=utf-8", None, DocumentKind.JSON_MANIFEST, False),
        ("JSON called XML", JSON, "application/xml", None, DocumentKind.JSON_MANIFEST, True),
        ("JSON called nothing", JSON, "application/octet-stream", None, DocumentKind.JSON_MANIFEST, False),
        ("XML", XML, "text/xml", None, DocumentKind.EAEU_ROAD_PRELIMINARY, False),
        ("XML with a mark", b"\xef\xbb\xbf" + XML, "application/xml", None, DocumentKind.EAEU_ROAD_PRELIMINARY, False),
        ("EDIFACT", EDIFACT, "application/edifact", None, DocumentKind.CUSCAR, False),
        ("EDIFACT called text", EDIFACT, "text/plain", "x.txt", DocumentKind.CUSCAR, False),
        ("EDIFACT called CSV", EDIFACT, "text/csv", None, DocumentKind.CUSCAR, True),
        ("CSV", template_csv(), "text/csv", None, DocumentKind.SPREADSHEET_MANIFEST, False),
        ("CSV by its name", template_csv(), "", "list.CSV", DocumentKind.SPREADSHEET_MANIFEST, False),
        ("CSV called Excel", template_csv(), EXCEL, "a.csv", DocumentKind.SPREADSHEET_MANIFEST, False),
        ("XLSX", template_xlsx(), XLSX, "a.xlsx", DocumentKind.SPREADSHEET_MANIFEST, False),
        ("XLSX called JSON", template_xlsx(), "application/json", None, DocumentKind.SPREADSHEET_MANIFEST, True),
        ("CMR note", NOTE, CMR_NOTE.content_type, None, DocumentKind.CMR_NOTE, False),
    ],
)  # fmt: skip
def test_the_bytes_decide_what_a_document_is(name, raw, content_type, filename, kind, is_noted):
    document = parse(raw, content_type, filename=filename, local_zone=BISHKEK)
    list(document.consignments)
    assert document.kind is kind
    assert ("content_type_differs" in [p.code for p in document.problems]) is is_noted


@pytest.mark.parametrize(
    ("name", "raw", "content_type", "code"),
    [
        ("nothing", b"", "application/json", "document_empty"),
        ("white space", b" \r\n\t", "text/plain", "document_empty"),
        ("PDF", b"%PDF-1.7 ...", "application/pdf", "pdf_not_read"),
        ("another XML", b"<?xml version='1.0'?><Invoice/>", "application/xml", "document_not_read"),
        ("a picture", b"\x89PNG\r\n", "image/png", "document_unknown"),
        ("plain text", b"hello", "text/plain", "document_unknown"),
        ("a zip", b"PK\x03\x04 no workbook", "application/zip", "document_unknown"),
    ],
)
def test_what_is_not_read_is_said(name, raw, content_type, code):
    document = parse(raw, content_type, local_zone=BISHKEK)
    assert [(p.code, p.severity) for p in document.problems] == [(code, Severity.ERROR)]
    assert document.kind is None and list(document.consignments) == []


def test_every_kind_has_exactly_one_parser():
    assert sorted(kind.kind for kind in KINDS) == sorted(DocumentKind)


def test_a_document_of_too_many_consignments_is_refused(monkeypatch):
    monkeypatch.setattr(documents, "MAX_CONSIGNMENTS", 3)
    manifest = example_manifest()
    manifest["consignments"] *= 5
    document = parse(json.dumps(manifest).encode(), "application/json", local_zone=BISHKEK)
    assert len(list(document.consignments)) == 3
    assert [(p.code, p.severity) for p in document.problems] == [("too_many_consignments", Severity.ERROR)]


def test_the_mapping_reaches_the_spreadsheet():
    raw = b"CMR;Weight;Price\nA;10;20\n"
    document = parse(raw, "text/csv", mapping={"freight_amount": "Price"}, local_zone=BISHKEK)
    assert next(document.consignments).freight_amount == 20


STARTS = st.sampled_from(
    [b"", b"{", b'{"cmr_note":', b"<", XML[:40], b"UNB+UNOC:3+", b"UNA", b"PK\x03\x04xl/", b"\xff\xfe"]
)
TYPES = st.sampled_from(
    ["", "application/json", "application/xml", "application/edifact", "text/csv", CMR_NOTE.content_type, "x"]
)


@given(STARTS, st.binary(max_size=150), TYPES, st.sampled_from(["", "a.csv", "a.xml"]))
@settings(deadline=None, max_examples=150)
def test_any_bytes_under_any_name_are_answered(start, rest, content_type, filename):
    document = parse(start + rest, content_type, filename=filename, local_zone=BISHKEK)
    list(document.consignments)
    assert document.kind is not None or document.problems
