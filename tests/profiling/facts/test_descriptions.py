"""Texts that name no good, and twins that do, in the languages of the trade."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiling.facts.descriptions import lists_named, vague_term, why_meaningless

VAGUE = [
    "parts",
    "Spare parts",
    "PARTS 20 CTNS",
    "Various goods, spare parts 20 ctns",
    "spare parts and accessories",
    "General cargo",
    "said to contain general merchandise",
    "as per invoice",
    "assorted",
    "gift",
    "сборный груз",
    "Запчасти",
    "запасные части б/у",
    "Товары народного потребления, 150 мест",
    "товары народного потребления в ассортименте",
    "разное",
    "оборудование и комплектующие",
    "согласно инвойсу",
    "жүк",
    "Ар түрдүү товарлар",
    "эл керектөөчү товарлар 40 куту",
    "запас тетиктер",
    "xalq iste'mol mollari",
    "эҳтиёт қисмлар",
    "молҳои мардумӣ",
    "yedek parça",
    "日用百货",
    "配件",
]
NAMES_A_GOOD = [
    "brake parts for KAMAZ trucks",
    "spare parts for sewing machines",
    "parts, cotton yarn",  # one part names a good
    "cotton T-shirts",
    "gift boxes of paper",
    "household plastic buckets",
    "тормозные колодки для КАМАЗ",
    "запасные части к швейным машинам JUKI",
    "груз: лук репчатый свежий",
    "оборудование для розлива воды",
    "хлопчатобумажная пряжа",
    "кызыл алма",
    "пахта жиби",
    "Пластмасса челектер",
    "棉纱",
    "12345",
    "",
]
MEANINGLESS = [
    ("", "empty"),
    ("   ", "empty"),
    ("8471300000", "no_letters"),
    ("---", "no_letters"),
    ("*** 12/3 ***", "no_letters"),
    ("xxx", "one_letter"),
    ("a", "one_letter"),
    ("invoice 17.pdf", "file_name"),
    ("scan001.jpg", "file_name"),
    ("N/A", "filler"),
    ("нет данных", "filler"),
    ("жок", "filler"),
    ("PVC", None),
    ("parts", None),  # vague, not meaningless
    ("Лук", None),
    ("棉纱", None),
    ("печать в формате .pdf на бумаге", None),
]
LISTED = [
    ("Acetic anhydride, 99 %", {"precursor": "acetic anhydride"}),
    ("Уксусный ангидрид в бочках", {"precursor": "uksusnyy angidrid"}),
    ("Уксусная кислота пищевая", {}),  # the look-alike is not the precursor
    ("caviar of sturgeon", {"cites": "caviar"}),
    ("баклажанная икра", {}),
    ("Ivory white paint", {}),
    ("бивни мамонта", {"cites": "bivni"}),  # a word, not a meaning: the officer reads the text
    ("монтажный пистолет для пены", {}),
    ("лом металлов", {"waste": "lom metallov"}),
    ("cotton yarn", {}),
    ("", {}),
]


@pytest.mark.parametrize("text", VAGUE)
def test_vague(text):
    assert vague_term(text)


@pytest.mark.parametrize("text", NAMES_A_GOOD)
def test_not_vague(text):
    assert vague_term(text) is None


@pytest.mark.parametrize(("text", "why"), MEANINGLESS)
def test_meaningless(text, why):
    assert why_meaningless(text) == why


@pytest.mark.parametrize(("text", "found"), LISTED)
def test_lists_named(text, found):
    assert lists_named(text) == found


@given(st.text(max_size=80))
def test_no_text_breaks_a_reading(text):
    vague_term(text)
    why_meaningless(text)
    lists_named(text)
