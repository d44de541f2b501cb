"""Findings as JSON and back: what is stored with a backtest is shown years later, so its form has a number."""

import json
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder

from profiling.backtesting.counts import Counts, Listed
from profiling.backtesting.findings import Elsewhere, Findings, Overlap, PostCounts
from profiling.backtesting.replay import Differing, Replay
from profiling.measuring import Baseline, Period, Rate

SCHEMA = 1
_RATES = ("draft_rate", "active_rate")


class UnknownSchema(ValueError):
    """The stored result is of a form that this code does not read."""


def to_json(found: Findings) -> dict[str, Any]:
    """Return plain JSON values of form SCHEMA."""
    return json.loads(json.dumps(asdict(found), cls=_Exact))


def from_json(data: dict[str, Any], schema: int) -> Findings:
    """Return the findings; raise UnknownSchema for a form of another day."""
    if schema != SCHEMA:
        raise UnknownSchema(schema)
    as_they_are = ("percent", "has_active", "hit_by_no_other", "rebuilt", "rebuilt_hits")
    return Findings(
        period=Period(*(datetime.fromisoformat(data["period"][end]) for end in ("starts_at", "ends_at"))),
        whole=_counts(data["whole"]),
        baseline=_baseline(data["baseline"]),
        days=[(date.fromisoformat(day), _counts(counts)) for day, counts in data["days"]],
        posts=[PostCounts(**{**row, "counts": _counts(row["counts"])}) for row in data["posts"]],
        newly_selected=[_listed(row) for row in data["newly_selected"]],
        no_longer_selected=[_listed(row) for row in data["no_longer_selected"]],
        lost=[_listed(row) for row in data["lost"]],
        overlaps=[Overlap(**row) for row in data["overlaps"]],
        elsewhere=[Elsewhere(**row) for row in data["elsewhere"]],
        replay=_replay(data["replay"]) if data["replay"] else None,
        **{name: data[name] for name in as_they_are},
    )


class _Exact(DjangoJSONEncoder):
    """Django cuts moments to milliseconds; a period keeps its microseconds."""

    def default(self, o):
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


def _counts(data: dict[str, Any]) -> Counts:
    return Counts(**{**data, **{name: Rate(**data[name]) for name in _RATES}})


def _baseline(data: dict[str, Any]) -> Baseline:
    return Baseline(**{**data, "rate": Rate(**data["rate"]), "missed": Rate(**data["missed"])})


def _listed(data: dict[str, Any]) -> Listed:
    return Listed(**{**data, "consignment_id": UUID(data["consignment_id"]), "day": date.fromisoformat(data["day"])})


def _replay(data: dict[str, Any]) -> Replay:
    differing = [Differing(**{**row, "consignment_id": UUID(row["consignment_id"])}) for row in data["differing"]]
    return Replay(**{**data, "differing": differing})
