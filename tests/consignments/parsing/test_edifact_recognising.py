"""An interchange is read as the type of its first message that is read here."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consignments.parsing.documents import parse
from consignments.parsing.edifact.recognising import is_interchange, is_message, type_of

from .samples import BISHKEK


@pytest.mark.parametrize(
    ("name", "raw", "expected"),
    [
        ("an envelope", b"UNB+UNOA:1'UNH+1+CUSCAR:D:95B'", "CUSCAR"),
        ("UNA before it", b"UNA:+.? 'UNB+UNOA:1'UNH+1+IFTMIN:D:96A'", "IFTMIN"),
        ("a group", b"UNB+UNOA:1'\r\nUNG+X'\r\nUNH+1+IFCSUM:D:96A'", "IFCSUM"),
        ("a message alone", b"UNH+1+IFTMCS:D:96A'", "IFTMCS"),
        ("a byte order mark", b"\xef\xbb\xbfUNB+UNOA:1'UNH+1+CUSCAR'", "CUSCAR"),
        ("UTF-16 with a mark", "UNB+UNOA'UNH+1+CUSCAR:D'".encode("utf-16"), "CUSCAR"),
        ("UTF-16, small end first", "UNB+UNOA'UNH+1+CUSCAR:D'".encode("utf-16-le"), "CUSCAR"),
        ("UTF-16, big end first", "UNB+UNOA'UNH+1+CUSCAR:D'".encode("utf-16-be"), "CUSCAR"),
        ("a line break inside the type", b"UNB+UNOA:1'UNH+1+CUS\r\nCAR:D'", "CUSCAR"),
        ("separators of one's own", b"UNA|*.? ~UNB*UNOA~UNH*1*BAPLIE|D~", "BAPLIE"),
        ("control characters", b"UNA\x1f\x1d.  \x1cUNB\x1dX\x1cUNH\x1d1\x1dCUSCAR\x1fD\x1c", "CUSCAR"),
        ("a line end as terminator", b"UNA:+.? \nUNB+UNOA\nUNH+1+CUSCAR:D\n", "CUSCAR"),
        ("the first one is not read here", b"UNB+UNOA'UNH+1+PAORES:93'UNT+2+1'UNH+2+CUSCAR:D'", "CUSCAR"),
        ("none is read here", b"UNB+UNOA'UNH+1+PAORES:93'UNT+2+1'", "PAORES"),
        ("the first of two that are read", b"UNH+1+IFTSTA:D'UNT+2+1'UNH+2+CUSCAR:D'", "IFTSTA"),
        ("a head inside a text", b"UNB+UNOA'UNH+1+PAORES:93'FTX+A?'UNH+1+CUSCAR:D'", "PAORES"),
        ("cut off inside the head", b"UNB+UNOA'UNH+1+CUSCAR", "CUSCAR"),
        ("no head, a manifest by its code", b"BGM+785+M-1+9'CNI+1+A'", "CUSCAR"),
        ("no head, a manifest by its groups", b"UNB+UNOA'BGM+++9'CNI+1+A'", "CUSCAR"),
        ("no head, a bill of lading", b"UNB+UNOA'BGM+705+BL-1'", "IFTMCS"),
        ("no message", b"UNB+UNOA:1+A+B+200101:1200+1'UNZ+0+1'", ""),
        ("nothing", b"", ""),
    ],
)
def test_the_type_of_an_interchange(name, raw, expected):
    assert type_of(raw) == expected
    assert is_message(raw, "CUSCAR") is (expected == "CUSCAR")


@pytest.mark.parametrize("raw", [b"{}", b"<xml/>", b"UNAME;UNIT\nA;1", b"hello", b""])
def test_what_is_no_interchange(raw):
    assert not any(is_message(raw, message_type) for message_type in ("CUSCAR", "IFTMIN"))


def test_an_interchange_of_other_messages_is_named_as_such():
    document = parse(b"UNB+UNOA'UNH+1+PAORES:93:1:IA'UNT+2+1'UNZ+1+1'", "application/edifact", local_zone=BISHKEK)
    assert [(p.code, p.params["value"]) for p in document.problems] == [("edifact_type_not_read", "PAORES")]


def test_ten_megabytes_of_other_messages_are_passed_over_at_once():
    raw = b"UNB+UNOA'" + b"UNH+1+DESADV:D:95B:UN'FTX+AAA+++some text of usual length'UNT+3+1'" * 150_000
    started = time.perf_counter()
    assert type_of(raw) == "DESADV"
    assert time.perf_counter() - started < 2


@given(st.binary(max_size=200) | st.text(alphabet="UNAHB+:?'\r\n\x001CSR", max_size=200).map(str.encode))
def test_any_bytes_are_answered(raw):
    for prefix in (b"", b"UNB+UNOA'", b"UNA:+.? '", b"\xff\xfe"):
        is_interchange(prefix + raw)
        assert isinstance(type_of(prefix + raw), str)
