"""Tells an answer in one plain sentence: the value against what counts, or what is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import formats, timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from .catalogue import FACTS, Fact, FactType, Level
from .indicators import INDICATORS
from .operators import OPERATORS, Takes
from .tree import Condition, Known, Leaf, fact_names, leaves
from .words import SPOKEN, in_words

MOST_LEAVES = 3
MOST_VALUES = 5
LONGEST_TEXT = 120
SHOWN_UNITS: Mapping[str, str | Promise] = {
    "kg": gettext_lazy("kg"),
    "USD": "USD",
    "USD/kg": gettext_lazy("USD/kg"),
    "h": pgettext_lazy("hours", "h"),
    "MAD": "MAD",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of one consignment: its facts, those of its goods items, and where each was seen."""

    facts: Mapping[str, Any]
    evidence: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    items: Mapping[int, "Seen"] = field(default_factory=dict)

    def values_of(self, fact: Fact) -> list[Any]:
        """Return the value of the fact: one, or one per goods item."""
        if fact.level is Level.CONSIGNMENT:
            return [self.facts.get(fact.name)]
        return [item.facts.get(fact.name) for item in self.items.values()]


def tell_hit(code: str, when: Condition, seen: Seen, item: int | None) -> str:
    """Return the indicator's own sentence, or the values of the condition's leaves."""
    figures = figures_of(when, seen, item)
    indicator = INDICATORS.get(code)
    for template in indicator.evidence if indicator else ():
        told = _filled(template, figures)
        if told:
            return told
    told = _leaves_told(when, seen, item)
    return _("Item %(item)s: %(told)s") % {"item": item, "told": told} if item else told


def tell_no_hit(when: Condition, seen: Seen) -> str:
    """Return the known values against what would count."""
    return _leaves_told(when, seen, None)


def tell_not_evaluable(when: Condition, seen: Seen) -> str:
    """Return which facts are not known, and why the first is not."""
    unknown = [FACTS[name] for name in fact_names(when) if _is_unknown(FACTS[name], seen)]
    if not unknown:
        return _("It could not be evaluated.")
    labels = ", ".join(str(fact.label) for fact in unknown[:MOST_VALUES])
    return _("Not known: %(facts)s. %(reason)s") % {"facts": labels, "reason": unknown[0].unknown_when}


def figures_of(when: Condition, seen: Seen, item: int | None) -> dict[str, Any]:
    """Return what a sentence may name: the known facts, the goods item that hit, and the condition's evidence."""
    told = seen.items.get(item) if item is not None else None
    figures = dict(seen.facts) | (dict(told.facts) | {"item": item} if told else {})
    figures |= norm_of(when, seen, item)
    return {name: value for name, value in figures.items() if value is not None and value != ""}


def values_of(when: Condition, seen: Seen, item: int | None) -> dict[str, Any]:
    """Return the facts a condition names, as plain JSON: of the goods item that hit, else of all items, as a list."""
    told = seen.items.get(item) if item is not None else None
    values: dict[str, Any] = {}
    for name in fact_names(when):
        fact = FACTS[name]
        if fact.level is Level.CONSIGNMENT:
            values[name] = _plain(seen.facts.get(name))
        elif told:
            values[name] = _plain(told.facts.get(name))
        else:
            values[name] = [_plain(each) for each in seen.values_of(fact)]
    return values


def norm_of(when: Condition, seen: Seen, item: int | None) -> dict[str, Any]:
    """Return the evidence that was frozen with the facts a condition names."""
    told = seen.items.get(item) if item is not None else None
    norm: dict[str, Any] = {}
    for name in fact_names(when):
        norm |= seen.evidence.get(name, {})
        norm |= told.evidence.get(name, {}) if told else {}
    return norm


def shown(value: Any) -> str:
    """Return a value as an officer reads it, in the active language."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int):
        return formats.number_format(value, 0, use_l10n=True, force_grouping=True)
    if isinstance(value, float):
        decimals = 0 if abs(value) >= 100 or value == int(value) else 2 if abs(value) < 10 else 1
        return formats.number_format(round(value, decimals), decimals, use_l10n=True, force_grouping=True)
    if isinstance(value, datetime):
        return formats.date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")
    if isinstance(value, list | tuple):
        return ", ".join("?" if each is None else shown(each) for each in value[:MOST_VALUES]) or _("none")
    text = str(value)
    return text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT] + "…"


def _filled(template: Promise, figures: Mapping[str, Any]) -> str:
    try:
        return str(template) % _Shown(figures)
    except (KeyError, ValueError, TypeError):
        return ""  # a figure this sentence needs is not known: another one must tell it


class _Shown(dict):
    """Figures as officers read them; asked for one by one, since a sentence names few."""

    def __init__(self, figures: Mapping[str, Any]):
        super().__init__()
        self._figures = figures

    def __missing__(self, name: str) -> str:
        return _spoken(name, self._figures[name])


def _spoken(name: str, value: Any) -> str:
    if isinstance(value, str) and (name in SPOKEN or (name in FACTS and FACTS[name].choices)):
        return in_words(value)
    if isinstance(value, list) and name in FACTS and FACTS[name].choices:
        return shown([each and in_words(each) for each in value])
    return shown(value)


def _leaves_told(when: Condition, seen: Seen, item: int | None) -> str:
    by_fact: dict[str, list[Leaf | Known]] = {}
    for leaf in leaves(when):
        by_fact.setdefault(leaf.fact, []).append(leaf)
    told = [_fact_told(FACTS[name], compared, seen, item) for name, compared in by_fact.items()]
    told = [sentence for sentence in told if sentence][:MOST_LEAVES]
    return "; ".join(told) + "." if told else ""


def _fact_told(fact: Fact, compared: list[Leaf | Known], seen: Seen, item: int | None) -> str:
    """The value of a fact, and what it is compared with."""
    if item is not None and fact.level is Level.ITEM:
        values = [seen.items[item].facts.get(fact.name)]
    else:
        values = seen.values_of(fact)
    value = _together(fact, [each for each in values if each is not None])
    if not value:
        return _("%(fact)s: not known") % {"fact": fact.label} if any(isinstance(x, Known) for x in compared) else ""
    stated = {"fact": fact.label, "value": f"{value} {SHOWN_UNITS.get(fact.unit, '')}".strip()}
    norms = [
        f"{OPERATORS[leaf.operator].label} {_norm(leaf)}"
        for leaf in compared
        if isinstance(leaf, Leaf) and leaf.value is not None
    ]
    if not norms:
        return _("%(fact)s: %(value)s") % stated
    return _("%(fact)s: %(value)s; counts if it %(norm)s") % (stated | {"norm": ", ".join(norms)})


def _norm(leaf: Leaf) -> str:
    if OPERATORS[leaf.operator].takes is Takes.RANGE:
        return _("%(low)s and %(high)s") % {"low": shown(leaf.value[0]), "high": shown(leaf.value[1])}
    return _spoken(leaf.fact, list(leaf.value) if isinstance(leaf.value, tuple) else leaf.value)


def _together(fact: Fact, values: Iterable[Any]) -> str:
    values = list(values)
    if not values:
        return ""
    if fact.type in (FactType.NUMBER, FactType.INTEGER, FactType.MOMENT) and min(values) != max(values):
        return _("%(low)s to %(high)s") % {"low": shown(min(values)), "high": shown(max(values))}
    if fact.type is FactType.BOOLEAN:
        return shown(any(values))
    return ", ".join(list(dict.fromkeys(_spoken(fact.name, each) for each in values))[:MOST_VALUES])


def _is_unknown(fact: Fact, seen: Seen) -> bool:
    values = seen.values_of(fact)
    return not values or any(value is None or (isinstance(value, list) and None in value) for value in values)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
