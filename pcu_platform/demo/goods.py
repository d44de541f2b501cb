"""What the synthetic traders carry: nomenclature codes with the value and packing of the invented market."""

# ruff: noqa: E501  a table reads better in rows

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of goods. usd_per_kg: median of the invented market; kg_per_package: usual mass of one package.

    load_kg: least and most of a consignment. un_number: "" for what is not dangerous.
    """

    code: str
    english: str
    russian: str
    usd_per_kg: float
    kg_per_package: float
    package_kind: str
    load_kg: tuple[int, int]
    origins: tuple[str, ...]
    un_number: str = ""


# What anybody may carry.
KINDS = (
    Kind("6109100000", "T-shirts of cotton, knitted", "Майки трикотажные хлопчатобумажные", 9.5, 22, "CT", (1500, 9000), ("CN", "UZ")),
    Kind("6203423500", "Men's trousers of cotton", "Брюки мужские хлопчатобумажные", 10.4, 24, "CT", (1500, 14000), ("CN",)),
    Kind("6403990000", "Footwear with leather uppers", "Обувь с верхом из кожи", 12.8, 16, "CT", (1200, 8000), ("CN", "UZ")),
    Kind("6402999600", "Footwear of plastics", "Обувь из пластмассы", 5.6, 13, "CT", (2500, 11000), ("CN",)),
    Kind("6907210000", "Ceramic floor tiles, glazed", "Плитка керамическая напольная", 0.46, 28, "CT", (12000, 21000), ("CN", "UZ")),
    Kind("8708999709", "Brake parts for KAMAZ trucks", "Детали тормозов для автомобилей КАМАЗ", 6.2, 18, "CT", (1500, 9000), ("CN", "RU")),
    Kind("8431499000", "Track links for excavators", "Звенья гусениц экскаваторов", 4.1, 240, "PX", (4000, 18000), ("CN",)),
    Kind("8471300000", "Portable computers", "Компьютеры портативные", 92.0, 6, "CT", (250, 1800), ("CN",)),
    Kind("8504409000", "Power supply units", "Блоки питания", 17.5, 10, "CT", (600, 4000), ("CN",)),
    Kind("8482109008", "Ball bearings", "Подшипники шариковые", 9.3, 21, "CT", (1200, 7000), ("CN",)),
    Kind("0703101900", "Onions, fresh", "Лук репчатый свежий", 0.24, 30, "BG", (12000, 21000), ("UZ", "TJ")),
    Kind("0813100000", "Apricots, dried", "Курага", 2.3, 12, "CT", (4000, 18000), ("TJ", "UZ")),
    Kind("0806101000", "Table grapes, fresh", "Виноград столовый свежий", 0.85, 8, "CR", (8000, 19000), ("UZ", "TJ")),
    Kind("0807110000", "Watermelons, fresh", "Арбузы свежие", 0.16, 9, "NE", (14000, 21000), ("UZ", "TJ")),
    Kind("0702000000", "Tomatoes, fresh", "Томаты свежие", 0.62, 9, "CR", (9000, 19000), ("UZ", "TJ")),
    Kind("5205120000", "Cotton yarn, single, carded", "Пряжа хлопчатобумажная однониточная", 2.7, 50, "BG", (9000, 20000), ("UZ", "TJ")),
    Kind("5201009000", "Cotton, not carded", "Волокно хлопковое", 1.75, 210, "BL", (15000, 21000), ("TJ", "UZ")),
    Kind("1101001500", "Wheat flour", "Мука пшеничная", 0.34, 50, "BG", (15000, 21000), ("KZ", "UZ")),
    Kind("2523290000", "Portland cement", "Портландцемент", 0.07, 50, "BG", (18000, 21500), ("TJ", "UZ")),
    Kind("2701120000", "Bituminous coal", "Уголь каменный", 0.09, 900, "BG", (18000, 21500), ("TJ", "KZ")),
    Kind("3923290000", "Bags of plastics", "Мешки полимерные", 2.3, 25, "BG", (3000, 12000), ("CN", "UZ")),
    Kind("9503009500", "Toys of plastics", "Игрушки пластмассовые", 5.1, 11, "CT", (2000, 9000), ("CN",)),
    Kind("9403609000", "Wooden furniture for dining rooms", "Мебель деревянная для столовых", 2.1, 34, "CT", (4000, 14000), ("CN", "UZ")),
    Kind("4011201000", "New tyres for lorries", "Шины новые для грузовых автомобилей", 3.0, 52, "NE", (6000, 16000), ("CN",)),
    Kind("8415101000", "Air conditioners, split system", "Кондиционеры сплит-системы", 6.4, 38, "CT", (3000, 12000), ("CN",)),
    Kind("3402500000", "Washing powder for households", "Порошок стиральный бытовой", 1.05, 9, "CT", (6000, 18000), ("UZ", "CN")),
    Kind("1704907100", "Boiled sweets", "Карамель леденцовая", 1.9, 6, "CT", (3000, 14000), ("UZ", "TJ")),
    Kind("3304990000", "Skin care cosmetics", "Средства косметические для ухода за кожей", 8.8, 9, "CT", (700, 5000), ("CN", "TR")),
    Kind("7210490009", "Steel sheet, zinc coated", "Прокат стальной оцинкованный", 0.88, 900, "CL", (14000, 21000), ("CN", "KZ")),
    Kind("2202991800", "Fruit drinks, carbonated", "Напитки фруктовые газированные", 0.62, 10, "PK", (9000, 19000), ("UZ", "KZ")),
    Kind("3208909109", "Paints, acrylic", "Краски акриловые", 2.2, 24, "CT", (3000, 12000), ("CN", "UZ")),
    Kind("6302600000", "Towels of terry cotton", "Полотенца махровые", 7.4, 20, "CT", (1500, 8000), ("UZ", "TJ")),
)  # fmt: skip
# What southern Kyrgyzstan sends abroad.
EXPORTS = (
    Kind("0802310000", "Walnuts in shell", "Орехи грецкие в скорлупе", 2.4, 45, "BG", (6000, 19000), ("KG",)),
    Kind("0713339000", "Kidney beans, dried", "Фасоль сушёная", 1.3, 50, "BG", (12000, 21000), ("KG",)),
    Kind("6204430000", "Dresses of synthetic fibres", "Платья из синтетических нитей", 14.0, 18, "CT", (800, 5000), ("KG",)),
    Kind("2701120000", "Bituminous coal", "Уголь каменный", 0.08, 900, "BG", (18000, 21500), ("KG",)),
    Kind("0404108200", "Milk powder", "Молоко сухое", 3.1, 25, "BG", (8000, 19000), ("KG",)),
)  # fmt: skip
# What only those of a narrower trade carry.
TOBACCO = (
    Kind("2402209000", "Cigarettes containing tobacco", "Сигареты с фильтром", 13.5, 11, "CT", (2000, 9000), ("UZ", "TJ", "AE")),
    Kind("2401106000", "Tobacco leaf, not stemmed", "Табачное сырьё", 3.4, 45, "BL", (4000, 15000), ("UZ", "TJ")),
)  # fmt: skip
PRECURSORS = (
    Kind("2807000001", "Sulphuric acid", "Кислота серная", 0.31, 300, "DR", (4000, 18000), ("CN", "KZ"), "1830"),
    Kind("2915240000", "Acetic anhydride", "Ангидрид уксусный", 1.35, 220, "DR", (800, 6000), ("CN", "RU"), "1715"),
    Kind("2806100000", "Hydrochloric acid", "Кислота соляная", 0.28, 240, "DR", (2000, 14000), ("CN", "KZ"), "1789"),
    Kind("2914110000", "Acetone", "Ацетон", 1.15, 160, "DR", (1500, 9000), ("CN", "RU"), "1090"),
    Kind("2841610000", "Potassium permanganate", "Перманганат калия", 2.9, 50, "DR", (500, 4000), ("CN",), "1490"),
)  # fmt: skip
CHEMICALS = (
    Kind("2915210000", "Acetic acid, glacial", "Кислота уксусная ледяная", 0.92, 220, "DR", (4000, 18000), ("CN",), "2789"),
    Kind("2814200000", "Ammonia in aqueous solution", "Аммиак водный", 0.42, 210, "DR", (3000, 14000), ("CN", "KZ"), "2672"),
    Kind("3814009000", "Solvent for paints and varnishes", "Растворитель для красок и лаков", 1.9, 190, "DR", (2000, 12000), ("CN",), "1263"),
)  # fmt: skip
WILD = (
    Kind("1211908609", "Liquorice root, dried", "Корень солодки сушёный", 1.6, 45, "BL", (3000, 16000), ("TJ", "UZ")),
    Kind("1211908609", "Medicinal herbs, dried", "Травы лекарственные сушёные", 2.8, 30, "BL", (1500, 8000), ("TJ", "UZ")),
    Kind("4407999600", "Walnut wood, sawn", "Древесина ореха, пиломатериал", 1.2, 480, "PX", (6000, 19000), ("TJ",)),
    Kind("4301800000", "Raw furskins of marmot", "Шкурки сурка невыделанные", 19.0, 35, "BL", (200, 1800), ("TJ",)),
    Kind("4103900000", "Raw hides, other", "Шкуры необработанные прочие", 3.2, 40, "BL", (800, 6000), ("TJ", "UZ")),
)  # fmt: skip
EVERY_KIND = (*KINDS, *EXPORTS, *TOBACCO, *PRECURSORS, *CHEMICALS, *WILD)
COVER_LOADS = tuple(kind for kind in KINDS if kind.code[:4] in {"0703", "0813", "5205", "5201"})
