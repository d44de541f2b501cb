"""What a name shows of its party, each kind with innocent neighbours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiling.screening.kinds_of_name import is_freight_forwarder, is_placeholder, looks_like_person

PLACEHOLDERS = [
    ("N/A", True),
    ("private", True),
    ("Private person", True),
    ("UNKNOWN", True),
    ("...", True),
    ("-", True),
    ("", True),
    ("xxx", True),
    ("aaaa", True),
    ("X", True),
    ("12345", True),
    ("ООО", True),  # a legal form of three equal letters and no name
    ("частное лицо", True),
    ("не известно", True),
    ("Неизвестен", True),
    ("жок", True),
    ("Белгисиз", True),
    ("номаълум", True),
    ("йўқ", True),
    ("yo‘q", True),
    ("个人", True),
    ("Private Label Foods", False),
    ("AAA LLC", False),
    ("LG", False),
    ("Test Rite", False),
    ("Жок-Суу", False),  # a village
    ("Фирма 777", False),
    ("ОсОО Береке", False),
    ("王晓明", False),
]
FORWARDERS = [
    ("Silk Road Logistics", True),
    ("Nur Trans LLC", True),
    ("Ошавтотранс", True),
    ("Жүк ташуу кызматы", True),
    ("ОсОО «Бакай Карго»", True),
    ("Транспортная экспедиция Ош", True),
    ("Yuk tashish servis", True),
    ("乌鲁木齐国际货运代理有限公司", True),
    ("Транспарант", False),
    ("Transparent Glass", False),
    ("Cargill", False),
    ("Экспресс Мебель", False),
    ("Транзит Плюс", False),
    ("ОсОО Береке", False),
    ("", False),
]
PERSONS = [
    ("Асанов Бакыт Усенович", True),
    ("Үсөн уулу Бакыт", True),
    ("Эгемберди кызы Айгуль", True),
    ("Қодиров Ғайрат", True),
    ("Раҳмонов Ҷамшед", True),
    ("Qodirov G'ayrat", True),
    ("SHERBAKOV SERGEI", True),
    ("Асанов Б.А.", True),
    ("Ali Reza", True),
    ("王晓明", True),
    ("ИП Асанов Бакыт", False),  # trades under a registration
    ("ОсОО Асанов и сыновья", False),
    ("Marat Textile", False),
    ("«Бакыт»", False),
    ("Бакай Транс", False),
    ("Асанов", None),  # a person's or a firm's
    ("Айбек и К", None),
    ("Ала-Тоо", None),
    ("Береке Нур", None),
    ("Wang Xiaoming", None),
    ("新疆华鑫", None),
    ("N/A", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "answer"), PLACEHOLDERS)
def test_is_placeholder(text, answer):
    assert is_placeholder(text) is answer


@pytest.mark.parametrize(("text", "answer"), FORWARDERS)
def test_is_freight_forwarder(text, answer):
    assert is_freight_forwarder(text) is answer


@pytest.mark.parametrize(("text", "answer"), PERSONS)
def test_looks_like_person(text, answer):
    assert looks_like_person(text) is answer


@given(st.text(max_size=60))
def test_no_text_breaks_a_kind(text):
    is_placeholder(text)
    is_freight_forwarder(text)
    looks_like_person(text)
