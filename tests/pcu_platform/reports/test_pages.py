"""The list of reports: who asks for one, who takes its files, and who sees neither."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from consignments.models import CaseEvent
from pcu_platform.dashboard.calendar import local_day
from pcu_platform.models import Report
from pcu_platform.reports import making
from tests import factories as make
from tests.profiling.pages.conftest import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def last_month():
    """The value that the form offers for the month before this one."""
    last = local_day(timezone.now()).replace(day=1) - timedelta(days=1)
    return f"month:{last.replace(day=1).isoformat()}"


def test_a_unit_head_asks_and_takes_the_files(last_month):
    head = make.officer("unit_head")
    desk = signed_in(head)
    assert last_month in desk.get("/reports/").content.decode()
    desk.post("/reports/ask/", {"period": last_month})
    report = Report.objects.get()
    assert (report.unit, report.asked_by, report.state) == (head.unit, head, "waiting")
    waiting = desk.get("/reports/").content.decode()
    assert "<progress" in waiting and 'hx-trigger="every 2s"' in waiting
    making.run_waiting()
    shown = desk.get("/reports/").content.decode()
    assert 'hx-trigger="every 2s"' not in shown
    for language in ("en", "ru", "ky"):
        pdf = desk.get(f"/reports/{report.pk}/{language}.pdf")
        assert pdf.content.startswith(b"%PDF-") and pdf["Content-Type"] == "application/pdf"
        assert f'-r1-{language}.pdf"' in pdf["Content-Disposition"] and "no-store" in pdf["Cache-Control"]
        assert desk.get(f"/reports/{report.pk}/{language}.xlsx").content.startswith(b"PK")
    assert desk.get(f"/reports/{report.pk}/de.pdf").status_code == 404
    assert CaseEvent.objects.filter(subject_id=report.pk, verb="downloaded", actor=head).count() == 6


def test_while_it_is_made_the_list_fetches_only_itself(last_month):
    desk = signed_in(make.officer("unit_head"))
    desk.post("/reports/ask/", {"period": last_month})
    part = desk.get("/reports/", headers={"HX-Request": "true"}).content.decode()
    assert part.lstrip().startswith("<section") and "<html" not in part


def test_asking_twice_tells_why_not(last_month):
    desk = signed_in(make.officer("unit_head"))
    desk.post("/reports/ask/", {"period": last_month})
    said = desk.post("/reports/ask/", {"period": last_month}, follow=True).content.decode()
    assert "being made already" in said
    assert Report.objects.count() == 1


@pytest.mark.parametrize(
    "period", ["", "month", "week:2026-01-01", "month:x", "month:9999-12-01", "quarter:0001-01-01"]
)
def test_what_is_no_period_is_not_found(period):
    assert signed_in(make.officer("unit_head")).post("/reports/ask/", {"period": period}).status_code == 404


def test_a_report_of_another_unit_is_not_found(last_month):
    theirs = signed_in(make.officer("unit_head", unit=make.unit("OSH")))
    signed_in(make.officer("unit_head")).post("/reports/ask/", {"period": last_month})
    signed_in(make.officer("coordinator")).post("/reports/ask/", {"period": last_month})
    making.run_waiting()
    for report in Report.objects.all():
        assert theirs.get(f"/reports/{report.pk}/en.pdf").status_code == 404
        assert signed_in(make.officer("auditor")).get(f"/reports/{report.pk}/en.pdf").status_code == 200
        assert str(report.pk) not in theirs.get("/reports/").content.decode()


def test_the_coordinator_asks_for_one_unit_or_for_all(last_month):
    desk = signed_in(make.officer("coordinator"))
    for unit in ("", make.unit("OSH").code):
        desk.post("/reports/ask/", {"period": last_month, "unit": unit})
    assert {report.unit and report.unit.code for report in Report.objects.all()} == {None, "OSH"}
    assert desk.post("/reports/ask/", {"period": last_month, "unit": "MOON"}).status_code == 404


def test_a_unit_head_cannot_ask_for_another_unit(last_month):
    head = make.officer("unit_head")
    make.unit("OSH")
    signed_in(head).post("/reports/ask/", {"period": last_month, "unit": "OSH"})
    assert Report.objects.get().unit == head.unit


def test_who_reads_and_who_makes(last_month):
    make.unit()
    for role, reads, makes in [
        ("unit_head", 200, 302),
        ("coordinator", 200, 302),
        ("supervisor", 200, 403),
        ("auditor", 200, 403),
        *((role, 403, 403) for role in ("analyst", "examiner", "client", "register_client", "administrator")),
    ]:
        desk = signed_in(make.officer(role))
        assert desk.get("/reports/").status_code == reads, role
        assert desk.post("/reports/ask/", {"period": last_month}).status_code == makes, role
    assert Client().get("/reports/").status_code == 302
    assert signed_in(make.officer("unit_head")).get("/reports/ask/").status_code == 405
