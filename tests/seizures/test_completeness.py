"""What stops an examination from being closed, case by case."""

import pytest

from seizures.checklists import points_of
from seizures.completeness import Findings, what_stops_closing

ALL = {point: {"answer": "in_order", "note": ""} for point in points_of("container")}
FULL = {"piece_kind": "container", "kind": "full", "answers": ALL, "seal_state": "intact", "new_seal": "KG 1"}
ONE = {"outcomes": {"KG-26-1": "nil"}}
TWO = {"outcomes": {"KG-26-1": "nil", "KG-26-2": ""}}


def without(*points):
    return {code: given for code, given in ALL.items() if code not in points}


CASES = [
    # name, findings, codes
    ("everything is there", FULL | ONE, []),
    ("no result", FULL | {"outcomes": {"KG-26-1": ""}}, ["result_missing"]),
    ("not recorded is no result", FULL | {"outcomes": {"KG-26-1": "not_recorded"}}, ["result_missing"]),
    ("one of two has no result", FULL | TWO, ["result_missing"]),
    ("no kind", FULL | ONE | {"kind": ""}, ["kind_missing"]),
    ("a point unanswered", FULL | ONE | {"answers": without("floor")}, ["point_unanswered"]),
    ("two points unanswered", FULL | ONE | {"answers": without("floor", "scan")}, ["point_unanswered"] * 2),
    ("not done is an answer", FULL | ONE | {"answers": ALL | {"floor": {"answer": "not_done"}}}, []),
    ("a problem without a word", FULL | ONE | {"answers": ALL | {"floor": {"answer": "problem"}}}, ["note_missing"]),
    ("a blank word", FULL | ONE | {"answers": ALL | {"dog": {"answer": "problem", "note": " "}}}, ["note_missing"]),
    ("a problem told", FULL | ONE | {"answers": ALL | {"floor": {"answer": "problem", "note": "Step"}}}, []),
    ("state of the seal missing", FULL | ONE | {"seal_state": ""}, ["seal_state_missing"]),
    ("no new seal", FULL | ONE | {"new_seal": ""}, ["new_seal_missing"]),
    ("no new seal, and why", FULL | ONE | {"new_seal": "", "no_new_seal_because": "Unloaded here"}, []),
    ("no new seal on a tilt truck", FULL | ONE | {"new_seal": "", "seal_state": "none_fitted"}, []),
    ("a seizure of nothing", FULL | {"outcomes": {"KG-26-1": "seizure"}}, ["seizure_without_goods"]),
    ("a seizure of goods", FULL | {"outcomes": {"KG-26-1": "seizure"}, "seized_in": {"KG-26-1"}}, []),
    ("goods, yet nothing found", FULL | ONE | {"seized_in": {"KG-26-1"}}, ["goods_without_seizure"]),
    (
        "a scan needs the seal, the scan, the dog and no walk",
        {"piece_kind": "wagon", "kind": "scan"} | ONE,
        ["seal_state_missing", "point_unanswered", "point_unanswered"],
    ),
    ("a document check needs a result only", {"piece_kind": "vehicle", "kind": "documents"} | ONE, []),
    (
        "what could not be finished needs no walk",
        FULL | {"answers": {}, "seal_state": "", "outcomes": {"KG-26-1": "inconclusive"}},
        [],
    ),
]


@pytest.mark.parametrize(("findings", "codes"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_stops_the_closing(findings, codes):
    assert [stop.code for stop in what_stops_closing(Findings(**findings))] == codes


def test_the_officer_reads_the_number_of_the_point():
    stops = what_stops_closing(Findings(**FULL | ONE | {"answers": without("floor"), "new_seal": ""}))
    assert [stop.text for stop in stops] == ["point 7", "new seal, or why there is none"]
    assert stops[0].anchor == "point-floor"


def test_the_reference_is_named_only_where_several_were_examined():
    assert [stop.text for stop in what_stops_closing(Findings(**FULL | TWO))] == ["result of KG-26-2"]
    assert [stop.text for stop in what_stops_closing(Findings(**FULL | {"outcomes": {"KG-26-1": ""}}))] == ["result"]
