"""Identifiers written in many ways come to one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consignments.keys.identifiers import container_number, document_key, inn_key, phone_key, plate_key, seal_key

CASES = [
    (container_number, "msku 123456-5", "MSKU1234565"),
    (container_number, "МSКU1234565", "MSKU1234565"),  # Cyrillic М and К
    (container_number, "", ""),
    (plate_key, "01 KG 123 ABC", "01KG123ABC"),
    (plate_key, "01KG123АВС", "01KG123ABC"),  # Cyrillic АВС
    (plate_key, "新A·12345", "XINA12345"),
    (plate_key, "XIN A 12345", "XINA12345"),
    (plate_key, "а 123 вс 77", "A123BC77"),
    (plate_key, "-- --", ""),
    (seal_key, "kg-001 234", "KG001234"),
    (seal_key, "000123", "000123"),
    (document_key, "№ 001/26-А", "00126A"),
    (document_key, "No. 123", "123"),
    (document_key, "NOVA123", "NOVA123"),  # begins with "No" and is none
    (inn_key, "ИНН 02807 199710 080", "02807199710080"),
    (inn_key, "02807199710080", "02807199710080"),
    (phone_key, "+996 (555) 12-34-56", "996555123456"),
    (phone_key, "0555 123456", "996555123456"),
    (phone_key, "555123456", "996555123456"),
    (phone_key, "00996555123456", "996555123456"),
    (phone_key, "0555123456, 0777111222", "996555123456"),
    (phone_key, "8 (912) 345-67-89", "79123456789"),
    (phone_key, "+86 138 0013 8000", "8613800138000"),
    (phone_key, "0555 123456 доб. 12", "996555123456"),
    (phone_key, "۰۹۱۲۳۴۵۶۷۸", "996912345678"),
    (phone_key, "12", ""),
    (phone_key, "нет", ""),
]


@pytest.mark.parametrize(("key", "text", "expected"), CASES, ids=[f"{case[0].__name__}: {case[1]}" for case in CASES])
def test_keys(key, text, expected):
    assert key(text) == expected


@pytest.mark.parametrize("key", [container_number, plate_key, seal_key, document_key, phone_key])
@given(text=st.one_of(st.text(max_size=40), st.text(alphabet="№ NoАВС新京01-.+ ßŉǰ", max_size=20)))
def test_a_key_is_its_own_key(key, text):
    once = key(text)
    if key is phone_key:
        once = "+" + once if once else ""  # the key is international; without the plus it could be read as national
    assert key(once).lstrip("+") == once.lstrip("+")
