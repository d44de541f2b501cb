"""The register as a file: every filter, three formats, no formula, and nothing personal but for who may have it."""

import csv
import io
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from consignments.formulas import harmless
from consignments.models import CaseEvent, ConsignmentParty
from seizures.exports.columns import COLUMNS, NON_PERSONAL
from tests import factories as make
from tests.seizures.browsing import as_officer
from tests.seizures.followed import followed_seizure
from tests.seizures.making import closed, goods, seizure_line, selected

pytestmark = pytest.mark.django_db
KINDS = ["csv", "xlsx", "json"]


def fetched(client, kind: str, **asked: str) -> list[dict]:
    answer = client.get(f"/seizures/export.{kind}", asked)
    assert answer.status_code == 200
    content = b"".join(answer.streaming_content)
    if kind == "csv":
        return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    if kind == "json":
        return json.loads(content)["seizures"]
    head, *rows = load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def a_seizure_full_of_persons():
    """One whose every personal value can be told from all others."""
    line = followed_seizure()
    revision = line.examination.examined.get().assessment.revision
    stated = {"name": "Carrier Zed", "address": "Lenin 5", "phone": "+996700"}
    ConsignmentParty.objects.create(revision=revision, role="carrier", **stated)
    ConsignmentParty.objects.create(revision=revision, role="driver", name="Driver Zed", identifier="AN1234567")
    return line


@pytest.mark.parametrize("kind", KINDS)
def test_the_whole_register_holds_every_column(kind):
    line = a_seizure_full_of_persons()
    (row,) = fetched(as_officer(make.officer("supervisor")), kind, variant="whole")
    assert list(row) == [column.name for column in COLUMNS]
    told = {name: str(value) for name, value in row.items()}
    assert told["number"] == line.reference
    assert told["quantity"] == "18060"
    assert (told["laboratory_state"], told["agency"], told["act_number"]) == ("confirmed", "drug_service", "12/3")
    assert (told["arrests"], told["carrier"], told["held_by"]) == ("2", "Carrier Zed", "Drug service")


@pytest.mark.parametrize("kind", KINDS)
def test_without_personal_data_no_personal_value_occurs(kind):
    line = a_seizure_full_of_persons()
    (whole,) = fetched(as_officer(make.officer("supervisor")), "json", variant="whole")
    (row,) = fetched(as_officer(), kind)
    assert list(row) == [column.name for column in NON_PERSONAL]
    told = " | ".join(str(value) for value in row.values())
    hidden = [whole[column.name] for column in COLUMNS if column.is_personal]
    hidden += ["Driver Zed", "AN1234567", "Lenin 5", "+996700", line.recorded_by.full_name, "Aigul", "Nurlan", "BAG 17"]
    hidden += [party.name for party in line.examination.examined.get().assessment.revision.parties.all()]
    assert [value for value in hidden if isinstance(value, str) and value and value in told] == []
    assert "arrests" not in row


@pytest.mark.parametrize("role", ["examiner", "analyst", "auditor", "coordinator"])
def test_who_may_not_correct_records_gets_no_personal_data(role):
    seizure_line()
    client = as_officer(make.officer(role))
    assert client.get("/seizures/export.csv?variant=whole").status_code == 403
    assert client.get("/seizures/export.csv").status_code == 200
    assert client.get("/seizures/export.csv?variant=other").status_code == 404


@pytest.mark.parametrize("role", ["administrator", "client", "register_client"])
@pytest.mark.parametrize("kind", KINDS)
def test_who_reads_no_cases_gets_nothing(role, kind):
    assert as_officer(make.officer(role)).get(f"/seizures/export.{kind}").status_code == 403


def test_another_unit_is_not_in_it():
    seizure_line()
    assert fetched(as_officer(make.officer("supervisor", unit=make.unit("OSH"))), "csv", variant="whole") == []


def test_the_filters_of_the_page_hold():
    case = selected()
    closed(case, "seizure", goods(case), goods(case, category="drugs", commodity="Hashish", quantity_unit="kg"))
    (row,) = fetched(as_officer(), "csv", category="drugs")
    assert row["commodity"] == "Hashish"
    assert fetched(as_officer(), "json", until="2020-01-01") == []


def test_a_corrected_line_is_in_it_only_when_asked_for():
    followed_seizure()
    assert [row["in_force"] for row in fetched(as_officer(), "csv")] == ["yes"]
    assert sorted(row["in_force"] for row in fetched(as_officer(), "csv", corrected="on")) == ["no", "yes"]


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "|cmd", "%x"]


@pytest.mark.parametrize("written", FORMULAS)
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_no_cell_is_a_formula(written, kind):
    case = selected()
    closed(case, "seizure", goods(case, commodity=written, concealment_note=written))
    (row,) = fetched(as_officer(make.officer("supervisor")), kind, variant="whole")
    for name in ("commodity", "concealment_note"):
        assert row[name].startswith("'")


@given(st.text(min_size=1))
def test_a_harmless_text_begins_no_formula_and_keeps_its_letters(text):
    made = harmless(text)
    assert made.lstrip()[:1] not in {*"=+-@", "＝"} or not made.strip()
    assert made.removeprefix("'") == text.removeprefix("'")


def test_a_decimal_is_written_plainly():
    case = selected()
    closed(case, "seizure", goods(case, quantity=Decimal("12.400"), value=Decimal("1500000"), currency="KGS"))
    (row,) = fetched(as_officer(), "csv")
    assert (row["quantity"], row["value"]) == ("12.4", "1500000.00")


def test_who_exported_what_is_in_the_log():
    seizure_line()
    supervisor = make.officer("supervisor")
    as_officer(supervisor).get("/seizures/export.xlsx?variant=whole&category=revenue&page=2")
    event = CaseEvent.objects.get(verb="exported")
    assert event.actor == supervisor
    expected = {"format": "xlsx", "variant": "whole", "lines": 1, "filters": {"category": "revenue"}}
    assert event.after == expected


def test_more_lines_ask_no_more_questions(django_assert_num_queries):
    case = selected()
    closed(case, "seizure", *[goods(case, commodity=f"Goods {number}") for number in range(12)])
    client = as_officer(make.officer("supervisor"))
    with django_assert_num_queries(10):
        assert len(fetched(client, "csv", variant="whole")) == 12
