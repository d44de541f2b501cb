"""Papers as PDFs, set with Typst: a CMR note on its blank, a bill of lading, an invoice, a packing list."""

from .files import pdf

_HEAD = '#set page(margin: 1cm)\n#set text(size: 9pt, font: "DejaVu Sans Mono")\n#set table(stroke: 0.5pt)\n'


def _box(label: str, value: str) -> str:
    """Return a cell of the blank; "|" in the value begins a line."""
    lines = value.replace("|", " \\ ")
    return f"[#text(size: 6pt)[{label}] \\ {lines}]"


_CMR_WORDS = {
    "en": {
        "title": "International consignment note",
        "sender": "1 Sender (name, address, country)",
        "consignee": "2 Consignee (name, address, country)",
        "delivery": "3 Place of delivery of the goods (place, country)",
        "taking": "4 Place and date of taking over the goods (place, country, date)",
        "documents": "5 Documents attached",
        "carrier": "16 Carrier (name, address, country)",
        "successive": "17 Successive carriers (name, address, country)",
        "reservations": "18 Carrier's reservations and observations",
        "goods": [
            "6 Marks and Nos", "7 Number of packages", "8 Method of packing", "9 Nature of the goods",
            "10 Statistical number", "11 Gross weight in kg", "12 Volume in m3",
        ],
        "instructions": "13 Sender's instructions",
        "payment": "14 Payment for carriage",
        "agreements": "19 Special agreements",
        "established": "21 Established in",
        "on": "on",
        "signed": "22 Signature and stamp of the sender",
        "signed_carrier": "23 Signature and stamp of the carrier",
        "received": "24 Goods received",
        "vehicle": "Vehicle No",
        "trailer": "Trailer",
        "seals": "Seals",
    },
    "ru": {
        "title": "Международная товарно-транспортная накладная",
        "sender": "1 Отправитель (наименование, адрес, страна)",
        "consignee": "2 Получатель (наименование, адрес, страна)",
        "delivery": "3 Место разгрузки груза (место, страна)",
        "taking": "4 Место и дата погрузки груза (место, страна, дата)",
        "documents": "5 Прилагаемые документы",
        "carrier": "16 Перевозчик (наименование, адрес, страна)",
        "successive": "17 Последующий перевозчик (наименование, адрес, страна)",
        "reservations": "18 Оговорки и замечания перевозчика",
        "goods": [
            "6 Знаки и номера", "7 Количество мест", "8 Род упаковки", "9 Наименование груза",
            "10 Статистический №", "11 Вес брутто, кг", "12 Объем, м3",
        ],
        "instructions": "13 Указания отправителя",
        "payment": "14 Условия оплаты",
        "agreements": "19 Особые согласованные условия",
        "established": "21 Составлена в",
        "on": "от",
        "signed": "22 Подпись и штамп отправителя",
        "signed_carrier": "23 Подпись и штамп перевозчика",
        "received": "24 Груз получен",
        "vehicle": "Тягач",
        "trailer": "Полуприцеп",
        "seals": "Пломбы №",
    },
}  # fmt: skip


def cmr(language: str = "en", *, number: str = "0088231", gross: str = "15 640,5") -> bytes:
    return pdf(cmr_markup(language, number=number, gross=gross))


def cmr_markup(language: str = "en", *, number: str = "0088231", gross: str = "15 640,5") -> str:
    """Return a CMR note on the usual blank: boxes 1 to 5 left of 16 to 18, the goods across, the rest below."""
    words = _CMR_WORDS[language]
    heads = ", ".join(f"text(size: 6pt)[{head}]" for head in words["goods"])
    return f"""{_HEAD}
#table(columns: (1fr, 1fr),
  {_box(words["sender"], "Kashi Xinlan Garment Co., Ltd|12 Renmin East Road, Kashi, China")},
  [#text(size: 16pt)[CMR] #h(1em) #text(size: 7pt)[{words["title"]}] \\ CMR № {number}],
  {_box(words["consignee"], "Nur-Kiyim Import OsOO|Kurmanjan Datka 14, Osh, Kyrgyzstan")},
  {_box(words["carrier"], "Tulpar-Trans Osh OsOO|Lenina 2, Osh, Kyrgyzstan")},
  {_box(words["delivery"], "Osh, Kyrgyzstan")},
  {_box(words["successive"], "")},
  {_box(words["taking"], "Kashi, China 23.11.2026")},
  {_box(words["reservations"], "")},
  {_box(words["documents"], "Invoice XL-26/09 of 20.11.2026; packing list 77")},
  [{words["vehicle"]}: 01 KG 730 BHC \\ {words["trailer"]}: 01 KG 112 PA \\ {words["seals"]}: HX204512],
)
#table(columns: (1.2fr, 1fr, 1fr, 2.4fr, 1.3fr, 1.2fr, 1fr), {heads},
  [XL 1-618], [618], [CT], [Trousers of cotton, men's, in cartons], [6203 42 3500], [{gross}], [61,2],
)
#table(columns: (1fr, 1fr),
  {_box(words["instructions"], "Keep dry")}, {_box(words["agreements"], "")},
  {_box(words["payment"], "Prepaid by sender")}, {_box(words["established"], "Kashi " + words["on"] + " 22.11.2026")},
  {_box(words["signed"], "Xinlan")}, {_box(words["signed_carrier"], "Tulpar")},
)
"""


def bill_of_lading() -> bytes:
    return pdf(f"""{_HEAD}
#table(columns: (1fr, 1fr),
  {_box("Shipper", "Ningbo Haisen Textile Co., Ltd|88 Haiyan Road, Ningbo, China")},
  [#text(size: 14pt)[BILL OF LADING] \\ B/L No. NGB26114407],
  {_box("Consignee", "Ala-Too Kiyim OsOO|Osh, Kyrgyzstan")},
  {_box("Carrier", "Blue Strait Line Ltd, Singapore")},
  {_box("Notify party", "Silk Way Logistics LLP, Almaty, Kazakhstan")},
  {_box("Place of receipt", "Ningbo, China")},
)
#table(columns: (1fr, 1fr, 1fr, 1fr),
  {_box("Ocean vessel", "BLUE ORCHID")}, {_box("Voyage No", "114W")},
  {_box("Port of loading", "Ningbo, China")}, {_box("Port of discharge", "Poti, Georgia")},
)
#table(columns: (1.3fr, 1fr, 3fr, 1.3fr, 1.2fr),
  [Marks and numbers], [No. of packages], [Description of goods], [Gross weight KG], [Measurement CBM],
  [ALT 1-240], [240 CTNS], [Knitted fabrics of synthetic fibres], [9 820.000], [58.4],
  [ALT 241-300], [60 CTNS], [Zip fasteners], [1 105.500], [6.1],
)
Container No. MSKU6873900 #h(3em) Seal No. CN8841207

Freight: prepaid #h(3em) Total packages: 300

Place and date of issue: Ningbo, 12 Nov 2026 #h(2em) Shipped on board: 11.11.2026
""")


def invoice(language: str = "en") -> bytes:
    """Return an invoice without ruled boxes: labels with colons, and a table of goods."""
    if language == "ru":
        return pdf(f"""{_HEAD}#set table(stroke: none)
#text(size: 14pt)[Инвойс № ХЛ-26/09] #h(3em) Дата: 20.11.2026

#grid(columns: (1fr, 1fr), [Продавец: \\ ООО Хлопок Импэкс \\ Ташкент, Узбекистан],
  [Покупатель: \\ ОсОО Нур-Кийим \\ Ош, Кыргызстан])

#table(columns: (auto, 1fr, auto, auto, auto, auto), [№], [Наименование товара], [Код ТН ВЭД], [Кол-во мест],
  [Вес нетто, кг], [Сумма],
  [1], [Пряжа хлопчатобумажная], [5205120000], [400], [20 000], [54 000,00],
  [2], [Нитки швейные], [5204110000], [10], [350,5], [1 200,00])
Итого: 55 200,00 USD

Условия поставки: DAP Ош
""")
    return pdf(f"""{_HEAD}#set table(stroke: none)
#text(size: 16pt)[COMMERCIAL INVOICE]

Invoice No: XL-26/09 #h(3em) Date: 20.11.2026

#grid(columns: (1fr, 1fr), [Seller: \\ Kashi Xinlan Garment Co., Ltd \\ 12 Renmin East Road, Kashi, China],
  [Buyer: \\ Nur-Kiyim Import OsOO \\ Osh, Kyrgyzstan])

Delivery terms: DAP Osh

#table(columns: (auto, 1fr, auto, auto, auto, auto), [No], [Description of goods], [HS code], [Cartons],
  [Unit price], [Amount],
  [1], [Trousers of cotton], [6203423500], [618], [94.17], [58,200.00])
Total: USD 58,200.00
""")


def packing_list() -> bytes:
    return pdf(f"""{_HEAD}
#text(size: 16pt)[PACKING LIST] #h(2em) Packing list No: 77 #h(2em) Date: 20.11.2026

Invoice No: XL-26/09

#grid(columns: (1fr, 1fr), [Shipper: \\ Kashi Xinlan Garment Co., Ltd \\ Kashi, China],
  [Consignee: \\ Nur-Kiyim Import OsOO \\ Osh, Kyrgyzstan])

Container No: KSHU6182408 #h(3em) Seal No: HX204512

#table(columns: (1fr, 2fr, auto, auto, auto), [Marks], [Description], [Cartons], [Net weight, kg], [Gross weight, kg],
  [XL 1-618], [Trousers of cotton], [618], [14 820.5], [15 640])

Total net weight: 14 820.5 kg #h(3em) Total gross weight: 15 640 kg
""")
