"""Profiles, versions, assessments and hits for tests, made with plain functions over `tests.factories`."""

import hashlib
import itertools
from datetime import timedelta
from typing import Any

from django.utils import timezone

from profiling.models import (
    Assessment,
    ConsignmentFacts,
    ProfileHit,
    ProfileSet,
    ProfileVersion,
    RiskProfile,
    WatchList,
    WatchListEntry,
)
from tests import factories as make

_count = itertools.count(1)

DEFINITION = {
    "scope": None,
    "indicators": [{"code": "E01", "points": 50}],
    "threshold": 50,
    "lane": "red",
    "when_not_evaluable": "yellow",
    "selection_percent": 100,
}


def profile(**fields: Any) -> RiskProfile:
    number = next(_count)
    return RiskProfile.objects.create(**{"code": f"PR-{number:03}", "title": f"Profile {number}", **fields})


def version(of: RiskProfile | None = None, state: str = "active", **fields: Any) -> ProfileVersion:
    """Return a version in this state, approved by another than its author where the state asks for it."""
    of = of or profile()
    today = timezone.localdate()
    if state not in {"draft", "submitted", "withdrawn"}:
        fields.setdefault("approver", make.officer("unit_head"))
        fields.setdefault("approved_at", timezone.now())
    if state in {"submitted", "approved"}:
        fields.setdefault("no_backtest_because", "No history yet.")
    if state in {"active", "suspended", "expired"}:
        fields.setdefault("activated_at", timezone.now())
    return ProfileVersion.objects.create(
        **{
            "profile": of,
            "number": of.versions.count() + 1,
            "state": state,
            "definition": DEFINITION,
            "valid_from": today,
            "valid_until": today + timedelta(days=180),
            "author": fields.pop("author", None) or make.officer("supervisor"),
            **fields,
        }
    )


def profile_set(*versions: ProfileVersion) -> ProfileSet:
    ids = [version.pk for version in versions]
    key = hashlib.sha256("".join(map(str, ids)).encode()).hexdigest()
    return ProfileSet.objects.get_or_create(key=key, defaults={"version_ids": ids})[0]


def facts(of, round: int = 1, **values: Any) -> ConsignmentFacts:
    """Freeze facts of the revision in force; what is not given is not known."""
    revision = make.revision_of(of)
    return ConsignmentFacts.objects.create(
        **{
            "consignment": of,
            "revision": revision,
            "round": round,
            "unit_id": of.unit_id,
            "known_at": revision.known_at,
            "document_kind": of.document_kind,
            **values,
        }
    )


def assessment(
    of=None, *, round: int = 1, lane: str = "green", state: str = "", facts_values: dict | None = None, **fields: Any
) -> Assessment:
    """Return an assessment of a consignment's revision in force; waiting when something selected it.

    With an `outcome` it was selected by an officer and examined.
    """
    of = of or make.consignment()
    if "outcome" in fields:
        state = "selected"
        fields.setdefault("outcome_recorded_at", timezone.now())
    if not state:
        state = "waiting" if fields.get("selected_by") or lane in {"red", "yellow"} else "not_selected"
    if state in {"selected", "released", "release_proposed", "information_requested"}:
        fields.setdefault("decided_by", make.officer("analyst", unit=of.unit))
        fields.setdefault("decided_at", timezone.now())
        fields.setdefault("decision_reason", "Because")
    return Assessment.objects.create(
        **{
            "consignment": of,
            "revision": make.revision_of(of),
            "round": round,
            "trigger": "revision",
            "unit": of.unit,
            "post": make.revision_of(of).manifest.entry_post,
            "facts": facts(of, round, **(facts_values or {})),
            "profile_set": profile_set(),
            "points_low": [],
            "points_high": [],
            "code_version": "test",
            "lane": lane,
            "score": 0,
            "state": state,
            **fields,
        }
    )


def hit(of: Assessment, by: ProfileVersion, answer: str = "hit", **fields: Any) -> ProfileHit:
    return ProfileHit.objects.create(
        **{"assessment": of, "version": by, "answer": answer, "points_low": 50, "points_high": 50, **fields}
    )


def watch_list(**fields: Any) -> WatchList:
    number = next(_count)
    fields.setdefault("unit", make.unit())
    return WatchList.objects.create(**{"name": f"List {number}", "kind": "party", **fields})


def entry(of: WatchList, value: str, **fields: Any) -> WatchListEntry:
    return WatchListEntry.objects.create(**{"watch_list": of, "value": value, "value_key": value.lower(), **fields})
