"""Beside the name: what agrees, what contradicts, and what says nothing either way."""

import pytest

from profiling.screening.agreeing import compare, particulars

PERSON = "21403197510388"  # a person born on 14 March 1975, as such a number says it


def stated(identifier="", birth_date="", address="", country=""):
    return particulars([identifier], [birth_date], [address], [country])


# name, stated, listed, agreed, contradicted
CASES = [
    ("nothing but names", stated(), stated(), (), ()),
    ("one number", stated("ИНН 01403202410388"), stated("01403202410388"), ("identifier",), ()),
    ("two tax numbers", stated("01403202410388"), stated("01403202410399"), (), ("identifier",)),
    ("a tax number and a passport", stated("01403202410388"), stated("AN1234567"), (), ()),
    ("the day of birth within the number", stated(PERSON), stated(birth_date="1975-03-14"), ("birth_date",), ()),
    ("born in another year", stated(PERSON), stated(birth_date="1981"), (), ("birth_date",)),
    ("only the year is listed", stated(PERSON), stated(birth_date="1975"), ("birth_date",), ()),
    ("a firm's number states no birth", stated("01403202410388"), stated(birth_date="1981"), (), ()),
    ("one address", stated(address="г. Ош, ул. Ленина, 12"), stated(address="12 Lenina street, Osh"), ("address",), ()),
    ("another address contradicts nothing", stated(address="Ош, Ленина 12"), stated(address="Баткен, 3"), (), ()),
    ("one country", stated(country="KG"), stated(country="KG"), ("country",), ()),
    ("another country contradicts nothing", stated(country="KG"), stated(country="UZ"), (), ()),
    ("silence", stated(PERSON, address="Ош, Ленина 12", country="KG"), stated(), (), ()),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "agreed", "against"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_agrees_and_what_contradicts(one, other, agreed, against):
    for a, b in ((one, other), (other, one)):
        found = compare(a, b)
        assert (found.agreed, found.contradicted) == (agreed, against)


def test_one_of_several_numbers_is_enough():
    listed = particulars(["01403202410399", "01403202410388"], [], [], [])
    assert compare(stated("01403202410388"), listed).agreed == ("identifier",)
