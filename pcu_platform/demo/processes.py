"""Loads both units, each in a process of its own, and tells each month as both have passed it."""

import logging
import multiprocessing
import os
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty
from typing import Any

from celery import current_app
from django.db import connection, connections

from pcu_platform.demo.loading import UnitYear
from pcu_platform.demo.year import UNIT_SHARE, Plan
from pcu_platform.stack.leash import tie_to

Tell = Callable[[str], None]
ASK_EVERY_S = 1


class LoadingFailed(Exception):
    """The process of a unit ended before its year did."""


@dataclass(frozen=True, slots=True)
class Passed:
    """A month of a unit, or with month "" its end and the truth of its loads."""

    unit: str
    month: str = ""
    consignments: int = 0
    examined: int = 0
    truth: dict[str, dict[str, Any]] | None = None


def load_units(plan: Plan, tell: Tell) -> dict[str, dict[str, Any]]:
    """Load all units side by side; return the truth by document number. Raises LoadingFailed."""
    # Forked: the children share what is imported already; an open connection must not be shared.
    connections.close_all()
    context = multiprocessing.get_context("fork")
    news: Any = context.Queue()
    children = [context.Process(target=_load, args=(code, plan, news), daemon=True) for code in UNIT_SHARE]
    for child in children:
        child.start()
    truth: dict[str, dict[str, Any]] = {}
    months: dict[str, list[Passed]] = {}
    running = len(children)
    while running:
        try:
            passed = news.get(timeout=ASK_EVERY_S)
        except Empty:
            if any(child.exitcode for child in children):
                raise LoadingFailed from None
            continue
        if passed.truth is not None:
            truth |= passed.truth
            running -= 1
        else:
            months.setdefault(passed.month, []).append(passed)
            if len(months[passed.month]) == len(children):
                tell(_line(passed.month, months[passed.month]))
    for child in children:
        child.join()
    return truth


def truth_of(year: UnitYear) -> dict[str, dict[str, Any]]:
    """Return what no document says, by document number."""
    return {
        number: {
            "pattern": load.truth.pattern,
            "is_twin": load.truth.is_twin,
            "contraband": load.truth.contraband,
            "never_comes": load.never_comes,
        }
        for number, load in year.loads.items()
    }


def _load(code: str, plan: Plan, news: Any) -> None:
    tie_to(os.getppid())  # nothing goes on loading when the command that asked for it is killed
    # This process does the work itself: its wake-ups must not reach the platform's workers.
    current_app.conf.update(broker_url="memory://localhost/")
    logging.disable(logging.INFO)  # thousands of lines about invented documents
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")  # a crash loses moments of a demo that can be loaded again
    year = UnitYear(code, plan, lambda month, arrived, examined: news.put(Passed(code, month, arrived, examined)))
    year.load()
    news.put(Passed(code, truth=truth_of(year)))


def _line(month: str, passed: list[Passed]) -> str:
    consignments, examined = (sum(getattr(one, name) for one in passed) for name in ("consignments", "examined"))
    return f"  {month}: {consignments:,} consignments, {examined:,} examined"
