"""Facts of readings: what was seen, against what is stated; hit, innocent twin and not known."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from profiling.facts.readings import Journey, Limits, Piece, Sighting, reading_facts

AT = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
LIMITS = Limits(timedelta(minutes=30), timedelta(hours=6), frozenset({"CN", "KZ", "TJ", "UZ"}))
BOX = Piece("MSKU1234565", "container", "MSKU 123456-5", "full", ("HX204512",), "45G1", None, 20_000)
EMPTY = replace(BOX, fullness="empty", seals=None, load_kg=None)
TRUCK = Piece("01KG730BHC", "vehicle", "01KG730BHC", load_kg=18_000)
TRAILER = Piece("011187P", "trailer", "011187P", "full", ("A1",))


def look(hours: float = 0, **fields) -> Sighting:
    """A reading of the box at our post, so many hours after AT."""
    usual = {"key": BOX.key, "kind": "container", "number": "MSKU1234565", "event": "gate_in", "post_code": "IRKESHTAM"}
    return Sighting(**{**usual, "seen_at": AT + timedelta(hours=hours), **fields})


def abroad(hours: float, unlocode: str, **fields) -> Sighting:
    return look(hours, post_code="", unlocode=unlocode, **fields)


def weighed(kg: float, piece: Piece = BOX, **fields) -> Sighting:
    usual = {"key": piece.key, "kind": piece.kind, "number": piece.number, "event": "weighed", "gross_mass_kg": kg}
    return look(**{**usual, **fields})


def noted(journey: Journey | None = None, *sightings: Sighting, stated: dict | None = None):
    return reading_facts(journey or Journey((BOX,)), sightings, stated or {}, LIMITS, UTC)


TWO_PLACES = [
    ("one reading", [look()], None),
    ("two posts in ten minutes", [look(), look(0.17, post_code="DOSTUK")], True),
    ("two posts in a day", [look(), look(24, post_code="DOSTUK")], False),
    ("one post twice", [look(), look(0.1)], False),
    ("two ports of one country in ten minutes", [abroad(0, "CNSHA"), abroad(0.17, "CNTAO")], True),
    ("from Hamburg in five hours", [abroad(0, "DEHAM"), look(5)], True),
    ("from Hamburg in five days", [abroad(0, "DEHAM"), look(120)], False),
    ("over a border that is ours", [abroad(0, "CNKHG"), look(0.1)], False),
    ("a post and the code of a town of ours", [abroad(0, "KGOSS"), look(0.1)], False),
    ("only ordered there", [abroad(0, "DEHAM", event="ordered"), look(1)], None),
    ("only a day is known", [abroad(0, "DEHAM", is_a_day=True), look(1)], None),
    ("a place without a code", [look(0, post_code="", place="Hamburg"), look(1)], None),
    ("another box", [abroad(0, "DEHAM", key="TGHU1234567"), look(1)], None),
]


@pytest.mark.parametrize(("case", "sightings", "expected"), TWO_PLACES, ids=[row[0] for row in TWO_PLACES])
def test_e03_two_places(case, sightings, expected):
    assert noted(None, *sightings).values["seen_in_two_places"] is expected


def test_e03_against_its_own_arrival():
    arrived = Journey((BOX,), arrived_at=AT, post_code="IRKESHTAM")
    assert noted(arrived, abroad(2, "DEHAM")).values["seen_in_two_places"] is True
    assert noted(arrived, abroad(-72, "DEHAM")).values["seen_in_two_places"] is False
    # What is only announced may come late.
    assert noted(Journey((BOX,), post_code="IRKESHTAM"), abroad(2, "DEHAM")).values["seen_in_two_places"] is None


SEALS_ON_ARRIVAL = [
    ("nothing read", [look()], None),
    ("the seal stated", [look(seals=("hx-204512",))], False),
    ("another seal", [look(seals=("ZZ999",))], True),
    ("the stated and another", [look(seals=("HX204512", "ZZ999"))], True),
    ("none there", [look(seals=())], True),
    ("broken", [look(seals=("HX204512",), seal_condition="broken")], True),
    ("repaired", [look(seal_condition="repaired")], True),
    ("intact, number not read", [look(seal_condition="intact")], None),
    ("another seal abroad only", [abroad(-48, "CNKHG", seals=("ZZ999",))], None),
    ("put right by a later reading", [look(0, seals=("HX2O4512",)), look(1, seals=("HX204512",))], False),
    ("a camera that names no place", [look(post_code="", event="seen", seals=("ZZ999",))], True),
]


@pytest.mark.parametrize(("case", "sightings", "expected"), SEALS_ON_ARRIVAL, ids=[row[0] for row in SEALS_ON_ARRIVAL])
def test_e06_seal_on_arrival(case, sightings, expected):
    assert noted(None, *sightings).values["seal_differs_on_arrival"] is expected


def test_e06_one_of_two_stated_seals_is_enough_to_see():
    two = Journey((replace(BOX, seals=("HX204512", "KG77")),))
    assert noted(two, look(seals=("KG77",))).values["seal_differs_on_arrival"] is False


def test_e06_one_of_two_boxes_not_seen_is_not_known():
    two = Journey((BOX, replace(BOX, key="TGHU1234567", number="TGHU1234567")))
    assert noted(two, look(seals=("HX204512",))).values["seal_differs_on_arrival"] is None


CHANGED = [
    ("read once", [look(seals=("A1",))], None),
    ("the same twice", [look(seals=("A1",)), look(5, seals=("a 1",))], False),
    ("another later", [abroad(-48, "CNKHG", seals=("A1",)), look(seals=("B2",))], True),
    ("one more put on", [abroad(-48, "CNKHG", seals=("A1",)), look(seals=("A1", "KG5"))], False),
    ("another only planned", [look(seals=("A1",)), look(5, seals=("B2",), event="ordered")], None),
]


@pytest.mark.parametrize(("case", "sightings", "expected"), CHANGED, ids=[row[0] for row in CHANGED])
def test_e07_seal_changed(case, sightings, expected):
    assert noted(None, *sightings).values["seal_changed_en_route"] is expected


def test_our_own_seal_after_an_examination_is_no_difference():
    opened = Journey((BOX,), opened_at=AT + timedelta(hours=1))
    found = noted(opened, look(0, seals=("HX204512",)), look(3, seals=("KG 0012345",))).values
    assert (found["seal_differs_on_arrival"], found["seal_changed_en_route"]) == (False, None)
    untouched = noted(None, look(0, seals=("HX204512",)), look(3, seals=("KG 0012345",))).values
    assert (untouched["seal_differs_on_arrival"], untouched["seal_changed_en_route"]) == (True, True)


MISSING = [  # what the document says, the readings, what becomes of it ("as stated": not answered anew)
    ("seen loaded and open", None, [look(fullness="full", seals=())], True),
    ("seen loaded and open, stated sealed", False, [look(fullness="full", seals=())], True),
    ("seen empty and open", None, [look(fullness="empty", seals=())], "as stated"),
    ("seen sealed where nothing was stated", None, [look(fullness="full", seals=("Q1",))], False),
    ("seen sealed though stated without", True, [look(fullness="full", seals=("Q1",))], "as stated"),
    ("not seen", None, [], "as stated"),
]


@pytest.mark.parametrize(("case", "stated", "sightings", "expected"), MISSING, ids=[row[0] for row in MISSING])
def test_e04_seal_missing_when_seen(case, stated, sightings, expected):
    found = noted(None, *sightings, stated={"seal_missing": stated}).values
    assert found.get("seal_missing", "as stated") == expected


DEVIATIONS = [
    ("not weighed", (BOX,), [look()], None),
    ("as declared with its tare", (BOX,), [weighed(23_900)], 0),
    ("as declared without its tare", (replace(BOX, may_include_tare=True),), [weighed(20_000)], 0),
    ("with its stated tare", (replace(BOX, tare_mass_kg=3_900),), [weighed(23_900)], 0),
    ("heavier", (BOX,), [weighed(28_200)], 15),
    ("lighter", (BOX,), [weighed(19_000)], -20),
    ("the scale before the gate", (BOX,), [weighed(23_900), weighed(29_000, event="gate_in")], 0),
    ("the later weighing", (BOX,), [weighed(29_000), weighed(23_900, hours=1)], 0),
    ("planned mass only", (BOX,), [weighed(29_000, event="ordered")], None),
    ("no mass declared", (replace(BOX, load_kg=None),), [weighed(29_000)], None),
    ("the truck as declared", (TRUCK, TRAILER), [weighed(33_000, TRUCK)], 0),
    ("the truck heavier", (TRUCK, TRAILER), [weighed(46_000, TRUCK)], 50),
    ("the truck read by its trailer's plate", (TRUCK, replace(TRAILER, load_kg=18_000)),
     [weighed(46_000, TRAILER, kind="vehicle")], None),
]  # fmt: skip


@pytest.mark.parametrize(("case", "pieces", "sightings", "expected"), DEVIATIONS, ids=[row[0] for row in DEVIATIONS])
def test_e10_weighed_against_declared(case, pieces, sightings, expected):
    found = noted(Journey(pieces, has_trailer=TRAILER in pieces), *sightings).values["weighed_deviation_percent"]
    assert found == (None if expected is None else pytest.approx(expected))


EMPTIES = [
    ("weighed heavy", EMPTY, None, [weighed(14_000)], True),
    ("weighed light", EMPTY, None, [weighed(3_900)], False),
    ("not weighed", EMPTY, None, [look()], "as stated"),
    ("declared full", BOX, None, [weighed(14_000)], "as stated"),
    ("light by paper, heavy by scale", EMPTY, False, [weighed(14_000)], True),
    ("heavy by paper, light by scale", EMPTY, True, [weighed(3_900)], "as stated"),
]


@pytest.mark.parametrize(("case", "piece", "stated", "sightings", "expected"), EMPTIES, ids=[row[0] for row in EMPTIES])
def test_c22_declared_empty_and_weighed(case, piece, stated, sightings, expected):
    found = noted(Journey((piece,)), *sightings, stated={"empty_but_heavy": stated}).values
    assert found.get("empty_but_heavy", "as stated") == expected


SCANS = [
    ("not scanned", [look()], None),
    ("marked", [look(scan_shows_anomaly=True)], True),
    ("clean", [look(scan_shows_anomaly=False)], False),
    ("marked, then clean", [look(scan_shows_anomaly=True), look(1, scan_shows_anomaly=False)], False),
    ("a scan without an answer after it", [look(scan_shows_anomaly=True), look(1)], True),
]


@pytest.mark.parametrize(("case", "sightings", "expected"), SCANS, ids=[row[0] for row in SCANS])
def test_e11_scan(case, sightings, expected):
    assert noted(None, *sightings).values["scan_shows_anomaly"] is expected


def test_the_evidence_of_another_units_reading_is_a_month():
    ours = noted(None, look(seals=("ZZ9",))).evidence["seal_differs_on_arrival"]
    assert (ours["at"], ours["place"], ours["seen"]) == ("24.11.2026 06:00", "IRKESHTAM", "ZZ9")
    theirs = noted(None, look(seals=("ZZ9",), is_ours=False)).evidence["seal_differs_on_arrival"]
    assert theirs["month"] == "2026-11" and "at" not in theirs and "place" not in theirs


def test_nothing_is_noted_in_evidence_of_what_does_not_hit():
    assert noted(None, weighed(23_900, seals=("HX204512",), scan_shows_anomaly=False)).evidence == {}
