"""A small month whose numbers were counted by hand: November 2026 of the unit Batken, seen on the 24th at noon."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from profiling.models import Assessment, ProfileVersion
from seizures.models import Examination
from tests import factories as make
from tests.profiling import making
from tests.seizures.making import answered, begun, goods

NOW = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)  # 12:00 in Bishkek
NOVEMBER = "period=own&first=2026-11-01&last=2026-11-30"


def at(day: int, hour: int = 6, month: int = 11) -> datetime:
    """UTC; 18:00 is the midnight of the posts."""
    return datetime(2026, month, day, hour, 0, tzinfo=UTC)


def received(when: datetime, unit: str = "BATKEN", **fields: Any):
    return make.consignment(unit=make.unit(unit), known_at=when, **fields)


def put_up(when: datetime, *reasons: str, of=None, by: ProfileVersion | None = None, **fields: Any) -> Assessment:
    """A round assessed at `when`; with an outcome or a state it was decided an hour later."""
    of = of or received(when)
    fields.setdefault("is_drawn", "random" in reasons)
    fields.setdefault("lane", "red" if "profile" in reasons else "green")
    if "outcome" in fields or "state" in fields:
        fields.setdefault("decided_at", when)
    if "outcome" in fields:
        fields.setdefault("outcome_recorded_at", when)
    made = making.assessment(of, created_at=when, selected_by=sorted(reasons), **fields)
    if by is not None:
        making.hit(made, by, assessed_at=when)
    return made


def examined(of: Assessment, when: datetime, outcome: str, *seized: dict[str, Any]) -> Examination:
    """An act closed at `when`; its checklist is answered in full."""
    act = answered(begun(of, at=when))
    act.close(act.examiner, "documents", {of: outcome}, [goods(of, **each) for each in seized], at=when)
    return act


def november() -> ProfileVersion:
    """Make the month; return the one version that selected.

    Received: 9 of Batken (one not assessed), 1 of Osh, 1 in October. Selected 5, with a result 3, positive 2.
    """
    version = making.version()
    received(at(2))  # never assessed
    put_up(at(3), lane="green")
    put_up(at(4), "profile", by=version, state="waiting", arrival_at=at(23))
    found = put_up(at(5), "profile", by=version, state="selected")
    examined(found, at(6), "seizure", {"quantity": Decimal(40), "quantity_unit": "pack"})
    both = put_up(at(7), "profile", "random", by=version, state="selected")
    examined(both, at(8), "revenue")
    put_up(at(9), "random", outcome="nil")
    put_up(at(10), "officer", state="selected")  # not examined yet
    put_up(at(11), "watch_list", lane="yellow", state="released")  # against the advice
    put_up(at(12), "random", outcome="inconclusive")
    of_osh = put_up(at(13), "profile", of=received(at(13), "OSH"), by=version, state="selected")
    examined(of_osh, at(14), "seizure", {"quantity": Decimal("2.5"), "quantity_unit": "kg", "category": "drugs"})
    put_up(at(31, month=10, hour=17), "random", outcome="nil")  # 23:00 on the last of October
    return version
