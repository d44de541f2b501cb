"""Who and what stands on the stage of the desk's tests: officers signed in, cases that wait."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from profiling.models import Assessment
from tests import factories as make
from tests.profiling import making

BACKEND = "django.contrib.auth.backends.ModelBackend"


def signed_in(role: str = "analyst", **fields: Any) -> Client:
    """Return a browser of a new officer, who is its `officer`."""
    return browser_of(make.officer(role, **fields))


def browser_of(officer) -> Client:
    client = Client()
    client.force_login(officer, backend=BACKEND)
    client.officer = officer
    return client


def case(
    lane: str = "red", minutes: int | None = 60, *, of=None, consignment: dict | None = None, **fields: Any
) -> Assessment:
    """Return a waiting case that arrives in so many minutes (None: not stated) with one version that hit."""
    arrival = None if minutes is None else timezone.now() + timedelta(minutes=minutes)
    given = dict(consignment or {})
    manifest = {"arrival_at": arrival, **given.pop("manifest_fields", {})}
    of = of or make.consignment(manifest_fields=manifest, **given)
    fields.setdefault("selected_by", ["profile"])
    fields.setdefault("score", 30)
    fields.setdefault(
        "reasons", [{"code": "C01", "points": 20, "values": {}}, {"code": "A01", "points": 10, "values": {}}]
    )
    return making.assessment(of, lane=lane, arrival_at=arrival, **fields)


def decision(kind: str = "confirmed", words: str = "Seal to be compared", **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "words": words, "hold_hours": "8", **fields}
