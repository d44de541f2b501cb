"""IFTMIN, IFTMCS and IFCSUM: written by our own writer and read back, in parts and broken in all ways."""

import tracemalloc
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consignments.parsing.edifact import cuscar, ifcsum, iftmcs, iftmin
from consignments.parsing.values import Severity

from .edifact_writing import USUAL, Separators, interchange, message
from .samples import BISHKEK

PARSERS = {"CUSCAR": cuscar, "IFCSUM": ifcsum, "IFTMIN": iftmin, "IFTMCS": iftmcs}


def read(raw: str | bytes, message_type: str):
    raw = raw.encode() if isinstance(raw, str) else raw
    document = PARSERS[message_type].parse(raw, local_zone=BISHKEK)
    return document, list(document.consignments)


def one(*segments: list, message_type: str = "IFTMIN"):
    """Return the only consignment of a message with these segments."""
    _, (found,) = read(interchange([message(message_type, ["D", "96A", "UN"], segments)]), message_type)
    return found


TEXTS = st.text(alphabet="ABCXYZ abcéЖӨ喀1290+:'?.,-", min_size=1, max_size=34).map(str.strip).filter(bool)
NAMES = TEXTS.map(lambda text: f"X {text}")  # what begins with a number might be a street
CODES = st.text(alphabet="ABCDEFGH0123456789-/", min_size=1, max_size=20)
LINES = st.lists(
    st.tuples(TEXTS, st.integers(0, 10**6), st.decimals(0, 10**6, places=3), CODES), min_size=1, max_size=4
)
CONSIGNMENTS = st.lists(st.tuples(CODES, NAMES, NAMES, LINES), min_size=1, max_size=4)
SEPARATORS = st.sampled_from([USUAL, Separators("|", "*", ",", "!", "~"), Separators("\x1f", "\x1d", ".", "?", "\x1c")])


def goods_segments(lines):
    for position, (text, packages, mass_kg, box) in enumerate(lines, start=1):
        yield ["GID", str(position), [str(packages), "CT"]]
        yield ["FTX", "AAA", "", "", text]
        yield ["MEA", "AAE", "G", ["KGM", str(mass_kg)]]
        yield ["SGP", box, str(packages)]


def parties(consignor, consignee):
    return [["NAD", "CZ", "", "", consignor, "1 PORT ROAD", "KASHI", "", "844000", "CN"],
            ["NAD", "CN", "", "", consignee, "LENIN 5", "OSH", "", "723500", "KG"]]  # fmt: skip


def spaced(text):
    return " ".join(text.split())


def as_written(consignments):
    return [
        (number, spaced(consignor), spaced(consignee), [(spaced(t), p, m, b) for t, p, m, b in lines])
        for number, consignor, consignee, lines in consignments
    ]


def as_read(found):
    return [
        (
            c.document_number,
            *(next(p.name for p in c.parties if p.role == role) for role in ("consignor", "consignee")),
            [(g.description, g.packages, g.gross_mass_kg, g.equipment_numbers[0]) for g in c.goods],
        )
        for c in found
    ]


@pytest.mark.parametrize("message_type", ["CUSCAR", "IFCSUM"])
@given(consignments=CONSIGNMENTS, separators=SEPARATORS)
@settings(max_examples=60, deadline=None)
def test_a_manifest_is_read_as_it_was_written(message_type, consignments, separators):
    body = [["BGM", "785", "M-1", "9"], ["TDT", "20", "V1", "1"]]
    for position, (number, consignor, consignee, lines) in enumerate(consignments, start=1):
        body += [["CNI", str(position), number], *parties(consignor, consignee), *goods_segments(lines)]
    raw = interchange(
        [message(message_type, ["D", "96B", "UN"], body, separators=separators)], syntax="UNOY", separators=separators
    )
    document, found = read(raw, message_type)
    assert as_read(found) == as_written(consignments) and document.problems == []


@pytest.mark.parametrize("message_type", ["IFTMIN", "IFTMCS"])
@given(consignments=CONSIGNMENTS, separators=SEPARATORS)
@settings(max_examples=60, deadline=None)
def test_transport_documents_are_read_as_they_were_written(message_type, consignments, separators):
    messages = [
        message(
            message_type,
            ["D", "99B", "UN"],
            [["BGM", "705", number, "9"], *parties(consignor, consignee), *goods_segments(lines)],
            reference=str(position),
            separators=separators,
        )
        for position, (number, consignor, consignee, lines) in enumerate(consignments, start=1)
    ]
    document, found = read(interchange(messages, syntax="UNOY", separators=separators), message_type)
    assert as_read(found) == as_written(consignments) and document.problems == []


@pytest.mark.parametrize(
    ("code", "kind", "level"),
    [("705", "bill_of_lading", None), ("704", "bill_of_lading", "master"), ("714", "bill_of_lading", "house"),
     ("710", "bill_of_lading", None), ("730", "cmr", None), ("722", "smgs", None), ("740", "air_waybill", None),
     ("610", None, None)],
)  # fmt: skip
def test_the_kind_of_the_document(code, kind, level):
    found = one(["BGM", code, "N-1", "9"])
    assert (found.document_number, found.transport_document_kind, found.document_level) == ("N-1", kind, level)


@pytest.mark.parametrize(("code", "function"), [("9", "original"), ("4", "change"), ("5", "change"), ("1", "cancel")])
def test_the_function_of_a_message(code, function):
    assert one(["BGM", "730", "N-1", code]).function == function


def test_an_instruction_names_the_transport_document_beside_its_own_number():
    found = one(["BGM", "610", "N-1", "9"], ["RFF", ["CMR", "C-7"]], ["RFF", ["IV", "I-7"]])
    assert [(d.kind, d.number) for d in found.documents] == [("other", "C-7"), ("invoice", "I-7")]
    assert one(["BGM", "705", "", "9"], ["RFF", ["BM", "B-7"]]).document_number == "B-7"


def test_what_stands_in_the_group_of_a_party_is_not_the_consignment_s():
    found = one(
        ["BGM", "730", "N-1"], ["LOC", "9", "CNKHG"], ["NAD", "CZ", "", "X"], ["LOC", "9", "CNURC"],
        ["GID", "1", ["1", "CT"]], ["NAD", "DP", "", "DEPOT"], ["MEA", "AAE", "G", ["KGM", "12"]],
    )  # fmt: skip
    assert found.loading_unlocode == "CNKHG" and found.goods[0].gross_mass_kg == 12


def test_a_port_of_discharge_is_no_post_of_entry_in_a_bill_of_lading():
    raw = interchange([message("IFTMCS", ["D", "99B"], [["BGM", "705", "B"], ["LOC", "11", "GEPTI"]])])
    assert read(raw, "IFTMCS")[0].manifest.entry_post is None


def test_each_message_keeps_its_own_conveyance():
    trucks = [
        message("IFTMIN", ["D", "96A"], [["BGM", "730", f"N-{n}"], ["TDT", "20", "", "3", "", "", "", "", f"01KG{n}"]])
        for n in (1, 2)
    ]
    document, (first, second) = read(interchange(trucks), "IFTMIN")
    assert document.manifest.conveyance_id == "01KG1" and first.manifest is None
    assert second.manifest.conveyance_id == "01KG2"


def test_messages_of_other_types_are_named_once_with_their_number():
    others = [message("IFTSTA", ["D", "00B"], [["BGM", "23"]]) for _ in range(3)]
    document, found = read(interchange([*others, message("IFTMIN", ["D", "96A"], [["BGM", "730", "N"]])]), "IFTMIN")
    assert [c.document_number for c in found] == ["N"]
    assert [(p.code, p.params) for p in document.problems] == [
        ("edifact_message_not_read", {"value": "IFTSTA", "count": "3", "found": "IFTMIN"})
    ]


def test_a_message_that_breaks_off_is_rejected_alone():
    whole = message("IFTMIN", ["D", "96A"], [["BGM", "730", "N-1"], ["GID", "1", ["1", "CT"]]])
    raw = interchange([whole, whole.replace("N-1", "N-2")])
    document, found = read(raw[: raw.rindex("GID") + 5], "IFTMIN")
    assert [[p.severity for p in c.problems] for c in found] == [[], [Severity.ERROR]]
    assert "edifact_truncated" in [p.code for p in document.problems]


def test_a_transport_document_of_too_many_segments_is_rejected():
    raw = interchange([message("IFTMIN", ["D", "96A"], [["BGM", "730", "N"], *([["FTX", "AAI"]] * 100_001)])])
    _, (found,) = read(raw, "IFTMIN")
    assert [p.code for p in found.problems] == ["edifact_group_too_long"]


@pytest.mark.parametrize("message_type", sorted(PARSERS))
def test_messages_are_read_as_they_are_asked_for(message_type):
    body = [["BGM", "730", "N"], ["CNI", "1", "A"], ["GID", "1", ["1", "CT"]], ["FTX", "AAA", "", "", "SOAP"]]
    raw = interchange([message(message_type, ["D", "96B"], body)] * 3_000).encode()
    tracemalloc.start()
    document = PARSERS[message_type].parse(raw, local_zone=BISHKEK)
    assert sum(1 for _ in document.consignments) == 3_000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000


SEGMENTS = st.sampled_from(
    ["BGM+705+N+9'", "BGM'", "CNI+1+A'", "GID+1+1:CT'", "GID'", "NAD+CZ++X'", "NAD'", "EQD+CN+B'", "EQD'", "SEL'",
     "MEA'", "LOC+9'", "LOC'", "TDT'", "TDT+20+1+3'", "DTM+137:x:203'", "DTM'", "SGP'", "SGP+B'", "DGS'", "TOD'",
     "RFF+BM:1'", "RFF'", "MOA+44:1'", "CNT+7:x'", "FTX+AAA+++UN 1203'", "UNT'", "UNH'", "UNH+2+IFTMIN'", "UNZ'", "'"]
)  # fmt: skip


@pytest.mark.parametrize("message_type", sorted(PARSERS))
@given(segments=st.lists(SEGMENTS, max_size=20), tail=st.binary(max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_order_of_segments_and_any_bytes_are_answered(message_type, segments, tail):
    raw = f"UNB+UNOA:2'UNH+1+{message_type}:D:96A:UN'{''.join(segments)}".encode() + tail
    _, found = read(raw, message_type)
    assert all(c.path for c in found)


def test_shares_of_containers_add_up_to_decimals():
    found = one(["BGM", "705", "B"], ["GID", "1", ["2", "CT"]], ["SGP", "A"], ["MEA", "AAE", "G", ["KGM", "1,5"]],
                ["SGP", "B"], ["MEA", "AAE", "G", ["KGM", "2.25"]])  # fmt: skip
    assert found.goods[0].gross_mass_kg == Decimal("3.75")
