"""Asks for a stored backtest and runs those that wait: the table is the queue."""

from datetime import datetime

import structlog
from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

import profiling
from consignments.models import record
from consignments.refusing import Refused
from consignments.waking import wake
from profiling.backtesting.backtest import backtest
from profiling.backtesting.storing import SCHEMA, to_json
from profiling.measuring import Period
from profiling.models import Backtest, BacktestState, ProfileVersion
from profiling.models.backtest import MOST_ATTEMPTS, STALE_AFTER, period_refused
from profiling.models.lifecycle import checked, definition_key

log = structlog.get_logger(__name__)

RUN_TASK = "profiling.run_backtests"
CANCELLED = "57014"  # SQLSTATE of a statement that another connection cancelled


class NoLongerWanted(Exception):
    """Somebody cancelled the backtest while it ran."""


@transaction.atomic
def ask(version: ProfileVersion, officer, period: Period, *, uses_reconstructed: bool = False) -> Backtest:
    """Store the question of an officer about the history of the officer's unit, and wake a worker."""
    if period_refused(*period.bounds):
        raise Refused("period_wrong", _("A period of at least a day and at most a year is needed."))
    definition = checked(version.definition)
    try:
        with transaction.atomic():
            asked = Backtest.objects.create(
                version=version,
                unit_id=officer.unit_id,
                definition=definition,
                # Of the words as they are stored: what is compared with it later is the version's own text.
                definition_key=definition_key(version.definition),
                starts_at=period.starts_at,
                ends_at=period.ends_at,
                uses_reconstructed=uses_reconstructed,
                asked_by_id=officer.pk,
            )
    except IntegrityError:
        raise Refused("backtest_runs", _("A backtest of this version is under way already.")) from None
    # The hits of other units are counted where the profile is everybody's; that somebody looked is on record.
    looked = {"backtest": str(asked.pk), "counts_other_units": version.profile.owner_unit_id is None}
    record("profile_version", version.pk, "backtest_asked", actor=officer, after=looked)
    transaction.on_commit(lambda: wake(RUN_TASK))
    return asked


def ask_again(stored: Backtest, officer) -> Backtest:
    """Ask the same over the same period, of what the version says now."""
    period = Period(stored.starts_at, stored.ends_at)
    return ask(stored.version, officer, period, uses_reconstructed=stored.uses_reconstructed)


def cancel(stored: Backtest, officer) -> None:
    """Give it up now, also in the middle of a statement."""
    stored.cancel(officer)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_cancel_backend(pid) FROM pg_stat_activity"
            " WHERE application_name = %s AND datname = current_database() AND pid <> pg_backend_pid()",
            [_session_name(stored)],
        )


def run_waiting(now: datetime | None = None) -> int:
    """Run every backtest that waits; return how many were run."""
    done = 0
    while (claimed := _claim(now or timezone.now())) is not None:
        _run(claimed)
        done += 1
    return done


def _claim(now: datetime) -> Backtest | None:
    """Take the oldest that waits, or that a worker left behind; one that stopped its worker thrice is given up."""
    stale = Q(state=BacktestState.RUNNING, progressed_at__lt=now - STALE_AFTER)
    Backtest.objects.filter(stale, attempts__gte=MOST_ATTEMPTS).update(
        state=BacktestState.FAILED, finished_at=now, failure="stopped_its_worker"
    )
    with transaction.atomic():
        due = Backtest.objects.filter(Q(state=BacktestState.WAITING) | stale).order_by("asked_at")
        found = due.select_for_update(skip_locked=True).first()
        if found is None:
            return None
        begun = {"started_at": now, "progressed_at": now, "steps_done": 0, "attempts": F("attempts") + 1}
        Backtest.objects.filter(pk=found.pk).update(state=BacktestState.RUNNING, **begun)
    return Backtest.objects.select_related("version__profile", "unit").get(pk=found.pk)


def _run(stored: Backtest) -> None:
    def on_step(done: int, in_all: int) -> None:
        if not stored.note_progress(done, in_all):
            raise NoLongerWanted

    version, unit = stored.version, stored.unit
    period = Period(stored.starts_at, stored.ends_at)
    _name_session(_session_name(stored))
    try:
        found = backtest(
            version,
            period,
            unit,
            definition=stored.definition,
            on_rebuilt=stored.uses_reconstructed,
            on_step=on_step,
        )
        stored.finish(to_json(found), SCHEMA, profiling.__version__, found.is_trusted)
    except NoLongerWanted:
        log.info("backtest_cancelled", backtest_id=str(stored.pk))
    except Exception as fault:
        _give_up(stored, fault)
    finally:
        _name_session("")


def _give_up(stored: Backtest, fault: Exception) -> None:
    if isinstance(fault, OperationalError) and getattr(fault.__cause__, "pgcode", "") == CANCELLED:
        log.info("backtest_cancelled", backtest_id=str(stored.pk))
    else:
        log.exception("backtest_failed", backtest_id=str(stored.pk))
    stored.fail(type(fault).__name__[:100])


def _session_name(stored: Backtest) -> str:
    return f"backtest {stored.pk.hex}"


def _name_session(name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('application_name', %s, false)", [name])
