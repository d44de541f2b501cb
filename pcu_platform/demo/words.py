"""What the invented names are put together from. Chance likeness with a real firm or person is chance."""

# ruff: noqa: E501  Chinese characters count twice

KYRGYZ_STEMS = (
    "Ала-Тоо", "Кара-Суу", "Сулайман-Тоо", "Ак-Терек", "Алтын-Жол", "Нур-Кийим", "Жашыл-Талаа", "Бакай-Ата", "Чоң-Алай",
    "Манас-Ордо", "Ош-Келечек", "Баткен-Жемиш", "Лейлек-Агро", "Кадамжай-Мөмө", "Өзгөн-Дан", "Айкөл", "Ак-Босого",
    "Бермет", "Жибек-Жолу", "Кең-Сай", "Талас-Буурчак", "Көк-Жаңгак", "Достук", "Ысык-Булак", "Чүй-Темир", "Ак-Марал",
    "Ферро-Деталь", "Мураш-Кийим", "Сары-Кол", "Аксай", "Береке-Азык", "Туран", "Эмгек", "Ынтымак", "Кызыл-Дан",
    "Арашан", "Тоо-Булак", "Ширин-Мөмө", "Нооруз", "Камбар-Ата", "Сары-Таш", "Папан", "Алай-Нур", "Исфайрам", "Сох-Булак",
)  # fmt: skip
KYRGYZ_TAILS = (
    "Трейд", "Импорт", "Сервис", "Плюс", "Групп", "Компани", "Центр", "Маркет", "Инвест", "Сауда", "Базис", "Нур", "ЛТД",
)  # fmt: skip
KYRGYZ_FORMS = ("ОсОО", "ОсОО", "ОсОО", "ЖЧК", "ИП")
GIVEN_KG = (
    "Бакыт", "Нурлан", "Айбек", "Азамат", "Гулнара", "Марат", "Чолпон", "Талант", "Улан", "Асель", "Эркин", "Максат",
    "Нурбек", "Замира", "Тимур", "Данияр",
)  # fmt: skip
FAMILY_KG = (
    "Маматов", "Токтосунов", "Садыков", "Эргешов", "Абдылдаев", "Осмонов", "Жээнбеков", "Исаков", "Турдубаев", "Орозов",
    "Калыков", "Сыдыков", "Раимбеков", "Ташматов", "Мадумаров", "Камчыбеков",
)  # fmt: skip
FATHER_KG = ("Асанович", "Бакирович", "Токтогулович", "Эркинович", "Нурланович", "Маратович", "Таалайбекович")
CITIES_KG = ("Ош", "Баткен", "Кызыл-Кыя", "Исфана", "Кадамжай", "Өзгөн", "Жалал-Абад", "Кара-Суу", "Бишкек")
STREETS_KG = (
    "ул. Ленина",
    "ул. Масалиева",
    "ул. Курманжан Датка",
    "ул. Навои",
    "пр. Манаса",
    "көч. Салиева",
    "ул. Мира",
)

UZBEK_PLACES = ("Andijon", "Farg'ona", "Namangan", "Qo'qon", "Marg'ilon", "Asaka", "Shahrixon", "Toshkent", "Oltiariq")
UZBEK_TRADES = (
    "Meva Sabzavot", "To'qimachi", "Ipak Yo'li", "Kimyo Tex", "Atlas", "Mebel Lyuks", "Poyabzal", "Plast", "Eksport Plyus",
    "Agro Hosil", "Shirinlik", "Un Zavodi", "Oltin Vodiy",
)  # fmt: skip
UZBEK_FORMS = ("MChJ", "QK MChJ", "XK")
CITIES_UZ = ("Andijon", "Farg'ona", "Namangan", "Qo'qon", "Toshkent")
TAJIK_PLACES = ("Конибодом", "Исфара", "Суғд", "Хуҷанд", "Панҷакент", "Истаравшан", "Зафаробод", "Ашт", "Спитамен")
TAJIK_TRADES = ("Шарбат", "Хушкмева", "Нах", "Пахта", "Боғ", "Семент", "Меҳнат", "Мева", "Ҳосил", "Ширинӣ", "Кони Ганҷ")
TAJIK_FORMS = ("ҶДММ", "ҶСП", "ҶДММ")
CITIES_TJ = ("Хуҷанд", "Исфара", "Конибодом", "Душанбе", "Панҷакент")

# Chinese firms by their parts, in pinyin or English and in characters.
CHINESE_PLACES = (
    ("Kashi", "喀什"), ("Wuqia", "乌恰"), ("Urumqi", "乌鲁木齐"), ("Artux", "阿图什"), ("Korla", "库尔勒"), ("Yiwu", "义乌"),
    ("Guangzhou", "广州"), ("Foshan", "佛山"), ("Hangzhou", "杭州"), ("Xian", "西安"),
)  # fmt: skip
CHINESE_BRANDS = (
    ("Xinlan", "新兰"), ("Longtai", "龙泰"), ("Taihe", "泰和"), ("Baile", "百乐"), ("Dongfang", "东方"), ("Jinma", "金马"),
    ("Mingda", "明达"), ("Hongye", "宏业"), ("Kaiyue", "凯悦"), ("Tianshan", "天山"), ("Henglu", "恒路"), ("Ruixin", "瑞鑫"),
    ("Shengda", "盛达"), ("Yongfa", "永发"), ("Haoyuan", "浩源"), ("Jiahe", "嘉禾"), ("Fuxing", "福兴"), ("Wanli", "万里"),
)  # fmt: skip
CHINESE_TRADES = (
    ("Garment", "服装"), ("Machinery", "机械"), ("Trading", "贸易"), ("Toys", "玩具"), ("Electronics", "电子"),
    ("Tyre", "轮胎"), ("Footwear", "鞋业"), ("Ceramics", "陶瓷"), ("Chemical", "化工"), ("Textile", "纺织"),
    ("Import & Export", "进出口"), ("Furniture", "家具"),
)  # fmt: skip
CITIES_CN = ("Kashi", "Wuqia", "Urumqi", "Yiwu", "Guangzhou")
KAZAKH_STEMS = ("Костанай Дән", "Қарағанды Металл", "Шымкент Цемент", "Алматы Тағам", "Тараз Химия", "Түркістан Ұн")
CITIES_KZ = ("Қостанай", "Шымкент", "Алматы", "Тараз")
OTHER_STEMS = {
    "TR": ("Anadolu Kozmetik", "Bursa Tekstil", "Marmara Gida"),
    "AE": ("Jebel Ali General Trading", "Gulf Star Trading", "Al Noor Tobacco"),
    "RU": ("Волга Автодеталь", "Урал Подшипник", "Сибирь Лес"),
}
CITIES_OTHER = {"TR": "İstanbul", "AE": "Dubai", "RU": "Набережные Челны"}
CARRIER_STEMS = ("Тулпар", "Караван", "Экспресс", "Магистраль", "Ак-Жол", "Кербен", "Арга", "Шумкар", "Жолоочу")

# One name more, which makes a firm abroad another firm.
OWN_NAMES = {
    "CN": (
        "Guangming", "Zhongtian", "Xinyuan", "Jinhui", "Huaxia", "Liyang", "Boda", "Yuxiang", "Anshun", "Qihang",
        "Fengyun", "Changsheng", "Weilong", "Meijia", "Dexin", "Heping",
    ),
    "UZ": (
        "Aziz", "Bahor", "Chinor", "Davron", "Erkin", "Farhod", "G'ani", "Hamroh", "Iqbol", "Jasur", "Kamol", "Lochin",
        "Mirzo", "Nodir", "Odil", "Parvoz",
    ),
    "TJ": (
        "Анҷир", "Баҳор", "Ватан", "Гулистон", "Дӯстӣ", "Зафар", "Имрӯз", "Кабир", "Лола", "Меҳр", "Навбаҳор", "Ориён",
        "Парвоз", "Рудакӣ", "Сипар", "Тоҷвар",
    ),
    "KZ": ("Арай", "Бастау", "Восход", "Гранит", "Достар", "Ермак", "Жетісу", "Заря", "Исток", "Керуен"),
}  # fmt: skip

PLACEHOLDERS = ("UNKNOWN", "частное лицо", "N/A", "xxx", "не указан", "белгисиз")
TO_ORDER = ("TO ORDER", "TO ORDER OF SHIPPER", "по приказу отправителя")
FORWARDERS = ("Osh Express Forwarding OsOO", "Silk Line Logistics LLC", "ОсОО «Транс-Азия Экспедирование»")
VAGUE = (
    "GENERAL CARGO", "запчасти", "товары народного потребления", "Various goods", "сборный груз", "аксессуары",
    "household goods", "хозтовары", "эл керектөөчү товарлар", "as per invoice", "商品", "turli tovarlar",
)  # fmt: skip
MEANINGLESS = ("...", "12345", "IMG_2041.jpg", "test", "---")
