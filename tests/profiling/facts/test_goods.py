"""Group C of one goods item: code, text, control lists, masses and values."""

from decimal import Decimal as D

import pytest

from tests.profiling.facts.stating import facts_of, item_answer

C04 = [
    ("TN VED code", {"commodity_code": "6109100000"}, False),
    ("subheading", {"commodity_code": "610910"}, False),
    ("heading", {"commodity_code": "6109"}, False),
    ("dots and blanks", {"commodity_code": "6109.10 000 0"}, False),
    ("leading zero", {"commodity_code": "080810"}, False),
    ("no such subheading", {"commodity_code": "6109110000"}, True),
    ("no such chapter", {"commodity_code": "7701000000"}, True),
    ("statistical chapter", {"commodity_code": "9999999999"}, True),
    ("five digits", {"commodity_code": "61091"}, True),
    ("nine digits", {"commodity_code": "610910000"}, True),
    ("letters", {"commodity_code": "61O9100000"}, True),
    ("left out where it must be stated", {"commodity_code": None}, True),
    ("left out where it may be", {"commodity_code": None, "document_kind": "cuscar"}, None),
]
C01 = [
    ("vague", {"description": "Запчасти"}, True),
    ("names a good", {"description": "Колодки тормозные КАМАЗ"}, False),
    ("not stated", {"description": None}, None),
]
C02 = [
    ("file name", {"description": "invoice.pdf"}, True),
    ("names a good", {}, False),
    ("left out where it must be stated", {"description": None}, True),
    ("left out where it may be", {"description": None, "document_kind": "spreadsheet_manifest"}, None),
]
C05 = [
    ("acetic anhydride", {"commodity_code": "2915240000"}, ["precursor"]),
    ("acetic acid beside it", {"commodity_code": "2915210000"}, []),
    ("arms chapter", {"commodity_code": "9302000000"}, ["arms"]),
    ("plastic waste heading", {"commodity_code": "3915100000"}, ["waste"]),
    ("integrated circuits", {"commodity_code": "8542310000"}, ["chpl"]),
    ("by the text, whatever the code", {"description": "уксусный ангидрид"}, ["precursor"]),
    ("on no list", {}, []),
    ("a heading of which part is listed", {"commodity_code": "2915"}, [None]),
    ("a heading all of which is listed", {"commodity_code": "3915"}, ["waste"]),
    ("a heading, no part of which is listed", {"commodity_code": "6109"}, []),
    ("no code, a telling text", {"commodity_code": None, "description": "caviar"}, ["cites", None]),
    ("no code, another text", {"commodity_code": None}, [None]),
    ("neither", {"commodity_code": None, "description": None}, None),
]
C08 = [
    ("a carton of shirts", {}, False),
    ("shirts of 500 kg a carton", {"packages": 2, "gross_mass_kg": D(1000)}, True),
    ("shirts of 50 g a carton", {"packages": 1000, "gross_mass_kg": D(50)}, True),
    ("shirts on pallets", {"packages": 2, "gross_mass_kg": D(1000), "package_kind": "PX"}, False),
    ("a machine of 5 t", {"commodity_code": "845811", "packages": 1, "gross_mass_kg": D(5000)}, False),
    ("coal in bulk", {"commodity_code": "270112", "gross_mass_kg": D(20000), "package_kind": "VO"}, None),
    ("no packages", {"packages": None}, None),
    ("zero packages", {"packages": 0}, None),
    ("no mass", {"gross_mass_kg": None}, None),
    ("no code", {"commodity_code": None}, None),
]  # fmt: skip
C10 = [
    ("net above gross", {"net_mass_kg": D(1300)}, True),
    ("equal", {"net_mass_kg": D(1210)}, False),
    ("below", {}, False),
    ("no net mass", {"net_mass_kg": None}, None),
    ("no gross mass", {"gross_mass_kg": None}, None),
]
TABLES = {
    "commodity_code_faulty": C04,
    "description_is_vague": C01,
    "description_is_meaningless": C02,
    "control_lists": C05,
    "mass_per_package_implausible": C08,
    "net_exceeds_gross": C10,
}
ROWS = [(column, *row) for column, rows in TABLES.items() for row in rows]

VALUES = [
    ("item_value_usd", {}, 5500.0),
    ("item_value_usd", {"value": D(1000), "currency": "CNY"}, 140.0),
    ("item_value_usd", {"currency": None}, None),
    ("item_value_usd", {"currency": "XXX"}, None),
    ("item_value_usd", {"value": None}, None),
    ("item_value_per_kg_usd", {}, 5.0),
    ("item_value_per_kg_usd", {"net_mass_kg": None, "gross_mass_kg": D(1000)}, 5.5),
    ("item_value_per_kg_usd", {"net_mass_kg": D(0), "gross_mass_kg": None}, None),
    ("item_value_per_kg_usd", {"net_mass_kg": None, "gross_mass_kg": None}, None),
    ("kg_per_package", {}, 12.1),
    ("hs_chapter", {}, "61"),
    ("hs4", {"commodity_code": "6109"}, "6109"),
    ("hs6", {"commodity_code": "6109"}, None),
    ("hs6", {"commodity_code": "6109.10"}, "610910"),
    ("hs_chapter", {"commodity_code": "abc"}, None),
    ("hs_chapter", {"commodity_code": None}, None),
    ("description", {"description": "  Cotton\n T-Shirts "}, "cotton t-shirts"),
    ("description", {"description": None}, None),
]


@pytest.mark.parametrize(("column", "case", "changes", "expected"), ROWS, ids=[f"{row[0]}: {row[1]}" for row in ROWS])
def test_goods(column, case, changes, expected):
    assert item_answer(column, **changes) == expected


@pytest.mark.parametrize(("column", "changes", "expected"), VALUES)
def test_values(column, changes, expected):
    assert item_answer(column, **changes) == expected


@pytest.mark.parametrize(
    ("column", "changes", "evidence"),
    [
        ("commodity_code_faulty", {"commodity_code": "61091"}, {"code": "61091", "why": "length"}),
        ("commodity_code_faulty", {"commodity_code": None}, {"code": "", "why": "missing"}),
        ("description_is_vague", {"description": "Parts, 5 ctns"}, {"term": "parts", "text": "Parts, 5 ctns"}),
        ("description_is_meaningless", {"description": "a.pdf"}, {"why": "file_name", "text": "a.pdf"}),
        ("control_lists", {"commodity_code": "2915240000"}, {"precursor": "291524"}),
        ("net_exceeds_gross", {"net_mass_kg": D(1300)}, {"net": 1300.0, "gross": 1210.0}),
        ("kg_per_package", {}, {"kg": 12.1, "low": 1, "high": 110, "chapter": "61"}),
        ("mass_per_package_implausible", {"packages": 2}, {"kg": 605.0, "low": 1, "high": 110, "chapter": "61"}),
    ],
)
def test_a_hit_says_what_it_was_seen_in(column, changes, evidence):
    assert facts_of(item=changes).items[0].evidence[column] == evidence
