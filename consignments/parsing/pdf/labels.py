"""How papers print the names of their boxes, in English, Russian and the French and German of the CMR blank.

A label's `box` is the name of the box of the typed paper (`typed/`), or of a supporting document. The words are matched
in small letters with ё as е; the first that fits wins, so the longer stand first.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """How much of the place beside and below a label is its value."""

    PROSE = "prose"  # all lines of the box: a party
    PHRASE = "phrase"  # what stands beside the label, else the first line below it
    NUMBER = "number"  # the first word with a digit in it
    DAY = "day"
    PLACE_AND_DAY = "place_and_day"  # the day goes into the box `day_box`
    MASS = "mass"
    COUNT = "count"
    MONEY = "money"  # the currency goes into `currency`
    NOTHING = "nothing"  # a box that is not read; it ends its neighbours


@dataclass(frozen=True, slots=True)
class Label:
    box: str
    words: re.Pattern[str]
    sort: Sort = Sort.PHRASE
    day_box: str = ""


def _label(box: str, *words: str, sort: Sort = Sort.PHRASE, day_box: str = "") -> Label:
    # The number of the box belongs to the label.
    any_of = rf"(?:\b\d{{1,2}}[.)]?\s+)?(?<![\w-])(?:{'|'.join(words)})(?![\w])"
    return Label(box, re.compile(any_of, re.IGNORECASE), sort, day_box)


_NO = r"(?:no\.?|nr\.?|number|№|n°|номер)"

CMR_NOTE = (
    _label(
        "number",
        rf"(?:international )?consignment note {_NO}|(?:cmr|смр)(?: note)? ?{_NO}|накладная {_NO}",
        sort=Sort.NUMBER,
    ),
    _label("successive_carriers", r"successive carriers?|последующи[йе] перевозчик\w*", sort=Sort.PROSE),
    _label(
        "reservations",
        "carrier'?s reservations.*|reservations of the carrier.*|оговорки.*|замечания перевозчика",
        sort=Sort.PROSE,
    ),
    _label("sender_inn", rf"(?:sender'?s )?(?:vat|tax) {_NO}", sort=Sort.NUMBER),
    _label("consignee_inn", "инн(?: получателя)?|inn(?: of the consignee)?", sort=Sort.NUMBER),
    _label("instructions", "sender'?s instructions|instructions of the sender|указания отправителя", sort=Sort.PROSE),
    _label(
        "payment_of_carriage", r"(?:instructions as to )?payment (?:for|of) carriage|условия оплаты|оплата перевозки"
    ),
    _label("cash_on_delivery", "cash on delivery|reimbursement|возврат"),
    _label("special_agreements", "special agreements?|особые согласованные условия", sort=Sort.PROSE),
    _label("freight_amount", "to be paid by|подлежит оплате", sort=Sort.NOTHING),
    _label(
        "sender_signed",
        "signature (?:and stamp )?of the sender|подпись (?:и штамп )?отправителя",
        sort=Sort.NOTHING,
    ),
    _label(
        "carrier_signed",
        "signature (?:and stamp )?of the carrier|подпись (?:и штамп )?перевозчика",
        sort=Sort.NOTHING,
    ),
    _label("goods_received", "goods received|груз получен", sort=Sort.NOTHING),
    _label("sender", "sender|consignor|shipper|отправитель|грузоотправитель|expediteur|absender", sort=Sort.PROSE),
    _label("consignee", "consignee|получатель|грузополучатель|destinataire|empfanger", sort=Sort.PROSE),
    _label("carrier", "carrier|перевозчик|transporteur|frachtfuhrer", sort=Sort.PROSE),
    _label(
        "place_of_delivery",
        "place (?:designated for|of) (?:the )?delivery(?: of (?:the )?goods)?",
        "место разгрузки(?: груза)?|место доставки|lieu prevu pour la livraison",
        sort=Sort.PROSE,
    ),
    _label(
        "place_of_taking_over",
        "place and date of taking over(?: the goods)?|taken over at",
        "место и дата (?:погрузки|принятия)(?: груза)?|место погрузки",
        sort=Sort.PLACE_AND_DAY,
        day_box="taken_over_on",
    ),
    _label(
        "documents_attached",
        "documents? attached|annexed documents?|прилагаемые документы|documents annexes",
        sort=Sort.PROSE,
    ),
    _label(
        "established_in",
        "established (?:in|at)|составлена в|etablie a",
        sort=Sort.PLACE_AND_DAY,
        day_box="established_on",
    ),
    _label("trailer", rf"(?:semi-?)?trailer(?: {_NO})?|полуприцеп|прицеп"),
    _label(
        "vehicle",
        rf"(?:registration|official|vehicle|truck|tractor)(?: registration)?(?: {_NO})|tractor",
        r"vehicle|тягач|регистрационный номер|гос\. ?номер|автомобиль",
    ),
    _label("driver", "driver(?:'s name)?|водитель"),
    _label("container", rf"container(?: {_NO})?|контейнер\w*(?: {_NO})?"),
    _label("seals", rf"seals?(?: {_NO})?|пломб[аы](?: {_NO})?"),
    _label("tir_carnet", rf"tir carnet(?: {_NO})?|книжка мдп(?: {_NO})?", sort=Sort.NUMBER),
)
BILL_OF_LADING = (
    _label("number", rf"(?:bill of lading|b ?/ ?l|коносамент) ?{_NO}", sort=Sort.NUMBER),
    _label(
        "issued_in",
        "place and date of issue|issued at|место и дата выдачи",
        sort=Sort.PLACE_AND_DAY,
        day_box="issued_on",
    ),
    _label("issued_on", "date of issue|issued on|дата выдачи", sort=Sort.DAY),
    _label("shipped_on", "(?:shipped|laden) on board(?: date| on)?|on board date|погружено на борт", sort=Sort.DAY),
    _label("shipper", "shipper(?:/exporter)?|exporter|consignor|отправитель|грузоотправитель", sort=Sort.PROSE),
    _label("notify", "notify (?:party|address)|уведомить|извещаемая сторона", sort=Sort.PROSE),
    _label("consignee", "consignee|получатель|грузополучатель", sort=Sort.PROSE),
    _label(
        "agent",
        "(?:delivery|destination|forwarding) agent(?: references)?",
        "for delivery (?:of goods )?please apply to|агент",
        sort=Sort.PROSE,
    ),
    _label("carrier", "carrier|перевозчик", sort=Sort.PROSE),
    _label("place_of_receipt", "place of receipt|место приема"),
    _label("container", rf"containers?(?: {_NO})?", rf"контейнер\w*(?: {_NO})?", sort=Sort.NOTHING),
    _label("container_seals", rf"seals?(?: {_NO})?", rf"пломб[аы](?: {_NO})?"),
    _label("vessel", "(?:ocean )?vessel(?: ?/ ?voyage)?(?: name)?|судно"),
    _label("voyage", rf"voy(?:age)?\.? ?{_NO}?|рейс"),
    _label("port_of_loading", "port of loading|порт погрузки"),
    _label("port_of_discharge", "port of discharge|порт выгрузки"),
    _label("place_of_delivery", "(?:final )?place of delivery|место доставки"),
    _label("freight", "freight(?: and charges| payable at)?|фрахт"),
    _label("originals", r"(?:no\.?|number) of originals?(?: b\(?s?\)?/l)?|число оригиналов", sort=Sort.NOTHING),
    _label("total_packages", r"total (?:no\.? of |number of )?packages|всего мест", sort=Sort.COUNT),
    _label("total_mass_kg", "total gross (?:weight|mass)|общая масса брутто", sort=Sort.MASS),
)
_TRADE = (
    _label("issued_on", "(?:invoice |issue )?date|dated|дата", sort=Sort.DAY),
    _label(
        "sender_name",
        "seller|exporter|shipper|consignor|продавец|отправитель|грузоотправитель|поставщик",
        sort=Sort.PROSE,
    ),
    _label(
        "receiver_name",
        "buyer|importer|consignee|bill to|ship to|sold to|покупатель|получатель|грузополучатель",
        sort=Sort.PROSE,
    ),
    _label("origin_country", "country of origin|страна происхождения"),
    _label("incoterm", "(?:delivery )?terms(?: of delivery)?|incoterms?(?: ?2020)?|условия поставки"),
    _label("containers", rf"containers?(?: {_NO})?|контейнер\w*(?: {_NO})?"),
    _label("seals", rf"seals?(?: {_NO})?|пломб[аы](?: {_NO})?"),
    _label("total_packages", r"total (?:no\.? of |number of )?(?:packages|cartons)|всего мест", sort=Sort.COUNT),
    _label(
        "net_mass_kg",
        "total net (?:weight|mass)(?:,? kg)?|(?:общ(?:ая|ий)|всего) (?:масса|вес) нетто(?:,? кг)?",
        sort=Sort.MASS,
    ),
    _label(
        "gross_mass_kg",
        "total gross (?:weight|mass)(?:,? kg)?",
        "(?:общ(?:ая|ий)|всего) (?:масса|вес) брутто(?:,? кг)?",
        sort=Sort.MASS,
    ),
    _label("payment", "(?:terms of )?payment(?: terms)?|bank|условия оплаты|signature|подпись", sort=Sort.NOTHING),
)
INVOICE = (
    _label(
        "number", rf"(?:commercial |proforma )?invoice {_NO}|инвойс ?{_NO}|сч[её]т(?:-фактура)? ?{_NO}", Sort.NUMBER
    ),
    *_TRADE,
    _label("value", "(?:grand )?total(?: amount| value)?|итого|всего к оплате", sort=Sort.MONEY),
)
PACKING_LIST = (
    _label("number", rf"packing list ?{_NO}|упаковочный лист ?{_NO}", sort=Sort.NUMBER),
    _label("invoice", rf"invoice {_NO}|инвойс ?{_NO}", sort=Sort.NOTHING),
    *_TRADE,
    _label("total", "(?:grand )?total", "итого", sort=Sort.NOTHING),
)

# The heads of the columns of goods, of all kinds of paper.
COLUMNS = (
    _label("line", r"(?:no\.?|№|n|п/п|item|#)(?: п/п)?"),
    _label(
        "commodity_code",
        rf"(?:hs|h\.s\.|commodity|tariff|customs)[ -]*(?:code|{_NO})|statistical number|код тн ?вэд",
        rf"тн ?вэд|статистический {_NO}|код товара|statistical|статистический",
    ),
    _label(
        "packing", "(?:method|kind|type) of(?: packing| packages)?|packing|род(?: упаковки)?|вид(?: упаковки)?|упаковка"
    ),
    _label(
        "packages",
        r"(?:number|no\.?|quantity) of (?:packages|pkgs|cartons)|packages|cartons|ctns",
        "кол(?:ичество|-во) мест|мест",
    ),
    _label("marks", rf"(?:shipping )?marks(?: and|,| &)?(?: {_NO}s?| numbers)?|знаки(?: и номера)?|маркировка"),
    _label(
        "description",
        "(?:description|nature)(?: of (?:the )?(?:goods|packages(?: and goods)?))?",
        "наименование(?: груза| товара)?|goods|товар|описание",
    ),
    _label("net_mass_kg", r"net(?: weight| mass)?(?:,? ?\(?kgs?\)?)?|(?:вес |масса )?нетто(?:,? кг)?"),
    _label("gross_mass_kg", r"gross(?: weight| mass)?(?: in)?(?:,? ?\(?kgs?\)?)?|(?:вес |масса )?брутто(?:,? кг)?"),
    _label("volume_m3", "volume(?: in)?(?: m3| m³)?|measurement|cbm|объем(?:,? м3|,? м³)?"),
    _label("quantity", "quantity|qty|кол(?:ичество|-во)"),
    _label("price", "(?:unit )?price(?:,? usd)?|цена"),
    _label("value", "amount(?:,? usd)?|(?:total )?value|сумма|стоимость"),
    _label("origin_country", "(?:country of )?origin|страна происхождения"),
)
END_OF_GOODS = re.compile(r"^\W*(?:grand )?(?:total|итого|всего)\b", re.IGNORECASE)
# What a blank prints after the name of a box, in brackets or on a line of its own.
HINTS = frozenset(
    {"name", "address", "country", "place", "date", "and", "or", "kg", "nom", "adresse", "pays", "lieu", "anschrift"}
    | {"наименование", "адрес", "страна", "место", "дата", "и", "кг"}
)
LABELS = {"cmr_note": CMR_NOTE, "bill_of_lading": BILL_OF_LADING, "invoice": INVOICE, "packing_list": PACKING_LIST}
