"""The documents of the demo: the same for the same plan, readable at the platform's own doors, marked in the truth."""

import hashlib
from collections import Counter
from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.utils import timezone

from consignments.parsing.documents import parse
from consignments.parsing.values import Severity
from pcu_platform.demo.year import Plan, year_of

pytestmark = pytest.mark.django_db
PLAN = Plan(consignments=400, seed=11, months=2, until=datetime(2026, 11, 20, 6, 0, tzinfo=UTC))


@pytest.fixture(autouse=True)
def reference():
    call_command("load_reference", verbosity=0)


def digest(documents) -> str:
    told = hashlib.sha256()
    for document in documents:
        # A workbook carries the moment of its making; its text is the same.
        told.update(document.key.encode())
        if not document.raw.startswith(b"PK"):
            told.update(document.raw)
    return told.hexdigest()


@pytest.mark.parametrize("unit", ["BATKEN", "OSH"])
def test_one_plan_makes_one_year(unit):
    assert digest(year_of(unit, PLAN)) == digest(year_of(unit, PLAN))


def test_another_seed_makes_another_year():
    other = Plan(PLAN.consignments, PLAN.seed + 1, PLAN.months, PLAN.until)
    assert digest(year_of("OSH", PLAN)) != digest(year_of("OSH", other))


def test_documents_come_in_order_and_by_several_doors():
    documents = year_of("OSH", PLAN)
    assert [d.known_at for d in documents] == sorted(d.known_at for d in documents)
    assert len(Counter(d.content_type.partition(";")[0] for d in documents)) >= 3


def test_nearly_all_of_it_can_be_read():
    zone = timezone.get_default_timezone()
    read = spoiled = 0
    for document in year_of("BATKEN", PLAN):
        for stated in parse(
            document.raw, document.content_type, filename=document.file_name, local_zone=zone
        ).consignments:
            read += 1
            spoiled += any(problem.severity is Severity.ERROR for problem in stated.problems)
    assert read > 150
    assert spoiled < read / 50
