"""Registers meet assessments: nothing is told before they are fed; what they hold is told from the next round on."""

from datetime import timedelta

import pytest
from django.utils import timezone

from profiling.assessing import assess_due
from profiling.models import ConsignmentFacts
from profiling.registers.feeding import feed_register
from profiling.registers.rows import rows_of_json
from tests import factories as make

pytestmark = pytest.mark.django_db
NUR = {"inn": "01203201810045", "name": "ОсОО Нур", "address": "г. Ош, ул. Ленина 12"}
PARTY = {
    "name": "ОсОО Нур",
    "identifier": "01203201810045",
    "identifier_kind": "INN",
    "country": "KG",
    "street": "ул. Ленина 12",
    "city": "Ош",
}


def feed(register, *rows):
    feed_register(register, rows_of_json(rows, register), b"", is_whole=True)


def facts(**fields) -> ConsignmentFacts:
    fields.setdefault("parties", [PARTY])
    made = make.consignment(round_due="revision", **fields)
    assess_due()
    return ConsignmentFacts.objects.get(consignment=made)


def test_before_and_after_the_register_is_fed():
    assert facts().consignee_registered_days is None
    registered = timezone.localdate() - timedelta(days=12)
    feed("companies", NUR | {"registered_on": registered.isoformat(), "activity_codes": ["46.3"]})
    found = facts()
    assert (found.consignee_registered_days, found.activity_does_not_fit, found.tax_number_faulty) == (12, True, False)
    assert found.evidence["consignee_registered_days"]["firm"] == "ОсОО Нур"


def test_a_firm_that_the_register_does_not_know():
    feed("companies", NUR | {"inn": "02203201910046"})
    found = facts()
    assert found.tax_number_faulty is True
    assert found.evidence["tax_number_faulty"]["why"] == "unknown_to_register"


def test_firms_registered_at_one_address():
    feed("companies", *(NUR | {"inn": f"0120320181{n:04}", "name": f"Firm {n}"} for n in range(30)))
    found = facts()
    assert found.address_shared_by == 20
    assert found.evidence["address_shared_by"] == {"firms": 30}


def test_a_brand_fed_anew_is_found_at_once():
    goods = [make.USUAL_GOODS[0] | {"description": "Velmora shoes", "origin_country": "CN"}]
    feed("brands", {"word": "Other"})
    assert facts(goods=goods).pk and not _named()
    feed("brands", {"word": "Velmora", "origin_countries": ["IT"]})
    facts(goods=goods)
    assert _named()


def _named() -> bool:
    newest = ConsignmentFacts.objects.latest("pk")
    return newest.items.get().brand_named
