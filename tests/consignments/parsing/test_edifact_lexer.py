"""The EDIFACT lexer: bytes to segments, and what it notes on the way."""

import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consignments.parsing.edifact.charset import codec_of, is_utf8
from consignments.parsing.edifact.lexer import TOO_LONG, Lexer
from consignments.parsing.noting import Notes

SPECIAL = "+:?'"


def lex(raw: bytes, **options):
    notes = Notes()
    lexer = Lexer(raw, notes, **options)
    segments = list(lexer.segments())
    return segments, [problem.code for problem in notes.problems], lexer


def written(segments) -> str:
    def escaped(text: str) -> str:
        return "".join(f"?{c}" if c in SPECIAL else c for c in text)

    return "".join(
        "+".join([tag, *(":".join(escaped(c) for c in element) for element in elements)]) + "'"
        for tag, elements in segments
    )


@pytest.mark.parametrize(
    ("name", "raw", "expected"),
    [
        ("plain", b"UNH+1+CUSCAR:D:95B'", [("UNH", [["1"], ["CUSCAR", "D", "95B"]])]),
        ("no elements", b"UNS'", [("UNS", [])]),
        ("empty elements", b"NAD+CN++'", [("NAD", [["CN"], [""], [""]])]),
        ("released separators", b"FTX+A?+B?:C?'D'", [("FTX", [["A+B:C'D"]])]),
        ("released release character", b"FTX+A??+B'", [("FTX", [["A?"], ["B"]])]),
        ("three release characters", b"FTX+A???'B'", [("FTX", [["A?'B"]])]),
        ("released ordinary character", b"FTX+?A'", [("FTX", [["A"]])]),
        ("line breaks between and inside", b"\r\nFTX+AB\r\nCD'\nUNS'\n", [("FTX", [["AB CD"]]), ("UNS", [])]),
        (
            "lines wrapped where they are full",
            b"FTX+ABC\nDEFGHIJ\nKLMN'UN\nS'",
            [("FTX", [["ABCDEFGHIJKLMN"]]), ("UNS", [])],
        ),
        ("the lines of a text", b"FTX+A\nBCD\nEF\nG'", [("FTX", [["A BCD EF G"]])]),
        ("lines of eighty characters", b"FTX+%s\nB'" % (b"A" * 76), [("FTX", [["A" * 76 + "B"]])]),
        ("line break after a release character", b"FTX+A?\n'B'", [("FTX", [["A'B"]])]),
        ("byte order mark", b"\xef\xbb\xbfUNS'", [("UNS", [])]),
        ("empty segments", b"UNS'' '\n'UNT+1+1'", [("UNS", []), ("UNT", [["1"], ["1"]])]),
        ("UNA with other separators", b"UNA*^,! ~FTX^A*B!~C~", [("FTX", [["A", "B~C"]])]),
        ("UNA without a release character", b"UNA:+.  'FTX+A?+B'", [("FTX", [["A?"], ["B"]])]),
        ("unusable UNA", b"UNA++.? 'FTX+A:B'", [("FTX", [["A", "B"]])]),
        ("explicit nesting in the tag", b"FTX:1+A'", [("FTX", [["A"]])]),
        ("nothing", b"", []),
        ("UTF-16", "\ufeffUNH+Ж'".encode("utf-16"), [("UNH", [["Ж"]])]),
    ],
)
def test_segments(name, raw, expected):
    segments, _, _ = lex(raw)
    assert [(s.tag, s.elements) for s in segments] == expected


def test_number_and_offset_say_where_a_segment_is():
    segments, _, _ = lex(b"UNA:+.? '\nUNH+1'\r\nBGM+2'")
    assert [(s.number, s.offset, s.path) for s in segments] == [(1, 10, "segment 1 UNH"), (2, 18, "segment 2 BGM")]


def test_a_component_beyond_the_end_is_empty():
    segment = lex(b"NAD+CN'")[0][0]
    assert (segment.at(0), segment.at(0, 3), segment.at(9)) == ("CN", "", "")


def test_a_cut_off_last_segment_is_noted_and_left_out():
    segments, codes, lexer = lex(b"UNH+1'BGM+785+AB")
    assert [s.tag for s in segments] == ["UNH"] and codes == ["edifact_truncated"] and lexer.is_truncated


def test_an_end_of_file_mark_is_no_truncation():
    assert not lex(b"UNH+1'\r\n\x1a\x00")[2].is_truncated


def test_an_overlong_segment_is_passed_over_and_noted():
    segments, codes, _ = lex(b"UNH+1'FTX+" + b"x" * 200 + b"'UNT+2+1'", max_segment_bytes=100)
    assert [s.tag for s in segments] == ["UNH", TOO_LONG, "UNT"] and segments[1].at(0) == "FTX"
    assert codes == ["edifact_segment_too_long"]


SENTENCE = "NAD+CN++БЕРЕКЕ ТРАНС'"


@pytest.mark.parametrize(
    ("name", "syntax", "raw", "codec", "noted"),
    [
        ("plain ASCII", "UNOC", b"ABC", "ascii", False),
        ("Latin-1 as stated", "UNOC", "MÜLLER GMBH KÖLN".encode("latin-1"), "iso8859-1", False),
        ("UTF-8 under UNOC", "UNOC", SENTENCE.encode(), "utf-8", True),
        ("Windows-1251 under UNOC", "UNOC", SENTENCE.encode("cp1251"), "cp1251", True),
        ("Windows-1251 under UNOA", "UNOA", SENTENCE.encode("cp1251"), "cp1251", True),
        ("ISO 8859-5 as stated", "UNOE", SENTENCE.encode("iso8859-5"), "iso8859-5", False),
        ("ISO 8859-5 in small letters", "UNOE", "ткань хлопковая".encode("iso8859-5"), "iso8859-5", False),
        ("Windows-1251 under UNOE", "UNOE", "Ткань хлопковая".encode("cp1251"), "cp1251", True),
        ("Windows-1251 in capitals", "UNOE", SENTENCE.encode("cp1251"), "cp1251", True),
        ("Windows-1251 under UNOD", "UNOD", SENTENCE.encode("cp1251"), "cp1251", True),
        ("ISO 8859-2 as stated", "UNOD", "ŁÓDŹ SPÓŁKA".encode("iso8859-2"), "iso8859-2", False),
        ("ISO 8859-7 as stated", "UNOF", "ΠΕΙΡΑΙΑΣ".encode("iso8859-7"), "iso8859-7", False),
        ("UTF-8 cut inside a character", "UNOC", SENTENCE.encode()[:-2], "utf-8", True),
        ("Chinese under UNOB", "UNOB", "喀什新兰服装有限公司".encode(), "utf-8", True),
        ("UTF-8 as stated", "UNOY", SENTENCE.encode(), "utf-8", False),
        ("UTF-8 stated, Windows-1251 sent", "UNOW", SENTENCE.encode("cp1251"), "cp1251", True),
        ("nothing stated", "", SENTENCE.encode(), "utf-8", True),
    ],
)
def test_character_set(name, syntax, raw, codec, noted):
    notes = Notes()
    assert codec_of(raw, syntax, notes) == codec
    assert bool(notes.problems) is noted


def test_text_is_read_in_the_character_set_found():
    segments, codes, _ = lex(b"UNB+UNOC:3+A+B'" + SENTENCE.encode("cp1251"))
    assert segments[1].at(2) == "БЕРЕКЕ ТРАНС" and codes == ["charset_differs"]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300), st.integers(min_value=0, max_value=3))
def test_valid_utf8_is_found_across_the_borders_of_pieces(text, shift):
    assert is_utf8(b"a" * (65536 - shift) + text.encode())
    assert not is_utf8(b"a" * (65536 - shift) + text.encode() + b"\xff")
    assert not is_utf8(b"a" * (65536 - shift) + text.encode() + b"\xd0")
    assert is_utf8(b"a" * (65536 - shift) + text.encode() + b"\xd0", may_break_off=True)


TAGS = st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=3, max_size=3).filter(lambda tag: tag != "UNA")
CHARACTERS = st.characters(codec="utf-8", exclude_characters="\r\n")
ELEMENTS = st.lists(st.lists(st.text(CHARACTERS, max_size=20), min_size=1, max_size=4), max_size=5)


@given(st.lists(st.tuples(TAGS, ELEMENTS), min_size=1, max_size=8))
def test_what_is_written_is_read_back(segments):
    read, _, lexer = lex(b"UNB+UNOY:4'" + written(segments).encode())
    assert [(s.tag, s.elements) for s in read[1:]] == segments
    assert not lexer.is_truncated


@given(st.binary(max_size=400) | st.text(alphabet="UNABH+:?' \r\nx1", max_size=200).map(str.encode))
@settings(max_examples=300)
def test_any_bytes_are_lexed(raw):
    lex(raw, max_segment_bytes=64)


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("one segment without an end", b"FTX+" + b"x" * 20_000_000),
        ("one segment of released terminators", b"FTX+" + b"?'" * 5_000_000 + b"'"),
        ("release characters without an end", b"FTX+" + b"?" * 10_000_001),
        ("wrapped release characters without an end", b"FTX+" + b"?\n" * 3_000_000),
        ("nothing but terminators", b"'" * 20_000_000),
    ],
)
def test_hostile_bytes_are_bounded_in_time(name, raw):
    started = time.perf_counter()
    lex(raw)
    assert time.perf_counter() - started < 10


def test_memory_stays_flat():
    raw = b"UNB+UNOA:1'" + b"CNI+1+DOC'FTX+AAA+++SOME GOODS IN CARTONS'MEA+AAE+G+KGM:100'" * 8_000
    tracemalloc.start()
    for _ in Lexer(raw, Notes()).segments():
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000
