"""What a page is given to show findings of a backtest, live ones and stored ones alike."""

from typing import Any

from django.db.models import QuerySet

from profiling.backtesting import Findings
from profiling.backtesting.storing import UnknownSchema, from_json
from profiling.models import Backtest, ProfileVersion
from profiling.presenting.rate_charts import top_of

EARLIER_SHOWN = 6


def findings_told(found: Findings) -> dict[str, Any]:
    """Return what `_dry_run.html` and `_work.html` are given."""
    whole = found.whole
    return {
        "found": found,
        "replay": found.replay,
        "top": top_of([whole.draft_rate, whole.active_rate, found.baseline.rate]),
        "overlap": whole.draft_rate.overlaps(whole.active_rate),
    }


def backtest_told(stored: Backtest) -> dict[str, Any]:
    """Return the same for a stored backtest; `is_unreadable` where its form is of another day."""
    told: dict[str, Any] = {"backtest": stored, "is_unreadable": False}
    if stored.result is None:
        return told
    try:
        return told | findings_told(from_json(stored.result, stored.result_schema))
    except UnknownSchema:
        return told | {"is_unreadable": True}


def backtests_of(version: ProfileVersion, officer) -> dict[str, Any]:
    """Return the stored backtests that a version's page shows this officer: the one that counts, and earlier ones.

    What was submitted is shown with its own backtest; else the newest. One over another unit's history is only named.
    """
    visible: QuerySet[Backtest] = version.backtests.visible_to(officer).select_related("unit", "asked_by", "version")
    newest = list(visible[: EARLIER_SHOWN + 1])
    submitted = version.submitted_backtest
    chosen = next((each for each in newest if submitted and each.pk == submitted.pk), None)
    if submitted and chosen is None:
        chosen = visible.filter(pk=submitted.pk).first()
    shown = chosen or (None if submitted else next(iter(newest), None))
    return {
        "shown_backtest": shown,
        "is_of_another_unit": bool(submitted and shown is None),
        "earlier_backtests": [each for each in newest if each != shown][:EARLIER_SHOWN],
        **(backtest_told(shown) if shown else {}),
    }
