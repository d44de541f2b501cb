"""The documents of the demo: the same for a seed, readable by our own parsers, dated as papers are."""

import hashlib
from collections import Counter
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from stdnum import iso6346

from consignments.parsing.documents import parse
from consignments.parsing.values import Severity
from pcu_platform.demo import documents
from pcu_platform.demo.patterns import PATTERNS
from pcu_platform.demo.year import UNIT_SHARE, Plan, year_of

PLAN = Plan(consignments=600, seed=7, months=4, until=datetime(2026, 11, 24, 12, tzinfo=UTC))
ZONE = ZoneInfo("Asia/Bishkek")


@pytest.fixture(scope="module")
def year():
    return {code: year_of(code, PLAN) for code in UNIT_SHARE}


@pytest.fixture(scope="module")
def every_document(year):
    return [document for of_unit in year.values() for document in of_unit]


@pytest.fixture(scope="module")
def read(every_document):
    """What our parsers read: (document, consignments, all problems)."""
    found = []
    for document in every_document:
        parsed = parse(document.raw, document.content_type, filename=document.file_name, local_zone=ZONE)
        stated = list(parsed.consignments)
        problems = [*parsed.problems, *(problem for one in stated for problem in one.problems)]
        found.append((document, stated, problems))
    return found


def fingerprint(of_unit):
    return hashlib.sha256(b"".join(document.key.encode() + document.raw for document in of_unit)).hexdigest()


def test_a_seed_makes_the_same_documents_again(year):
    again = {code: fingerprint(year_of(code, PLAN)) for code in UNIT_SHARE}
    assert again == {code: fingerprint(of_unit) for code, of_unit in year.items()}


def test_another_seed_makes_other_documents(year):
    other = Plan(PLAN.consignments, 8, PLAN.months, PLAN.until)
    assert fingerprint(year_of("OSH", other)) != fingerprint(year["OSH"])


def test_about_as_many_consignments_as_asked_for(every_document):
    numbers = {load.number for document in every_document for load in document.loads}
    assert PLAN.consignments * 0.9 < len(numbers) < PLAN.consignments * 1.15


def test_nothing_is_known_before_the_year_or_after_its_end(every_document):
    moments = [document.known_at for document in every_document]
    assert max(moments) <= PLAN.until
    assert min(moments) > PLAN.begins_at.replace(hour=0) - (PLAN.until - PLAN.until.replace(hour=0))


def test_every_source_sends(every_document):
    sources = {document.source for document in every_document}
    assert sources == {
        documents.UAIS, documents.GATEWAY, documents.PRELIMINARY, documents.TERMINAL, documents.BY_HAND,
    }  # fmt: skip


def test_our_parsers_refuse_only_what_the_clerk_spoiled(read):
    for document, stated, problems in read:
        spoiled = sum(load.is_spoiled and document.source == documents.UAIS for load in document.loads)
        errors = [problem.code for problem in problems if problem.severity is Severity.ERROR]
        assert len(errors) >= spoiled, document.key
        assert set(errors) <= {"mass_unreadable"}, document.key
        assert bool(errors) == bool(spoiled), document.key
        assert {one.document_number for one in stated} == {load.number for load in document.loads}


def test_what_was_drafted_is_what_is_read(read):
    for document, stated, _problems in read:
        drafted = {load.number: load for load in document.loads}
        for one in stated:
            load = drafted[one.document_number]
            assert [item.commodity_code or "" for item in one.goods] == [item.code for item in load.items]
            if not load.is_spoiled and document.source != documents.BY_HAND:
                assert [float(item.gross_mass_kg) for item in one.goods] == [item.gross_kg for item in load.items]
                assert one.dispatch_country == load.dispatch
                assert one.destination_country == load.destination


def test_no_paper_is_younger_than_its_document(every_document):
    for document in every_document:
        for load in document.loads:
            assert load.invoiced_on <= load.issued_on <= document.known_at.date()


def test_names_come_in_three_scripts(every_document):
    names = "".join(
        party.name
        for document in every_document
        for load in document.loads
        for party in (load.consignor, load.consignee)
    )
    assert any("а" <= sign <= "я" for sign in names)
    assert any("a" <= sign <= "z" for sign in names)
    assert any("一" <= sign <= "鿿" for sign in names)
    assert set("өүңҷқӣ") & set(names), "no Kyrgyz or Tajik letter"


def test_only_planted_boxes_have_a_wrong_check_digit(every_document):
    boxes = {(box.number, load.truth.pattern) for d in every_document for load in d.loads for box in load.boxes}
    wrong = [pattern for number, pattern in boxes if not iso6346.is_valid(number.replace("-", ""))]
    assert len(boxes) > 50
    assert set(wrong) == {"box_tampered"}


def test_the_last_hours_bring_more_patterns_than_any_day_before(every_document):
    planted = Counter(d.known_at.date() for d in every_document for load in d.loads if load.truth.pattern)
    assert planted.most_common(1)[0][0] == PLAN.until.date()


def test_all_patterns_are_planted(every_document):
    planted = {load.truth.pattern for document in every_document for load in document.loads} - {""}
    assert planted <= {pattern.code for pattern in PATTERNS}
    assert len(planted) >= len(PATTERNS) - 2, "in so small a year the rarest may be missing"
