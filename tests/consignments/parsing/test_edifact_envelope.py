"""The envelope of an interchange: wrong counts, missing ends and strays are noted, nothing is refused."""

import pytest

from consignments.parsing.edifact.envelope import messages
from consignments.parsing.edifact.lexer import Lexer
from consignments.parsing.noting import Notes


def read(raw: str):
    notes = Notes()
    found = []
    for message in messages(Lexer(raw.encode(), notes), notes):
        tags = [segment.tag for segment in message.segments]
        found.append((message.type, message.version, tags, message.is_closed))
    return found, [problem.code for problem in notes.problems]


ONE = "UNH+1+CUSCAR:D:95B:UN:LOT10'BGM+785'UNT+3+1'"


@pytest.mark.parametrize(
    ("name", "raw", "codes"),
    [
        ("all right", f"UNB+UNOA:1'{ONE}UNZ+1+9'", []),
        ("leading zeros", f"UNB+UNOA:1'{ONE.replace('UNT+3', 'UNT+000003')}UNZ+01+9'", []),
        ("no envelope", ONE, []),
        ("wrong UNT", f"UNB+UNOA:1'{ONE.replace('UNT+3', 'UNT+313')}UNZ+1+9'", ["edifact_segment_count_differs"]),
        ("wrong UNZ", f"UNB+UNOA:1'{ONE}UNZ+2+9'", ["edifact_interchange_count_differs"]),
        ("other reference", f"UNB+UNOA:1'{ONE.replace('UNT+3+1', 'UNT+3+2')}UNZ+1+9'", ["edifact_reference_differs"]),
        ("no UNZ", f"UNB+UNOA:1'{ONE}", ["edifact_interchange_not_closed"]),
        ("no UNT", "UNB+UNOA:1'UNH+1+CUSCAR:D:95B:UN:LOT10'BGM+785'UNZ+1+9'", ["edifact_message_not_closed"]),
        ("a group", f"UNB+UNOA:1'UNG+CUSCAR'{ONE}UNE+1+1'UNZ+1+9'", []),
        ("a wrong group", f"UNB+UNOA:1'UNG+CUSCAR'{ONE}UNE+5+1'UNZ+1+9'", ["edifact_group_count_differs"]),
        ("strays, noted once", f"UNB+UNOA:1'DTM+1'LOC+2'{ONE}UNZ+1+9'", ["edifact_segment_outside"]),
    ],
)
def test_envelope(name, raw, codes):
    found, noted = read(raw)
    assert noted == codes
    assert found == [("CUSCAR", "D:95B:UN:LOT10", ["BGM"], "edifact_message_not_closed" not in codes)]


def test_groups_are_counted_by_the_interchange_and_messages_by_the_group():
    two = ONE.replace("UNH+1", "UNH+2").replace("UNT+3+1", "UNT+3+2")
    found, codes = read(f"UNB+UNOA:1'UNG+A'{ONE}{two}UNE+2+1'UNG+B'{ONE}UNE+1+2'UNZ+2+9'")
    assert len(found) == 3 and codes == []


def test_a_message_that_is_not_read_is_passed_over_whole():
    notes = Notes()
    stream = messages(Lexer(f"{ONE}{ONE}".encode(), notes), notes)
    assert [message.type for message in stream] == ["CUSCAR", "CUSCAR"] and notes.problems == []


def test_a_message_without_a_type():
    assert read("UNH+1'UNT+2+1'")[0] == [("", "", [], True)]


def test_a_message_without_unh_is_read_up_to_its_end():
    found, codes = read(f"UNB+UNOA:1'BGM+785'CNI+1+A'UNT+4+1'{ONE}UNZ+2+9'")
    assert [(type_, tags) for type_, _, tags, _ in found] == [("", ["BGM", "CNI"]), ("CUSCAR", ["BGM"])]
    assert codes == ["edifact_head_missing"]


def test_interchanges_after_another_are_counted_each():
    assert read(f"UNB+UNOA:1'{ONE}UNZ+1+9'UNB+UNOA:1'{ONE}{ONE}UNZ+2+9'")[1] == []


def test_messages_know_who_sent_them():
    notes = Notes()
    stream = messages(Lexer(f"UNB+UNOA:1+ME:ZZ+YOU'{ONE}UNZ+1+9'".encode(), notes), notes)
    assert [(m.sender, m.recipient) for m in stream] == [("ME", "YOU")]
