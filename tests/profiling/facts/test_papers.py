"""Facts that need a second document: D01, D02, D05, D07, D09. Not known without one; D02 is the exception by rule."""

from dataclasses import replace
from datetime import date
from decimal import Decimal as D

import pytest

from profiling.facts.known import KnownDocument, KnownGoodsItem, KnownPaper, KnownParty
from tests.profiling.facts.stating import CONSIGNEE, CONSIGNOR, PLAIN, SHIRTS, answer, facts_of

INVOICE = KnownPaper("invoice", "17", gross_mass_kg=D(1210), sender_name="Yiwu Hongda Trade Co Ltd")
PERMIT = KnownPaper("permit", "P-7/26", permit_sort="precursor", valid_until=date(2026, 12, 31), net_mass_kg=D(2000))
CERTIFICATE = KnownPaper("certificate_of_origin", "C-1", origin_country="CN")
ACETONE = replace(SHIRTS, commodity_code="2914110000", description="Acetone, technical", un_number="1090")
CHIPS = replace(SHIRTS, commodity_code="8542310000", description="Processors")
NAMED = KnownDocument("permit", "P-7/26")


def paper(of, **changes):
    return {"papers": (replace(of, **changes),)}


DIFFERING = [
    ("no second document", {}, None),
    ("an invoice that agrees", {"papers": (INVOICE,)}, False),
    ("an invoice with another mass", paper(INVOICE, gross_mass_kg=D(1400)), True),
    ("an invoice of another seller", paper(INVOICE, sender_name="Silk Road Trading"), True),
    ("an invoice that states nothing comparable", {"papers": (KnownPaper("invoice", "17"),)}, None),
    ("a permit is not compared", paper(PERMIT, gross_mass_kg=D(9)), None),
    (
        "a declaration of the same journey",
        {
            "same_journey": (
                replace(PLAIN, document_kind="eaeu_goods_declaration", goods=(replace(SHIRTS, packages=99),)),
            )
        },
        True,
    ),
    ("one that says the same", {"same_journey": (replace(PLAIN, document_kind="eaeu_goods_declaration"),)}, False),
]
REQUIRED = [
    ("shirts need none", {}, False),
    ("a precursor without its permit", {"goods": (ACETONE,)}, True),
    ("a precursor with it", {"goods": (ACETONE,), "papers": (PERMIT,)}, False),
    ("with a permit of another sort", {"goods": (ACETONE,), **paper(PERMIT, permit_sort="cites")}, True),
    ("with a permit that is only named", {"goods": (ACETONE,), "documents": (NAMED,)}, None),
    ("chips that stay here", {"goods": (CHIPS,), "procedure": "import"}, False),
    ("chips that go on", {"goods": (CHIPS,), "procedure": "transit"}, True),
    ("chips of which that is not known", {"goods": (CHIPS,), "procedure": None}, None),
    ("a code too short to tell", {"goods": (replace(SHIRTS, commodity_code="2914", description="Ketones"),)}, None),
    ("no goods stated", {"goods": ()}, None),
]
PERMITS = [
    ("no permit", {}, None),
    ("valid", {"papers": (PERMIT,)}, False),
    ("expired before arrival", paper(PERMIT, valid_until=date(2026, 3, 1)), True),
    ("valid on the day itself", paper(PERMIT, valid_until=date(2026, 3, 2)), False),
    ("of the consignee", paper(PERMIT, receiver_name="Береке ОсОО"), False),
    ("of somebody else", paper(PERMIT, receiver_name="Chem Import Ltd"), True),
    ("of the same issuer elsewhere", paper(PERMIT, issuer="Drug agency", other_issuer="Drug Agency"), False),
    ("of another issuer elsewhere", paper(PERMIT, issuer="Drug agency", other_issuer="Ministry of Health"), True),
    ("more than it permits", paper(PERMIT, net_mass_kg=D(1000)), True),
    ("used up before", paper(PERMIT, used_before_kg=D(1000)), True),
    ("enough is left", paper(PERMIT, used_before_kg=D(800)), False),
    ("for other goods", paper(PERMIT, net_mass_kg=D(10), goods=(KnownGoodsItem(1, "291411"),)), False),
    ("no number", paper(PERMIT, number="N/A"), True),
    ("an expired certificate", paper(CERTIFICATE, valid_until=date(2026, 2, 1)), True),
]
CERTIFICATES = [
    ("no certificate", {"papers": (INVOICE,)}, None),
    ("the same origin", {"papers": (CERTIFICATE,)}, False),
    ("one of the origins", {
        "goods": (SHIRTS, replace(SHIRTS, number=2, origin_country="VN")), "papers": (CERTIFICATE,)}, False),
    ("another origin", paper(CERTIFICATE, origin_country="VN"), True),
    ("nothing stated to compare", paper(CERTIFICATE, origin_country=None), None),
    ("sent from off the route", paper(CERTIFICATE, dispatch_country="AE"), True),
    ("another destination", paper(CERTIFICATE, destination_country="RU"), True),
    ("the exporter", paper(CERTIFICATE, sender_name="YIWU HONGDA TRADE"), False),
    ("another exporter", paper(CERTIFICATE, sender_name="Guangzhou Light Industry"), True),
    ("another producer than the invoice", {"papers": (
        replace(CERTIFICATE, producer_name="Mill One"), replace(INVOICE, producer_name="Weaving Plant Nine"))}, True),
]  # fmt: skip
DATES = [
    ("an invoice after taking over", paper(INVOICE, issued_on=date(2026, 2, 26)), True),
    ("an invoice before", paper(INVOICE, issued_on=date(2026, 2, 24)), False),
    ("a packing list after", paper(replace(INVOICE, kind="packing_list"), issued_on=date(2026, 2, 27)), True),
    ("issued after its expiry", paper(PERMIT, issued_on=date(2027, 1, 5)), True),
    ("a certificate issued later on", paper(CERTIFICATE, issued_on=date(2026, 2, 28)), False),
]
COLUMNS = {
    "documents_differ": DIFFERING,
    "required_document_missing": REQUIRED,
    "permit_faulty": PERMITS,
    "certificate_does_not_fit": CERTIFICATES,
    "dates_impossible": DATES,
}
CASES = [(column, *row) for column, rows in COLUMNS.items() for row in rows]


@pytest.mark.parametrize(("column", "case", "changes", "expected"), CASES, ids=[f"{row[0]}: {row[1]}" for row in CASES])
def test_papers(column, case, changes, expected):
    assert answer(column, **changes) is expected


def test_the_difference_names_both_documents_and_what_they_state():
    facts = facts_of(**paper(INVOICE, gross_mass_kg=D("1400.500")))
    assert facts.values["documents_differ_in"] == ["gross_mass"]
    assert facts.evidence["documents_differ"] == {
        "field": "gross_mass", "one": "transport_document", "one_number": "CMR-1", "one_states": "1210",
        "other": "invoice", "other_number": "17", "other_states": "1400.5",
    }  # fmt: skip


def test_what_is_missing_is_named_with_its_goods():
    facts = facts_of(goods=(SHIRTS, replace(ACETONE, number=2)))
    seen_in = {"item": 2, "list": "precursor", "permit": "precursor_permit"}
    assert facts.evidence["required_document_missing"] == seen_in


def test_the_seller_may_stand_for_the_consignor():
    seller = KnownParty("seller", "Hongda HK Ltd")
    changes = paper(INVOICE, sender_name="Hongda HK Ltd")
    assert answer("documents_differ", parties=(CONSIGNOR, CONSIGNEE, seller), **changes) is False
