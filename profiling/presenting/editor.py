"""A draft as the editor shows it: each node with its options, units, choices, what may be typed, and its marks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from profiling.conditions.catalogue import FACTS, Fact, FactType, Level, facts_of
from profiling.conditions.fault import Faults
from profiling.conditions.indicators import INDICATORS
from profiling.conditions.operators import OPERATORS
from profiling.conditions.reading_conditions import read_condition
from profiling.conditions.telling import SHOWN_UNITS
from profiling.conditions.words import in_words
from profiling.editing.draft import Draft, Row
from profiling.editing.fields import operators_for
from profiling.editing.nodes import GROUPS, KNOWN, SINGLE, Node
from profiling.editing.values import Texts, Widget, moment_parts, texts_of, widget_of
from profiling.presenting.wording import GROUPS as GROUP_WORDS
from profiling.presenting.wording import say

Option = tuple[str, str, bool]  # value, label, whether it is chosen

# A reader's hint beside the kind of a group.
HINTS = {
    "all": "",
    "any": gettext_lazy("counted once"),
    "not": gettext_lazy("“not evaluable” stays not evaluable"),
    "item": gettext_lazy("all of it has to hold on the same line of goods"),
}
HERE = "+06:00"
NO_TEXTS = Texts()


@dataclass(frozen=True, slots=True)
class NodeShown:
    """name: that its fields begin with. level: of the facts that may be added. codes: what helps to type, or ""."""

    name: str
    kind: str
    label: str
    options: tuple[Option, ...]
    marks: Mapping[str, str]
    level: str = "consignment"
    hint: str = ""
    parts: tuple["NodeShown", ...] = ()
    fact: str = ""
    meaning: str = ""
    unit: str = ""
    widget: str = "nothing"
    texts: Texts = NO_TEXTS
    choices: tuple[Option, ...] = ()
    codes: str = ""
    moments: tuple[tuple[str, str, str, str], ...] = ()  # name, text, zone, label
    is_root: bool = False
    not_found: bool = False

    @property
    def is_group(self) -> bool:
        return self.kind in GROUPS

    @property
    def is_full(self) -> bool:
        """Whether it is a group of one part that holds a group: more is added there."""
        return self.kind in SINGLE and any(part.is_group for part in self.parts)

    @property
    def is_number(self) -> bool:
        return self.fact in FACTS and FACTS[self.fact].type in (FactType.NUMBER, FactType.INTEGER)


@dataclass(frozen=True, slots=True)
class RowShown:
    """An indicator; reading: its condition in one line, "" while it is not complete."""

    number: int
    row: Row
    label: str
    sentence: str
    is_known: bool
    is_usual: bool
    is_open: bool
    reading: str
    when: NodeShown | None
    marks: Mapping[str, str]

    @property
    def name(self) -> str:
        return f"indicators-{self.number}"


@dataclass(frozen=True, slots=True)
class EditorShown:
    scope: NodeShown | None
    rows: list[RowShown]
    focus: str
    not_found: str
    marks: Mapping[str, str]
    facts: dict[str, list[tuple[str, str]]]
    catalogue: list[tuple[str, str]]


def shown_editor(draft: Draft, marks: Mapping[str, list[str]]) -> EditorShown:
    """Return all that the editor's template is given."""
    told = {name: " ".join(texts) for name, texts in marks.items()}
    show = _Shower(told, draft.not_found)
    return EditorShown(
        scope=show.node(draft.scope, "scope", root=True) if draft.scope else None,
        rows=[_row(number, row, show, draft.focus) for number, row in enumerate(draft.rows)],
        focus=draft.focus,
        not_found=draft.not_found,
        marks=told,
        facts={level.value: [(str(f.label), _described(f)) for f in facts_of(level)] for level in Level},
        catalogue=[(code, f"{code} {each.label}") for code, each in INDICATORS.items()],
    )


def _row(number: int, row: Row, show: "_Shower", focus: str) -> RowShown:
    name = f"indicators-{number}"
    usual = INDICATORS.get(row.code)
    said = row.when.as_json() if row.when else None
    condition = read_condition(said, "", Faults()) if said else None
    is_usual = usual is not None and said == usual.condition
    is_faulty = any(marked.startswith(f"{name}-when") for marked in show.marks)
    return RowShown(
        number=number,
        row=row,
        label=str(usual.label) if usual else row.label,
        sentence=str(usual.sentence) if usual else "",
        is_known=usual is not None,
        is_usual=is_usual,
        is_open=not is_usual or is_faulty or focus.startswith(f"{name}-when"),
        reading=say(condition).one_line if condition else "",
        when=show.node(row.when, f"{name}-when", root=True) if row.when else None,
        marks={field: show.marks.get(f"{name}-{field}", "") for field in ("code", "points", "label")}
        | {"when": show.marks.get(f"{name}-when-new", "")},
    )


@dataclass(frozen=True, slots=True)
class _Shower:
    marks: Mapping[str, str]
    not_found: str

    def node(self, node: Node, name: str, level: str = "consignment", root: bool = False) -> NodeShown:
        own = {field: self.marks.get(f"{name}-{field}", "") for field in ("kind", "op", "value", "low", "high")}
        if not node.is_group:
            return self._fact(node, name, own, level, root)
        inner = "item" if node.kind == "item" else level
        return NodeShown(
            name=name,
            kind=node.kind,
            label=str(GROUP_WORDS[node.kind]),
            options=tuple((kind, str(label), kind == node.kind) for kind, label in GROUP_WORDS.items()),
            marks=own,
            level=inner,
            hint=str(HINTS[node.kind]),
            parts=tuple(self.node(part, f"{name}-{n}", inner) for n, part in enumerate(node.parts)),
            is_root=root,
            not_found=self.not_found == name,
        )

    def _fact(self, node: Node, name: str, marks: dict[str, str], level: str, root: bool) -> NodeShown:
        fact = FACTS.get(node.fact)
        if fact is None:
            told = _("There is no such fact here: %(name)s") % {"name": node.fact[:60]}
            return NodeShown(name, "fact", told, (), marks, level, fact=node.fact, is_root=root)
        texts, widget = texts_of(fact, node.operator, node.value), widget_of(fact, node.operator)
        labels = {operator: str(each.label) for operator, each in OPERATORS.items()} | {KNOWN: _("is known")}
        return NodeShown(
            name=name,
            kind="fact",
            label=str(fact.label),
            options=tuple((each, labels[each], each == node.operator) for each in operators_for(fact)),
            marks=marks,
            level=level,
            fact=fact.name,
            meaning=str(fact.meaning),
            unit=str(SHOWN_UNITS.get(fact.unit, fact.unit)) if widget is not Widget.NOTHING else "",
            widget=widget.value,
            texts=texts,
            choices=_choices(fact, texts),
            codes=_codes(fact),
            moments=_moments(name, widget, texts),
            is_root=root,
            not_found=self.not_found == name,
        )


def _choices(fact: Fact, texts: Texts) -> tuple[Option, ...]:
    """The chosen ones first, in their order: a condition that is saved unchanged stays as it was written."""
    chosen = [text for text in texts.value if text]
    rest = [choice for choice in fact.choices if choice not in chosen]
    return tuple((choice, in_words(choice), choice in chosen) for choice in [*chosen, *rest]) if fact.choices else ()


def _codes(fact: Fact) -> str:
    """What list of codes helps to type: a data list of the page, or the nomenclature, which is searched."""
    element = fact.elements if fact.type is FactType.ARRAY else fact.type
    if element is FactType.COUNTRY:
        return "countries"
    if fact.name.endswith("_post"):
        return "posts"
    return fact.name if fact.name in ("hs_chapter", "hs4", "hs6") else ""


def _moments(name: str, widget: Widget, texts: Texts) -> tuple[tuple[str, str, str, str], ...]:
    ends: list[tuple[str, str, Any]] = []
    if widget is Widget.MOMENT:
        ends = [(f"{name}-value", texts.one, _("Moment"))]
    elif widget is Widget.MOMENTS:
        ends = [(f"{name}-low", texts.low, _("Earliest")), (f"{name}-high", texts.high, _("Latest"))]
    split = [(field, moment_parts(text) or (text, HERE), label) for field, text, label in ends]
    return tuple((field, clock, zone, label) for field, (clock, zone), label in split)


def _described(fact: Fact) -> str:
    unit = SHOWN_UNITS.get(fact.unit, fact.unit)
    return f"{fact.meaning} [{unit}]" if unit else str(fact.meaning)
