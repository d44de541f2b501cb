"""What is written so far, read back in plain words: each part that is complete, and which are not."""

from dataclasses import dataclass

from profiling.conditions.definition import ProfileDefinition
from profiling.conditions.fault import Faults
from profiling.conditions.indicators import INDICATORS
from profiling.conditions.reading_conditions import read_condition
from profiling.editing.draft import Draft
from profiling.presenting.wording import Said, say, say_definition


@dataclass(frozen=True, slots=True)
class Line:
    """said: None while the condition is not complete."""

    code: str
    label: str
    points: str
    said: Said | None


@dataclass(frozen=True, slots=True)
class Reading:
    """scope: None where every consignment is in scope, or where `scope_is_faulty`."""

    scope: Said | None
    scope_is_faulty: bool
    lines: list[Line]


def reading_of(draft: Draft) -> Reading:
    """Return the draft in the reader's language, as far as it is complete."""
    scope = read_condition(draft.scope.as_json(), "", Faults()) if draft.scope else None
    lines = []
    for row in draft.rows:
        condition = read_condition(row.when.as_json(), "", Faults()) if row.when else None
        label = row.label or (str(INDICATORS[row.code].label) if row.code in INDICATORS else "")
        lines.append(Line(row.code, label, row.points, say(condition) if condition else None))
    return Reading(say(scope) if scope else None, draft.scope is not None and scope is None, lines)


def reading_of_definition(definition: ProfileDefinition) -> Reading:
    """Return a definition that was written as JSON."""
    said = say_definition(definition)
    lines = [Line(each.code, each.label, str(each.points), each.condition) for each in said.indicators]
    return Reading(said.gate, False, lines)
