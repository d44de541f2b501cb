"""The golden samples: what each document is read as, in a form that can be written down and compared.

Run as a module (`python -m tests.consignments.parsing.samples`) to write the expected files anew; then read the
difference: it is the change in behaviour.
"""

import dataclasses
import json
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import django
from django.conf import settings

from consignments.parsing.documents import parse
from consignments.parsing.typed.papers import BY_KIND
from consignments.parsing.values import ParsedDocument

SAMPLES = Path(__file__).parents[2] / "samples"
BISHKEK = ZoneInfo("Asia/Bishkek")
CONTENT_TYPES = {
    ".edi": "application/edifact",
    ".x12": "application/edi-x12",
    ".xml": "application/xml",
    ".csv": "text/csv",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".json": "application/json",
}


def documents() -> list[Path]:
    """Return the sample documents; beside each stands its `.expected.json`. Published watch lists are none."""
    found = (p for p in SAMPLES.glob("*/*") if p.suffix in CONTENT_TYPES and p.parent.name != "published_lists")
    return sorted(p for p in found if not p.name.endswith(".expected.json"))


def expected_path(document: Path) -> Path:
    return document.with_name(f"{document.stem}.expected.json")


def read(document: Path) -> ParsedDocument:
    kind = document.parent.name
    content_type = BY_KIND[kind].content_type if kind in BY_KIND else CONTENT_TYPES[document.suffix]
    return parse(document.read_bytes(), content_type, filename=document.name, local_zone=BISHKEK)


def as_json(document: ParsedDocument) -> dict[str, Any]:
    """Return what was read as plain JSON, without what is as it is by default; no seals at all are a statement."""
    consignments = [_plain(consignment) for consignment in document.consignments]
    observations = [_plain(observation) for observation in document.observations]
    return {
        "kind": document.kind,
        "manifest": _plain(document.manifest),
        "consignments": consignments,
        **({"observations": observations} if observations else {}),
        "problems": _plain(document.problems),
    }


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        stated = ((f, getattr(value, f.name)) for f in dataclasses.fields(value))
        return {f.name: _plain(v) for f, v in stated if f.name == "severity" or (v != f.default and v != {})}
    if isinstance(value, tuple | list):
        return [_plain(element) for element in value]
    if isinstance(value, Decimal | date | datetime):
        return str(value)
    return value


def main() -> None:
    settings.configure(USE_I18N=False)
    django.setup()
    for document in documents():
        text = json.dumps(as_json(read(document)), ensure_ascii=False, indent=1)
        expected_path(document).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
