"""A report says the same as the page, as PDF and as XLSX, in three languages; its revisions follow late results."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from django.utils import timezone, translation
from openpyxl import load_workbook

from consignments.models import CaseEvent
from consignments.refusing import Refused
from pcu_platform.dashboard.cells import Count, HitRate
from pcu_platform.dashboard.figures import figures_of
from pcu_platform.dashboard.tables import tables_of
from pcu_platform.models import Report
from pcu_platform.reports import making, scheduling
from profiling.models import Assessment
from tests import factories as make
from tests.pcu_platform.dashboard.world import at, november, put_up
from tests.profiling import making as making_profile

from .reading import SPACES, made, sheets_of, text_of

pytestmark = pytest.mark.django_db
DECEMBER = datetime(2026, 12, 1, 6, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def in_december(monkeypatch):
    """The reports of November are asked for on the first of December."""
    monkeypatch.setattr(timezone, "now", lambda: DECEMBER)


def asked(unit="BATKEN", because="asked", officer=None) -> Report:
    officer = officer or make.officer("unit_head", full_name="Kanybek Osmonov")
    of = make.unit(unit) if unit else None
    return Report.objects.ask(of, "month", date(2026, 11, 1), because, officer)


def done(**how) -> Report:
    report = asked(**how)
    assert making.run_waiting() == 1
    report.refresh_from_db()
    assert (report.state, report.failure) == ("done", "")
    return report


@pytest.mark.parametrize("language", ["en", "ru", "ky"])
def test_pdf_xlsx_and_page_say_the_same(language):
    november()
    report = done()
    pdf, sheets = text_of(made(report, language)), sheets_of(made(report, language, "xlsx"))
    with translation.override(language):
        tables = tables_of(figures_of(making.scope_of(report), DECEMBER), with_now=False)
        for table in tables:
            name = next(name for name in sheets if table.title.startswith(name[:28]))
            heads = {row[0]: row[1:] for row in sheets[name][2:] if row[0]}
            for row in table.rows:
                told = [row.head, *(cell.text for cell in row.cells if not isinstance(cell, HitRate))]
                if table.name != "officers":  # a long name may be broken over two lines
                    assert SPACES.sub(" ", " ".join(filter(None, told[:2]))) in pdf, row.head
                plain = [value for value in heads[row.head] if isinstance(value, int | float)]
                counts = [cell.value for cell in row.cells if isinstance(cell, Count)]
                assert [value for value in plain if value in counts][: len(counts)] == counts, (table.name, row.head)


def test_the_numbers_are_kept_with_the_report():
    november()
    report = done()
    assert (report.numbers["step:received"], report.numbers["origin:profile:positive"]) == (9, 2)
    assert report.numbers["seized:revenue:pack:sum"] == "4E+1"
    assert not [key for key in report.numbers if key.endswith(("waiting", "overdue"))]
    assert {(file.language, file.suffix) for file in report.files.all()} == {
        (language, suffix) for language in ("en", "ru", "ky") for suffix in ("pdf", "xlsx")
    }


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Restricted", "Wilson", "Kanybek Osmonov", "Unit head", "Signature"]),
        ("ru", ["Профиль", "Kanybek Osmonov"]),
        ("ky", ["Профиль", "Kanybek Osmonov"]),
    ],
)
def test_a_pdf_is_readable_in_its_language(language, words):
    november()
    text = text_of(made(done(), language))
    assert [word for word in words if word not in text] == []
    assert "\ufffd" not in text


def test_what_looks_like_a_formula_stays_text():
    evil = make.officer("analyst", full_name="=HYPERLINK(1)")
    put_up(at(5), "profile", state="selected", decided_by=evil)
    book = load_workbook(BytesIO(made(done(), suffix="xlsx")))
    kinds = {cell.data_type for sheet in book for row in sheet for cell in row if cell.value == evil.full_name}
    assert kinds == {"s"}


def test_late_results_make_a_new_revision_and_the_old_one_stays():
    november()
    first = done()
    assert scheduling.ask_again_for_late_results(DECEMBER) == 0
    late = Assessment.objects.get(selected_by=["officer"])
    late.record_outcome("revenue", make.officer("examiner"))
    assert scheduling.ask_again_for_late_results(DECEMBER) == 1
    assert scheduling.ask_again_for_late_results(DECEMBER) == 0  # it waits already
    making.run_waiting()
    second = Report.objects.get(revision=2)
    assert (second.state, second.because, second.asked_by) == ("done", "late_results", None)
    assert (first.numbers["step:positive"], second.numbers["step:positive"]) == (2, 3)
    first.refresh_from_db()
    assert (first.state, first.numbers["step:positive"], first.files.count()) == ("done", 2, 6)
    assert scheduling.ask_again_for_late_results(DECEMBER) == 0


def test_a_version_switched_on_since_is_no_late_result():
    november()
    done()
    making_profile.version()
    assert scheduling.ask_again_for_late_results(DECEMBER) == 0


def test_the_first_of_the_month_asks_once_for_each_unit_and_for_all():
    make.unit("BATKEN"), make.unit("OSH")
    assert scheduling.ask_for_due(DECEMBER) == 6  # November and the third quarter, of two units and of all
    assert scheduling.ask_for_due(DECEMBER) == 0
    assert {(report.kind, str(report.first_day)) for report in Report.objects.all()} == {
        ("month", "2026-11-01"),
        ("quarter", "2026-07-01"),
    }
    assert scheduling.ask_for_due(datetime(2026, 12, 31, 17, 59, tzinfo=UTC)) == 0
    assert (
        scheduling.ask_for_due(datetime(2026, 12, 31, 18, 0, tzinfo=UTC)) == 0
    )  # refused: by our clock it is December


def test_a_period_must_be_over():
    with pytest.raises(Refused) as refused:
        Report.objects.ask(make.unit(), "month", date(2026, 12, 31), "asked", make.officer("unit_head"))
    assert refused.value.code == "period_not_over"


def test_one_that_waits_is_not_asked_for_twice():
    asked()
    with pytest.raises(Refused) as refused:
        asked()
    assert refused.value.code == "report_under_way"
    assert Report.objects.count() == 1
    asked("OSH")
    asked(None)
    with pytest.raises(Refused):
        asked(None)


def test_the_newest_of_each():
    make.unit("OSH")
    for unit in ("BATKEN", None, "OSH"):
        done(unit=unit)
    again = done(unit=None)
    assert set(Report.objects.newest()) == {again, *Report.objects.filter(unit__isnull=False)}


def test_a_failure_is_told_and_another_revision_may_be_asked_for(monkeypatch):
    monkeypatch.setattr(making, "figures_of", lambda *_: 1 / 0)
    report = asked()
    making.run_waiting()
    report.refresh_from_db()
    assert (report.state, report.failure, report.files.count()) == ("failed", "ZeroDivisionError", 0)
    monkeypatch.undo()
    monkeypatch.setattr(timezone, "now", lambda: DECEMBER)
    assert done().revision == 2


def test_one_left_behind_by_its_worker_is_made_by_the_next_and_given_up_after_three():
    november()
    report = asked()
    left = {"state": "running", "progressed_at": DECEMBER - timedelta(hours=1)}
    Report.objects.filter(pk=report.pk).update(attempts=2, **left)
    assert making.run_waiting(DECEMBER) == 1
    again = done()
    Report.objects.filter(pk=again.pk).update(attempts=3, **left)
    assert making.run_waiting(DECEMBER) == 0
    again.refresh_from_db()
    assert (again.state, again.failure) == ("failed", "stopped_its_worker")


def test_who_asked_and_that_it_was_made_stand_in_the_log():
    head = make.officer("unit_head")
    report = done(officer=head)
    events = CaseEvent.objects.filter(subject_id=report.pk).values_list("verb", "actor")
    assert list(events) == [("asked", head.pk), ("made", None)]
