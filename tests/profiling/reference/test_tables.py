"""The reference tables are well formed, agree with each other, and answer by their examples."""

from datetime import date

import pycountry
import pytest

from consignments.keys.transliteration import latin_keys
from profiling.conditions.item_facts import CONTROL_LISTS
from profiling.facts.descriptions import vague_term, why_meaningless
from profiling.reference import countries, vague_terms
from profiling.reference.control_lists import CHPL_TIERS, CODES, TERMS
from profiling.reference.exchange_rates import AS_OF, USD_RATES
from profiling.reference.hs import NOT_GOODS, code_digits, code_fault, existing_codes, hs6_exists, hs_chapter
from profiling.reference.mass_bands import MASS_BANDS, mass_band
from profiling.reference.max_masses import empty_maximum_kg


def test_the_catalogue_names_the_control_lists_there_are():
    assert set(CODES) == set(CONTROL_LISTS)
    assert set(TERMS) <= set(CONTROL_LISTS)


@pytest.mark.parametrize("name", CODES)
def test_listed_codes_are_in_the_nomenclature(name):
    assert CODES[name] - existing_codes() == set()


@pytest.mark.parametrize("name", TERMS)
def test_a_word_stands_on_one_control_list_and_is_not_vague(name):
    others = frozenset().union(*(latin_keys(terms) for other, terms in TERMS.items() if other != name))
    assert latin_keys(TERMS[name]).isdisjoint(others | latin_keys(vague_terms.TERMS))


def test_the_high_priority_list_has_fifty_codes_once_each():
    codes = [code for tier in CHPL_TIERS.values() for code in tier.split()]
    assert len(codes) == len(set(codes)) == 50


def test_every_vague_term_is_vague_and_no_nonsense():
    terms = [term.strip() for term in vague_terms.TERMS.split(",") if term.strip()]
    assert [term for term in terms if not vague_term(term) or why_meaningless(term)] == []


@pytest.mark.parametrize(
    ("code", "exists"),
    [("291524", True), ("2915240000", True), ("291599", False), ("2915", False), ("999999", False), ("", False)],
)
def test_hs6_exists(code, exists):
    assert hs6_exists(code) is exists


def test_the_nomenclature_is_that_of_2022():
    subheadings = {code for code in existing_codes() if len(code) == 6}
    assert len(subheadings) == 5612  # 5,613 with "commodities not specified according to kind"
    assert "852411" in subheadings  # flat panel displays, new in 2022
    assert {code[:2] for code in existing_codes()}.isdisjoint(NOT_GOODS)


@pytest.mark.parametrize(
    ("stated", "digits", "fault"),
    [
        ("6109.10.000-0", "6109100000", None),
        ("6109", "6109", None),
        ("61", "61", "length"),
        ("6199", "6199", "not_in_nomenclature"),
        ("61O9", None, "not_digits"),
        ("٦١٠٩", None, "not_digits"),
        ("", None, "not_digits"),
    ],
)
def test_codes_are_read_and_judged(stated, digits, fault):
    assert code_digits(stated) == digits
    assert code_fault(stated) == fault


@pytest.mark.parametrize(("code", "chapter"), [("6109", "61"), ("01", "01"), ("6", None), ("", None), ("a1", None)])
def test_hs_chapter(code, chapter):
    assert hs_chapter(code) == chapter


def test_every_chapter_of_goods_has_a_band():
    chapters = {code for code in existing_codes() if len(code) == 2}
    assert chapters <= set(MASS_BANDS)
    assert all(0 < band.low_kg < band.high_kg for band in MASS_BANDS.values())


@pytest.mark.parametrize(
    ("chapter", "kind", "high_kg"),
    [
        ("61", None, 110),
        ("61", "CT", 110),
        ("61", "px", 2200),
        ("72", "PX", 28000),
        ("99", None, None),
        ("25", "VO", None),
    ],
)
def test_mass_band(chapter, kind, high_kg):
    band = mass_band(chapter, kind)
    assert (band.high_kg if band else None) == high_kg


@pytest.mark.parametrize(
    ("kind", "size_type", "tare_kg", "maximum_kg"),
    [
        ("container", "22G1", None, 3600),
        ("container", "45R1", None, 5200),
        ("container", None, None, 5500),
        ("container", "22G1", 2000.0, 2200),
        ("trailer", None, None, 15000),
        ("wagon", None, None, 52000),
    ],
)
def test_empty_maximum(kind, size_type, tare_kg, maximum_kg):
    assert empty_maximum_kg(kind, size_type, tare_kg) == pytest.approx(maximum_kg)


def test_exchange_rates_are_of_known_currencies_and_dated():
    assert all(pycountry.currencies.get(alpha_3=currency) for currency in USD_RATES)
    assert all(rate > 0 for rate in USD_RATES.values())
    assert USD_RATES["USD"] == 1
    assert date(2020, 1, 1) < AS_OF
    assert {"KGS", "RUB", "CNY", "EUR", "UZS", "TJS", "KZT", "TRY", "IRR", "AED", "GBP"} <= set(USD_RATES)


def test_country_lists_hold_country_codes():
    named = {
        *countries.DRUG_SOURCE,
        *countries.DRUG_FIRST_TRANSIT,
        *countries.PRECURSOR_DEMAND,
        *countries.PRECURSOR_CORRIDOR,
    }
    assert all(pycountry.countries.get(alpha_2=code) for code in named)
