"""What a file is, told by its bytes alone: its name and the type a sender declares prove nothing."""

import zipfile

from consignments.parsing.sheets.zip_reading import FAULTS, open_zip

PDF = "application/pdf"
JPEG = "image/jpeg"
PNG = "image/png"
WEBP = "image/webp"
HEIC = "image/heic"
TIFF = "image/tiff"
TEXT = "text/plain"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
DOC = "application/msword"
XLS = "application/vnd.ms-excel"
PPT = "application/vnd.ms-powerpoint"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"

# The ending a file of the type is given when it is taken away, whatever it was called.
SUFFIXES: dict[str, tuple[str, ...]] = {
    PDF: (".pdf",),
    JPEG: (".jpg", ".jpeg"),
    PNG: (".png",),
    WEBP: (".webp",),
    HEIC: (".heic", ".heif"),
    TIFF: (".tif", ".tiff"),
    TEXT: (".txt", ".csv"),
    DOCX: (".docx",),
    XLSX: (".xlsx",),
    PPTX: (".pptx",),
    DOC: (".doc",),
    XLS: (".xls",),
    PPT: (".ppt",),
    ODT: (".odt",),
    ODS: (".ods",),
}
IMAGES = frozenset({JPEG, PNG, WEBP, HEIC, TIFF})
# What every browser shows by itself, sandboxed; the rest (a PDF needs the browser's plug-in) is given to be saved.
SHOWN_IMAGES = frozenset({JPEG, PNG, WEBP})

_BY_BEGINNING = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
)
_PDF_WITHIN = 1024  # readers allow that many bytes before the mark
_HEIC_BRANDS = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"}
_OPEN_XML = (("word/document.xml", DOCX), ("xl/workbook.xml", XLSX), ("ppt/presentation.xml", PPTX))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (("WordDocument", DOC), ("Workbook", XLS), ("Book", XLS), ("PowerPoint Document", PPT))
_OLE_MACROS = "_VBA_PROJECT"
_MAX_MIMETYPE_BYTES = 200
_CONTROL = bytes(code for code in range(32) if code not in b"\t\n\r\f")
_MARKUP = (b"<!doctype html", b"<html", b"<svg", b"<script", b"<?xml")


def media_type_of_bytes(raw: bytes) -> str | None:
    """Return the type of a file that may be kept; None for any other (programs, archives, web pages, macros, films)."""
    for mark, media_type in _BY_BEGINNING:
        if raw.startswith(mark):
            return media_type
    if b"%PDF-" in raw[:_PDF_WITHIN]:
        return PDF
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return WEBP
    if raw[4:8] == b"ftyp":
        return HEIC if raw[8:12] in _HEIC_BRANDS else None
    if raw.startswith(b"PK\x03\x04"):
        return _office_document(raw)
    if raw.startswith(_OLE):
        return _old_office_document(raw)
    return TEXT if _is_text(raw) else None


def _office_document(raw: bytes) -> str | None:
    """Tell the kind of a zipped office document by its members; one that holds macros is none."""
    try:
        with open_zip(raw) as archive:
            members = archive.infolist()
            names = {member.filename for member in members}
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                return None
            if (found := next((kind for name, kind in _OPEN_XML if name in names), None)) is not None:
                return found
            return _open_document(archive, members[0]) if members else None
    except FAULTS:
        return None


def _open_document(archive: zipfile.ZipFile, first: zipfile.ZipInfo) -> str | None:
    if first.filename != "mimetype" or first.file_size > _MAX_MIMETYPE_BYTES:
        return None
    declared = archive.read(first).decode("ascii", "replace").strip()
    return declared if declared in (ODT, ODS) else None


def _old_office_document(raw: bytes) -> str | None:
    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in raw

    if holds(_OLE_MACROS):
        return None
    return next((kind for name, kind in _OLE_STREAMS if holds(name)), None)


def _is_text(raw: bytes) -> bool:
    """Whether it is UTF-8 (or UTF-16 with a mark, or Cyrillic in one byte) without control characters or markup."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            raw = raw.decode("utf-16").encode()
        except UnicodeError:
            return False
    if not raw.strip() or raw.translate(None, _CONTROL) != raw:
        return False
    if any(mark in raw[:_PDF_WITHIN].lower() for mark in _MARKUP) or raw.startswith(b"#!"):
        return False
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        try:
            raw.decode("cp1251")
        except UnicodeDecodeError:
            return False
    return True
