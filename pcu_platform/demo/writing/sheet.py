"""Writes trips as a spreadsheet, one goods line a row, with the headers of the customs system's Russian extract."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime

from openpyxl import Workbook

from pcu_platform.demo.drafts import Item, Load, Trip

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

SOME_DAY = datetime(2026, 1, 1)
_MODIFIED = re.compile(rb"(?<=>)[0-9T:-]+Z(?=</dcterms:modified>)")
SPOILED = "не взвешен"

HEADERS = (
    "CMR", "Дата CMR", "Гос. номер", "Прицеп", "Страна ТС", "Пост въезда", "Пост выезда", "Прибытие",
    "Перевозчик", "Грузоотправитель", "Адрес отправителя", "Страна отправителя", "Грузополучатель", "ИНН",
    "Адрес получателя", "Страна получателя", "Уведомляемая сторона", "Контейнер", "Тип контейнера", "Пломбы",
    "Гружёный/порожний", "Наименование товара", "Код ТН ВЭД", "Количество мест", "Вид упаковки", "Вес брутто, кг",
    "Вес нетто, кг", "Стоимость", "Валюта", "Страна происхождения", "Страна отправления",
    "Страна назначения", "Место погрузки", "Место доставки", "Процедура", "Оплата перевозки", "Инвойс", "Дата инвойса",
    "Книжка МДП",
)  # fmt: skip
_PROCEDURES = {"import": "импорт", "export": "экспорт", "transit": "транзит"}
_PAYMENTS = {"cash": "наличные", "prepaid": "предоплата", "collect": "при получении", "account": "безнал", "": ""}
_FULLNESS = {"": "", "full": "гружёный", "empty": "порожний"}


def write_csv(trips: Sequence[Trip]) -> bytes:
    """Return the sheet as CSV with semicolons, in UTF-8 with a mark."""
    content = io.StringIO()
    writer = csv.writer(content, delimiter=";")
    writer.writerow(HEADERS)
    writer.writerows(_rows(trips))
    return content.getvalue().encode("utf-8-sig")


def write_xlsx(trips: Sequence[Trip]) -> bytes:
    """Return the sheet as a workbook: the same bytes for the same trips."""
    workbook = Workbook(write_only=True)
    workbook.properties.created = SOME_DAY
    sheet = workbook.create_sheet("Манифест")
    sheet.append(HEADERS)
    for row in _rows(trips):
        sheet.append(row)
    content = io.BytesIO()
    workbook.save(content)
    return _undated(content)


def _undated(workbook: io.BytesIO) -> bytes:
    """Return the archive as if it had been made on SOME_DAY: its members bear a date, and its properties another."""
    content = io.BytesIO()
    with zipfile.ZipFile(workbook) as dated, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as undated:
        for member in dated.infolist():
            content_of_it = _MODIFIED.sub(SOME_DAY.isoformat().encode() + b"Z", dated.read(member))
            undated.writestr(zipfile.ZipInfo(member.filename, SOME_DAY.timetuple()[:6]), content_of_it)
    return content.getvalue()


def _rows(trips: Sequence[Trip]) -> Iterator[list[object]]:
    for trip in trips:
        for load in trip.loads:
            for item in load.items:
                yield _row(trip, load, item)


def _row(trip: Trip, load: Load, item: Item) -> list[object]:
    box = load.boxes[0] if load.boxes else None
    seals = box.seals if box else load.seals
    return [
        load.number,
        load.issued_on.isoformat(),
        trip.plate,
        trip.trailer,
        trip.country,
        "" if trip.is_export else trip.post,
        trip.post if trip.is_export else trip.exit_post,
        f"{trip.arrival_at:%Y-%m-%d %H:%M}",
        trip.carrier.name,
        load.consignor.name,
        _address(load.consignor.street, load.consignor.city),
        load.consignor.country,
        load.consignee.name,
        load.consignee.identifier,
        _address(load.consignee.street, load.consignee.city),
        load.consignee.country,
        load.notify.name if load.notify else "",
        box.number if box else "",
        box.size_type if box else "",
        ", ".join(seals) if seals else ("нет" if box else ""),
        _FULLNESS[box.fullness] if box else "",
        item.description,
        item.code,
        item.packages,
        item.kind.package_kind,
        SPOILED if load.is_spoiled else item.gross_kg,
        item.net_kg,
        item.value,
        item.currency,
        item.origin,
        load.dispatch,
        load.destination,
        load.place_of_loading,
        load.place_of_delivery,
        _PROCEDURES[load.way],
        _PAYMENTS[load.freight_method],
        load.invoice,
        load.invoiced_on.isoformat(),
        load.tir_carnet,
    ]


def _address(street: str, city: str) -> str:
    return ", ".join(part for part in (city, street) if part)
