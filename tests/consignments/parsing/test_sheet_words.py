"""Words in cells: what they mean in the three languages, and what a sheet makes of them."""

import pytest

from consignments.parsing.sheets import spreadsheet
from consignments.parsing.sheets import words as sheet_words

from .samples import BISHKEK


@pytest.mark.parametrize(
    ("meaning", "word", "expected"),
    [
        (sheet_words.freight_payment_method, "наличные", "cash"),
        (sheet_words.freight_payment_method, "prepaid", "prepaid"),
        (sheet_words.freight_payment_method, "безнал", "account"),
        (sheet_words.freight_payment_method, "as agreed", "other"),
        (sheet_words.mode, "авто", "road"),
        (sheet_words.mode, "ж/д", "rail"),
        (sheet_words.mode, "camel", None),
        (sheet_words.procedure, "ИМ 40".lower(), "import"),
        (sheet_words.procedure, "транзит", "transit"),
        (sheet_words.procedure, "перегрузка", "transhipment"),
        (sheet_words.procedure, "gift", None),
        (sheet_words.fullness, "порожний", "empty"),
        (sheet_words.fullness, "loaded", "full"),
        (sheet_words.fullness, "", None),
        (sheet_words.document_kind, "CMR No.", "cmr"),
        (sheet_words.document_kind, "B/L", "bill_of_lading"),
        (sheet_words.document_kind, "Коносамент", "bill_of_lading"),
        (sheet_words.document_kind, "Waybill", None),
    ],
)
def test_a_word(meaning, word, expected):
    assert meaning(word) == expected


def first(header: str, row: str):
    document = spreadsheet.parse(f"{header}\n{row}\n".encode(), local_zone=BISHKEK)
    return document.manifest, next(document.consignments)


def test_words_fill_their_fields_and_an_unknown_one_is_noted():
    manifest, found = first(
        "B/L;Goods;Mode;Procedure;Freight payment;Full or empty;Container;Freight;Freight currency",
        "A;Soap;Rail;Export;Cash;Empty;KSHU1;900;USD",
    )
    assert (manifest.mode, found.procedure, found.freight_payment_method) == ("rail", "export", "cash")
    assert (found.freight_amount, found.freight_currency, found.equipment[0].fullness) == (900, "USD", "empty")
    manifest, found = first("B/L;Goods;Mode", "A;Soap;camel")
    assert manifest.mode is None and [p.code for p in found.problems] == ["word_unknown"]


@pytest.mark.parametrize(
    ("header", "mode"), [("CMR", "road"), ("СМГС", "rail"), ("AWB", "air"), ("B/L", None), ("B/L;Trailer", "road")]
)
def test_the_paper_or_a_trailer_tells_the_mode_where_no_column_does(header, mode):
    manifest, _ = first(f"{header};Goods;Packages", "A;T1;Soap;1" if "Trailer" in header else "A;Soap;1")
    assert manifest.mode == mode
