"""Small doors of the API: attachments, readings and supporting documents that mean harm are refused, and nothing is
kept of them."""

import pytest

from consignments.models import Attachment, Observation, StoredFile, SupportingDocument
from consignments.registering import register_waiting
from tests import factories as make
from tests.consignments.files import picture

from .conftest import calling

pytestmark = pytest.mark.django_db

DEEP = b'{"goods": ' + b"[" * 200_000 + b"]" * 200_000 + b"}"
BODIES = [
    ("nothing", b""),
    ("broken", b'{"a"'),
    ("deep", DEEP),
    ("no object", b"[1, 2]"),
    ("null", b"null"),
    ("half a character", b'{"kind": "invoice", "number": "\\ud800", "document_number": "\\udfff"}'),
    ("NUL", b'{"kind": "invoice", "number": "a\\u0000", "document_number": "CMR-1"}'),
    ("NaN", b'{"kind": "invoice", "number": "1", "document_number": "CMR-1", "value": NaN}'),
    ("Infinity", b'{"kind": "invoice", "number": "1", "document_number": "CMR-1", "gross_mass_kg": -Infinity}'),
    ("1e999999", b'{"kind": "invoice", "number": "1", "document_number": "CMR-1", "value": 1e999999}'),
    ("year 0", b'{"kind": "invoice", "number": "1", "document_number": "CMR-1", "issued_on": "0000-00-00"}'),
    ("no UTF-8", b'{"kind": "\xff\xfe"}'),
]
of_each = pytest.mark.parametrize(("name", "body"), BODIES, ids=[name for name, _body in BODIES])


@of_each
def test_a_supporting_document_that_means_harm_is_refused(name, body):
    client = make.client()
    make.consignment(source=client.source, unit=client.unit, document_number="CMR-1")
    caller = calling(client, **{"Idempotency-Key": "k"})
    answer = caller.generic("POST", "/api/v1/supporting-documents/", body, "application/json")
    assert answer.status_code in {400, 404}, answer.content[:300]
    assert not SupportingDocument.objects.exists()


@of_each
def test_readings_that_mean_harm_enter_nothing(name, body):
    client = make.client()
    caller = calling(client, **{"Idempotency-Key": "k"})
    answer = caller.generic("POST", "/api/v1/observations/", body, "application/json")
    assert answer.status_code == (202 if body else 400)
    register_waiting()
    assert not Observation.objects.exists()
    for submission in caller.get("/api/v1/submissions/").json()["results"]:
        assert submission["status"] == "rejected"


FILES = [
    ("SVG", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 415),
    ("a page", b"<!DOCTYPE html><script>alert(1)</script>", 415),
    ("a program", b"MZ\x90\x00" + bytes(999), 415),
    ("a script", b"#!/bin/sh\nid\n", 415),
    ("nothing", b"", 400),
    ("a zip of many parts", b"PK\x03\x04" + b"PK\x01\x02" * 50_000, 415),
    ("a PDF that is a page", b"%PDF-1.7\n<html><script>alert(1)</script>", 201),
    ("a picture with a program", picture() + b"<?php system($_GET[1]);", 201),
]


@pytest.mark.parametrize(("name", "raw", "status"), FILES, ids=[row[0] for row in FILES])
def test_a_file_that_means_harm_is_refused_or_can_do_nothing(name, raw, status):
    analyst = make.officer("analyst")
    url = f"/api/v1/consignments/{make.consignment(unit=analyst.unit).pk}/attachments/"
    answer = calling(analyst).generic("POST", f"{url}?filename=../../%E2%80%AEgnp.exe", raw, "image/png")
    assert answer.status_code == status
    assert StoredFile.objects.exists() is Attachment.objects.exists() is (status == 201)
    if status == 201:
        told = answer.json()
        assert not any(mark in told["file_name"] for mark in ("/", "\u202e")) and not told["file_name"].endswith(".exe")
        served = calling(analyst).get(told["url"])
        assert "sandbox" in served["Content-Security-Policy"] and served["X-Content-Type-Options"] == "nosniff"
        assert served["Content-Disposition"].startswith("attachment")
