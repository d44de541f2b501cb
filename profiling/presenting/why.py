"""Why an assessment came out as it did, ready for a page: profiles with their bars, indicators by answer, lists."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from django.utils.translation import gettext as _

from profiling.conditions.explaining import Reason
from profiling.explaining import ExplainedProfile, Explanation
from profiling.measuring.performance import Performance
from profiling.measuring.rates import Rate
from profiling.models import Assessment, ListHit
from profiling.presenting.in_language import in_language
from profiling.presenting.norm_chart import NormChart, norm_chart
from profiling.presenting.quantities import number, percent
from profiling.presenting.score import SHADES, ScoreBar, bar_of_profile, bar_of_score
from profiling.presenting.words import AGREED, ROLES, word
from profiling.reading.norms import Shape


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """answer: hit, no_hit or not_evaluable; figures: "58 of 42" or "20 to 35 of 20"; rate: as measured, or ""."""

    code: str
    version: int
    title: str
    lane: str
    answer: str
    says: str
    bar: ScoreBar
    points: str
    threshold: int
    rate: str = ""
    rate_interval: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """shade: the class of its segment on the score bar; "" where it has none."""

    code: str
    label: str
    answer: str
    points: int
    evidence: str
    chart: NormChart | None = None
    shade: str = ""


@dataclass(frozen=True, slots=True)
class ListLine:
    """Both strings: what the document states and what the list holds."""

    list_name: str
    lane: str
    role: str
    stated: str
    listed: str
    score: str
    agreed: str
    contradicted: str
    note: str


@dataclass(frozen=True, slots=True)
class InstructionLine:
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Why:
    """bar: the score made of the same indicators, in the same order, as `hits`."""

    score: int
    possible: int
    bar: ScoreBar
    profiles: list[ProfileLine]
    lists: list[ListLine]
    hits: list[IndicatorLine]
    unknowns: list[IndicatorLine]
    others: list[IndicatorLine]  # hits and unknowns of the catalogue that no profile in scope asks for
    no_hits: list[IndicatorLine]
    instructions: list[InstructionLine]


def why(
    assessment: Assessment,
    explanation: Explanation,
    rates: Mapping[object, Performance] = MappingProxyType({}),
    shapes: Mapping[int, Shape] = MappingProxyType({}),
) -> Why:
    """rates: how well the versions did, by their id; shapes: how the value norms of the goods items are spread."""
    asked = [reason for reason in explanation.indicators if reason.version_indexes]
    others = [reason for reason in explanation.indicators if not reason.version_indexes and reason.answer != "no_hit"]
    hits = [_indicator(reason, shapes) for reason in asked if reason.answer == "hit"]
    shaded = [
        replace(line, shade=SHADES[min(place, len(SHADES) - 1)] if line.points > 0 else "")
        for place, line in enumerate(hits)
    ]
    full = assessment.score + assessment.score_possible
    return Why(
        score=assessment.score,
        possible=assessment.score_possible,
        bar=bar_of_score(
            [line.points for line in hits], assessment.score, assessment.score_possible, full=max(full, 1)
        ),
        profiles=[_profile(each, rates.get(each.version.pk)) for each in explanation.profiles],
        lists=[_list(hit) for hit in explanation.list_hits],
        hits=shaded,
        unknowns=[_indicator(reason) for reason in asked if reason.answer == "not_evaluable"],
        others=[_indicator(reason) for reason in others],
        no_hits=[_indicator(reason) for reason in explanation.no_hits],
        instructions=_instructions(explanation),
    )


def _profile(each: ExplainedProfile, measured: Performance | None) -> ProfileLine:
    low, high = each.points_low, each.points_high
    rate = measured.rate if measured else None
    return ProfileLine(
        code=each.version.profile.code,
        version=each.version.number,
        title=in_language(each.version.profile, "title"),
        lane=each.lane,
        answer=each.answer,
        says=_what_follows(each),
        bar=bar_of_profile(low, high, each.threshold),
        points=str(low) if low == high else _("%(low)d to %(high)d") % {"low": low, "high": high},
        threshold=each.threshold,
        rate=percent(rate.share) if rate and rate.share is not None else "",
        rate_interval=_interval(rate) if rate and rate.examined else "",
    )


def _interval(rate: Rate) -> str:
    bounds = {"low": number(round(rate.low * 100)), "high": number(round(rate.high * 100)), "n": number(rate.examined)}
    return _("[%(low)s to %(high)s %%], n %(n)s") % bounds


def _what_follows(each: ExplainedProfile) -> str:
    if each.answer == "hit" and each.was_sampled_out:
        return _("Hit, not drawn into its share")
    if each.answer == "hit":
        return {"red": _("Hit, red"), "yellow": _("Hit, yellow"), "blue": _("Hit, blue")}.get(each.lane, _("Hit"))
    if each.answer == "no_hit":
        return _("No hit")
    then = each.version.definition.get("when_not_evaluable", "ignore")
    return {"ask": _("Not evaluable: ask"), "yellow": _("Not evaluable: yellow")}.get(then, _("Not evaluable"))


def _indicator(reason: Reason, shapes: Mapping[int, Shape] = MappingProxyType({})) -> IndicatorLine:
    shape = shapes.get(reason.item) if reason.item is not None else None
    chart = norm_chart(reason.norm, shape) if reason.answer == "hit" else None
    return IndicatorLine(reason.code, reason.label, reason.answer, reason.points, reason.evidence, chart)


def _list(hit: ListHit) -> ListLine:
    entry = hit.entry
    return ListLine(
        list_name=entry.watch_list.name,
        lane=entry.watch_list.lane,
        role=word(ROLES, hit.role),
        stated=hit.matched_text,
        listed=" · ".join(filter(None, [entry.value, entry.identifier, entry.country])),
        score=number(round(hit.score)),
        agreed=", ".join(word(AGREED, what) for what in hit.agreed),
        contradicted=", ".join(word(AGREED, what) for what in hit.contradicted),
        note=entry.note,
    )


def _instructions(explanation: Explanation) -> list[InstructionLine]:
    lines = [
        InstructionLine(f"{version.profile.code} v{version.number}", in_language(version, "instruction"))
        for version in explanation.instructions
    ]
    from_lists = {
        hit.entry.watch_list.name: hit.entry.watch_list.instruction
        for hit in explanation.list_hits
        if hit.entry.watch_list.instruction
    }
    return lines + [InstructionLine(name, text) for name, text in from_lists.items()]
