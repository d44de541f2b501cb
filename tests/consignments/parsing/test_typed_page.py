"""The page about documents typed by hand shows their boxes as the code has them.

Run as a module (`python -m tests.consignments.parsing.test_typed_page`) to write the tables into the page anew.
"""

import re
from pathlib import Path

import django
from django.conf import settings
from django.utils import translation

from consignments.parsing.typed.paper import Cell, Paper
from consignments.parsing.typed.papers import PAPERS

PAGE = Path(__file__).parents[3] / "docs" / "typed_documents.md"
TABLES = re.compile(r"(<!-- boxes: begin [^\n]*-->\n).*?(<!-- boxes: end -->)", re.DOTALL)


def tables() -> str:
    return "\n".join(line for paper in PAPERS for line in table(paper)) + "\n"


def table(paper: Paper) -> list[str]:
    rows = [f"### {paper.title} (`{paper.kind}`, /intake/{paper.slug}/)", ""]
    rows += ["| box | name of it | in the document | fills | holds | expected |", "|---|---|---|---|---|---|"]
    for part in paper.parts:
        inside = "" if isinstance(part, Cell) else f"{part.name}[]."
        for box in part.boxes:
            fills = ", ".join(f"`{field}`" for field in (box.fills, box.also_fills) if field) or "only kept"
            expected = "yes" if box.expected else ""
            rows.append(f"| {box.path} | {box.label} | `{inside}{box.name}` | {fills} | {box.holds} | {expected} |")
    return [*rows, ""]


def test_the_page_has_the_boxes_of_the_code():
    with translation.override("en"):
        found = TABLES.search(PAGE.read_text(encoding="utf-8"))
        assert found and found[0].removeprefix(found[1]).removesuffix(found[2]) == tables()


if __name__ == "__main__":
    settings.configure(USE_I18N=False)
    django.setup()
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(TABLES.sub(lambda m: f"{m[1]}{tables()}{m[2]}", text), encoding="utf-8")
