"""Loads the demo of a unit: lets its year pass, document by document, decision by decision."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

from django.db import transaction

from consignments.locks import lock_until_commit
from consignments.models import PortControlUnit
from pcu_platform.demo import desk, journeys
from pcu_platform.demo.clock import Clock, running_at
from pcu_platform.demo.documents import Document
from pcu_platform.demo.drafts import Load
from pcu_platform.demo.intake import Intake
from pcu_platform.demo.officers import Crew
from pcu_platform.demo.timeline import Timeline
from pcu_platform.demo.year import ZONE, Plan, year_of
from profiling.models import Assessment, State
from profiling.reading.norms import refresh_norms

Report = Callable[[str, int, int], None]  # month as YYYY-MM, consignments, examined
ASSESSED_AFTER = timedelta(minutes=3)


class UnitYear:
    """The year of one unit, as it is loaded."""

    def __init__(self, code: str, plan: Plan, report: Report):
        self._plan = plan
        self._report = report
        self._clock = Clock(plan.begins_at)
        self._timeline = Timeline(self._clock, plan.until)
        self._unit = PortControlUnit.objects.get(code=code)
        self._intake = Intake(self._unit.pk)
        self._crew = Crew(self._unit.pk, plan.seed, self._clock, self._timeline)
        self.documents = year_of(code, plan)
        self.loads: dict[str, Load] = {load.number: load for document in self.documents for load in document.loads}
        self._arrived: Counter[str] = Counter()
        self._examined_before = 0
        self._assessed_until = plan.begins_at

    def load(self) -> None:
        with running_at(self._clock):
            for document in self.documents:
                self._timeline.at(document.known_at, lambda document=document: self._take(document))
            for moment in _month_ends(self._plan):
                self._timeline.at(moment, self._end_month)
            self._timeline.run()
            journeys.move(self._unit.pk, self.loads, self._plan.seed, self._plan.until)

    def _take(self, document: Document) -> None:
        submission = self._intake.take(document)
        self._arrived[self._month()] += len(document.loads)
        self._timeline.at(self._clock.now + ASSESSED_AFTER, lambda: self._assess(submission.pk, document))

    def _assess(self, submission_id, document: Document) -> None:
        self._intake.assess()
        cases = Assessment.objects.filter(revision__submission=submission_id).select_related("consignment")
        for case in cases.waiting().order_by("consignment__reference"):
            self._crew.take_up(case, self.loads[case.consignment.document_number])
        for number in [load.number for load in document.loads if self._is_taken_up(load)]:
            case = cases.filter(consignment__document_number=number, state=State.NOT_SELECTED).first()
            if case is not None:
                self._crew.pick_up(case, self.loads[number])

    def _is_taken_up(self, load: Load) -> bool:
        return Random(f"{self._plan.seed}:{load.number}:taken up").random() < desk.TAKES_UP

    def _end_month(self) -> None:
        with transaction.atomic():
            lock_until_commit("demo", "norms")  # the other unit's process does the same
            refresh_norms(self._clock.now)
        month = self._month()
        self._report(month, self._arrived[month], self._crew.examined - self._examined_before)
        self._examined_before = self._crew.examined

    def _month(self) -> str:
        return f"{self._clock.now.astimezone(ZONE):%Y-%m}"


def _month_ends(plan: Plan) -> list[datetime]:
    """Return the last minute of each month that ends, and the end of the year."""
    first = plan.begins_at.astimezone(ZONE)
    months = [(first.year + n // 12, n % 12 + 1) for n in range(first.month, first.month + plan.months + 1)]
    ends = [datetime(year, month, 1, tzinfo=ZONE) - timedelta(minutes=1) for year, month in months]
    return [*(end for end in ends if end < plan.until), plan.until]
