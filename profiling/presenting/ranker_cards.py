"""What the page of the second ranker shows: what is needed and there, and each ranker beside profiles and chance."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from profiling.measuring.rates import Rate
from profiling.models import Ranker, RankerKind, RankerState
from profiling.ranking.readiness import Need, Readiness
from profiling.ranking.training import KINDS, loadable_kinds

NEEDS: dict[str, Promise] = {
    "learn_from": _("Examined consignments with a result to learn from"),
    "learn_from_positive": _("Of them with something found"),
    "judge_by_drawn": _("Drawn at random and examined later, to judge by"),
    "judge_by_positive": _("Of them with something found"),
}


@dataclass(frozen=True, slots=True)
class RankerCard:
    """A ranker, its rates at equal capacity, its bands, and the step that this officer can take ("" for none)."""

    ranker: Ranker
    by_ranker: Rate
    by_profiles: Rate
    by_chance: Rate
    bands: list[tuple[float, Rate]]
    step: str
    waits_for_another: bool

    @property
    def top(self) -> float:
        """The highest end of an interval, for charts on one scale."""
        return max(rate.high for rate in (self.by_ranker, self.by_profiles, self.by_chance))


def needs_told(readiness: Readiness) -> list[tuple[Promise, Need]]:
    return [(NEEDS[need.name], need) for need in readiness.needs]


def cards_of(rankers: Iterable[Ranker], officer) -> list[RankerCard]:
    return [_card(ranker, officer) for ranker in rankers]


def kinds_missing() -> list[str]:
    """Return the kinds that cannot be trained here, for want of a library of the system."""
    loaded = loadable_kinds()
    return [str(RankerKind(kind).label) for kind in KINDS if kind not in loaded]


def _card(ranker: Ranker, officer) -> RankerCard:
    metrics = ranker.metrics
    is_proposer = ranker.state == RankerState.PROPOSED and ranker.proposed_by_id == officer.pk
    steps = {RankerState.OFF: "propose" if metrics["is_no_worse"] else "", RankerState.PROPOSED: "switch_on"}
    return RankerCard(
        ranker=ranker,
        by_ranker=Rate(*metrics["by_ranker"]),
        by_profiles=Rate(*metrics["by_profiles"]),
        by_chance=Rate(*metrics["by_chance"]),
        bands=[(expected, Rate(positive, examined)) for expected, positive, examined in metrics["bands"]],
        step="" if is_proposer else steps.get(RankerState(ranker.state), ""),
        waits_for_another=is_proposer,
    )
