"""Identifiers are checked against their issuers' rules, each with an innocent neighbour."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iso6346

from consignments.keys.identifier_checks import (
    ContainerAnswer,
    country_of_plate,
    email_is_free_domain,
    inn_is_plausible,
    iso6346_answer,
)

CONTAINERS = [
    ("CSQU3054383", ContainerAnswer.VALID),  # the example of the standard
    ("csqu 305438-3", ContainerAnswer.VALID),
    ("СSQU3054383", ContainerAnswer.VALID),  # Cyrillic С
    ("MSKU1234565", ContainerAnswer.VALID),
    ("CSQU3054384", ContainerAnswer.CHECK_DIGIT),
    ("CSQU3054833", ContainerAnswer.CHECK_DIGIT),  # two digits swapped
    ("CSQR3054383", ContainerAnswer.CATEGORY),
    ("EQ123456", ContainerAnswer.FORM),
    ("CSQU305438", ContainerAnswer.FORM),  # check digit left out
    ("01KG123ABC", ContainerAnswer.FORM),
    ("", ContainerAnswer.FORM),
]
PLATES = [
    ("01KG123ABC", "KG"),
    ("08 KG 777 AAA", "KG"),
    ("КG 01 777 ААА", "KG"),
    ("02 123 ABC", "KG"),  # 02 is no Uzbek region
    ("50 123 ABC", "UZ"),
    ("01 A 123 BC", "UZ"),
    ("01 123 ABC", None),  # Bishkek without KG, or a firm of Tashkent
    ("1234 AB 01", "TJ"),
    ("1234 AB 77", None),
    ("123 ABC 02", "KZ"),
    ("123 AB 02", "KZ"),
    ("123 AB 99", None),
    ("А 123 ВС 77", "RU"),
    ("A123BC777", "RU"),
    ("AB 1234 77", "RU"),  # a trailer
    ("D123EF77", None),  # D and F stand on no Russian plate
    ("新A·12345", "CN"),
    ("XINA12345", "CN"),
    ("34 AB 1234", None),  # Turkish
    ("TRUCK1", None),
    ("", None),
]
TAX_NUMBERS = [
    ("02807199710080", "KG", True),  # a firm registered on 28.07.1997
    ("22807199710080", "KG", True),
    ("ИНН 22807199710080", "KG", True),
    ("22813199710080", "KG", False),  # thirteenth month
    ("22807202910080", "KG", False),  # in the future
    ("52807199710080", "KG", False),
    ("2280719971008", "KG", False),
    ("не известно", "KG", False),
    ("7707083893", "RU", True),
    ("7707083894", "RU", False),
    ("123456789", "TJ", True),
    ("12345678", "TJ", False),
    ("123456789", "UZ", True),
    ("123456789012", "KZ", True),
    ("91110000600037341L", "CN", True),
    ("91110000600037341A", "CN", False),
    ("123", "AF", None),
    ("123", None, None),
]


@pytest.mark.parametrize(("text", "answer"), CONTAINERS)
def test_iso6346(text, answer):
    assert iso6346_answer(text) is answer


@given(st.from_regex(r"[A-Z]{3}[UJZ][0-9]{6}", fullmatch=True), st.integers(1, 9))
def test_every_wrong_check_digit_is_found(number, shift):
    right = iso6346.calc_check_digit(number)
    assert iso6346_answer(number + right) is ContainerAnswer.VALID
    assert iso6346_answer(f"{number}{(int(right) + shift) % 10}") is ContainerAnswer.CHECK_DIGIT


@pytest.mark.parametrize(("text", "country"), PLATES)
def test_country_of_plate(text, country):
    assert country_of_plate(text) == country


@pytest.mark.parametrize(("text", "country", "answer"), TAX_NUMBERS)
def test_inn_is_plausible(text, country, answer):
    assert inn_is_plausible(text, country, today=date(2026, 3, 1)) is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [("a@gmail.com", True), ("A@MAIL.RU ", True), ("info@dordoi.kg", False), ("n/a", None), ("a@b", None), ("", None)],
)
def test_email_is_free_domain(text, answer):
    assert email_is_free_domain(text) is answer


@given(st.text(max_size=30))
def test_no_text_breaks_a_check(text):
    iso6346_answer(text)
    country_of_plate(text)
    email_is_free_domain(text)
    for country in ("KG", "RU", "CN", "KZ", "UZ", "TJ"):
        inn_is_plausible(text, country)
