"""The threshold of a match stands on these pairs: spellings of one name above it, innocent neighbours below."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiling.screening.similarity import MATCH_THRESHOLD, POSSIBLE_THRESHOLD, keyed_name, name_score

ONE_NAME = [
    ("ОсОО «Дордой Импорт»", "OSOO DORDOI IMPORT"),
    ("Жаныбеков Өмүрбек Үсөн уулу", "Janybekov Omurbek"),
    ("Жаныбеков Өмүрбек Үсөн уулу", "Омурбек Жаныбеков Усенович"),
    ("Қодиров Ғайрат", "KADIROV GAIRAT"),
    ("Щербаков Сергей", "SHERBAKOV SERGEI"),
    ("王晓明", "Wang Xiaoming"),
    ("王晓明", "WANG XIAO MING"),
    ("乌鲁木齐华鑫进出口有限公司", "URUMQI HUAXIN IMPORT AND EXPORT CO., LTD"),
    ("义乌市宏达贸易有限公司", "YIWU HONGDA TRADE CO LTD"),
    ("Бахтиёр Юсупов", "BAXTIYOR YUSUPOV"),
    ("Хуршид Муҳаммадов", "Xurshid Muxammadov"),
    ("Александр Джумабаев", "Alexander Jumabaev"),
    ("Алатоо Сервис", "Ала-Тоо Сервис"),
    ("ТОО Береке Трейд", "BEREKE TRADE LLP"),
    ("Токтогулов Азамат", "TOKTOGULOV AZAMAD"),
    ("Ысык-Көл Агро", "Issyk-Kul Agro"),
    ("Ош Текстиль", "OSH TEXTILE LLC"),
    ("Рахмонов Джамшед", "Raxmonov Jamshid"),
    ("O‘ktam Yo‘ldoshev", "Уктам Юлдашев"),
    ("Xo‘jamurodov Alisher", "Ходжамуродов Алишер"),
    ("Эгемберди уулу Нурсултан", "EGEMBERDIEV NURSULTAN"),
    ("Мырзакматов Мелис", "Myrzakhmatov Melis"),
    ("Zaki Trans", "ZAGI TRANS"),
    ("Ғафуров Ҳикматулло", "GAFUROV HIKMATULLO"),
    ("Ҷӯраев Шӯҳрат", "Джураев Шухрат"),
    ("Ҷӯраев Шӯҳрат", "JURAEV SHUHRAT"),
    ("Ҳамроқулов Улуғбек", "KHAMRAQULOV ULUGBEK"),
    ("Раҳмонов Эмомалӣ", "RAKHMONOV EMOMALI"),
    ("Шарипов Зафар", "SHARIFOV ZAFAR"),
    ("Mohammad Reza Ahmadi", "Muhammad Riza Ahmadi"),
    ("Hossein Karimi", "Husayn Karimi"),
    ("Gholamreza Rahimi", "Golam Reza Rahimi"),
    ("Abdollah Nouri", "Abdullah Nuri"),
    ("ТОО «Қазақстан Логистик»", "KAZAKHSTAN LOGISTIC LLP"),
    ("ҶДММ «Сомон Савдо»", "SOMON SAVDO LLC"),
    ("МЧЖ «Ўзбек Пахта»", "O'ZBEK PAXTA MCHJ"),
    ("ЖЧК Ак-Жол", "ОсОО Ак-Жол"),
    ("Шэньчжэнь Хуавэй Электроникс", "Shenzhen Huawei Electronics"),
    ("喀什天源贸易有限公司", "KASHGAR TIANYUAN TRADE CO LTD"),
    ("喀什天源贸易有限公司", "Kashi Tianyuan Trading Co., Ltd."),
    ("张伟", "Zhang Wei"),
    ("Үсөнбай уулу Чыңгыз", "Usonbai uulu Chyngyz"),
    ("Жээнбеков Сооронбай", "ZHEENBEKOV SOORONBAI"),
    ("Абдыкадыров Кубанычбек", "ABDIKADIROV KUBANICHBEK"),
    ("Çağlar İnşaat Ltd. Şti.", "CAGLAR INSAAT"),
]
INNOCENT = [
    ("brothers", "Асанов Нурлан", "Асанов Нурбек"),
    ("father's name", "Иванов Иван Иванович", "Иванов Иван Петрович"),
    ("same words of business", "Алтын Импорт Экспорт", "Алмаз Импорт Экспорт"),
    ("same stem, other business", "Береке Транс", "Береке Трейд"),
    ("one of two telling words", "Silk Road Logistics", "Silk Way Logistics"),
    ("mountains", "Ала-Тоо Сервис", "Ак-Тоо Сервис"),
    ("numbers", "База 1", "База 2"),
    ("Chinese given names", "Wang Haiming", "Wang Xiaoming"),
    ("short Chinese names", "Wang Li", "Wang Wei"),
    ("half a name", "Ош Текстиль", "Ош Текс"),
    ("shop beside a chain", "Береке", "Береке Плюс"),
    ("given names that begin alike", "Юсупов Гайрат", "Юсупов Гайбулло"),
    ("man and woman", "Алиев Зариф", "Алиева Зарина"),
    ("short telling words", "Ра Трейд", "Арка Трейд"),
    ("two letters of a short word", "Zeui Trans", "Zupi Trans"),
    ("one family", "Юсупов Гайрат", "Юсупов Шухрат"),
    ("one first word", "ОсОО Ак-Жол", "ОсОО Ак-Тилек"),
    ("Persian family names", "Mohammad Ahmadi", "Mohammad Rahimi"),
    ("Hossein and Hassan", "Hossein Karimi", "Hassan Karimi"),
    ("one bazaar", "Ош Базар Сервис", "Ош Базар Транс"),
    ("Tajik trade and insurance", "Somon Savdo", "Somon Sugurta"),
    ("Ermek and Erkin", "Бакиров Эрмек", "Бакиров Эркин"),
    ("grain and cars", "Нур Агро", "Нур Авто"),
    ("two valleys", "Ala Too Export", "Ala Buka Export"),
]
# Two people, and no more letters apart than a misspelling: only another datum can tell them apart.
NOT_TOLD_APART = [
    ("Кадыров Али", "Кадыров Вали"),
    ("Үсөнов Талант", "Асанов Талант"),
    ("Zhang Wei", "Zhang Lei"),
    ("Раҳмонов Фаррух", "Раҳимов Фаррух"),
    ("Ferghana Cotton", "Ferghana Carton"),
]
# Arabic script leaves the vowels out: an officer sees that it came near, and an alias in Latin letters must find it.
NEAR_ONLY = [("محمد رضا احمدی", "Mohammad Reza Ahmadi"), ("Үсөнбай уулу Чыңгыз", "USENBAEV CHINGIZ")]


def score(one: str, other: str) -> float:
    return name_score(keyed_name(one), keyed_name(other))


@pytest.mark.parametrize(("one", "other"), ONE_NAME)
def test_spellings_of_one_name_match(one, other):
    assert score(one, other) >= MATCH_THRESHOLD


@pytest.mark.parametrize(("case", "one", "other"), INNOCENT, ids=[row[0] for row in INNOCENT])
def test_innocent_neighbours_do_not_match(case, one, other):
    assert score(one, other) < MATCH_THRESHOLD


@pytest.mark.parametrize(("one", "other"), NOT_TOLD_APART)
def test_names_alone_do_not_tell_everybody_apart(one, other):
    assert MATCH_THRESHOLD <= score(one, other) < 100


@pytest.mark.parametrize(("one", "other"), NEAR_ONLY)
def test_what_comes_near_without_being_a_match(one, other):
    assert 65 <= score(one, other) < MATCH_THRESHOLD


def test_the_settings_are_what_the_tables_were_fixed_on(settings):
    assert (settings.SCREENING_MATCH_FROM, settings.SCREENING_POSSIBLE_FROM) == (MATCH_THRESHOLD, POSSIBLE_THRESHOLD)


@given(st.text(max_size=40), st.text(max_size=40))
def test_the_score_is_symmetric_and_bounded(one, other):
    assert score(one, other) == score(other, one)
    assert 0 <= score(one, other) <= 100


@given(st.text(max_size=40))
def test_a_name_is_like_itself(text):
    assert score(text, text) == (100 if keyed_name(text).folded else 0)
