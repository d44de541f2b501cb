"""The second opinion on one assessment in plain sentences, where the ranker that gave it is still on."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from profiling.conditions.catalogue import FACTS
from profiling.conditions.telling import shown
from profiling.models import Assessment, RankerState, SecondOpinion
from profiling.ranking.features import SCORE


@dataclass(frozen=True, slots=True)
class OpinionTold:
    """percent: how probable a find is, 0-100. reasons: sentences, the heaviest first."""

    percent: int
    asks_to_look: bool
    kind: str
    reasons: list[str]


def opinion_told(assessment: Assessment) -> OpinionTold | None:
    """Return None where no ranker spoke, or the one that did is off since."""
    given = SecondOpinion.objects.filter(assessment=assessment, ranker__state=RankerState.ON)
    opinion = given.select_related("ranker").defer("ranker__stored").first()
    if opinion is None:
        return None
    return OpinionTold(
        percent=round(100 * opinion.probability),
        asks_to_look=opinion.asks_to_look,
        kind=opinion.ranker.get_kind_display(),
        reasons=[_reason(reason["fact"], assessment) for reason in opinion.reasons],
    )


def _reason(name: str, assessment: Assessment) -> str:
    if name == SCORE:
        return _("The profiles gave it %(score)s points.") % {"score": shown(assessment.score)}
    fact = FACTS.get(name)
    if fact is None:
        return _("A fact that is no longer in the catalogue: %(name)s.") % {"name": name}
    value = getattr(assessment.facts, name, None)
    if value is None:
        return _("%(fact)s: not known.") % {"fact": fact.label}
    return _("%(fact)s: %(value)s.") % {"fact": fact.label, "value": f"{shown(value)} {fact.unit}".strip()}
