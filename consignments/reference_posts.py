"""The Port Control Units and customs posts that the platform starts with; officers correct them on their own pages.

Names and neighbours are public facts. The office codes are placeholders: a real one has eight digits as here and is
allotted by the customs service; ours begin with 417, the number of the Kyrgyz Republic in ISO 3166, and are
invented. Whether a post admits vehicles of third countries changes with agreements: verify before field use.
"""

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True)
class ReferenceUnit:
    code: str
    name: str
    name_ru: str
    name_ky: str


@dataclass(frozen=True, slots=True)
class ReferencePost:
    """neighbour_country: ISO 3166-1 alpha-2 of the country beyond, "" inland. daily_capacity: examinations."""

    code: str
    unit: str
    name: str
    name_ru: str
    name_ky: str
    office_code: str
    neighbour_country: str = ""
    bilateral_only: bool = False
    kind: str = "road"  # road, rail, inland
    daily_capacity: int = 6
    shift_cut_off: time = time(16)  # local
    aliases: tuple[str, ...] = ()


# Short: pages put "PCU" before them.
UNITS = (
    ReferenceUnit("BATKEN", "Batken", "Баткен", "Баткен"),
    ReferenceUnit("OSH", "Osh", "Ош", "Ош"),
)

POSTS = (
    ReferencePost(
        "KYZYL_BEL", "BATKEN", "Kyzyl-Bel", "Кызыл-Бел", "Кызыл-Бел", "41730110", "TJ",
        daily_capacity=8, aliases=("Kyzyl Bel", "Kyzylbel", "Qizil-Bel", "Кызылбел", "Гулистон"),
    ),
    ReferencePost(
        "KULUNDU", "BATKEN", "Kulundu", "Кулунду", "Кулунду", "41730120", "TJ",
        aliases=("Kulundy", "Кулунды", "Овчи-Калъача"),
    ),
    ReferencePost(
        "KAIRAGACH", "BATKEN", "Kairagach", "Кайрагач", "Кайрагач", "41730130", "TJ", bilateral_only=True,
        aliases=("Kayragach", "Kairagach-Madaniyat", "Мадания"),
    ),
    ReferencePost(
        "KYZYL_KYYA", "BATKEN", "Kyzyl-Kyya", "Кызыл-Кыя", "Кызыл-Кыя", "41730140", "UZ", bilateral_only=True,
        aliases=("Kyzyl-Kiya", "Kyzylkiya", "Кызыл-Кия", "Кызылкия"),
    ),
    ReferencePost(
        "KARA_BAGISH", "BATKEN", "Kara-Bagish", "Кара-Багыш", "Кара-Багыш", "41730150", "UZ", bilateral_only=True,
        daily_capacity=3, aliases=("Karabagish", "Кара-Багиш"),
    ),
    ReferencePost(
        "KARAMYK", "OSH", "Karamyk", "Карамык", "Карамык", "41720110", "TJ", daily_capacity=4, aliases=("Karamik",
        "Карамик"),
    ),
    ReferencePost(
        "BOR_DOBO", "OSH", "Bor-Dobo", "Бор-Добо", "Бор-Дөбө", "41720120", "TJ", daily_capacity=4,
        aliases=("Bordobo", "Bor-Dobe", "Кызыларт", "Kyzylart", "Kyzyl-Art"),
    ),
    ReferencePost(
        "DOSTUK", "OSH", "Dostuk", "Достук", "Достук", "41720130", "UZ", daily_capacity=12,
        aliases=("Dostyk", "Dustlik", "Do'stlik", "Дустлик", "Достук-автодорожный", "KG DOSTUK"),
    ),
    ReferencePost(
        "KENG_SAY", "OSH", "Keng-Say", "Кенг-Сай", "Кең-Сай", "41720140", "UZ", bilateral_only=True, daily_capacity=3,
        aliases=("Ken-Sai", "Keng-Sai", "Кен-Сай", "Кенсай"),
    ),
    ReferencePost(
        "IRKESHTAM", "OSH", "Irkeshtam", "Иркештам", "Эркеч-Там", "41720150", "CN", daily_capacity=15,
        aliases=("Erkech-Tam", "Erkeshtam", "Ergeshtam", "Irkeshtan", "Эркечтам", "伊尔克什坦"),
    ),
    ReferencePost(
        "OSH_RAIL", "OSH", "Osh railway station", "Станция Ош", "Ош темир жол бекети", "41720160", "UZ", kind="rail",
        daily_capacity=4, aliases=("Ош-1", "Ош ж/д", "Osh-1", "Kara-Suu station", "Кара-Суу"),
    ),
    ReferencePost(
        "OSH_INLAND", "OSH", "Osh customs terminal", "Таможенный терминал Ош", "Ош бажы терминалы", "41720170",
        kind="inland", daily_capacity=10, aliases=("Ош СВХ", "Ош-Терминал"),
    ),
)  # fmt: skip
