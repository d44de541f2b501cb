"""The template of a spreadsheet manifest to download: headers in the sender's language and one example consignment."""

import csv
import io
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from .column_table import COLUMNS, Column

LANGUAGES = ("en", "ru", "ky")
_SHEET_NAMES = {"en": "Manifest", "ru": "Манифест", "ky": "Манифест"}

# Two goods lines of one consignment: the second row repeats the number and leaves blank what is the same.
EXAMPLE: tuple[dict[str, object], ...] = (
    {
        "document_number": "CMR-0088231",
        "issued_on": date(2026, 11, 23),
        "conveyance_id": "01KG730BHC",
        "trailer_ids": "011187P",
        "conveyance_nationality": "KG",
        "entry_post": "IRKESHTAM",
        "arrival": date(2026, 11, 24),
        "carrier_name": "Tulpar-Trans Osh OsOO",
        "driver_name": "Asanov Bakyt",
        "consignor_name": "Kashi Xinlan Garment Co., Ltd",
        "consignor_address": "88 Renmin Road, Kashi",
        "consignor_country": "CN",
        "consignee_name": "Nur-Kiyim Import OsOO",
        "consignee_identifier": "02709202610417",
        "consignee_address": "Lenin street 214, Osh",
        "container_number": "KSHU6182408",
        "seals": "HX204512",
        "description": "Men's trousers of cotton",
        "commodity_code": "6203423500",
        "packages": 618,
        "package_kind": "CT",
        "gross_mass_kg": 15640,
        "net_mass_kg": 14820.5,
        "value": 58200,
        "currency": "USD",
        "origin_country": "CN",
        "dispatch_country": "CN",
        "destination_country": "KG",
        "place_of_loading": "Kashi",
        "place_of_delivery": "Osh",
        "invoice_number": "XL-2611/09",
    },
    {
        "document_number": "CMR-0088231",
        "container_number": "KSHU6182408",
        "description": "Belts of leather",
        "commodity_code": "4203300000",
        "packages": 45,
        "package_kind": "CT",
        "gross_mass_kg": 1130,
        "net_mass_kg": 1040,
        "value": 9300,
        "currency": "USD",
        "origin_country": "CN",
    },
)


def template_xlsx(language: str = "en") -> bytes:
    """Return a workbook whose columns of codes are formatted as text, so that leading zeros stay."""
    columns = _columns()
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = _SHEET_NAMES.get(language, _SHEET_NAMES["en"])
    sheet.append([_title(column, language) for column in columns])
    for row in EXAMPLE:
        sheet.append([row.get(column.field) for column in columns])
    for position, column in enumerate(columns, start=1):
        letter = get_column_letter(position)
        sheet[f"{letter}1"].font = Font(bold=True)
        sheet[f"{letter}1"].alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[letter].width = max(12, len(_title(column, language)) + 2)
        for number in range(2, 500):
            if isinstance(EXAMPLE[0].get(column.field), str):
                sheet[f"{letter}{number}"].number_format = "@"
            elif isinstance(EXAMPLE[0].get(column.field), date):
                sheet[f"{letter}{number}"].number_format = "yyyy-mm-dd"
    sheet.freeze_panes = "B2"
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def template_csv(language: str = "en") -> bytes:
    """Return the same table as CSV with semicolons, in UTF-8 with a mark so that spreadsheet programs show Cyrillic."""
    content = io.StringIO()
    writer = csv.writer(content, delimiter=";")
    columns = _columns()
    writer.writerow([_title(column, language) for column in columns])
    for row in EXAMPLE:
        writer.writerow([row.get(column.field, "") for column in columns])
    return content.getvalue().encode("utf-8-sig")


def _columns() -> list[Column]:
    return [column for column in COLUMNS if column.in_template]


def _title(column: Column, language: str) -> str:
    return {"ru": column.ru, "ky": column.ky}.get(language, column.en)
