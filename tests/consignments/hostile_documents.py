"""Documents that mean harm: each with the type it is declared to be of, its name, and the making of its bytes."""

import io
import zipfile
from collections.abc import Callable
from typing import NamedTuple

from tests.consignments.files import picture
from tests.consignments.manifests import consignment, manifest

JSON, XML, EDI, X12, CSV = (
    "application/json",
    "application/xml",
    "application/edifact",
    "application/edi-x12",
    "text/csv",
)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLS = "application/vnd.ms-excel"
XML_ROOTS = {
    "EAEU road": "AutoPreliminaryInformation",
    "EAEU rail": "RailwayPreliminaryInformation",
    "EAEU goods": "GoodsDeclaration",
    "EAEU transit": "TransitDeclaration",
    "ESADout": "ESADout_CU",
    "Awmds": "Awmds",
    "house bills": "Awbolds",
    "SAD": "ASYCUDA",
    "WCO": "Declaration",
}
SECRET = "Zarafshon-Maxfiy"  # in every text of the table: must never be found in a log


class Hostile(NamedTuple):
    name: str
    content_type: str
    file_name: str
    make: Callable[[], bytes]


def _with_dtd(root: str, subset: str) -> bytes:
    body = f"<{root}><EDocCode>&e9;</EDocCode><Note>{SECRET}</Note></{root}>"
    return f'<?xml version="1.0"?>\n<!DOCTYPE {root} [{subset}]>\n{body}'.encode()


LAUGHS = '<!ENTITY e0 "ha">' + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
EXTERNAL = '<!ENTITY e9 SYSTEM "file:///etc/passwd">'
PARAMETER = '<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p; <!ENTITY e9 "x">'


def _entities() -> list[Hostile]:
    return [
        Hostile(f"{what} of {kind}", XML, "a.xml", lambda root=root, subset=subset: _with_dtd(root, subset))
        for kind, root in XML_ROOTS.items()
        for what, subset in [("laughs", LAUGHS), ("an external entity", EXTERNAL), ("a parameter entity", PARAMETER)]
    ]


def _nested_xml(root: str, depth: int) -> bytes:
    return f"<{root}>{'<a>' * depth}{SECRET}{'</a>' * depth}</{root}>".encode()


def _nested_json(depth: int, opened: str = "[", closed: str = "]") -> bytes:
    return f'{{"consignments":[{{"document_number":{opened * depth}1{closed * depth}}}]}}'.encode()


def _zip(members: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in members.items():
            archive.writestr(name, part)
    return content.getvalue()


def _zip_bomb() -> bytes:
    return _zip({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": b" " * 80_000_000})


def _nested_zip() -> bytes:
    inner = _zip({"xl/workbook.xml": b" " * 20_000_000})
    return _zip({"xl/workbook.xml": inner, "xl/worksheets/sheet1.xml": inner})


def _many_members() -> bytes:
    return _zip({f"xl/worksheets/sheet{number}.xml": b"" for number in range(40_000)})


def broken_workbook() -> bytes:
    """A workbook whose packed strings are spoiled, so that unpacking them fails midway."""
    raw = bytearray(_zip({"xl/workbook.xml": b"<workbook/>", "xl/sharedStrings.xml": bytes(range(256)) * 300}))
    at = raw.find(b"xl/sharedStrings.xml") + len("xl/sharedStrings.xml")
    raw[at + 5 : at + 60] = b"\xff" * 55
    return bytes(raw)


def _edifact(body: str, una: str = "UNA:+.? '") -> bytes:
    head = f"{una}UNB+UNOC:3+{SECRET}+B+261124:1200+1'UNH+1+CUSCAR:D:95B:UN'BGM+85+1+9'"
    return f"{head}{body}UNT+4+1'UNZ+1+1'".encode()


def _values(**fields: object) -> bytes:
    return manifest(consignment(SECRET, **fields), consignment("A-2"))


ABSURD_DATES = ["0000-00-00", "9999-12-31", "1900-01-01", "292277026596-12-04", "-0001-01-01", "2026-02-30"]
DOCUMENTS = [
    *_entities(),
    Hostile("a DTD in UTF-16", XML, "a.xml", lambda: _with_dtd("Awmds", LAUGHS).decode().encode("utf-16")),
    Hostile("XInclude", XML, "a.xml", lambda: (
        b'<Awmds xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="/etc/passwd" parse="text"/></Awmds>')),
    Hostile("a comment without end", XML, "a.xml", lambda: b"<!--" * 200_000),
    Hostile("a million attributes", XML, "a.xml", lambda: (
        b"<Awmds " + b" ".join(b'a%d="1"' % n for n in range(300_000)) + b"/>")),
    Hostile("a long text", XML, "a.xml", lambda: b"<Awmds><x>" + b"a" * 20_000_000 + b"</x></Awmds>"),
    *[Hostile(f"deep {kind}", XML, "a.xml", lambda root=root: _nested_xml(root, 100_000))
      for kind, root in XML_ROOTS.items()],
    Hostile("deep lists", JSON, "a.json", lambda: _nested_json(1_000_000)),
    Hostile("lists just so deep", JSON, "a.json", lambda: _nested_json(900)),
    Hostile("deep objects", JSON, "a.json", lambda: _nested_json(1_000_000, '{"a":', "}")),
    Hostile("a key of half a character", JSON, "a.json", lambda: b'{"\\ud800": 1, "consignments": []}'),
    Hostile("half a character", JSON, "a.json", lambda: (
        _values(total_gross_mass_kg="heavy").replace(b"Men's", b"\\ud800Men\\udfff"))),
    Hostile("half a character in a typed note", JSON, "a.json", lambda: b'{"cmr_note": {"number": "\\ud800x"}}'),
    Hostile("NUL in JSON", JSON, "a.json", lambda: _values(total_gross_mass_kg="a\x00b")),
    Hostile("NaN", JSON, "a.json", lambda: _values(total_gross_mass_kg=float("nan"))),
    Hostile("Infinity", JSON, "a.json", lambda: _values(total_gross_mass_kg=float("-inf"))),
    Hostile("1e999999999", JSON, "a.json", lambda: _values(total_gross_mass_kg=1).replace(
        b'"total_gross_mass_kg": 1', b'"total_gross_mass_kg": 1e999999999')),
    Hostile("a number of a million digits", JSON, "a.json", lambda: _values(total_gross_mass_kg=1).replace(
        b'"total_gross_mass_kg": 1', b'"total_gross_mass_kg": ' + b"9" * 1_000_000)),
    Hostile("masses as words of numbers", JSON, "a.json", lambda: _values(total_gross_mass_kg="NaN")),
    *[Hostile(f"the date {day}", JSON, "a.json", lambda day=day: _values(issued_on=day, total_gross_mass_kg="x"))
      for day in ABSURD_DATES],
    *[Hostile(f"an arrival on {day}", JSON, "a.json", lambda day=day: manifest(arrival_at=f"{day}T00:00:00+14:00"))
      for day in ABSURD_DATES],
    Hostile("text that runs backwards", JSON, "\u202exslx.exe", lambda: _values(
        total_gross_mass_kg="\u202e\u2066heavy", place_of_loading="\u202eabc")),
    Hostile("a list of a million", JSON, "a.json", lambda: b'{"consignments":[' + b"{}," * 1_000_000 + b"{}]}"),
    Hostile("a consignment of many seals", JSON, "a.json", lambda: _values(
        total_gross_mass_kg="heavy", equipment=[{"kind": "container", "number": "1", "seals": ["S"] * 20_000}])),
    Hostile("a segment of 60 MB", EDI, "a.edi", lambda: _edifact("FTX+AAA+++" + "A" * 60_000_000 + "'")),
    Hostile("a segment of a million elements", EDI, "a.edi", lambda: _edifact("FTX" + "+" * 1_000_000 + "'")),
    Hostile("a million segments", EDI, "a.edi", lambda: _edifact("CNI+1'" * 1_000_000)),
    Hostile("nothing but release marks", EDI, "a.edi", lambda: _edifact("FTX+" + "?" * 3_000_000 + "'")),
    Hostile("separators that are one", EDI, "a.edi", lambda: _edifact("", una="UNA++++ +")),
    Hostile("separators of a pattern", EDI, "a.edi", lambda: _edifact("", una="UNA.*[\\ (")),
    Hostile("NUL in a segment", EDI, "a.edi", lambda: _edifact("CNI+1+A\x00B'GIS+23'")),
    Hostile("an X12 segment of 60 MB", X12, "a.x12", lambda: b"ST*309*1~M10*" + b"A" * 60_000_000 + b"~SE*3*1~"),
    Hostile("a million empty rows", CSV, "a.csv", lambda: b"CMR;Consignee;Goods;Gross kg\n" + b";;;\n" * 1_000_000),
    Hostile("a million columns", CSV, "a.csv", lambda: b"CMR" + b";" * 1_000_000 + b"\nA;B;C\n"),
    Hostile("an open quote", CSV, "a.csv", lambda: b'CMR;Goods;Gross kg\nA-1;"' + b"x\n" * 500_000),
    Hostile("formulas", CSV, "a.csv", lambda: (
        b"CMR;Consignee;Goods;Gross kg\n=A-1;@SUM(1);=cmd|'/C calc'!A0;=1+1\n+A-2;-x;\t=1;heavy\n")),
    Hostile("a zip bomb", XLSX, "a.xlsx", _zip_bomb),
    Hostile("a zip in a zip", XLSX, "a.xlsx", _nested_zip),
    Hostile("a zip of many parts", XLSX, "a.xlsx", _many_members),
    Hostile("a workbook that breaks midway", XLSX, "a.xlsx", broken_workbook),
    Hostile("an XLS of nothing", XLS, "a.xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 900),
    Hostile("a PDF that is a page", "application/pdf", "a.pdf", lambda: b"%PDF-1.7\n<html><script>alert(1)</script>"),
    Hostile("a picture with a program", "image/png", "a.png", lambda: picture() + b"<?php system($_GET[1]);"),
    Hostile("SVG", XML, "a.svg", lambda: b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    Hostile("blanks", JSON, "a.json", lambda: b" \r\n" * 1_000_000),
    Hostile("a path for a name", JSON, "../../../etc/cron.d/x.json", lambda: _values(total_gross_mass_kg="x")),
    Hostile("a program called JSON", JSON, "a.json", lambda: b"MZ\x90\x00" + bytes(10_000)),
]  # fmt: skip
