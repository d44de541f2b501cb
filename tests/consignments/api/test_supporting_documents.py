"""Supporting documents by the API: a client adds papers to its own consignments and learns nothing of anybody's."""

import pytest

from consignments.models import CaseEvent, SupportingDocument
from consignments.supporting import withdraw
from tests import factories as make

from .conftest import calling

pytestmark = pytest.mark.django_db

URL = "/api/v1/supporting-documents/"


@pytest.fixture
def own(client_a):
    return make.consignment(source=client_a.source, unit=client_a.unit, document_number="CMR-1")


def invoice(**fields):
    line = {"commodity_code": "6203423500", "description": "Trousers", "packages": 618, "gross_mass_kg": "15640"}
    return {
        "document_number": "CMR-1", "kind": "invoice", "number": "XL-2611/07", "issued_on": "2026-11-19",
        "sender_name": "Kashi Xinlan Garment Co", "value": "58200", "currency": "USD", "incoterm": "DAP",
        "goods": [line], **fields,
    }  # fmt: skip


def send(caller, body=None, key="paper-1", url=URL):
    headers = {} if key is None else {"Idempotency-Key": key}
    return caller.post(url, invoice() if body is None else body, format="json", headers=headers)


def test_a_client_adds_an_invoice_to_its_own_consignment(client_a, own):
    answer = send(calling(client_a))
    assert answer.status_code == 201
    made = SupportingDocument.objects.get()
    assert (made.consignment, made.stated_by, made.entered_by, made.number_key) == (own, "client", client_a, "XL261107")
    assert (made.containers, made.taken_up_at) == (None, None)
    assert made.goods.get().packages == 618
    event = CaseEvent.objects.get(subject_id=made.pk)
    assert (event.verb, event.consignment, event.actor) == ("presented", own, client_a)


def test_the_same_key_again_adds_nothing(client_a, own):
    first, again = send(calling(client_a)), send(calling(client_a))
    assert (again.status_code, again.json()["id"]) == (201, first.json()["id"])
    other = send(calling(client_a), invoice(number="XL-2611/08"))
    assert (other.status_code, other.json()["code"]) == (409, "idempotency_key_reused")
    assert SupportingDocument.objects.count() == 1


def test_another_sources_consignment_is_as_unknown_as_none(client_a):
    make.consignment(document_number="CMR-1", unit=client_a.unit)
    existing, missing = send(calling(client_a)), send(calling(client_a), invoice(document_number="CMR-NONE"))
    assert existing.status_code == missing.status_code == 404
    assert existing.json() == missing.json()


def test_a_number_on_several_consignments_needs_its_date(client_a):
    for day in ("2026-11-01", "2026-11-02"):
        make.consignment(source=client_a.source, document_number="CMR-1", identity_date=day)
    refused = send(calling(client_a))
    assert (refused.status_code, refused.json()["code"]) == (409, "several_consignments")
    assert send(calling(client_a), invoice(identity_date="2026-11-02")).status_code == 201


def test_a_correction_is_a_version_and_the_earlier_stays(client_a, own):
    made = send(calling(client_a)).json()
    body = {name: value for name, value in invoice(value="60000").items() if name != "document_number"}
    answer = send(calling(client_a), body, url=f"{URL}{made['id']}/correction/")
    assert answer.status_code == 201
    first, second = SupportingDocument.objects.order_by("version")
    assert (first.value, second.value, second.version, second.corrects) == (58200, 60000, 2, first)
    assert list(SupportingDocument.objects.in_force()) == [second]
    assert second.goods.count() == 1


def test_what_officers_do_with_a_paper_is_not_its_senders_to_know(client_a, own):
    made = send(calling(client_a)).json()
    before = calling(client_a).get(f"{URL}{made['id']}/").json()
    analyst = make.officer("analyst", unit=client_a.unit)
    withdraw(SupportingDocument.objects.get(), "Belongs to another truck", by=analyst, stated_by="officer")
    assert calling(client_a).get(f"{URL}{made['id']}/").json() == before
    assert calling(client_a).get(URL).json()["count"] == 1
    body = {name: value for name, value in invoice().items() if name != "document_number"}
    assert send(calling(client_a), body, url=f"{URL}{made['id']}/correction/").status_code == 201


def test_another_client_and_another_unit_do_not_see_it(client_a, own):
    made = send(calling(client_a)).json()
    stranger, far = make.client(), make.officer("analyst", unit=make.unit("OSH"))
    near = make.officer("analyst", unit=client_a.unit)
    statuses = [calling(who).get(f"{URL}{made['id']}/").status_code for who in (stranger, far, near)]
    assert statuses == [404, 404, 200]
    assert calling(stranger).get(URL).json()["count"] == 0
    assert calling(None).get(URL).status_code == 401


@pytest.mark.parametrize("role", ["examiner", "auditor", "administrator"])
def test_who_may_not_add_one(role, client_a, own):
    assert send(calling(make.officer(role))).status_code == 403


WRONG = [
    ("no number", {"number": ""}, "number"),
    ("an unknown kind", {"kind": "letter"}, "kind"),
    ("a permit without its sort", {"kind": "permit"}, "permit_sort"),
    ("an invoice with a sort", {"permit_sort": "cites"}, "permit_sort"),
    ("a mass below nothing", {"gross_mass_kg": "-1"}, "gross_mass_kg"),
    ("a mass that is no number", {"gross_mass_kg": "NaN"}, "gross_mass_kg"),
    ("packages beyond counting", {"total_packages": 10**30}, "total_packages"),
    ("an absurd date", {"issued_on": "2026-13-41"}, "issued_on"),
    ("a country in words", {"origin_country": "China"}, "origin_country"),
    ("a NUL", {"issuer": "a\x00b"}, "issuer"),
    ("a line below nothing", {"goods": [{"value": "-3"}]}, "goods"),
    ("too many seals", {"seals": ["S"] * 201}, "seals"),
]


@pytest.mark.parametrize(("case", "fields", "named"), WRONG, ids=[row[0] for row in WRONG])
def test_what_is_wrong_is_named(case, fields, named, client_a, own):
    answer = send(calling(client_a), invoice(**fields))
    assert answer.status_code == 400
    assert list(answer.json()) == [named]


def test_it_asks_for_a_key(client_a, own):
    assert send(calling(client_a), key=None).json()["code"] == "idempotency_key_not_usable"
