"""What changed between two versions of a profile, field by field, in plain words."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from profiling.conditions.definition import ProfileDefinition, WeightedIndicator, stored_definition
from profiling.models import Lane, ProfileVersion, WhenNotEvaluable
from profiling.presenting.wording import IndicatorSaid, say, say_indicator


@dataclass(frozen=True, slots=True)
class VersionDifference:
    """One field of both versions; "" where a version does not have it."""

    field: str
    before: str
    after: str

    @property
    def is_change(self) -> bool:
        return self.before != self.after


def version_differences(before: ProfileVersion, after: ProfileVersion) -> list[VersionDifference]:
    """Return every field of both versions, changed ones first."""
    one, other = stored_definition(before.definition), stored_definition(after.definition)
    rows = list(_indicators(one.indicators, other.indicators))
    both = zip([*_rule(one), *_frame(before)], [*_rule(other), *_frame(after)], strict=True)
    rows += [VersionDifference(label, text, again) for (label, text), (_label, again) in both]
    return sorted(rows, key=lambda row: not row.is_change)


def _indicators(
    before: tuple[WeightedIndicator, ...], after: tuple[WeightedIndicator, ...]
) -> Iterator[VersionDifference]:
    """Pair the same indicators, then those of the same code; the rest stands on one side only."""
    kept = {indicator.key for indicator in after}
    left = list(before)
    for indicator in after:
        same = next((each for each in left if each.key == indicator.key), None)
        same = same or next((each for each in left if each.code == indicator.code and each.key not in kept), None)
        said = say_indicator(indicator)
        if same is not None:
            left.remove(same)
        yield VersionDifference(_name(said), _one(say_indicator(same)) if same else "", _one(said))
    for indicator in left:
        said = say_indicator(indicator)
        yield VersionDifference(_name(said), _one(said), "")


def _name(said: IndicatorSaid) -> str:
    return f"{said.code} {said.label}"


def _one(said: IndicatorSaid) -> str:
    return _("%(condition)s: %(points)s points") % {"condition": said.condition.one_line, "points": said.points}


def _rule(definition: ProfileDefinition) -> Iterator[tuple[str, str]]:
    gate = definition.gate
    yield _("It looks at"), say(gate).one_line if gate else _("every consignment")
    yield _("From points"), str(definition.threshold)
    yield _("Lane"), str(Lane(definition.lane).label)
    yield _("If not evaluable"), str(WhenNotEvaluable(definition.when_not_evaluable).label)
    yield _("Share of those that hit"), f"{definition.selection_percent:g} %"


def _frame(version: ProfileVersion) -> Iterator[tuple[str, str]]:
    yield _("Valid"), f"{date_format(version.valid_from)} – {date_format(version.valid_until)}"
    yield _("Instruction to the examiner"), version.instruction
    yield _("Instruction in Russian"), version.instruction_ru
    yield _("Instruction in Kyrgyz"), version.instruction_ky
