"""The table of columns that a spreadsheet manifest may have."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["conveyance", "consignment", "goods", "ignored"]


@dataclass(frozen=True, slots=True)
class Column:
    """The field that a column fills, what it is of, its titles, and other headers that mean the same, divided by |."""

    field: str
    level: Level
    en: str
    ru: str
    ky: str
    others: str = ""
    in_template: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        return (self.en, self.ru, self.ky, *(name for name in self.others.split("|") if name))


COLUMNS: tuple[Column, ...] = (
    Column(
        "document_number", "consignment", "Document number", "Номер накладной", "Жүк кагазынын номери",
        "b/l|bl|bill of lading|smgs|смгс|cmr|cmr note|awb|waybill|consignment note|transport document|"
        "document|смр|накладная|коносамент|номер документа|транспортный документ|ттн|"
        "авианакладная|b/l no|жд накладная|номер тд",
    ),
    Column(
        "issued_on", "consignment", "Document date", "Дата накладной", "Жүк кагазынын күнү",
        "date|issue date|date of issue|cmr date|b/l date|дата|дата документа|дата cmr|дата смр|"
        "күнү",
    ),
    Column(
        "conveyance_id", "conveyance", "Vehicle", "Гос. номер", "Унаанын номери",
        "truck|plate|truck plate|vehicle plate|tractor|vehicle no|car|wagon|vessel|vessel name|"
        "номер машины|госномер|номер авто|автомобиль|тягач|тс|транспортное средство|транспорт|"
        "вагон|номер вагона|судно|авто|мамлекеттик номер|унаа",
    ),
    Column(
        "trailer_ids", "conveyance", "Trailer", "Прицеп", "Чиркегич",
        "trailers|trailer plate|полуприцеп|номер прицепа",
    ),
    Column(
        "conveyance_nationality", "conveyance", "Vehicle country", "Страна регистрации ТС", "Унаанын өлкөсү",
        "country of registration|страна тс",
    ),
    Column(
        "mode", "conveyance", "Mode", "Вид транспорта", "Унаанын түрү",
        "mode of transport",
        in_template=False,
    ),
    Column(
        "trip_number", "conveyance", "Trip", "Рейс", "Рейс",
        "voyage|voyage no|flight|train",
        in_template=False,
    ),
    Column(
        "entry_post", "conveyance", "Entry post", "Пункт пропуска", "Өткөрүү пункту",
        "post|border post|checkpoint|customs post|пост|таможенный пост|пост въезда|бажы посту",
    ),
    Column(
        "exit_post", "conveyance", "Exit post", "Пост выезда", "Чыгуу посту",
        in_template=False,
    ),
    Column(
        "arrival", "conveyance", "Arrival", "Дата прибытия", "Келүү күнү",
        "arrival date|arrival time|eta|expected arrival|прибытие|ожидаемое прибытие|"
        "дата и время прибытия",
    ),
    Column(
        "carrier_name", "conveyance", "Carrier", "Перевозчик", "Ташуучу",
        "carrier name|transporter|наименование перевозчика",
    ),
    Column(
        "carrier_identifier", "conveyance", "Carrier INN", "ИНН перевозчика", "Ташуучунун ИНН",
        in_template=False,
    ),
    Column(
        "driver_name", "conveyance", "Driver", "Водитель", "Айдоочу",
        "driver name|фио водителя",
    ),
    Column(
        "consignor_name", "consignment", "Consignor", "Грузоотправитель", "Жүк жөнөтүүчү",
        "shipper|sender|exporter|supplier|consignor name|shipper name|отправитель|экспортер|"
        "жөнөтүүчү",
    ),
    Column(
        "consignor_address", "consignment", "Consignor address", "Адрес отправителя", "Жөнөтүүчүнүн дареги",
        "shipper address|sender address|адрес грузоотправителя",
    ),
    Column(
        "consignor_country", "consignment", "Consignor country", "Страна отправителя", "Жөнөтүүчүнүн өлкөсү",
        "shipper country|sender country",
    ),
    Column(
        "consignee_name", "consignment", "Consignee", "Грузополучатель", "Жүк алуучу",
        "receiver|importer|consignee name|получатель|импортер|алуучу",
    ),
    Column(
        "consignee_identifier", "consignment", "INN", "ИНН", "ИНН",
        "tin|tax number|tax id|consignee inn|consignee tin|инн получателя|инн грузополучателя|стн",
    ),
    Column(
        "consignee_address", "consignment", "Consignee address", "Адрес получателя", "Алуучунун дареги",
        "receiver address|адрес грузополучателя|адрес",
    ),
    Column(
        "consignee_country", "consignment", "Consignee country", "Страна получателя", "Алуучунун өлкөсү",
        in_template=False,
    ),
    Column(
        "consignee_phone", "consignment", "Consignee phone", "Телефон получателя", "Алуучунун телефону",
        "phone|telephone|телефон|тел",
        in_template=False,
    ),
    Column(
        "notify_name", "consignment", "Notify party", "Уведомляемая сторона", "Кабарлануучу тарап",
        "notify|уведомить",
        in_template=False,
    ),
    Column(
        "container_number", "goods", "Container", "Контейнер", "Контейнер",
        "container no|container number|box|конт|номер контейнера|контейнеры",
    ),
    Column(
        "container_size_type", "goods", "Container type", "Тип контейнера", "Контейнердин түрү",
        "size type",
        in_template=False,
    ),
    Column(
        "seals", "goods", "Seals", "Пломбы", "Пломбалар",
        "seal|seal no|seal number|seal numbers|пломба|номер пломбы|номера пломб",
    ),
    Column(
        "fullness", "goods", "Full or empty", "Гружёный/порожний", "Жүктүү/бош",
        "load status|full/empty",
        in_template=False,
    ),
    Column(
        "description", "goods", "Goods", "Наименование товара", "Товардын аталышы",
        "commodity|description|goods description|description of goods|contents|contents description|cargo|"
        "наименование|наименование груза|описание|описание товара|описание груза|груз|товар|"
        "товары|жүк|товарлар",
    ),
    Column(
        "commodity_code", "goods", "HS code", "Код ТН ВЭД", "ТЭИ ТН коду",
        "hs|hs6|commodity code|tariff|tariff code|statistical number|тн вэд|тнвэд|код товара|код тнвэд",
    ),
    Column(
        "packages", "goods", "Packages", "Количество мест", "Орундардын саны",
        "pkgs|colli|pieces|pcs|qty|quantity|number of packages|no of packages|мест|кол-во мест|"
        "места|количество|кол-во|орундар",
    ),
    Column(
        "package_kind", "goods", "Packing", "Вид упаковки", "Таңгактын түрү",
        "package type|kind of packages|упаковка|package kind",
    ),
    Column(
        "gross_mass_kg", "goods", "Gross kg", "Вес брутто, кг", "Брутто салмагы, кг",
        "gross|gross weight|gross mass|gross weight kg|gross mass kg|weight|weight kg|gw|вес|"
        "брутто|вес брутто|масса брутто|брутто кг|вес кг|масса|салмагы|брутто",
    ),
    Column(
        "net_mass_kg", "goods", "Net kg", "Вес нетто, кг", "Нетто салмагы, кг",
        "net|net weight|net mass|net weight kg|net mass kg|nw|нетто|вес нетто|масса нетто|"
        "нетто кг",
    ),
    Column(
        "volume_m3", "goods", "Volume m3", "Объём, м3", "Көлөмү, м3",
        "volume|cbm|m3|measurement|объем|куб",
        in_template=False,
    ),
    Column(
        "value", "goods", "Value", "Стоимость", "Наркы",
        "amount|price|invoice value|goods value|сумма|цена|стоимость товара|баасы",
    ),
    Column(
        "currency", "goods", "Currency", "Валюта", "Валюта",
        "cur|curr|ccy",
    ),
    Column(
        "origin_country", "goods", "Country of origin", "Страна происхождения", "Чыккан өлкөсү",
        "origin|происхождение",
    ),
    Column(
        "dispatch_country", "consignment", "Country of dispatch", "Страна отправления", "Жөнөтүлгөн өлкө",
        "dispatch country|departure country|from country",
    ),
    Column(
        "destination_country", "consignment", "Country of destination", "Страна назначения", "Барар өлкө",
        "destination country",
    ),
    Column(
        "place_of_loading", "consignment", "Place of loading", "Место погрузки", "Жүктөө жери",
        "loading|from|port of loading|pol|loading port|пункт погрузки|откуда|место отправления|"
        "пункт отправления",
    ),
    Column(
        "place_of_delivery", "consignment", "Place of delivery", "Место доставки", "Жеткирүү жери",
        "destination|delivery|to|port of discharge|pod|пункт назначения|назначение|куда|"
        "место назначения|место разгрузки",
    ),
    Column(
        "procedure", "consignment", "Procedure", "Таможенная процедура", "Бажы жол-жобосу",
        "процедура|режим",
        in_template=False,
    ),
    Column(
        "un_number", "goods", "UN number", "Номер ООН", "БУУ номери",
        "un|un no|oон",
        in_template=False,
    ),
    Column(
        "marks", "goods", "Marks", "Маркировка", "Белгилер",
        "shipping marks|marks and numbers|vin|марки|вин",
        in_template=False,
    ),
    Column(
        "freight_payment_method", "consignment", "Freight payment", "Оплата перевозки", "Ташуунун төлөмү",
        "payment of freight|freight terms|payment method|оплата фрахта|форма оплаты",
        in_template=False,
    ),
    Column(
        "freight_amount", "consignment", "Freight", "Фрахт", "Фрахт",
        "freight amount|стоимость перевозки|freight charge",
        in_template=False,
    ),
    Column(
        "freight_currency", "consignment", "Freight currency", "Валюта фрахта", "Фрахттын валютасы",
        in_template=False,
    ),
    Column(
        "invoice_number", "consignment", "Invoice", "Инвойс", "Инвойс",
        "invoice number|счет-фактура|счет|номер инвойса",
    ),
    Column(
        "invoice_date", "consignment", "Invoice date", "Дата инвойса", "Инвойстун күнү",
        in_template=False,
    ),
    Column(
        "master_document_number", "consignment", "Master bill", "Мастер-коносамент", "Мастер-коносамент",
        "mbl|master bl|master b/l",
        in_template=False,
    ),
    Column(
        "tir_carnet_number", "consignment", "TIR carnet", "Книжка МДП", "МДП китепчеси",
        "tir|мдп",
        in_template=False,
    ),
    Column(
        "line_number", "ignored", "Line", "№ п/п", "Катары",
        "n|item|line no|строка|пп",
        in_template=False,
    ),
    Column(
        "remarks", "ignored", "Remarks", "Примечание", "Эскертүү",
        "remark|note|comment|прим|примечания",
        in_template=False,
    ),
    Column(
        "problems", "ignored", "Problems", "Ошибки", "Каталар",
        "проблемы",
        in_template=False,
    ),
)  # fmt: skip
