"""Addresses come to one key, and one that leads nowhere is seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consignments.keys.addresses import address_is_incomplete, address_key

SAME = [
    ("г. Ош, ул. Ленина, 12", "12 Lenina street, Osh"),
    ("Кыргызстан, г. Ош, ул. Ленина 12", "Ош, улица Ленина, дом 12"),
    ("Bishkek, Kievskaya st. 77, office 5", "г. Бишкек, ул. Киевская 77, оф. 5"),
]
DIFFERENT = [("Ош, ул. Ленина 12", "Ош, ул. Ленина 14"), ("Ош, ул. Ленина 12", "Баткен, ул. Ленина 12")]
INCOMPLETE = [
    ("nothing stated", {}, None),
    ("city in a text", {"text": "Ош"}, True),
    ("city in its field", {"city": "Osh"}, True),
    ("city and postcode", {"text": "723500 Ош", "postcode": "723500"}, True),
    ("six digits are a postcode, no house", {"text": "723500 город Ош Кыргызстан"}, True),
    ("country alone", {"text": "Китай"}, True),
    ("village of a region", {"text": "Баткенская обл., с. Кара-Бак"}, True),
    ("box", {"text": "P.O. Box 12, Osh"}, True),
    ("Russian box", {"text": "а/я 15, Бишкек"}, True),
    ("box in the street field", {"street": "а/я 15", "city": "Бишкек"}, True),
    ("dashes in the street field", {"street": "-", "city": "Osh"}, True),
    ("street and house", {"text": "г. Ош, ул. Ленина, 12"}, False),
    ("split", {"street": "Lenina 12", "city": "Osh"}, False),
    ("street without the word", {"text": "Osh Lenina 12"}, False),
    ("Kyrgyz", {"text": "Ош ш., Ленин көчөсү 12"}, False),
    ("Han", {"text": "义乌市稠州路12号"}, False),
    ("a district of a trade city", {"text": "Yiwu International Trade City, district 4"}, False),
    ("box beside a street", {"text": "ул. Ленина 12, а/я 15"}, False),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_address_has_one_key(one, other):
    assert address_key(one) == address_key(other) != ""


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_addresses_have_different_keys(one, other):
    assert address_key(one) != address_key(other)


@pytest.mark.parametrize(("case", "stated", "answer"), INCOMPLETE, ids=[row[0] for row in INCOMPLETE])
def test_address_is_incomplete(case, stated, answer):
    assert address_is_incomplete(**stated) is answer


@given(st.text(max_size=60))
def test_no_text_breaks_an_address(text):
    words = address_key(text).split()
    assert words == sorted(set(words))
    assert address_is_incomplete(text=text) in (True, False) if text else address_is_incomplete(text=text) is None
