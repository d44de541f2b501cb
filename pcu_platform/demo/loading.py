"""Loads the demo of a unit: lets its year pass, document by document, decision by decision."""

import gc
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q

from consignments.locks import lock_until_commit
from consignments.models import PortControlUnit
from pcu_platform.demo import journeys
from pcu_platform.demo.clock import Clock, running_at
from pcu_platform.demo.documents import Document
from pcu_platform.demo.drafts import Load
from pcu_platform.demo.intake import Intake
from pcu_platform.demo.officers import Crew
from pcu_platform.demo.timeline import Timeline
from pcu_platform.demo.year import UNIT_SHARE, ZONE, Plan, year_of
from profiling.models import Assessment, Outcome, State
from profiling.reading.norms import refresh_norms

Report = Callable[[str, int, int], None]  # month as YYYY-MM, consignments, examined
HANDLED = [State.WAITING, State.INFORMATION_REQUESTED, State.RELEASE_PROPOSED, State.SELECTED]
BY_VERBS = timedelta(days=21)  # so long before the end the examiners begin to work by verbs
ANALYSED_BY = next(iter(UNIT_SHARE))  # the first to be loaded; what it tells the planner serves the others
FIRST_ANALYSED = 25  # consignments, and again whenever they have doubled
ASSESSED_AFTER = timedelta(minutes=7)


class UnitYear:
    """The year of one unit, as it is loaded."""

    def __init__(self, code: str, plan: Plan, report: Report):
        self._plan = plan
        self._report = report
        self._clock = Clock(plan.begins_at)
        self._timeline = Timeline(self._clock, plan.until)
        self._unit = PortControlUnit.objects.get(code=code)
        self._intake = Intake(self._unit.pk)
        by_verbs_from = plan.until - BY_VERBS
        self._crew = Crew(self._unit.pk, plan.seed, self._clock, self._timeline, by_verbs_from)
        self.documents = year_of(code, plan)
        self.loads: dict[str, Load] = {load.number: load for document in self.documents for load in document.loads}
        self._taken_up = [number for number in self.loads if self._crew.takes_up(number)]
        self._arrived: Counter[str] = Counter()
        self._examined_before = 0
        self._analyse_at = FIRST_ANALYSED
        self._taken: list[UUID] = []  # submissions that came since the last assessment

    def load(self) -> None:
        # The loads of a year stay until its end; looking through them again and again takes a tenth of the time.
        gc.collect()
        gc.freeze()
        with running_at(self._clock):
            for document in self.documents:
                self._timeline.at(document.known_at, partial(self._take, document))
            for moment in _month_ends(self._plan):
                self._timeline.at(moment, self._end_month)
            self._timeline.run()
            self._crew.examiners.ledger.write()
            journeys.move(self._unit.pk, self.loads, self._plan.seed, self._plan.until)

    def _take(self, document: Document) -> None:
        if not self._taken:
            self._timeline.at(self._clock.now + ASSESSED_AFTER, self._assess)
        self._taken.append(self._intake.take(document).pk)
        self._arrived[self._month()] += len(document.loads)

    def _assess(self) -> None:
        """Assess what came since the last time, and give the cases to the officers."""
        self._crew.examiners.ledger.write()
        self._analyse_if_grown()
        self._intake.assess()
        cases = Assessment.objects.filter(revision__submission__in=self._taken, outcome=Outcome.NOT_RECORDED)
        to_do = Q(state__in=HANDLED) | Q(state=State.NOT_SELECTED, consignment__document_number__in=self._taken_up)
        self._taken = []
        found = cases.filter(to_do).select_related("consignment", "revision__manifest")
        for case in found.order_by("consignment__reference"):
            self._crew.take_up(case, self.loads[case.consignment.document_number])

    def _analyse_if_grown(self) -> None:
        """Tell the planner how the tables have grown: its own analysis comes minutes later, if at all, and a plan for
        empty tables joins every row with every other."""
        arrived = self._arrived.total()
        if self._unit.code == ANALYSED_BY and arrived >= self._analyse_at:
            self._analyse_at = 2 * arrived
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")

    def _end_month(self) -> None:
        with transaction.atomic():
            lock_until_commit("demo", "norms")  # the other unit's process does the same
            refresh_norms(self._clock.now)
        month = self._month()
        self._report(month, self._arrived[month], self._crew.examiners.examined - self._examined_before)
        self._examined_before = self._crew.examiners.examined

    def _month(self) -> str:
        return f"{self._clock.now.astimezone(ZONE):%Y-%m}"


def _month_ends(plan: Plan) -> list[datetime]:
    """Return the last minute of each month that ends, and the end of the year."""
    first = plan.begins_at.astimezone(ZONE)
    months = [(first.year + n // 12, n % 12 + 1) for n in range(first.month, first.month + plan.months + 1)]
    ends = [datetime(year, month, 1, tzinfo=ZONE) - timedelta(minutes=1) for year, month in months]
    return [*(end for end in ends if end < plan.until), plan.until]
