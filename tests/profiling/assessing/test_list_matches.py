"""Lists of every kind against what a consignment states, with what agreed and what contradicts."""

import pytest
from django.utils import timezone

from profiling.assessing import assess_due
from profiling.models import Assessment
from profiling.watching.entries import add_entry
from profiling.watching.keys import value_key
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db
ADDRESS = "г. Ош, ул. Ленина, 12"
PERSON = "21403197510388"  # born on 14 March 1975


@pytest.fixture(autouse=True)
def no_draw(settings):
    settings.RANDOM_DRAW_PERCENT = 0


def assessed(*, identifier="", name="Асанов Нурлан", phone="", address="", **fields) -> Assessment:
    parties = [{"role": "consignee", "name": name, "country": "KG", "identifier": identifier}]
    parties[0] |= {"phone": phone, "address": address}
    made = make.consignment(round_due="revision", known_at=timezone.now(), parties=parties, **fields)
    assess_due()
    return Assessment.objects.get(consignment=made)


# name, kind, entry, what the consignment states, role of the match or None
EXACT = [
    ("a vessel by its IMO number", "vessel", "IMO 9074729",
     {"manifest_fields": {"mode": "sea", "conveyance_id": "Lake Star, IMO 9074729"}}, "conveyance"),
    ("another vessel", "vessel", "IMO 9074729", {"manifest_fields": {"conveyance_id": "IMO 9074730"}}, None),
    ("an address in another order and script", "address", "12 Lenina street, Osh", {"address": ADDRESS}, "consignee"),
    ("the house beside", "address", "14 Lenina street, Osh", {"address": ADDRESS}, None),
    ("a phone written otherwise", "phone", "+996 555 12 34 56", {"phone": "0555 123456"}, "consignee"),
    ("another phone", "phone", "+996 555 12 34 56", {"phone": "0555 123457"}, None),
    ("a tax number", "inn", "ИНН 01403202410388", {"identifier": "01403202410388"}, "consignee"),
    ("a paper that is only named", "document", "INV-77/26",
     {"documents": [{"kind": "invoice", "number": "inv 77 26"}]}, "document"),
    ("a carnet", "document", "XC82345678", {"tir_carnet_number": "XC 82345678"}, "document"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "value", "stated", "role"), [row[1:] for row in EXACT], ids=[row[0] for row in EXACT])
def test_lists_of_numbers_and_places(kind, value, stated, role):
    making.entry(making.watch_list(kind=kind, lane="yellow"), value, value_key=value_key(kind, value))
    case = assessed(**stated)
    assert [(hit.role, hit.score) for hit in case.list_hits.all()] == ([(role, 100.0)] if role else [])
    assert case.lane == ("yellow" if role else "green")


def test_a_town_alone_is_no_address_to_be_listed():
    assert value_key("address", "г. Ош") == ""
    assert value_key("vessel", "Lake Star") == ""


# name, columns of the entry, tax number of the consignee, score, lane, agreed, contradicted
BESIDE_THE_NAME = [
    ("the name alone", {}, "", 100, "red", ["name"], []),
    ("the same number", {"identifier": PERSON}, PERSON, 100, "red", ["birth_date", "identifier", "name"], []),
    ("another number", {"identifier": "21403197510399"}, PERSON, 90, "yellow",
     ["birth_date", "name"], ["identifier"]),
    ("born that year", {"birth_dates": ["1975"]}, PERSON, 100, "red", ["birth_date", "name"], []),
    ("born in another", {"birth_dates": ["1981-02-03"]}, PERSON, 90, "yellow", ["name"], ["birth_date"]),
    ("country and address", {"countries": ["KG"], "addresses": [ADDRESS]}, "", 100, "red",
     ["address", "country", "name"], []),
    ("an alias", {"value": "Dordoi Plast", "aliases": ["NURLAN ASANOV"]}, "", 100, "red", ["name"], []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("columns", "number", "score", "lane", "agreed", "against"),
    [row[1:] for row in BESIDE_THE_NAME],
    ids=[row[0] for row in BESIDE_THE_NAME],
)
def test_what_stands_beside_the_name(columns, number, score, lane, agreed, against):
    value = columns.pop("value", "Асанов Нурлан")
    making.entry(making.watch_list(), value, value_key=value_key("party", value), **columns)
    case = assessed(identifier=number, address=ADDRESS)
    (hit,) = case.list_hits.all()
    assert (hit.score, case.lane, sorted(hit.agreed), hit.contradicted) == (score, lane, agreed, against)
    assert case.facts.evidence["party_list_score"].get("contradicted", "") == ", ".join(against)
    assert case.facts.party_list_score == score


def test_the_lists_are_read_anew_when_one_changes():
    officer = make.officer("analyst")
    the_list = making.watch_list()
    assert not assessed().list_hits.exists()
    add_entry(the_list, officer, value="NURLAN ASANOV")
    assert assessed(document_number="CMR-2").list_hits.exists()
