"""A profile's definition in plain words: what it looks at, what it counts points for, what it recommends."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from profiling.conditions.catalogue import FACTS
from profiling.conditions.definition import ProfileDefinition, WeightedIndicator
from profiling.conditions.fault import Faults
from profiling.conditions.indicators import INDICATORS
from profiling.conditions.operators import OPERATORS, Takes
from profiling.conditions.reading_conditions import read_condition
from profiling.conditions.telling import SHOWN_UNITS, shown
from profiling.conditions.tree import All, Any_, AnyItem, Condition, Known, Leaf, Not, digest

MOST_VALUES = 12

GROUPS = {
    "all": gettext_lazy("All of these"),
    "any": gettext_lazy("Any of these"),
    "not": gettext_lazy("Not"),
    "item": gettext_lazy("On one and the same goods item"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """A condition in words. kind: fact, all, any, not or item; a group has `parts`, a fact has none."""

    kind: str
    text: str
    parts: tuple["Said", ...] = ()

    @property
    def one_line(self) -> str:
        """The whole condition as one line, groups in brackets."""
        if self.kind == "fact":
            return self.text
        between = _("or") if self.kind == "any" else _("and")
        inner = f" {between} ".join(
            f"({part.one_line})" if len(part.parts) > 1 else part.one_line for part in self.parts
        )
        match self.kind:
            case "not":
                return _("not (%(condition)s)") % {"condition": inner}
            case "item":
                return _("one goods item (%(condition)s)") % {"condition": inner}
        return inner


@dataclass(frozen=True, slots=True)
class IndicatorSaid:
    """An indicator as the profile uses it; `is_usual` where its condition is the catalogue's."""

    code: str
    label: str
    sentence: str
    points: int
    condition: Said
    is_usual: bool


@dataclass(frozen=True, slots=True)
class DefinitionSaid:
    """`gate` is None where every consignment is in scope."""

    gate: Said | None
    indicators: list[IndicatorSaid] = field(default_factory=list)


def say_definition(definition: ProfileDefinition) -> DefinitionSaid:
    """Return the definition in the reader's language."""
    gate = definition.gate
    return DefinitionSaid(
        gate=say(gate) if gate else None, indicators=[say_indicator(each) for each in definition.indicators]
    )


def say_indicator(indicator: WeightedIndicator) -> IndicatorSaid:
    usual = INDICATORS.get(indicator.code)
    return IndicatorSaid(
        code=indicator.code,
        label=indicator.label or (str(usual.label) if usual else indicator.code),
        sentence=str(usual.sentence) if usual else "",
        points=indicator.points,
        condition=say(indicator.when),
        is_usual=usual is not None and indicator.key == _usual_key(indicator.code),
    )


def say(condition: Condition) -> Said:
    """Return a condition in words."""
    match condition:
        case Leaf():
            return Said("fact", _leaf(condition))
        case Known(fact):
            return Said("fact", _("%(fact)s is known") % {"fact": FACTS[fact].label})
        case All(parts):
            return Said("all", str(GROUPS["all"]), tuple(map(say, parts)))
        case Any_(parts):
            return Said("any", str(GROUPS["any"]), tuple(map(say, parts)))
        case Not(part):
            return Said("not", str(GROUPS["not"]), (say(part),))
        case AnyItem(part):
            return Said("item", str(GROUPS["item"]), (say(part),))


def _usual_key(code: str) -> str:
    usual = read_condition(INDICATORS[code].condition, "", Faults())
    return digest(code, usual) if usual else ""


def _leaf(leaf: Leaf) -> str:
    fact, operator = FACTS[leaf.fact], OPERATORS[leaf.operator]
    match operator.takes:
        case Takes.NOTHING:
            value = ""
        case Takes.RANGE:
            value = _("%(low)s and %(high)s") % {"low": shown(leaf.value[0]), "high": shown(leaf.value[1])}
        case Takes.LIST:
            value = ", ".join(shown(each) for each in leaf.value[:MOST_VALUES])
            if len(leaf.value) > MOST_VALUES:
                value = _("%(values)s and %(count)s more") % {"values": value, "count": len(leaf.value) - MOST_VALUES}
        case Takes.ONE:
            value = shown(leaf.value)
    unit = str(SHOWN_UNITS.get(fact.unit, "")) if value else ""
    return " ".join(filter(None, [str(fact.label), str(operator.label), value, unit]))
