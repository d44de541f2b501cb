"""How much of what was selected came back with a result: without it no hit rate is worth its name."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from profiling.measuring.overriding import selected_in
from profiling.measuring.periods import Period
from profiling.models import WITH_RESULT, Assessment, Outcome

PARTS: dict[str, Q] = {
    "selected": Q(),
    "with_result": Q(outcome__in=WITH_RESULT),
    "unfinished": Q(outcome=Outcome.INCONCLUSIVE),
    "without": Q(outcome=Outcome.NOT_RECORDED),
}


@dataclass(frozen=True, slots=True)
class Feedback:
    """Selections of the period (rounds, not consignments): selected = with_result + unfinished + without."""

    selected: int
    with_result: int
    unfinished: int
    without: int

    @property
    def share(self) -> float | None:
        """With a result / selected, 0-1; None when nothing was selected."""
        return self.with_result / self.selected if self.selected else None


def feedback(period: Period, unit=None) -> Feedback:
    """Count the selections decided in the period by what came back of them until now."""
    counts = {name: Count("pk", filter=part or None) for name, part in PARTS.items()}
    return Feedback(**selected_in(period, unit).aggregate(**counts))


def selections_with(part: str, period: Period, unit=None) -> QuerySet[Assessment]:
    """The selections behind one of the PARTS. KeyError: no such part."""
    return selected_in(period, unit).filter(PARTS[part])
