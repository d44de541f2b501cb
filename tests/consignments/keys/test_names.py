"""Names of three alphabets come to one key, and different names do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consignments.keys.legal_forms import has_legal_form
from consignments.keys.names import folded_key, name_key

SAME_KEY = [
    ("legal form before and after", "ОсОО «Дордой Импорт»", "Дордой Импорт, ОсОО"),
    ("legal form in Latin", "OsOO Береке", "береке"),
    ("Kyrgyz form", "ЖЧК «Ак-Сай»", "«Ак-Сай»"),
    ("Uzbek form", "МЧЖ Самарканд Савдо", "Samarkand Savdo MChJ"),
    ("Tajik form", "ҶДММ Сомон", "JDMM Somon"),
    ("Kazakh TOO first", "ТОО Алматы Транс", "Almaty Trans LLP"),
    ("Kazakh TOO after a comma", "АЛМАТЫ ТРАНС, ТОО", "Алматы Транс"),
    ("Kazakh TOO as the only capitals", "Алматы Транс ТОО", "Алматы Транс"),
    ("a mountain is no legal form", "АЛА-ТОО", "Ala-Too"),
    ("both: the form goes, the mountain stays", "ТОО Ала-Тоо", "Ала-Тоо"),
    ("dotted", "О.с.О.О. Береке", "Береке"),
    ("spelled out", "Общество с ограниченной ответственностью «Береке»", "Береке"),
    ("spelled out in Kyrgyz", "Береке жоопкерчилиги чектелген коому", "Береке"),
    ("English", "Silk Road Trading Co., Ltd.", "SILK ROAD TRADING"),
    ("German", "Müller GmbH", "Muller"),
    ("Han company with its English name", "义乌市宏达贸易有限公司", "YIWU HONGDA TRADE CO LTD"),
    ("Han person", "王晓明", "Wang Xiaoming"),
    ("marks and space", " Береке--Транс \t", "береке транс"),
    ("ampersand", "A & B Trading", "A and B Trading"),
    ("initials", "Иванов А.Б.", "Иванов А Б"),
    ("Kyrgyz letters", "Өмүрбек Үсөн уулу", "Omurbek Uson uulu"),
    ("Uzbek o‘ is ў", "O‘ktam", "Ўктам"),
    ("individual entrepreneur", "ИП Асанов Бакыт", "Асанов Бакыт"),
]
OTHER_KEY = [
    ("mountain", "Ала-Тоо", "Ала"),
    ("mountain in capitals, last", "АЛА ТОО", "АЛА"),
    ("Chinese given name Zhi is no Kyrgyz form", "Li Zhi", "Li"),
    ("another word", "Береке Транс", "Береке Трейд"),
    ("word order counts for equality", "Асанов Бакыт", "Бакыт Асанов"),
    ("number", "База 1", "База 2"),
    ("O'Brien is not Uzbek", "O'Brien", "Ubrien"),
]
SAME_FOLDED = [
    ("Tajik q and gh", "Қодиров Ғайрат", "KADIROV GAIRAT"),
    ("shch", "Щербаков Сергей", "Sherbakov Sergei"),
    ("zh, dzh, dj, j", "Джумабаев", "Jumabaev"),
    ("zh and dj", "Жумабаев", "Djumabaev"),
    ("x for kh", "Хуршид Муҳаммадов", "Xurshid Muxammadov"),
    ("x for ks", "Максим", "Maxim"),
    ("y, i, iy", "Чыңгыз Айтматов", "Chingiz Aitmatov"),
    ("yo and ye", "Бахтиёр", "Baxtiyor"),
    ("initial ye", "Есенов", "Yesenov"),
    ("doubles", "Муҳаммад", "Muhamad"),
    ("-off", "Иванов", "Ivanoff"),
    ("kinship word left out", "Үсөн уулу Бакыт", "Uson Bakyt"),
    ("kinship grown on", "Усөнуулу Бакыт", "Uson Bakyt"),
    ("borrowed words", "Береке Трейд", "Bereke Trade"),
    ("and", "Huaxin Import and Export", "华鑫进出口"),
]


@pytest.mark.parametrize(("case", "one", "other"), SAME_KEY, ids=[row[0] for row in SAME_KEY])
def test_one_name_has_one_key(case, one, other):
    assert name_key(one) == name_key(other) != ""


@pytest.mark.parametrize(("case", "one", "other"), OTHER_KEY, ids=[row[0] for row in OTHER_KEY])
def test_different_names_have_different_keys(case, one, other):
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(("case", "one", "other"), SAME_FOLDED, ids=[row[0] for row in SAME_FOLDED])
def test_spellings_of_the_region_fold_together(case, one, other):
    assert name_key(one) != name_key(other)
    assert folded_key(one) == folded_key(other)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", ""),
        ("...", ""),
        ("ООО", "ooo"),  # nothing else is left: the form is all there is
        ("Иванов Иван Иванович", "ivanov ivan ivanovich"),
        ("ОсОО «Ош-Агро 2000»", "osh agro 2000"),
    ],
)
def test_name_key(text, key):
    assert name_key(text) == key


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ОсОО Береке", True), ("ООО", False), ("Ала-Тоо", False), ("ТОО Ала-Тоо", True), ("Асанов Бакыт", False)],
)
def test_has_legal_form(text, expected):
    assert has_legal_form(text) is expected


# Letters of the scripts that arrive, legal forms and marks: plain random text rarely meets a rule.
_pieces = st.sampled_from(
    [
        "ООО",
        "ОсОО",
        "ТОО",
        "TOO",
        "ЖИ",
        "ИП",
        "LLC",
        "Co.",
        ",",
        ".",
        "-",
        "'",
        "‘",
        "«",
        "»",
        "&",
        "ala",
        "тоо",
        "Ала-Тоо",
        "L.",
        "L.",
        "C.",
        "а",
        "б",
        "o‘k",
        "有限公司",
        "王",
        "晓",
        "ß",
        "İ",
        "ŉ",
        "�",
        "\x00",
    ]
)
_texts = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=st.characters(), max_size=40),
    st.lists(_pieces, max_size=12).map(" ".join),
    st.lists(_pieces, max_size=12).map("".join),
)


@given(_texts)
def test_name_key_is_its_own_key(text):
    key = name_key(text)
    assert name_key(key) == key
    assert key == key.strip().lower() and key.isascii()


@given(_texts)
def test_no_text_breaks_the_folded_key(text):
    assert bool(folded_key(text)) == bool(name_key(text))
