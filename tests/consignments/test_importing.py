"""A folder of documents is imported: each file once, nothing moved, and the end says whether something was rejected."""

from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from consignments.content_types import XLSX, content_type_of
from consignments.models import Consignment, Submission
from tests import factories as make
from tests.consignments.manifests import consignment, manifest


@pytest.fixture
def folder(tmp_path):
    make.unit("BATKEN")
    make.unit("OSH")
    (tmp_path / "week47").mkdir()
    (tmp_path / "week47" / "truck.json").write_bytes(manifest(consignment("A-1")))
    (tmp_path / "sheet.csv").write_text("CMR;Consignee;Goods;Gross kg\nB-1;Dordoi;Belts;120\n")
    (tmp_path / "notes.md").write_text("no document")
    (tmp_path / ".hidden.json").write_bytes(b"{}")
    return tmp_path


def run(folder, *arguments):
    out = StringIO()
    call_command("import_documents", str(folder), *arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


@pytest.mark.django_db
def test_all_documents_of_a_folder_are_registered(folder):
    said = run(folder)
    assert set(Consignment.objects.values_list("document_number", "unit__code")) == {
        ("A-1", "BATKEN"),
        ("B-1", "BATKEN"),
    }
    assert "notes.md: left out" in said
    assert "2 of 3 files taken, 0 of them here already; consignments: 2 registered, 0 rejected." in said
    assert sorted(path.name for path in folder.rglob("*") if path.is_file()) == [
        ".hidden.json", "notes.md", "sheet.csv", "truck.json",
    ]  # fmt: skip


@pytest.mark.django_db
def test_a_second_import_registers_nothing_new(folder):
    run(folder)
    (folder / "copy of truck.json").write_bytes((folder / "week47" / "truck.json").read_bytes())
    assert "3 of 4 files taken, 3 of them here already" in run(folder)
    assert (Submission.objects.count(), Consignment.objects.count()) == (2, 2)
    assert set(Consignment.objects.values_list("latest_revision", flat=True)) == {1}


@pytest.mark.django_db
def test_a_rejected_consignment_ends_the_command_with_a_failure(folder):
    (folder / "bad.json").write_bytes(manifest(consignment("C-1", total_gross_mass_kg="heavy"), consignment("C-2")))
    with pytest.raises(CommandError, match="1 documents were rejected"):
        run(folder)
    assert Consignment.objects.count() == 3


@pytest.mark.django_db
def test_an_empty_document_is_a_failure(folder):
    (folder / "empty.json").write_bytes(b"")
    with pytest.raises(CommandError, match="1 documents were rejected"):
        run(folder)


@pytest.mark.django_db
def test_unit_source_and_time_can_be_told(folder):
    run(folder, "--unit", "osh", "--source", "Archive 2025", "--known-at", "2025-05-31")
    submission = Submission.objects.filter(file_name="truck.json").get()
    assert (submission.unit.code, submission.source.name, submission.submitted_by) == ("OSH", "Archive 2025", None)
    assert submission.known_at == datetime(2025, 5, 30, 18, 0, tzinfo=UTC)
    assert Consignment.objects.get(document_number="A-1").first_known_at == submission.known_at


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--unit", "NARYN"], "No unit NARYN. Units: BATKEN, OSH"),
        (["--known-at", "yesterday"], "--known-at: write"),
    ],
)
def test_nonsense_is_refused_with_a_remedy(folder, arguments, said):
    with pytest.raises(CommandError, match=said):
        run(folder, *arguments)


@pytest.mark.parametrize(
    ("file_name", "beginning", "content_type"),
    [
        ("a.edi", b"UNA:+.? 'UNB+UNOA", "application/edifact"),
        ("a.txt", b"\r\nUNB+UNOA:1", "application/edifact"),
        ("a", b"\xef\xbb\xbf<?xml version", "application/xml"),
        ("a.dat", b' {"consignments"', "application/json"),
        ("a.csv", b"CMR;Consignee", "text/csv"),
        ("A.XLS", b"\xd0\xcf\x11\xe0\xa1\xb1", "application/vnd.ms-excel"),
        ("a.xls", b"PK\x03\x04", XLSX),
        ("a.pdf", b"%PDF-1.7", "application/pdf"),
        ("a.csv", b"", "text/csv"),
        ("a.md", b"# Notes", None),
        ("a", b"", None),
    ],
)
def test_the_content_type_comes_from_the_bytes_then_from_the_name(file_name, beginning, content_type):
    assert content_type_of(file_name, beginning) == content_type
