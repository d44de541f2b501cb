"""What was taken, and what the acts leave out, in a period and unit."""

from django.db.models import BooleanField, F, Func, Q, QuerySet

from profiling.measuring import Period
from profiling.measuring.counting import of_unit, within

from .models import Examination, SeizureLine
from .querysets import SeizureLineQuerySet


class HasPointNotDone(Func):
    """Whether a checklist says of any of its points that it was not done."""

    function = "jsonb_path_exists"
    template = """%(function)s(%(expressions)s, '$.*.answer ? (@ == "not_done")')"""
    output_field = BooleanField()


# What an act should say, and what is missing where it does not.
MISSING: dict[str, Q] = {
    "seal": Q(seal_state=""),
    "point": Q(HasPointNotDone(F("checklist"))),
    "answers": Q(checklist={}),
}


def lines_in(period: Period, unit=None) -> SeizureLineQuerySet:
    """The lines in force that were recorded in the period."""
    return SeizureLine.objects.filter(**of_unit(unit)).in_force().recorded_between(*period.bounds)


def acts_in(period: Period, unit=None) -> QuerySet[Examination]:
    """The examinations closed in the period."""
    return Examination.objects.closed().filter(**within(period, "closed_at"), **of_unit(unit))


def acts_without(what: str, period: Period, unit=None) -> QuerySet[Examination]:
    """Closed in the period without what an act should say. KeyError: not one of MISSING."""
    return acts_in(period, unit).filter(MISSING[what])


def lines_without_value(period: Period, unit=None) -> SeizureLineQuerySet:
    return lines_in(period, unit).filter(value__isnull=True)
