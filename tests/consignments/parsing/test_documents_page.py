"""The page about documents shows the table of what they carry as the code has it.

Run as a module (`python -m tests.consignments.parsing.test_documents_page`) to write the table into the page anew.
"""

import re
from pathlib import Path

from consignments.parsing.documents import KINDS
from consignments.parsing.fields import FIELDS

PAGE = Path(__file__).parents[3] / "docs" / "documents.md"
TABLE = re.compile(r"(<!-- carries: begin [^\n]*-->\n).*?(<!-- carries: end -->)", re.DOTALL)


def table() -> str:
    rows = ["| kind | must | cannot |", "|---|---|---|"]
    for kind in KINDS:
        must, cannot = (
            "every field"
            if names == frozenset(FIELDS)
            else ", ".join(f"`{field}`" for field in FIELDS if field in names) or "–"
            for names in (kind.must, kind.cannot)
        )
        rows.append(f"| {kind.kind.value} | {must} | {cannot} |")
    return "\n".join(rows) + "\n"


def test_the_page_has_the_table_of_the_code():
    found = TABLE.search(PAGE.read_text(encoding="utf-8"))
    assert found and found[0].removeprefix(found[1]).removesuffix(found[2]) == table()


def test_the_page_names_every_kind_with_its_content_type():
    text = PAGE.read_text(encoding="utf-8")
    for kind in KINDS:
        assert f"`{kind.kind}`" in text
        assert any(content_type in text for content_type in kind.content_types)


if __name__ == "__main__":
    PAGE.write_text(TABLE.sub(lambda m: f"{m[1]}{table()}{m[2]}", PAGE.read_text(encoding="utf-8")), encoding="utf-8")
