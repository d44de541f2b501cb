"""The editor's form as a browser sends it."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from profiling.editing.draft import Draft, Row
from profiling.editing.nodes import Node


def fields(*indicators: tuple, scope: dict | None = None, **changes: Any) -> dict[str, Any]:
    """indicators: (code, points) with the catalogue's condition, or (code, points, condition)."""
    rows = [Row(code, str(points), "", Node.of(when[0]) if when else None) for code, points, *when in indicators]
    today = timezone.localdate()
    sent: dict[str, Any] = {
        "rule-threshold": "50",
        "rule-lane": "red",
        "rule-when_not_evaluable": "yellow",
        "rule-selection_percent": "100",
        "frame-valid_from": today.isoformat(),
        "frame-valid_until": (today + timedelta(days=100)).isoformat(),
        "frame-instruction": "Open the doors.",
    }
    sent |= dict(Draft(Node.of(scope) if scope else None, tuple(rows)).fields())
    return sent | changes
