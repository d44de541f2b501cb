"""The words in which reports are asked for, and how a new revision is asked for."""

from datetime import date
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.locks import lock_until_commit
from consignments.models import PortControlUnit, record
from consignments.refusing import Refused
from consignments.waking import wake
from pcu_platform.dashboard.calendar import MONTH, Days, local_day, month_of, quarter_of

RUN_TASK = "pcu_platform.run_reports"


class ReportQuerySet(models.QuerySet):
    def visible_to(self, officer: Any) -> "ReportQuerySet":
        """Those of the officer's unit; all of them, with those on all units, for who may read all units."""
        return self if officer.may("read_all_units") else self.filter(unit=officer.unit_id)

    def of(self, unit: PortControlUnit | None, kind: str, first_day: date) -> "ReportQuerySet":
        """Every revision of one report."""
        of_unit = Q(unit__isnull=True) if unit is None else Q(unit=unit)
        return self.filter(of_unit, kind=kind, first_day=first_day)

    def newest(self) -> "ReportQuerySet":
        """Of each report its newest revision."""
        each = self.order_by("unit_id", "kind", "first_day", "-revision").distinct("unit_id", "kind", "first_day")
        return self.filter(pk__in=each.values("pk"))

    @transaction.atomic
    def ask(self, unit: PortControlUnit | None, kind: str, day: date, because: str, officer: Any = None) -> Any:
        """Ask for the next revision of the report over the month or quarter that `day` lies in, and wake a worker.

        Refused while the period is not over, and while a revision of it is being made.
        """
        days = days_of(kind, day)
        if days.last >= local_day(timezone.now()):
            raise Refused("period_not_over", _("A report is made when its period is over."))
        lock_until_commit("report", f"{unit.pk if unit else ''} {kind} {days.first}")
        last = self.of(unit, kind, days.first).aggregate(last=Max("revision"))["last"] or 0
        told = {"unit": unit, "kind": kind, "first_day": days.first, "last_day": days.last, "because": because}
        try:
            with transaction.atomic():
                asked = self.create(revision=last + 1, asked_by_id=officer.pk if officer else None, **told)
        except IntegrityError:
            raise Refused("report_under_way", _("This report is being made already.")) from None
        after = {"kind": kind, "first_day": str(days.first), "revision": last + 1, "because": because}
        record("report", asked.pk, "asked", actor=officer, after=after)
        transaction.on_commit(lambda: wake(RUN_TASK))
        return asked


def days_of(kind: str, day: date) -> Days:
    return month_of(day) if kind == MONTH else quarter_of(day)
