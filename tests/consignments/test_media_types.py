"""What a file is, by its bytes; and the name it may bear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consignments.file_names import LONGEST, clean_file_name
from consignments.media_types import SUFFIXES, media_type_of_bytes

from .files import office, old_office, open_document, pdf, picture


@pytest.mark.parametrize(
    ("raw", "media_type"),
    [
        (pdf("Hello"), "application/pdf"),
        (b"\r\n" + pdf("Hello"), "application/pdf"),
        (picture("PNG"), "image/png"),
        (picture("JPEG"), "image/jpeg"),
        (picture("WEBP"), "image/webp"),
        (picture("TIFF"), "image/tiff"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "image/heic"),
        ("Накладная № 5\nгруз: хлопок\n".encode(), "text/plain"),
        ("Накладная № 5".encode("cp1251"), "text/plain"),
        ("Накладная".encode("utf-16"), "text/plain"),
        (office("word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (office("xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (open_document(), "application/vnd.oasis.opendocument.text"),
        (old_office("WordDocument"), "application/msword"),
        (old_office("Workbook"), "application/vnd.ms-excel"),
    ],
)
def test_what_is_kept_is_told_by_its_bytes(raw, media_type):
    assert media_type_of_bytes(raw) == media_type


@pytest.mark.parametrize(
    ("what", "raw"),
    [
        ("a program", b"MZ\x90\x00\x03" + bytes(60)),
        ("an ELF program", b"\x7fELF\x02\x01\x01" + bytes(60)),
        ("a script", b"#!/bin/sh\nrm -rf /\n"),
        ("a web page", b"<!DOCTYPE html><html><script>alert(1)</script></html>"),
        ("a web page after blanks", b"\n\n  <HTML><body>"),
        ("a drawing that may hold scripts", b"<svg xmlns='x'><script/></svg>"),
        ("an archive", office("any.exe")),
        ("a broken archive", b"PK\x03\x04" + bytes(100)),
        ("macros", office("word/document.xml", macros=True)),
        ("macros of an old kind", old_office(macros=True)),
        ("another OLE file, an installer", old_office("!_StringData")),
        ("a film", b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00"),
        ("a GIF", b"GIF89a" + bytes(20)),
        ("nothing but zeros", bytes(100)),
        ("blanks", b" \n "),
    ],
)
def test_anything_else_is_not_kept(what, raw):
    assert media_type_of_bytes(raw) is None


@given(st.binary(max_size=300))
def test_any_bytes_are_answered(raw):
    assert media_type_of_bytes(raw) in {None, *SUFFIXES}


@pytest.mark.parametrize(
    ("sent", "media_type", "kept"),
    [
        ("CMR 0088231.pdf", "application/pdf", "CMR 0088231.pdf"),
        ("Накладная.PDF", "application/pdf", "Накладная.pdf"),
        ("../../etc/passwd", "text/plain", "passwd.txt"),
        ("C:\\Users\\x\\scan.jpeg", "image/jpeg", "scan.jpeg"),
        ("invoice.exe", "application/pdf", "invoice.exe.pdf"),
        ("a\u202egpj.exe", "image/jpeg", "agpj.exe.jpg"),
        ("a\r\nSet-Cookie: x.png", "image/png", "x.png"),
        ("  .hidden", "image/png", "hidden.png"),
        ("", "image/png", "file.png"),
        ("///", "image/png", "file.png"),
        ("CON", "text/plain", "file.txt"),
        ("x" * 400 + ".pdf", "application/pdf", "x" * (LONGEST - 4) + ".pdf"),
        ('a"<b>|?*.pdf', "application/pdf", "a b.pdf"),
    ],
)
def test_a_file_name_is_cleaned(sent, media_type, kept):
    assert clean_file_name(sent, media_type) == kept


@given(st.text(max_size=300), st.sampled_from(sorted(SUFFIXES)))
def test_any_name_becomes_a_harmless_one(sent, media_type):
    kept = clean_file_name(sent, media_type)
    assert 0 < len(kept) <= LONGEST
    assert kept.endswith(SUFFIXES[media_type])
    assert kept.isprintable() and not set(kept) & set('/\\:"<>|?*;') and not kept.startswith(".")
