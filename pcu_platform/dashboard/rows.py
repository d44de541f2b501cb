"""The rows behind a number of the dashboard: as many as it says, found by the number's key."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from consignments.models import PortControlUnit
from profiling.measuring.baseline import all_drawn, drawn_alone
from profiling.measuring.feedback import selections_with
from profiling.measuring.overriding import advised, found_later, selected_in, taken_up, waved_through
from profiling.measuring.performance import hits_that_count
from profiling.measuring.rows import as_rows, each_consignment_once
from profiling.measuring.steps import assessed_of, put_up_in, received_in, rounds_of_step
from profiling.measuring.work import decided_in, is_overdue, waiting_now, work_of_posts
from profiling.models import POSITIVE, WITH_RESULT, Assessment, SelectedBy, State
from seizures.measuring import acts_in, acts_without, lines_in, lines_without_value

from .calendar import Days
from .scope import Scope

Rounds = QuerySet[Assessment]


class Kind(StrEnum):
    """Of what the rows are; each is shown in its own way."""

    CONSIGNMENTS = "consignments"
    ROUNDS = "rounds"
    LINES = "lines"
    ACTS = "acts"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Behind:
    """rows: a queryset, newest first, or for DAYS a list of (day, selections)."""

    kind: Kind
    rows: Any


def rows_behind(key: str, scope: Scope, now: datetime) -> Behind:
    """Find the rows of a number by its key, such as "origin:profile:examined". LookupError: there is no such number.

    "@OSH" after a key asks for one unit, where the scope may choose.
    """
    family_and_more, _at, unit = key.partition("@")
    if unit:
        scope = _narrowed(scope, unit)
    family, *asked = family_and_more.split(":")
    try:
        return FAMILIES[family](scope, now, *asked)
    except (KeyError, TypeError, ValueError):
        raise LookupError(key) from None


def _narrowed(scope: Scope, code: str) -> Scope:
    unit = PortControlUnit.objects.filter(code=code).first()
    if unit is None or not (scope.may_choose or unit == scope.unit):
        raise LookupError(code)
    return replace(scope, unit=unit)


def _step(scope: Scope, _now: datetime, step: str) -> Behind:
    of_consignments = {"received": received_in, "assessed": assessed_of}
    if step in of_consignments:
        rows = of_consignments[step](scope.period, scope.unit)
        return Behind(Kind.CONSIGNMENTS, rows.order_by("-first_known_at", "pk"))
    return _once(rounds_of_step(step, scope.period, scope.unit))


def _origin(scope: Scope, _now: datetime, reason: str, shown: str) -> Behind:
    put_up = put_up_in(scope.period, scope.unit).filter(selected_by__contains=[SelectedBy(reason)])
    return _once(_shown(put_up, shown))


def _draw(scope: Scope, _now: datetime, shown: str) -> Behind:
    return _once(_shown(all_drawn(scope.period, scope.unit), shown))


def _missed(scope: Scope, _now: datetime, shown: str) -> Behind:
    return _once(_shown(drawn_alone(scope.period, scope.unit), shown))


def _version(scope: Scope, _now: datetime, code: str, number: str, shown: str) -> Behind:
    hits = hits_that_count(scope.period, scope.unit).filter(version__profile__code=code, version__number=int(number))
    return _once(_shown(Assessment.objects.filter(pk__in=hits.values("assessment")), shown))


def _post(scope: Scope, now: datetime, code: str, what: str) -> Behind:
    if what == "above":
        of_post = (post for post in work_of_posts(scope.period, scope.unit, now) if (post.code or "-") == code)
        return Behind(Kind.DAYS, [(day, post.by_day[day]) for post in of_post for day in post.days_above])
    at = _at_post(code, scope)
    if what == "selected":
        return _all(selected_in(scope.period, scope.unit).filter(at))
    waiting = waiting_now(scope.unit).filter(at)
    return _all({"waiting": waiting, "overdue": waiting.filter(is_overdue(scope.unit, now))}[what])


def _day(scope: Scope, _now: datetime, day: str) -> Behind:
    on = date.fromisoformat(day)
    if not scope.days.first <= on <= scope.days.last:
        raise LookupError(day)
    return _all(selected_in(Days(on, on).period, scope.unit))


def _officer(scope: Scope, _now: datetime, officer: str, what: str) -> Behind:
    decided = decided_in(scope.period, scope.unit).filter(decided_by=UUID(officer))
    states = {"decided": {}, "released": {"state": State.RELEASED}, "selected": {"state": State.SELECTED}}
    return _all(decided.filter(**states[what]))


def _let_go(scope: Scope, _now: datetime, what: str) -> Behind:
    gone = waved_through(scope.period, scope.unit)
    asked: dict[str, Callable[[], Rounds]] = {
        "decided": lambda: advised(scope.period, scope.unit),
        "against": lambda: gone,
        "examined": lambda: found_later(gone, WITH_RESULT),
        "positive": lambda: found_later(gone, POSITIVE),
    }
    return _once(asked[what]())


def _taken_up(scope: Scope, _now: datetime, what: str) -> Behind:
    if what == "decided":
        return _once(selected_in(scope.period, scope.unit))
    own = taken_up(scope.period, scope.unit)
    return _once(own if what == "against" else _shown(own, {"examined": "examined", "positive": "positive"}[what]))


def _feedback(scope: Scope, _now: datetime, part: str) -> Behind:
    return _all(selections_with(part, scope.period, scope.unit))


def _acts(scope: Scope, _now: datetime, what: str) -> Behind:
    of = acts_in(scope.period, scope.unit) if what == "all" else acts_without(what, scope.period, scope.unit)
    return Behind(Kind.ACTS, of.select_related("post").order_by("-closed_at", "pk"))


def _lines(scope: Scope, _now: datetime, what: str) -> Behind:
    asked = {"all": lines_in, "without_value": lines_without_value}[what]
    return _of_lines(asked(scope.period, scope.unit))


def _seized(scope: Scope, _now: datetime, category: str, unit: str) -> Behind:
    return _of_lines(lines_in(scope.period, scope.unit).filter(category=category, quantity_unit=unit))


def _valued(scope: Scope, _now: datetime, currency: str) -> Behind:
    return _of_lines(lines_in(scope.period, scope.unit).filter(value__isnull=False, currency=currency))


def _of_lines(lines: QuerySet) -> Behind:
    rows = lines.select_related("examination__post", "consignment").order_by("-recorded_at", "pk")
    return Behind(Kind.LINES, rows)


def _once(rounds: Rounds) -> Behind:
    return Behind(Kind.ROUNDS, each_consignment_once(rounds))


def _all(rounds: Rounds) -> Behind:
    return Behind(Kind.ROUNDS, as_rows(rounds))


def _shown(rounds: Rounds, shown: str) -> Rounds:
    results = {"all": None, "examined": WITH_RESULT, "positive": POSITIVE}[shown]
    return rounds if results is None else rounds.filter(outcome__in=results)


def _at_post(code: str, scope: Scope) -> Q:
    """At a post of the unit; "-" is what names none of them."""
    if code == "-":
        of_units = {} if scope.unit is None else {"post__unit": scope.unit}
        return Q(post__isnull=True) | (~Q(**of_units) if of_units else Q(pk__in=[]))
    return Q(post__code=code)


FAMILIES: dict[str, Callable[..., Behind]] = {
    "step": _step,
    "origin": _origin,
    "draw": _draw,
    "missed": _missed,
    "version": _version,
    "post": _post,
    "day": _day,
    "officer": _officer,
    "let_go": _let_go,
    "taken_up": _taken_up,
    "feedback": _feedback,
    "acts": _acts,
    "lines": _lines,
    "seized": _seized,
    "valued": _valued,
}
