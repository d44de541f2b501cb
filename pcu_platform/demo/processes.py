"""Loads the years of both units, each in a process of its own, and tells each month as both have passed it.

The processes do the work of the platform's workers themselves: their wake-ups must not reach the workers.
"""

import logging
import multiprocessing
import os
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty
from typing import Any

from celery import current_app
from django.db import connection, connections

from pcu_platform.demo import shift
from pcu_platform.demo.loading import UnitYear
from pcu_platform.demo.year import UNIT_SHARE, Plan
from pcu_platform.stack.leash import tie_to

Tell = Callable[[str], None]
Truth = dict[str, dict[str, Any]]  # document number -> what no document says
FORK = multiprocessing.get_context("fork")
ASK_EVERY_S = 1


class LoadingFailed(Exception):
    """The process of a unit ended before its year did."""


@dataclass(frozen=True, slots=True)
class Passed:
    """A month of a unit, or (truth) that its year is over."""

    month: str = ""
    consignments: int = 0
    examined: int = 0
    truth: Truth | None = None


def load_in_this_process(plan: Plan, tell: Tell) -> Truth:
    """Load one unit after the other, then let the present shift begin in them."""
    truth: Truth = {}
    for code in UNIT_SHARE:
        year = UnitYear(code, plan, lambda month, *counts, code=code: tell(f"  {code} {_told(month, *counts)}"))
        year.load()
        truth |= truth_of(year)
    shift.begin(plan)
    return truth


def load_side_by_side(plan: Plan, tell: Tell) -> Truth:
    """Load each unit in a process of its own, then let the present shift begin in them. Raises LoadingFailed."""
    news: Any = FORK.Queue()
    children = [_started(_load, code, plan, news) for code in UNIT_SHARE]
    try:
        truth = _gathered(news, children, tell)
    finally:
        for child in children:
            child.terminate()
            child.join()
    at_the_desk = _started(shift.begin, plan)
    at_the_desk.join()
    if at_the_desk.exitcode:
        raise LoadingFailed
    return truth


def truth_of(year: UnitYear) -> Truth:
    """Return what no document of a unit's year says."""
    return {
        number: {
            "pattern": load.truth.pattern,
            "is_twin": load.truth.is_twin,
            "contraband": load.truth.contraband,
            "never_comes": load.never_comes,
        }
        for number, load in year.loads.items()
    }


def _gathered(news: Any, children: list, tell: Tell) -> Truth:
    truth: Truth = {}
    months: dict[str, list[Passed]] = {}
    running = len(children)
    while running:
        try:
            passed: Passed = news.get(timeout=ASK_EVERY_S)
        except Empty:
            if any(child.exitcode for child in children):
                raise LoadingFailed from None
            continue
        if passed.truth is not None:
            truth |= passed.truth
            running -= 1
            continue
        of_month = months.setdefault(passed.month, [])
        of_month.append(passed)
        if len(of_month) == len(children):
            arrived, examined = sum(one.consignments for one in of_month), sum(one.examined for one in of_month)
            tell(f"  {_told(passed.month, arrived, examined)}")
    return truth


def _told(month: str, consignments: int, examined: int) -> str:
    return f"{month}: {consignments:,} consignments, {examined:,} examined"


def _started(work: Callable[..., None], *arguments: Any) -> Any:
    # Forked: the child shares what is imported already; an open connection must not be shared.
    connections.close_all()
    child = FORK.Process(target=_alone, args=(work, *arguments), daemon=True)
    child.start()
    return child


def _alone(work: Callable[..., None], *arguments: Any) -> None:
    tie_to(os.getppid())  # nothing goes on loading when the command that asked for it is killed
    current_app.conf.update(broker_url="memory://localhost/")
    logging.disable(logging.INFO)  # thousands of lines about invented documents
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")  # a crash loses moments of a demo that can be loaded again
    work(*arguments)


def _load(code: str, plan: Plan, news: Any) -> None:
    year = UnitYear(code, plan, lambda month, arrived, examined: news.put(Passed(month, arrived, examined)))
    year.load()
    news.put(Passed(truth=truth_of(year)))
