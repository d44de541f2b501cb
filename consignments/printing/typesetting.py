"""Set a sheet: a Typst template of ours and plain data in, a PDF out.

What officers and documents wrote reaches the template only as the strings of data.json, never as markup: a "#" or a "]"
in a name stays a "#" or a "]". A sheet is set in a folder of its own that holds nothing but its template, the data and
its pictures, so no template can read another file. The same data gives the same bytes.
"""

import json
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import typst

from .letters import printable

SHEET = Path(__file__).with_name("sheet.typ")
EPOCH = 0  # the moment a PDF calls its making: fixed, so that equal sheets are equal files


def typeset(template: Path, data: Mapping[str, Any], pictures: Mapping[str, bytes] | None = None) -> bytes:
    """Return the PDF of a template, which may import "sheet.typ" and reads its data with `json("data.json")`.

    data: what JSON can hold; its texts may be in any script. At least {"title": str, "language": "en" | "ru" | "ky"}.
    pictures: the bytes of JPEG or PNG files by the plain names the data calls them by, such as "photo-1.jpg".
    Raises typst.TypstError where the template asks for what the data lacks.
    """
    with tempfile.TemporaryDirectory(prefix="pcu-sheet-") as folder:
        root = Path(folder)
        (root / "main.typ").write_bytes(template.read_bytes())
        (root / SHEET.name).write_bytes(SHEET.read_bytes())
        (root / "data.json").write_text(json.dumps(_printable(data), ensure_ascii=False), encoding="utf-8")
        for name, content in (pictures or {}).items():
            if Path(name).name != name:
                raise ValueError("a picture is called by a plain file name")
            (root / name).write_bytes(content)
        return typst.compile(
            str(root / "main.typ"), root=str(root), font_paths=_fonts(), timestamp=EPOCH, pdf_standards="ua-1"
        )


def _printable(data: Any) -> Any:
    """The same data with every text put into letters that the fonts have; numbers stay numbers."""
    match data:
        case str():
            return printable(data)
        case Mapping():
            return {key: _printable(value) for key, value in data.items()}
        case list() | tuple():
            return [_printable(value) for value in data]
        case None | bool() | int() | float():
            return data
        case _:
            return printable(str(data))  # a lazy translation


@cache
def _fonts() -> typst.Fonts:
    """The fonts inside Typst alone: a sheet looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False)
