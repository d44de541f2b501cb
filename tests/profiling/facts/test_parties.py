"""Group A: hit, no hit and not evaluable, and innocent twins."""

from dataclasses import replace

import pytest

from profiling.facts.known import KnownParty
from tests.profiling.facts.stating import CONSIGNEE, CONSIGNOR, NOTIFY, answer, facts_of

BILL = "bill_of_lading"
TO_ORDER = replace(CONSIGNEE, name="TO ORDER")
BANK = replace(CONSIGNEE, name="ОАО Айыл Банк")


def parties(*others: KnownParty, consignee: KnownParty = CONSIGNEE) -> tuple[KnownParty, ...]:
    return (CONSIGNOR, consignee, *others)


A05 = [
    ("to order, no notify party", {"parties": parties(consignee=TO_ORDER)}, True),
    ("to order of a bank", {"consignee": {"name": "To the order of Demir Bank"}}, True),
    ("in Russian", {"consignee": {"name": "По приказу"}}, True),
    ("notify party same as consignee", {"parties": parties(replace(NOTIFY, name="SAME"), consignee=TO_ORDER)}, True),
    ("notify party a placeholder", {"parties": parties(replace(NOTIFY, name="N/A"), consignee=TO_ORDER)}, True),
    ("bank holds the bill of lading", {"parties": parties(consignee=BANK), "transport_document_kind": BILL}, True),
    ("bank buys furniture under CMR", {"parties": parties(consignee=BANK), "transport_document_kind": "cmr"}, False),
    ("to order with a real notify party", {"parties": parties(NOTIFY, consignee=TO_ORDER)}, False),
    ("a consignee", {}, False),
    ("a name that begins with order", {"consignee": {"name": "Ordertech LLC"}}, False),
    ("no place for a notify party", {"parties": parties(consignee=TO_ORDER), "document_kind": "cmr_note"}, None),
    ("no consignee", {"parties": (CONSIGNOR,)}, None),
]  # fmt: skip
A06 = [
    ("abroad", {"parties": parties(replace(NOTIFY, country="TJ"))}, True),
    ("at home", {"parties": parties(NOTIFY)}, False),
    ("the consignee itself", {"parties": parties(replace(NOTIFY, name="BEREKE OsOO", country="TJ"))}, False),
    ("same as consignee", {"parties": parties(replace(NOTIFY, name="Same as consignee", country=None))}, False),
    ("the same tax number", {"parties": (
        CONSIGNOR, replace(CONSIGNEE, identifier="1"), replace(NOTIFY, identifier="1", country="TJ"))}, False),
    ("country not stated", {"parties": parties(replace(NOTIFY, country=None))}, None),
    ("consignee's country not stated", {"parties": parties(NOTIFY, consignee=replace(CONSIGNEE, country=None))}, None),
    ("no notify party", {}, None),
]  # fmt: skip
A07 = [
    ("forwarder", {"consignee": {"name": "Silk Road Logistics"}}, True),
    ("trader", {}, False),
    ("no name", {"consignee": {"name": None}}, None),
    ("no consignee", {"parties": (CONSIGNOR,)}, None),
]
A08 = [
    ("consignee", {"consignee": {"name": "не известно"}}, True),
    ("consignor", {"consignor": {"name": "..."}}, True),
    ("notify party", {"parties": parties(replace(NOTIFY, name="N/A"))}, True),
    ("a placeholder decides though the other is not stated", {"parties": (replace(CONSIGNEE, name="xxx"),)}, True),
    ("notify party same as consignee", {"parties": parties(replace(NOTIFY, name="same as consignee"))}, False),
    ("notify party «получатель»", {"parties": parties(replace(NOTIFY, name="получатель"))}, False),
    ("names", {}, False),
    ("carrier is not asked", {"parties": parties(KnownParty("carrier", "N/A"))}, False),
    ("consignor not stated", {"parties": (CONSIGNEE,)}, None),
]
A09 = [
    ("city only", {"consignee": {"street": None}}, True),
    ("street without a city", {"consignee": {"street": "Ленина 12", "city": None}}, True),
    ("all in the street field", {"consignee": {"street": "Ленина 12, Ош", "city": None}}, False),
    ("box", {"consignor": {"address": "P.O. Box 7, Yiwu"}}, True),
    ("one incomplete, the other not stated", {
        "parties": (replace(CONSIGNOR, address=None), replace(CONSIGNEE, street=None))}, True),
    ("complete", {}, False),
    ("one not stated", {"consignor": {"address": None}}, None),
    ("none stated", {"parties": (replace(CONSIGNOR, address=None), replace(CONSIGNEE, street=None, city=None))}, None),
]  # fmt: skip
A15 = [
    ("patronymic", {"consignee": {"name": "Асанов Бакыт Усенович"}}, True),
    ("stated", {"consignee": {"name": "Бакыт", "is_natural_person": True}}, True),
    ("stated to be a firm", {"consignee": {"name": "Асанов Бакыт Усенович", "is_natural_person": False}}, False),
    ("firm", {}, False),
    ("entrepreneur", {"consignee": {"name": "ИП Асанов Бакыт"}}, False),
    ("a name that tells nothing", {"consignee": {"name": "Ала-Тоо"}}, None),
    ("to order", {"consignee": {"name": "To order"}}, None),
    ("no consignee", {"parties": (CONSIGNOR,)}, None),
]
TABLES = {
    "consignee_to_order": A05,
    "notify_differs_abroad": A06,
    "consignee_is_forwarder": A07,
    "party_is_placeholder": A08,
    "party_address_incomplete": A09,
    "consignee_is_person": A15,
}
ROWS = [(column, *row) for column, rows in TABLES.items() for row in rows]


@pytest.mark.parametrize(("column", "case", "changes", "expected"), ROWS, ids=[f"{row[0]}: {row[1]}" for row in ROWS])
def test_parties(column, case, changes, expected):
    assert answer(column, **changes) is expected


@pytest.mark.parametrize(
    ("column", "changes", "evidence"),
    [
        ("consignee_to_order", {"parties": parties(consignee=TO_ORDER)}, {"consignee": "TO ORDER", "notify_party": ""}),
        ("party_is_placeholder", {"consignee": {"name": "xxx"}}, {"role": "consignee", "text": "xxx"}),
        ("party_address_incomplete", {"consignee": {"street": None}}, {"role": "consignee", "address": "Ош"}),
    ],
)
def test_a_hit_says_what_it_was_seen_in(column, changes, evidence):
    assert facts_of(**changes).evidence[column] == evidence


def test_no_hit_leaves_no_evidence():
    assert {column for column in TABLES if column in facts_of().evidence} == set()


def test_countries_of_the_parties():
    facts = facts_of(parties=(CONSIGNOR,))
    assert (facts.values["consignor_country"], facts.values["consignee_country"]) == ("CN", None)
