"""The columns of a table of readings, by their headers in English, Russian and Kyrgyz."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NOT_WORDS = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class ReadingColumn:
    """A field, and the headers that mean it, divided by |, as `plain` writes them. factor: of a mass, to kilograms."""

    field: str
    headers: str
    factor: int = 1


COLUMNS = (
    ReadingColumn(
        "container", "container|container no|container number|box|контейнер|номер контейнера|контейнер номер|"
        "контейнердин номери|контейнер номери",
    ),
    ReadingColumn("wagon", "wagon|wagon no|wagon number|railcar|вагон|номер вагона|вагондун номери"),
    ReadingColumn(
        "plate", "plate|plate no|plate number|number plate|licence plate|license plate|truck|truck no|truck plate|"
        "vehicle|vehicle no|vehicle number|tractor|гос номер|госномер|номер тс|номер авто|номер машины|"
        "номер автомобиля|тягач|тс|автомобиль|грз|мамлекеттик номер|унаанын номери|унаа|мам номер",
    ),
    ReadingColumn(
        "trailer", "trailer|trailer no|trailer plate|прицеп|полуприцеп|номер прицепа|чиркегич|чиркегичтин номери"
    ),
    ReadingColumn(
        "number", "equipment|equipment no|equipment number|unit no|unit number|единица|номер единицы|оборудование|"
        "жабдуунун номери",
    ),
    ReadingColumn(
        "seen_at", "seen at|seen|observed at|time seen|date time|date and time|datetime|timestamp|weighed at|"
        "scanned at|time of weighing|date of weighing|weighing time|weighing date|scan time|passed at|passage time|"
        "event time|дата и время|дата время|время взвешивания|дата взвешивания|дата и время взвешивания|"
        "время сканирования|дата сканирования|время проезда|дата проезда|время фиксации|дата фиксации|время события|"
        "күнү жана убактысы|күнү убактысы|тартылган убакыт|таразага тартылган убакыт|өткөн убакыт|сканерленген убакыт|"
        "көрүнгөн убакыт",
    ),
    ReadingColumn(
        "place", "place|location|site|post|point|weighbridge|scanner|camera|gate|terminal|место|пункт|пост|весы|"
        "весовая|сканер|камера|терминал|место взвешивания|орду|жер|жери|бекет|тараза|өткөрүү пункту",
    ),
    ReadingColumn(
        "event", "event|event type|operation|direction|событие|операция|направление|вид события|окуя|иш аракет|багыты"
    ),
    ReadingColumn(
        "gross_mass_kg", "gross mass|gross weight|gross|gross kg|gross mass kg|gross weight kg|weight|weight kg|mass|"
        "mass kg|measured weight|total weight|вес|вес кг|масса|масса кг|вес брутто|вес брутто кг|брутто|брутто кг|"
        "масса брутто|масса брутто кг|общий вес|полная масса|салмагы|салмагы кг|брутто салмагы|брутто салмагы кг",
    ),
    ReadingColumn(
        "gross_mass_kg", "gross t|gross tonnes|weight t|weight tonnes|вес т|вес тонн|масса т|вес брутто т|брутто т|"
        "салмагы т", 1000,
    ),
    ReadingColumn(
        "seals", "seal|seals|seal no|seal number|seal numbers|пломба|пломбы|номер пломбы|номера пломб|пломбанын номери|"
        "мөөр",
    ),
    ReadingColumn(
        "seal_condition", "seal condition|seal state|state of seal|condition of seal|состояние пломбы|"
        "целостность пломбы|пломбанын абалы",
    ),
    ReadingColumn(
        "fullness", "full empty|full or empty|loaded|load state|груженый порожний|груженый|загрузка|загруженность|"
        "жүктүү бош|жүктүүбү",
    ),
    ReadingColumn(
        "scan_shows_anomaly", "scan result|scan|result of scan|anomaly|image result|x ray result|"
        "результат сканирования|результат снимка|аномалия|сканердин жыйынтыгы|сканерлөөнүн жыйынтыгы",
    ),
    ReadingColumn("damage", "damage|damages|повреждение|повреждения|бузулуу|зыян"),
    ReadingColumn("size_type", "size type|container type|тип контейнера|контейнердин түрү"),
    ReadingColumn(
        "document_number", "document|document no|document number|b l|bill of lading|cmr|waybill|накладная|"
        "номер накладной|номер документа|жүк кагазынын номери",
    ),
    ReadingColumn("remark", "remark|remarks|note|notes|comment|примечание|комментарий|эскертүү"),
)  # fmt: skip

NUMBERS = ("container", "wagon", "plate", "trailer", "number")
_READINGS = frozenset(
    {"event", "gross_mass_kg", "seals", "seal_condition", "fullness", "scan_shows_anomaly", "place", "damage"}
)
# A table that has one of these tells of goods: it is a manifest, whatever else it has.
_OF_A_MANIFEST = frozenset(
    [
        "description", "goods", "goods description", "commodity", "hs code", "hs", "tn ved", "consignee", "consignor",
        "shipper", "packages", "number of packages", "value", "invoice", "товар", "наименование товара",
        "наименование", "описание товара", "код тн вэд", "тн вэд", "получатель", "грузополучатель", "отправитель",
        "грузоотправитель", "мест", "кол во мест", "количество мест", "стоимость", "товардын аталышы", "товар коду",
        "алуучу", "жүк алуучу", "жөнөтүүчү", "жүк жөнөтүүчү", "орундар", "баасы",
    ]
)  # fmt: skip
# Some heading of the moment stands in every table of readings: what to look for before the table is unpacked.
TIME_HEADERS = tuple(header for column in COLUMNS if column.field == "seen_at" for header in column.headers.split("|"))


@dataclass(frozen=True, slots=True)
class Header:
    """Where the fields are: field to position, and the factor from the column's unit to kilograms."""

    row: int
    positions: dict[str, int]
    mass_factor: int


def plain(header: object) -> str:
    """Return a header in small letters without marks and number signs."""
    text = str(header if header is not None else "").lower().replace("ё", "е").replace("№", " ")
    return " ".join(_NOT_WORDS.sub(" ", text.replace("_", " ")).split())


def read_header(row: int, cells: Sequence[object]) -> Header | None:
    """Return what a row of headers means; None when it is not the header of a table of readings."""
    texts = [plain(cell) if isinstance(cell, str) and len(cell) < 80 else "" for cell in cells]
    if _OF_A_MANIFEST & set(texts):
        return None
    positions: dict[str, int] = {}
    mass_factor = 1
    for position, text in enumerate(texts):
        column = _BY_HEADER.get(text)
        if column and column.field not in positions:
            positions[column.field] = position
            if column.field == "gross_mass_kg":
                mass_factor = column.factor
    is_ours = "seen_at" in positions and any(name in positions for name in NUMBERS) and _READINGS & positions.keys()
    return Header(row, positions, mass_factor) if is_ours else None


_BY_HEADER = {header: column for column in COLUMNS for header in column.headers.split("|")}
