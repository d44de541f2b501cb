"""What changed between any two revisions: what, when, by whom; lines are paired as one would by hand."""

import pytest

from tests import factories as make
from tests.profiling.views.stage import signed_in

pytestmark = pytest.mark.django_db

TROUSERS = {"commodity_code": "6203423500", "description": "Men's trousers", "packages": 10}
SHIRTS = {"commodity_code": "6109100000", "description": "T-shirts", "packages": 20}
SOCKS = {"commodity_code": "6115950000", "description": "Socks", "packages": 30}


def changes(older: dict, newer: dict) -> dict[str, tuple[str, str]]:
    of = make.consignment(**older)
    make.revise(of, **newer)
    page = signed_in().get(f"/consignments/{of.pk}/changes/")
    return {change.field: (change.before, change.after) for change in page.context["changes"]}


CASES = [
    ("nothing", {}, {}, {}),
    ("packages of a line", {"goods": [TROUSERS]}, {"goods": [TROUSERS | {"packages": 12}]},
     {"Packages 1": ("10", "12")}),
    ("the first of three lines goes", {"goods": [TROUSERS, SHIRTS, SOCKS]}, {"goods": [SHIRTS, SOCKS]}, {
        "Goods 1": ("Men's trousers", ""), "HS code 1": ("6203423500", ""), "Packages 1": ("10", ""),
        "Number of goods 1": ("2", "1"), "Number of goods 2": ("3", "2")}),
    ("a line comes", {"goods": [TROUSERS]}, {"goods": [TROUSERS, SOCKS]}, {
        "Goods 2": ("", "Socks"), "HS code 2": ("", "6115950000"), "Packages 2": ("", "30")}),
    ("other goods under the same number", {"goods": [TROUSERS]}, {"goods": [SOCKS]}, {
        "Goods 1": ("Men's trousers", "Socks"), "HS code 1": ("6203423500", "6115950000"), "Packages 1": ("10", "30")}),
    ("another seal", {"equipment": [{"number": "KSHU6182408", "seals": ["A1"]}]},
     {"equipment": [{"number": "KSHU6182408", "seals": ["A2"]}]}, {"KSHU6182408, seals": ("A1", "A2")}),
    ("another box", {"equipment": [{"number": "KSHU6182408"}]}, {"equipment": [{"number": "MSKU1234565"}]},
     {"Box MSKU1234565": ("", "MSKU1234565"), "Box KSHU6182408": ("KSHU6182408", "")}),
    ("another address", {"parties": [{"role": "consignee", "name": "Nur", "city": "Osh"}]},
     {"parties": [{"role": "consignee", "name": "Nur", "city": "Batken"}]}, {"Consignee, address": ("Osh", "Batken")}),
    ("a paper comes", {}, {"documents": [{"kind": "permit", "number": "P-1"}]}, {"Permit": ("", "P-1")}),
    ("another route", {"itinerary": ["CN", "KG"]}, {"itinerary": ["CN", "KZ", "KG"]},
     {"Route": ("CN → KG", "CN → KZ → KG")}),
    ("another payment", {"freight_payment_method": "prepaid"}, {"freight_payment_method": "cash"},
     {"Freight payment": ("prepaid", "cash")}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "older", "newer", "expected"), CASES, ids=[row[0] for row in CASES])
def test_what_changed(name, older, newer, expected):
    found = changes(older, newer)
    found.pop("Arrival", None)  # each revision of these tests arrives when it is made
    assert found == expected


def test_any_two_revisions_may_be_compared_with_when_and_by_whom():
    of = make.consignment(total_packages=1)
    make.revise(of, total_packages=2)
    third = make.revise(of, total_packages=3)
    page = signed_in().get(f"/consignments/{of.pk}/changes/?before=1&after=3")
    packages = next(change for change in page.context["changes"] if change.field == "Packages")
    assert (packages.before, packages.after, packages.kind) == ("1", "3", "changed")
    text = page.content.decode()
    assert of.source.name in text and third.submission.submitted_by.short_name in text
    assert signed_in().get(f"/consignments/{of.pk}/changes/?before=x&after=99").status_code == 200


@pytest.mark.parametrize(("role", "status"), [("examiner", 200), ("auditor", 200), ("client", 403)])
def test_who_may_read_it(role, status):
    assert signed_in(role).get(f"/consignments/{make.consignment().pk}/changes/").status_code == status


def test_another_units_is_not_there():
    of = make.consignment()
    assert signed_in(unit=make.unit("OSH")).get(f"/consignments/{of.pk}/changes/").status_code == 404
