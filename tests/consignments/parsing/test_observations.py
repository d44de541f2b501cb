"""Messages, tables and JSON about equipment: codes, places, times, seals; and bytes that are none of it."""

import io
import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from consignments.parsing.documents import KINDS, parse
from consignments.parsing.edifact.observations.codes import event_of_status
from consignments.parsing.fields import FIELDS
from consignments.parsing.observations.columns import COLUMNS, plain, read_header
from consignments.parsing.observations.json_fields import example_observation
from consignments.parsing.observations.json_readings import OBSERVATIONS_JSON
from consignments.parsing.values import DocumentKind, ParsedDocument, Severity, StatedObservation

ZONE = ZoneInfo("Asia/Bishkek")
AT = datetime(2026, 11, 23, 14, 47, tzinfo=ZONE)


def edifact(message: str, *segments: str) -> bytes:
    return ("'".join([f"UNH+1+{message}:D:95B:UN", *segments, f"UNT+{len(segments) + 2}+1"]) + "'").encode()


def read(raw: bytes, content_type: str = "application/edifact", filename: str = "") -> ParsedDocument:
    return parse(raw, content_type, filename=filename, local_zone=ZONE)


def observed(raw: bytes, content_type: str = "application/edifact", filename: str = "") -> list[StatedObservation]:
    return list(read(raw, content_type, filename).observations)


def box(*segments: str, message: str = "CODECO", head: Iterable[str] = ("BGM+34+1+9",), eqd: str = "") -> list:
    eqd = eqd or "EQD+CN+MSKU1234565+45G1:102:5++3+5"
    return observed(edifact(message, *head, eqd, "DTM+7:202611231447:203", *segments))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.kind in {"baplie", "codeco", "observation_table"}])
def test_they_carry_nothing_of_a_consignment(kind):
    assert kind.cannot == set(FIELDS) and not kind.must


@pytest.mark.parametrize(
    ("name", "message", "head", "event", "place"),
    [
        ("gate in", "CODECO", ["BGM+34+1+9", "LOC+165+KGOSS"], "gate_in", "KGOSS"),
        ("gate out", "CODECO", ["BGM+36+1+9", "LOC+165+KGOSS"], "gate_out", "KGOSS"),
        ("gate in, D.00B", "CODECO", ["BGM+109+1+9"], "gate_in", None),
        ("another gate report", "CODECO", ["BGM+266+1+9"], "seen", None),
        ("discharged", "COARRI", ["BGM+44+1+9", "LOC+11+KZAAU", "LOC+9+AZBAK"], "discharged", "KZAAU"),
        ("loaded", "COARRI", ["BGM+46+1+9", "LOC+11+KZAAU", "LOC+9+AZBAK"], "loaded", "AZBAK"),
        ("loaded by its port alone", "COARRI", ["BGM+999+1+9", "LOC+9+AZBAK"], "loaded", "AZBAK"),
        ("discharged by the status of the box", "COARRI", ["BGM+999+1+9"], "discharged", None),
        ("ordered", "COPRAR", ["BGM+43+1+9", "LOC+11+KZAAU"], "ordered", "KZAAU"),
    ],
)
def test_what_happened_and_where(name, message, head, event, place):
    (found,) = box(message=message, head=head)
    assert (found.event, found.place) == (event, place)


@pytest.mark.parametrize(
    ("name", "segments", "seals", "condition"),
    [
        ("nothing said", [], None, None),
        ("one", ["SEL+HX204512+SH"], ("HX204512",), None),
        ("two, the second broken", ["SEL+A1+SH+1", "SEL+B2+CU+2"], ("A1", "B2"), "broken"),
        ("said to be none", ["SEL+NO SEAL"], (), None),
        ("missing", ["SEL++SH+3"], (), "missing"),
        ("there is one, without number", ["SEL+SI+CA"], None, None),
    ],
)
def test_seals(name, segments, seals, condition):
    (found,) = box(*segments)
    assert (found.seals, found.seal_condition) == (seals, condition)


@pytest.mark.parametrize(
    ("name", "segments", "mass"),
    [
        ("verified before estimated", ["MEA+AAE+EGW+KGM:21000", "MEA+AAE+VGM+KGM:20500"], 20500),
        ("estimated", ["MEA+AAE+T+KGM:3900", "MEA+AAE+EGW+KGM:21000"], 21000),
        ("tare is no gross mass", ["MEA+AAE+T+KGM:3900"], None),
        ("tonnes", ["MEA+WT++TNE:20.5"], 20500),
        ("a temperature", ["MEA+AAE+VGM+CEL:-18"], None),
    ],
)
def test_mass(name, segments, mass):
    assert box(*segments)[0].gross_mass_kg == (None if mass is None else Decimal(mass))


@pytest.mark.parametrize(
    ("name", "text", "layout", "seen_at", "seen_on"),
    [
        ("to the minute", "202611231447", "203", AT, None),
        ("short year", "2611231447", "201", AT, None),
        ("a day", "20261123", "102", None, date(2026, 11, 23)),
        ("a day in the format of minutes", "20261123", "203", None, date(2026, 11, 23)),
        ("minutes in the format of days", "202611231447", "102", AT, None),
    ],
)
def test_when(name, text, layout, seen_at, seen_on):
    raw = edifact("CODECO", "BGM+34+1+9", "EQD+CN+MSKU1234565", f"DTM+7:{text}:{layout}")
    (found,) = observed(raw)
    assert (found.seen_at, found.seen_on) == (seen_at, seen_on)


def test_a_time_that_cannot_be_rejects_its_reading_alone():
    raw = edifact("CODECO", "BGM+34+1+9", "EQD+CN+MSKU1234565", "DTM+7:209913991447:203", "EQD+CN+KSHU6182408")
    first, second = observed(raw)
    assert [problem.code for problem in first.problems] == ["date_unreadable"] and not second.problems


def test_the_truck_is_what_a_box_at_the_gate_moves_with_and_the_vessel_is_not():
    vessel = "TDT+20+018E+1++KTL:172:20+++9431551:146::KHAZAR STAR"
    truck = "TDT+1++3++:172:ZZZ+++01KG730BHC:146"
    (found,) = box(truck, head=["BGM+34+1+9", vessel])
    assert (found.conveyance_id, found.vessel_imo) == ("01KG730BHC", None)
    (found,) = box(head=["BGM+34+1+9", vessel])
    assert found.conveyance_id is None
    (found,) = box(message="COARRI", head=["BGM+44+1+9", vessel])
    assert (found.conveyance_id, found.vessel_imo, found.trip_number) == ("KHAZAR STAR", "9431551", "018E")


def test_boxes_without_a_number_and_wrong_counts_are_noted():
    raw = edifact("CODECO", "BGM+34+1+9", "EQD+CN", "EQD+CN+MSKU1234565", "DTM+7:202611231447:203", "CNT+16:5")
    document = read(raw)
    assert len(list(document.observations)) == 1
    assert {p.code for p in document.problems} == {"equipment_without_number", "observation_count_differs"}


def test_a_file_that_breaks_off_rejects_the_last_box_only():
    whole = edifact("CODECO", "BGM+34+1+9", "EQD+CN+MSKU1234565", "EQD+CN+KSHU6182408", "SEL+HX2")
    found = observed(whole[: whole.rindex(b"+HX2")])
    assert [[p.code for p in each.problems] for each in found] == [[], ["observation_truncated"]]


@pytest.mark.parametrize(
    ("code", "text", "event"),
    [
        ("I", "", "gate_in"),
        ("P", "Out-Gate at terminal", "gate_out"),
        ("UV", "Unloaded from vessel", "discharged"),
        ("1", "Container loaded on vessel", "loaded"),
        ("RL", "Rail departure", "seen"),
        ("", "", "seen"),
    ],
)
def test_status_codes(code, text, event):
    assert event_of_status(code, text) == event


@given(st.binary(max_size=300), st.sampled_from(["BAPLIE", "COARRI", "CODECO", "COPRAR", "IFTSTA"]))
def test_any_bytes_after_a_head_are_answered(noise, message):
    for segments in (b"BGM+34+1+9'EQD+CN+", b"BGM'LOC+147+1'EQD+", b"CNI+1'STS+"):
        document = read(b"UNH+1+" + message.encode() + b":D:95B:UN'" + segments + noise)
        assert document.kind == message.lower()
        for found in document.observations:
            assert found.equipment_number


_NUMBERS = st.from_regex(r"[A-Z]{3}U[0-9]{7}", fullmatch=True)
_WRITTEN = st.builds(
    StatedObservation,
    path=st.just(""),
    event=st.sampled_from(["gate_in", "gate_out"]),
    equipment_kind=st.just("container"),
    equipment_number=_NUMBERS,
    conveyance_id=st.none() | st.from_regex(r"[A-Z0-9]{5,9}", fullmatch=True),
    seen_at=st.datetimes(datetime(2020, 1, 1), datetime(2026, 12, 31)).map(
        lambda at: at.replace(second=0, microsecond=0, tzinfo=ZONE)
    ),
    place=st.just("KGOSS"),
    place_unlocode=st.just("KGOSS"),
    fullness=st.sampled_from([None, "full", "empty"]),
    gross_mass_kg=st.none() | st.integers(1, 60_000).map(Decimal),
    seals=st.none() | st.lists(st.from_regex(r"[A-Z]{2}[0-9]{3,8}", fullmatch=True), min_size=1, max_size=4).map(tuple),
)


@given(st.lists(_WRITTEN, min_size=1, max_size=5), st.sampled_from(["gate_in", "gate_out"]))
def test_what_is_written_as_a_gate_report_is_read_back(stated, event):
    stated = [replace(one, event=event) for one in stated]
    segments = [f"BGM+{'34' if event == 'gate_in' else '36'}+1+9"]
    for one in stated:
        segments += [
            f"EQD+CN+{one.equipment_number}+++" + {"full": "+5", "empty": "+4", None: ""}[one.fullness],
            f"DTM+7:{one.seen_at:%Y%m%d%H%M}:203",
            "LOC+165+KGOSS:139:6",
        ]
        segments += [f"MEA+AAE+VGM+KGM:{one.gross_mass_kg}"] if one.gross_mass_kg else []
        segments += [f"SEL+{seal}" for seal in one.seals or ()]
        segments += [f"TDT+1++3+++++{one.conveyance_id}"] if one.conveyance_id else []
    found = [replace(one, path="") for one in observed(edifact("CODECO", *segments))]
    assert found == stated


WEIGHBRIDGE = "Plate number,Weighed at,Weighbridge,Gross weight kg\n01KG730BHC,2026-11-23 14:47,IRKESHTAM,31840\n"
MANIFEST = "CMR No,Truck,Container No,Consignee,Description,Gross weight kg,Date and time,Post\n1,A,B,C,D,5,,X\n"


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a weighbridge", WEIGHBRIDGE, DocumentKind.OBSERVATION_TABLE),
        ("a manifest with a date", MANIFEST, DocumentKind.SPREADSHEET_MANIFEST),
        ("no moment", WEIGHBRIDGE.replace("Weighed at", "Remark"), DocumentKind.SPREADSHEET_MANIFEST),
        ("no number", WEIGHBRIDGE.replace("Plate number", "Driver"), DocumentKind.SPREADSHEET_MANIFEST),
    ],
)
def test_a_table_is_known_by_its_headers(name, text, kind):
    assert read(text.encode(), "text/csv").kind == kind


def test_a_workbook_is_known_by_its_headers_too():
    book = Workbook()
    sheet = book.active
    sheet.append(["Weighbridge of November"])
    sheet.append(["Гос. номер", "Дата и время взвешивания", "Вес брутто, кг", "Весы"])
    sheet.append(["01KG730BHC", datetime(2026, 11, 23, 14, 47), 31840, "IRKESHTAM"])
    raw = io.BytesIO()
    book.save(raw)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    document = read(raw.getvalue(), kind, "november.xlsx")
    (found,) = document.observations
    assert document.kind == DocumentKind.OBSERVATION_TABLE
    assert (found.event, found.equipment_number, found.seen_at) == ("weighed", "01KG730BHC", AT)
    assert found.gross_mass_kg == 31840


def test_no_header_means_two_fields():
    headers = [header for column in COLUMNS for header in column.headers.split("|")]
    assert sorted(headers) == sorted(set(headers))
    assert [header for header in headers if plain(header) != header] == []


def test_a_row_with_truck_and_box_gives_the_mass_to_the_truck():
    text = "Container;Plate;Weighed at;Weight kg;Seal\nMSKU1234565;01KG730BHC;23.11.2026 14:47;31840;HX2\n"
    truck, container = observed(text.encode(), "text/csv")
    assert (truck.equipment_kind, truck.gross_mass_kg, truck.seals) == ("vehicle", 31840, None)
    assert (container.equipment_kind, container.gross_mass_kg, container.seals) == ("container", None, ("HX2",))
    assert container.conveyance_id == "01KG730BHC"


@pytest.mark.parametrize("cells", [[], ["", None], ["Plate"] * 400, ["Seen at", "Plate"], [1, 2.5, date(2026, 1, 1)]])
def test_what_is_no_header(cells):
    assert read_header(0, cells) is None


@given(st.text(max_size=200))
def test_any_rows_below_a_header_are_answered(noise):
    for found in read(
        b"Plate,Seen at,Gross kg,Seal,Scan result\n" + noise.encode("utf-8", "replace"), "text/csv"
    ).observations:
        assert found.path.startswith("row ")


def readings(stated: object) -> list[StatedObservation]:
    return observed(json.dumps(stated).encode(), OBSERVATIONS_JSON)


def test_one_reading_or_a_list_as_json():
    (one,) = readings(example_observation())
    assert (one.path, one.event, one.gross_mass_kg, one.problems) == ("", "weighed", 31840, ())
    first, second = readings([example_observation(), example_observation() | {"seals": [], "fullness": "empty"}])
    assert (first.seals, second.path, second.seals) == (None, "/1", ())


@pytest.mark.parametrize(
    ("name", "change", "path", "code"),
    [
        ("an unknown event", {"event": "flown"}, "/0/event", "choice_unknown"),
        ("no moment", {"seen_at": None}, "/0/seen_at", "field_missing"),
        ("no number", {"equipment_number": " "}, "/0/equipment_number", "field_missing"),
        ("mass below zero", {"gross_mass_kg": -1}, "/0/gross_mass_kg", "number_negative"),
        ("a word for yes", {"scan_shows_anomaly": "yes"}, "/0/scan_shows_anomaly", "json_wrong_type"),
    ],
)
def test_a_faulty_reading_says_where(name, change, path, code):
    (found, sound) = readings([example_observation() | change, example_observation()])
    errors = [problem for problem in found.problems if problem.severity is Severity.ERROR]
    assert (path, code) in [(problem.path, problem.code) for problem in errors]
    assert sound.problems == ()


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "json_broken"),
        (b"[", "json_broken"),
        (b"3", "json_wrong_type"),
        (b"[]", "no_observations"),
        (b"[" + b"{}," * 5_000 + b"{}]", "too_many_observations"),
    ],
)
def test_json_that_is_no_reading(raw, code):
    document = read(raw, OBSERVATIONS_JSON)
    assert list(document.observations) == [] and [problem.code for problem in document.problems] == [code]
