"""What people wrote is set as it stands, in letters that are there, and never read as markup."""

import json
import unicodedata
from pathlib import Path

import pytest
import typst

from consignments.printing.letters import KNOWN, printable
from consignments.printing.typesetting import typeset
from tests.consignments.printing.reading import text_of

ALPHABET = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"
DATA = {"title": "Act", "language": "en"}

TEMPLATE = """
#import "sheet.typ": *
#let data = json("data.json")
#show: sheet.with(data)
= #data.title
#facts(data.facts)
#lines((1fr, 1fr), ("A", "B"), data.facts)
#code(data.facts.first().last())
"""


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "probe.typ"
    path.write_text(TEMPLATE)
    return path


@pytest.mark.parametrize(
    "written",
    [
        '#read("/etc/hostname")',
        "#import x",
        "\\u{41} \\",
        "*bold* _thin_",
        "a ] b [ c",
        "$x^2$ `code`",
        "= Head",
        "- item",
        "<label> @label",
        "https://example.kg//c",
        "/* gone */ // gone too",
        '"); panic("no',
        "{{ x }} {% y %}",
    ],
)
def test_it_is_set_as_it_was_written(template, written):
    said = text_of(typeset(template, DATA | {"title": written, "facts": [[written, written]]}))
    # title, label, text, two cells, code
    assert said.count(written) == 6


def test_equal_data_make_equal_files_and_other_data_another(template):
    data = DATA | {"facts": [["a", "b"]]}
    assert typeset(template, data) == typeset(template, dict(data))
    assert typeset(template, data) != typeset(template, data | {"facts": [["a", "c"]]})


def test_it_reads_no_file_outside_its_folder(tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text("secret")
    greedy = tmp_path / "greedy.typ"
    greedy.write_text(f'#read("{outside}")')
    with pytest.raises(typst.TypstError):
        typeset(greedy, DATA)


def test_a_picture_has_a_plain_name(template):
    with pytest.raises(ValueError, match="plain"):
        typeset(template, DATA | {"facts": []}, {"../photo.jpg": b""})


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Өзгөн Үч-Коргон Ңөү", "Өзгөн Үч-Коргон Ңөү"),
        ("Тоҷикистон, Ўзбекистон", "Тоҷикистон, Ўзбекистон"),
        ("18 600 m² → 5 ≤ 6", "18 600 m² → 5 ≤ 6"),
        ("中国", "ZhongGuo"),
        ("one\u202etwo\x00three", "onetwothree"),
        ("one\r\ntwo", "one\ntwo"),
        ("и\u0306", "й"),
    ],
)
def test_letters_the_fonts_lack_are_transcribed(written, printed):
    assert printable(written) == printed


def test_the_fonts_have_every_letter_that_is_printed():
    """Each letter is drawn on a page of its own; one without a glyph looks like a Chinese one, which none has."""
    drawn = [chr(point) for point in range(0x21, 0x2300) if KNOWN.match(chr(point))]
    drawn = [letter for letter in drawn if unicodedata.category(letter)[0] in "LNPS"]
    assert set(ALPHABET + ALPHABET.upper()) < set(drawn)
    pages = typst.compile(
        b'#set page(width: 10mm, height: 8mm, margin: 1mm)\n#set text(font: "Libertinus Serif")\n'
        b"#for letter in json(bytes(sys.inputs.letters)) { page(letter) }",
        font_paths=typst.Fonts(include_system_fonts=False),
        format="png",
        ppi=60,
        sys_inputs={"letters": json.dumps(["中", *drawn])},
    )
    assert [letter for letter, page in zip(drawn, pages[1:], strict=True) if page == pages[0]] == []
