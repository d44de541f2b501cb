"""The content type of a file that comes without one: from its first bytes, else from its name."""

from pathlib import PurePath

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_BY_BEGINNING = (
    (b"UNA", "application/edifact"),
    (b"UNB", "application/edifact"),
    (b"ISA", "application/edi-x12"),
    (b"%PDF", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG", "image/png"),
    (b"PK\x03\x04", XLSX),
    (b"\xd0\xcf\x11\xe0", "application/vnd.ms-excel"),
    (b"<", "application/xml"),
    (b"{", "application/json"),
    (b"[", "application/json"),
)
_BY_SUFFIX = {
    ".json": "application/json",
    ".xml": "application/xml",
    ".edi": "application/edifact",
    ".edifact": "application/edifact",
    ".x12": "application/edi-x12",
    ".csv": "text/csv",
    ".tsv": "text/csv",
    ".txt": "text/csv",
    ".xlsx": XLSX,
    ".xls": "application/vnd.ms-excel",
    ".pdf": "application/pdf",
}
_BEFORE_THE_CONTENT = b"\xef\xbb\xbf \t\r\n\x00"  # byte-order mark and blanks


def content_type_of(file_name: str, beginning: bytes) -> str | None:
    """Return the content type; None when neither the bytes nor the name tell of a kind that is read."""
    content = beginning.lstrip(_BEFORE_THE_CONTENT)
    for mark, content_type in _BY_BEGINNING:
        if content.startswith(mark):
            return content_type
    return _BY_SUFFIX.get(PurePath(file_name).suffix.lower())
