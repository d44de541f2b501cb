"""Readers of numbers, dates and codes: name, input, expected."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consignments.parsing import places, reading
from consignments.parsing.noting import Unreadable

BISHKEK = ZoneInfo("Asia/Bishkek")


@pytest.mark.parametrize(
    ("raw", "mark", "expected"),
    [
        ("12500", None, "12500"),
        ("12 345,6", None, "12345.6"),
        ("15\u00a0640", None, "15640"),
        ("1'234.5", None, "1234.5"),
        ("12,345.6", None, "12345.6"),
        ("12.345,6", None, "12345.6"),
        ("1,234,567", None, "1234567"),
        ("1.234.567", None, "1234567"),
        ("0,5", None, "0.5"),
        (",5", None, "0.5"),
        ("0,123", None, "0.123"),
        ("12,345", ",", "12.345"),
        ("12,345", ".", "12345"),
        ("1.234", None, "1.234"),
        ("1e3", None, "1000"),
        (15640, None, "15640"),
        (1.5, None, "1.5"),
        (Decimal("1E+3"), None, "1000"),
        ("-0", None, "0"),
        ("12,5 т", None, "mass_unreadable"),
        ("12,345", None, "number_ambiguous"),
        ("1 23", None, "mass_unreadable"),
        ("ten", None, "mass_unreadable"),
        ("", None, "mass_unreadable"),
        ("=1+1", None, "mass_unreadable"),
        ("١٢", None, "mass_unreadable"),
        ("1" * 200, None, "mass_unreadable"),
        (float("nan"), None, "number_not_finite"),
        (float("inf"), None, "number_not_finite"),
        (Decimal("NaN"), None, "number_not_finite"),
        ("-5", None, "number_negative"),
        ("1e99", None, "number_too_large"),
        (True, None, "mass_unreadable"),
        (None, None, "mass_unreadable"),
    ],
)
def test_mass_kg(raw, mark, expected):
    assert answer(reading.mass_kg, raw, mark) == expected


def test_kilograms_may_be_named():
    assert [reading.mass_kg(t) for t in ("100 kg", "100 кг.", "100KGS", "100kgm")] == [Decimal(100)] * 4


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("240", "240"), ("240.0", "240"), (240.0, "240"), ("240.5", "count_not_whole"), ("-1", "number_negative"),
     ("1e13", "number_too_large"), ("48 pallets", "number_unreadable")],
)  # fmt: skip
def test_count(raw, expected):
    assert answer(reading.count, raw) == expected


def test_a_number_with_endless_decimals_is_rounded_to_six():
    assert reading.amount(Decimal("1E-400")) == 0
    assert reading.amount("0.12345678") == Decimal("0.123457")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2026-03-01", "2026-03-01"),
        ("20260301", "2026-03-01"),
        ("2026/3/1", "2026-03-01"),
        ("01.03.2026", "2026-03-01"),
        ("1/3/26", "2026-03-01"),
        ("2026-03-01Z", "2026-03-01"),
        ("2026-03-01+06:00", "2026-03-01"),
        ("2026-03-02T09:15:00+06:00", "2026-03-02"),
        ("24 Nov 2026 20:30", "2026-11-24"),
        ("23 ноября 2026 г.", "2026-11-23"),
        (datetime(2026, 3, 1, 5), "2026-03-01"),
        (date(2026, 3, 1), "2026-03-01"),
        ("31.02.2026", "date_unreadable"),
        ("tomorrow", "date_unreadable"),
        ("T" * 99, "date_unreadable"),
        (5, "date_unreadable"),
        ("1989-12-31", "date_absurd"),
        ("0001-01-01", "date_absurd"),
        ("9999-12-31", "date_absurd"),
    ],
)
def test_day(raw, expected):
    assert answer(reading.day, raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2026-11-24T20:30:00+06:00", "2026-11-24 20:30:00+06:00"),
        ("2026-11-24T20:30", "2026-11-24 20:30:00+06:00"),
        ("24.11.2026 20:30", "2026-11-24 20:30:00+06:00"),
        ("2026-11-24T14:30:00Z", "2026-11-24 14:30:00+00:00"),
        (datetime(2026, 11, 24, tzinfo=UTC), "2026-11-24 00:00:00+00:00"),
        ("24.11.2026 25:30", "time_unreadable"),
        ("noon", "time_unreadable"),
        (20, "time_unreadable"),
        ("1900-01-01T00:00", "date_absurd"),
    ],
)
def test_moment(raw, expected):
    assert answer(lambda value: reading.moment(value, BISHKEK), raw) == expected


def test_a_date_five_years_ahead_is_read_and_one_in_six_is_not():
    soon = date.today() + timedelta(days=365 * 4)
    assert reading.day(soon.isoformat()) == soon
    assert answer(reading.day, f"{date.today().year + 6}-01-01") == "date_absurd"


@pytest.mark.parametrize(
    ("raw", "expected", "well_formed"),
    [("6203423500", "6203423500", True), ("0101.21 00", "01012100", True), ("6203", "6203", True),
     ("620", "620", False), ("ЯБЛОКИ", "ЯБЛОКИ", False), ("12345678901", "12345678901", False)],
)  # fmt: skip
def test_commodity_code(raw, expected, well_formed):
    assert reading.commodity_code(raw) == expected
    assert reading.is_well_formed_commodity_code(expected) is well_formed


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("UN 3077", "3077"), ("3077", "3077"), ("307", "un_number_unreadable"), ("CL 9", "un_number_unreadable")],
)
def test_un_number(raw, expected):
    assert answer(reading.un_number, raw) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("CL 9,UN 3077", "3077"), ("RESIN UNNO.1866", "1866"), ("UNIT 1234", None), ("", None)]
)
def test_un_number_in_text(text, expected):
    assert reading.un_number_in_text(text) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("KG", "KG"), ("kgz", "KG"), ("417", "KG"), ("Киргизия", "KG"), ("Кыргызстан", "KG"), ("КНР", "CN"),
     ("China", "CN"), ("Türkiye", "TR"), ("Россия", "RU"), ("Республика Корея", "KR"), ("Iran", "IR"), ("XK", "XK"),
     ("Atlantis", "country_unknown"), ("ZZ", "country_unknown")],
)  # fmt: skip
def test_country(raw, expected):
    assert answer(places.country, raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("kg", "KG"), ("KGZ", "country_code_unknown"), ("China", "country_code_unknown"), ("XX", "country_code_unknown")],
)
def test_country_code(raw, expected):
    assert answer(places.country_code, raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("USD", "USD"), ("usd", "USD"), ("840", "USD"), ("$", "USD"), ("сом", "KGS"), ("руб.", "RUB"),
     ("ZZZ", "currency_unknown")],
)  # fmt: skip
def test_currency(raw, expected):
    assert answer(places.currency, raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("KGOSS", "KGOSS"), ("cn khg", "CNKHG"), ("DOSTUK", "unlocode_unreadable"), ("ZZOSS", "unlocode_unreadable")],
)
def test_unlocode(raw, expected):
    assert answer(places.unlocode, raw) == expected


@pytest.mark.parametrize(
    ("number", "kind"), [("02709202610417", "INN"), ("7701234567", "INN"), ("AB-1", "code"), ("123", "code")]
)
def test_tax_number_kind(number, kind):
    assert reading.tax_number_kind(number) == kind


@given(st.text() | st.floats() | st.integers() | st.decimals() | st.binary() | st.none() | st.booleans())
def test_readers_answer_or_say_unreadable(raw):
    for reader in (reading.mass_kg, reading.amount, reading.count, reading.volume_m3, reading.day, places.country,
                   places.currency, places.unlocode, reading.un_number, reading.commodity_code):  # fmt: skip
        answer(reader, raw)


@given(st.decimals(min_value=0, max_value=10**11, places=3))
def test_a_number_is_read_back_in_every_usual_spelling(number):
    whole, _, decimals = f"{number:.3f}".partition(".")
    grouped = f"{int(whole):,}"
    for text in (f"{whole}.{decimals}", f"{grouped}.{decimals}", f"{grouped.replace(',', ' ')},{decimals}"):
        assert reading.mass_kg(text, ".") == number or reading.mass_kg(text, ",") == number


def answer(reader, raw, *mark):
    """Return the value as text, or the code of what is wrong with it."""
    try:
        return str(reader(raw, *mark))
    except Unreadable as fault:
        return fault.code
