"""Two documents on the same goods: each field agrees, differs, or cannot be compared."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal as D

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from profiling.facts.cross_checking import FIELDS, Compared, cross_check, script_of
from profiling.facts.known import Tolerances
from profiling.facts.papers import Paper, of_sightings
from profiling.facts.readings import Sighting

RATES = {"USD": D(1), "CNY": D("0.14")}
AGREES, DIFFERS, SILENT = "agrees", "differs", "not_comparable"

# name, field, what the note states, what the invoice states, answer
PAIRS = [
    (
        "the same name",
        "consignee",
        {"receivers": ("Nur-Kiyim Import OsOO",)},
        {"receivers": ("НУР-КИЙИМ ИМПОРТ",)},
        AGREES,
    ),
    ("another firm", "consignee", {"receivers": ("Nur-Kiyim Import OsOO",)}, {"receivers": ("Dordoi Trade",)}, DIFFERS),
    ("a placeholder", "consignee", {"receivers": ("Nur-Kiyim Import",)}, {"receivers": ("N/A",)}, SILENT),
    (
        "one of two names",
        "consignor",
        {"senders": ("Kashi Xinlan Co", "Xinlan HK Ltd")},
        {"senders": ("Xinlan HK Ltd",)},
        AGREES,
    ),
    (
        "Chinese beside its translation",
        "consignor",
        {"senders": ("喀什新兰服装有限公司",)},
        {"senders": ("Xinlan Garment",)},
        SILENT,
    ),
    ("packages", "packages", {"packages": 618}, {"packages": 618}, AGREES),
    ("one package more", "packages", {"packages": 618}, {"packages": 619}, DIFFERS),
    ("no packages here", "packages", {"packages": 618}, {}, SILENT),
    ("no packages is a statement", "packages", {"packages": 0}, {"packages": 3}, DIFFERS),
    ("a mass within a per cent", "gross_mass", {"gross_mass_kg": D(15640)}, {"gross_mass_kg": D(15700)}, AGREES),
    ("a mass beyond it", "gross_mass", {"gross_mass_kg": D(15640)}, {"gross_mass_kg": D(16920)}, DIFFERS),
    ("some kilograms of a light one", "net_mass", {"net_mass_kg": D(20)}, {"net_mass_kg": D(24)}, AGREES),
    ("another amount", "value", {"value": D(100), "currency": "USD"}, {"value": D(150), "currency": "USD"}, DIFFERS),
    ("another currency", "value", {"value": D(140), "currency": "USD"}, {"value": D(1000), "currency": "CNY"}, AGREES),
    (
        "less in another currency",
        "value",
        {"value": D(140), "currency": "USD"},
        {"value": D(500), "currency": "CNY"},
        DIFFERS,
    ),
    (
        "a currency without a rate",
        "value",
        {"value": D(140), "currency": "USD"},
        {"value": D(5), "currency": "XAU"},
        SILENT,
    ),
    ("an amount without currency", "value", {"value": D(140), "currency": "USD"}, {"value": D(5)}, SILENT),
    ("four digits beside ten", "commodity_codes", {"codes": ("6203423500",)}, {"codes": ("6203",)}, AGREES),
    ("another heading", "commodity_codes", {"codes": ("6203423500",)}, {"codes": ("6109",)}, DIFFERS),
    ("goods the note leaves out", "commodity_codes", {"codes": ("620342",)}, {"codes": ("620342", "850440")}, DIFFERS),
    (
        "words alike",
        "goods",
        {"descriptions": ("Men's trousers of cotton",)},
        {"descriptions": ("Trousers, men's, cotton",)},
        AGREES,
    ),
    (
        "other words",
        "goods",
        {"descriptions": ("Men's trousers of cotton",)},
        {"descriptions": ("Spare parts KAMAZ",)},
        DIFFERS,
    ),
    (
        "words in another script",
        "goods",
        {"descriptions": ("Men's trousers",)},
        {"descriptions": ("Брюки мужские",)},
        SILENT,
    ),
    ("the same box", "containers", {"containers": ("KSHU6182408",)}, {"containers": ("KSHU 618240-8",)}, AGREES),
    (
        "one of its boxes",
        "containers",
        {"containers": ("KSHU6182408", "MSKU1234565")},
        {"containers": ("MSKU1234565",)},
        AGREES,
    ),
    ("another box", "containers", {"containers": ("KSHU6182408",)}, {"containers": ("MSKU1234565",)}, DIFFERS),
    ("another seal", "seals", {"seals": ("HX204418",)}, {"seals": ("HX 204481",)}, DIFFERS),
    ("nothing said of seals", "seals", {"seals": ("HX204418",)}, {}, SILENT),
    ("another origin", "origin", {"origins": ("CN",)}, {"origins": ("VN",)}, DIFFERS),
    ("one of the origins", "origin", {"origins": ("CN", "VN")}, {"origins": ("VN",)}, AGREES),
]


def row_of(field, papers):
    return {row.field: row for row in cross_check(papers, Tolerances(), RATES)}.get(field)


@pytest.mark.parametrize(("name", "field", "note", "invoice", "expected"), PAIRS, ids=[row[0] for row in PAIRS])
def test_a_pair(name, field, note, invoice, expected):
    row = row_of(field, [Paper("transport_document", "CMR-1", **note), Paper("invoice", "17", **invoice)])
    assert row.answer == expected
    assert row.base == 0


def test_two_invoices_add_up_to_the_note():
    note = Paper("transport_document", "CMR-1", gross_mass_kg=D(300))
    halves = [Paper("invoice", str(number), gross_mass_kg=D(150)) for number in (1, 2)]
    assert row_of("gross_mass", [note, *halves]).answer == AGREES
    assert row_of("gross_mass", [note, halves[0]]).answer == DIFFERS
    assert row_of("gross_mass", [note, halves[0], Paper("invoice", "3")]).answer == SILENT


def test_two_notes_on_the_same_goods_do_not_add_up():
    notes = [Paper("transport_document", str(number), packages=10) for number in (1, 2, 3)]
    assert row_of("packages", notes).answer == AGREES


def test_what_the_note_leaves_out_is_compared_between_the_others():
    papers = [
        Paper("transport_document", "1"),
        Paper("invoice", "2", packages=4),
        Paper("packing_list", "3", packages=5),
    ]
    row = row_of("packages", papers)
    assert (row.base, row.answer) == (1, DIFFERS)
    assert [cell.answer for cell in row.cells] == [SILENT, AGREES, DIFFERS]


def test_what_a_camera_read_last_stands_beside_the_note():
    at = datetime(2026, 3, 1, tzinfo=UTC)
    earlier = Sighting("KSHU6182408", "container", "KSHU6182408", "scanned", at, seals=("HX204418",))
    later = replace(earlier, seen_at=at + timedelta(hours=2), place="Irkeshtam", seals=("HX204481",))
    note = Paper("transport_document", "CMR-1", containers=("KSHU 618240-8",), seals=("HX204418",))
    read = of_sightings([later, earlier])
    assert (read.number, read.seals) == ("Irkeshtam", ("HX204481",))
    assert (row_of("seals", [note, read]).answer, row_of("containers", [note, read]).answer) == (DIFFERS, AGREES)
    assert of_sightings([replace(earlier, kind="vehicle", seals=None)]) is None


def test_a_field_that_nobody_states_has_no_row():
    assert cross_check([Paper("invoice", "1"), Paper("packing_list", "1")], Tolerances()) == []


@settings(deadline=None)  # the first name of each script is slow
@example(packages=None, kg=None, codes=[], words="OOO Ltd", seals=None)
@given(
    packages=st.none() | st.integers(0, 10**9),
    kg=st.none() | st.decimals(0, 10**9, places=3),
    codes=st.lists(st.text(max_size=12), max_size=3),
    words=st.text(max_size=40),
    seals=st.none() | st.lists(st.text(max_size=8), max_size=3),
)
def test_a_document_never_differs_from_itself(packages, kg, codes, words, seals):
    said = {
        "packages": packages, "gross_mass_kg": kg, "codes": tuple(codes), "descriptions": tuple(filter(None, [words])),
        "seals": None if seals is None else tuple(seals), "senders": tuple(filter(None, [words])),
    }  # fmt: skip
    rows = cross_check([Paper("transport_document", "1", **said), Paper("invoice", "1", **said)], Tolerances(), RATES)
    assert Compared.DIFFERS not in {row.answer for row in rows}
    assert {row.field for row in rows} <= set(FIELDS)


@pytest.mark.parametrize(
    ("text", "script"),
    [("Trousers", "latin"), ("Брюки", "cyrillic"), ("服装", "han"), ("12 / 34", ""), ("Брюки XL", "cyrillic")],
)
def test_the_script_of_most_letters(text, script):
    assert script_of(text) == script
