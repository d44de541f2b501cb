"""Group C by tables: a hit, an innocent twin, what is not known, and the edges of each table."""

from decimal import Decimal

import pytest

from profiling.facts.goods_words import as_written, conflicting_word, named_goods
from profiling.reference import densities, producers, technical_levels, un_numbers
from profiling.reference.densities import BANDS
from profiling.reference.goods_words import GOODS_WORDS
from profiling.reference.hs import existing_codes, hs_section
from tests.profiling.facts.stating import facts_of, item_answer

C03 = [
    ("potatoes under machinery parts", {"description": "Картофель свежий", "commodity_code": "8431"}, True),
    ("cigarettes as tea", {"description": "Cigarettes Monte Carlo", "commodity_code": "0902"}, True),
    ("telephones as toys", {"description": "смартфоны", "commodity_code": "9503"}, True),
    ("in Kyrgyz", {"description": "Пияз 25 кг мешок", "commodity_code": "6109"}, True),
    ("the word agrees", {"description": "Футболки хлопковые", "commodity_code": "6109"}, False),
    ("one of two agrees", {"description": "Honey in glass jars", "commodity_code": "0409"}, False),
    ("what it is for does not count", {"description": "Bags for potatoes", "commodity_code": "6305"}, None),
    ("a harvester is no potato", {"description": "Potato harvester", "commodity_code": "8433"}, None),
    ("Russian для", {"description": "Станок для табака", "commodity_code": "8478"}, None),
    ("sandals are no sand", {"description": "Sandals", "commodity_code": "6402"}, False),
    ("no word is known", {"description": "Widgets", "commodity_code": "8431"}, None),
    ("no code", {"description": "Картофель", "commodity_code": None}, None),
    ("no description", {"description": None, "commodity_code": "8431"}, None),
]
C06 = [
    ("acetic acid by code", {"commodity_code": "2915210000", "description": "кислота"}, True),
    ("cleaning liquid by words", {"commodity_code": "3923", "description": "Cleaning liquid, 200 l drums"}, True),
    ("Russian words", {"commodity_code": None, "description": "Растворитель 646"}, True),
    ("shirts", {}, False),
    ("citric acid", {"commodity_code": "2918140000", "description": "Citric acid"}, False),
    ("a heading that may be one", {"commodity_code": "2915", "description": "acid"}, None),
    ("nothing is stated", {"commodity_code": None, "description": None}, None),
]
C09 = [
    ("feathers of lead", {"gross_mass_kg": Decimal(20000), "volume_m3": Decimal(10), "commodity_code": "6109"}, True),
    ("a cloud", {"gross_mass_kg": Decimal(100), "volume_m3": Decimal(60), "commodity_code": "7308"}, True),
    ("shirts in cartons", {"gross_mass_kg": Decimal(1210), "volume_m3": Decimal(6)}, False),
    ("no volume", {"volume_m3": None}, None),
    ("volume of nought", {"volume_m3": Decimal(0)}, None),
    ("no code", {"volume_m3": Decimal(6), "commodity_code": None}, None),
]
B04 = [
    ("acetic acid from Tanzania", {"commodity_code": "2915210000", "origin_country": "TZ"}, True),
    ("cotton from Norway", {"commodity_code": "5201", "origin_country": "NO"}, True),
    ("bananas from Kazakhstan", {"commodity_code": "0803901000", "origin_country": "KZ"}, True),
    ("cotton from Uzbekistan", {"commodity_code": "5201", "origin_country": "UZ"}, False),
    ("goods that anybody makes", {"commodity_code": "6109100000", "origin_country": "TZ"}, None),
    ("no origin", {"commodity_code": "5201", "origin_country": None}, None),
    ("no code", {"commodity_code": None, "origin_country": "NO"}, None),
]
C19 = [
    ("scrap", {"commodity_code": "7204", "description": "Лом"}, True),
    ("vehicle parts", {"commodity_code": "8708299009", "description": "Двери"}, True),
    ("a used engine", {"commodity_code": "8407", "description": "Двигатель б/у"}, True),
    ("a used engine in English", {"commodity_code": "8407", "description": "Second-hand engine"}, True),
    ("a new engine", {"commodity_code": "8407", "description": "Двигатель новый"}, False),
    ("shirts", {}, False),
    ("used, without a code", {"commodity_code": None, "description": "used machinery"}, True),
    ("a chapter that may be scrap", {"commodity_code": "72", "description": "steel"}, None),
    ("nothing is stated", {"commodity_code": None, "description": None}, None),
]
C21 = [
    ("acetic anhydride without a number", {"commodity_code": "2915240000", "un_number": None}, True),
    ("with that of another", {"commodity_code": "2915240000", "un_number": "2789"}, True),
    ("with its own", {"commodity_code": "2915240000", "un_number": "1715"}, False),
    ("acetone's number on shirts", {"commodity_code": "6109", "un_number": "1090"}, True),
    ("acetone's number on a mixture of its chapter", {"commodity_code": "2914400000", "un_number": "1090"}, False),
    ("shirts without a number", {"commodity_code": "6109100000", "un_number": None}, False),
    ("a number that the table lacks", {"commodity_code": "3808", "un_number": "3082"}, None),
    ("no code", {"commodity_code": None, "un_number": None}, None),
    (
        "a declaration need not state it",
        {"commodity_code": "2915240000", "un_number": None, "document_kind": "asycuda_declaration"},
        None,
    ),
]
CASES = {
    "description_conflicts": C03,
    "cover_chemical": C06,
    "density_implausible": C09,
    "origin_implausible": B04,
    "used_or_scrap": C19,
    "un_number_faulty": C21,
}
ROWS = [(column, *row) for column, rows in CASES.items() for row in rows]


@pytest.mark.parametrize(("column", "case", "changes", "expected"), ROWS, ids=[f"{r[0]}: {r[1]}" for r in ROWS])
def test_item_facts(column, case, changes, expected):
    assert item_answer(column, **changes) is expected


@pytest.mark.parametrize(
    ("case", "code", "destination", "expected"),
    [
        ("chip machines to Tajikistan", "8486200000", "TJ", True),
        ("chip machines to Korea", "8486200000", "KR", False),
        ("shirts to Tajikistan", "6109100000", "TJ", False),
        ("a heading only", "8486", "TJ", None),
        ("no destination", "8486200000", None, None),
    ],
)
def test_technical_level(case, code, destination, expected):
    facts = facts_of(item={"commodity_code": code}, destination_country=destination)
    assert facts.items[0].values["beyond_destination_level"] is expected


def test_evidence_shows_both_sides():
    facts = facts_of(item={"description": "Картофель свежий", "commodity_code": "8431", "volume_m3": Decimal("0.05")})
    evidence = facts.items[0].evidence
    assert evidence["description_conflicts"] == {
        "word": "Картофель", "text": "Картофель свежий", "code": "8431", "chapter": "84",
    }  # fmt: skip
    assert evidence["density_implausible"] == {"density": 24200.0, "low": 25, "high": 9000, "chapter": "84"}
    wrong = facts_of(item={"commodity_code": "291524", "un_number": "2789", "origin_country": "TZ"}).items[0].evidence
    assert wrong["un_number_faulty"] == {
        "why": "other_substance", "number": "2789", "code": "291524", "expected": "1715",
    }  # fmt: skip
    assert wrong["origin_implausible"] == {"origin": "TZ", "code": "291524"}


def test_words_are_told_as_they_were_written():
    assert as_written("100 мешков КАРТОФЕЛЬ, свежий", "kartofel") == "КАРТОФЕЛЬ"
    assert named_goods("widgets") == ()
    assert conflicting_word("лук репчатый", "07") is False


def test_the_tables_hold_codes_and_chapters_that_exist():
    codes = existing_codes()
    chapters = {chapter for listed in GOODS_WORDS.values() for chapter in listed.split()}
    assert chapters <= codes
    assert set(BANDS) | {"77"} >= {f"{n:02}" for n in range(1, 97)}
    for table in (producers.MAKERS, technical_levels.BEYOND, un_numbers.NUMBERS_OF):
        assert {code for code in table if code not in codes} == set()
    assert all(band.low_kg_per_m3 < band.high_kg_per_m3 for band in BANDS.values())
    assert densities.room_m3("container", "22G1") < densities.room_m3("container", None)


@pytest.mark.parametrize(
    ("chapter", "section"), [("01", 1), ("05", 1), ("06", 2), ("63", 11), ("97", 21), ("00", None), ("77", None)]
)
def test_sections(chapter, section):
    assert hs_section(chapter) == section
