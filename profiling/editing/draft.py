"""The whole of a draft as its fields hold it: scope, indicators, and what is moved in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Self

from django.http import QueryDict

from profiling.conditions.catalogue import Level
from profiling.conditions.definition import MOST_INDICATORS, ProfileDefinition
from profiling.conditions.indicators import INDICATORS
from profiling.conditions.tree import as_json
from profiling.editing.fields import fact_named, fields_of, new_fact, node_sent
from profiling.editing.moves import MOVES, Place, add, change_kind, level_at
from profiling.editing.nodes import GROUPS, Node

_PLACE = re.compile(r"(scope|indicators-([0-9]{1,2})-when)((?:-[0-9]{1,3})*)")
_WHOLE = re.compile(r"[+-]?[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator as it is written; points as typed."""

    code: str
    points: str = ""
    label: str = ""
    when: Node | None = None

    def as_json(self) -> dict[str, Any]:
        points = int(self.points) if _WHOLE.fullmatch(self.points) else self.points or None
        said: dict[str, Any] = {"code": self.code, "points": points}
        said |= {"when": self.when.as_json()} if self.when else {}
        return said | ({"label": self.label} if self.label else {})


@dataclass(frozen=True, slots=True)
class Draft:
    """focus: the name of the field where the officer goes on after a button; note: what a button could not do."""

    scope: Node | None = None
    rows: tuple[Row, ...] = ()
    focus: str = ""
    not_found: str = ""

    @classmethod
    def of(cls, definition: ProfileDefinition | None) -> Self:
        if definition is None:
            return cls()
        rows = (
            Row(each.code, str(each.points), each.label, Node.of(as_json(each.when))) for each in definition.indicators
        )
        return cls(Node.of(as_json(definition.scope)) if definition.scope else None, tuple(rows))

    @classmethod
    def sent(cls, data: QueryDict) -> Self:
        """Read the fields of a form; whatever they hold, nothing is refused here."""
        rows: list[Row] = []
        while (code := data.get(f"indicators-{len(rows)}-code")) is not None and len(rows) <= MOST_INDICATORS:
            name = f"indicators-{len(rows)}"
            points, label = (str(data.get(f"{name}-{field}", "")).strip() for field in ("points", "label"))
            rows.append(Row(str(code).strip(), points, label, node_sent(data, f"{name}-when")))
        return cls(node_sent(data, "scope"), tuple(rows))

    def fields(self) -> Iterator[tuple[str, list[str]]]:
        """Yield (name, texts) as a browser would send them."""
        if self.scope:
            yield from fields_of(self.scope, "scope")
        for number, row in enumerate(self.rows):
            name = f"indicators-{number}"
            yield from [(f"{name}-code", [row.code]), (f"{name}-points", [row.points]), (f"{name}-label", [row.label])]
            if row.when:
                yield from fields_of(row.when, f"{name}-when")

    def as_json(self) -> dict[str, Any]:
        """Scope and indicators of the definition."""
        return {
            "scope": self.scope.as_json() if self.scope else None,
            "indicators": [row.as_json() for row in self.rows],
        }

    def done(self, pressed: str, data: QueryDict) -> "Draft":
        """Return the draft after a button `verb:place` (`verb:place:more`), and after what was typed to be added."""
        verb, _colon, rest = pressed.partition(":")
        target, _colon, more = rest.partition(":")
        try:
            if verb == "redraw":
                return self._typed_added(data)
            if verb == "indicator":
                return self._with_indicator(data.get("new-indicator", ""))
            if verb.startswith("indicator-"):
                return self._row_moved(verb.removeprefix("indicator-"), int(target))
            return self._moved(verb, target, more, data)
        except (IndexError, ValueError):
            return self  # a button of a page that is older than the form

    def _moved(self, verb: str, target: str, more: str, data: QueryDict) -> "Draft":
        found = _PLACE.fullmatch(target)
        if not found:
            return self
        name, place = found[1], tuple(int(number) for number in found[3].split("-")[1:])
        root = self._root(found)
        if verb == "add":
            return self._fact_added(found, root, place, data.get(f"{target}-new", ""))
        if verb == "group" and more in GROUPS:
            moved, field = add(root, place, Node(more)), "new"
        elif root is None:
            return self
        elif verb == "kind":
            moved, field = change_kind(root, place, data.get(f"{target}-kind", "")), "kind"
        elif verb in MOVES:
            moved, field = MOVES[verb](root, place), "kind" if verb in ("wrap", "unwrap") else verb
        else:
            return self
        return replace(self._with_root(found, moved.root), focus=_named(name, moved.root, moved.at, field))

    def _fact_added(self, found: re.Match, root: Node | None, place: Place, text: str) -> "Draft":
        target = found[0]
        fact = fact_named(text, level_at(root, place))
        if fact is None:
            return replace(self, focus=f"{target}-new", not_found=text.strip()[:60] and target)
        moved, level = add(root, place, new_fact(fact)), level_at(root, place)
        if fact.level is Level.ITEM and level is Level.CONSIGNMENT:
            # A fact of a goods item can only stand inside “any_item”: it brings its own.
            moved = add(root, place, Node("item", (new_fact(fact),)))
        return replace(self._with_root(found, moved.root), focus=_named(found[1], moved.root, moved.at, "value"))

    def _typed_added(self, data: QueryDict) -> "Draft":
        """Enter was pressed: add what stands in a field for something new."""
        for name in data:
            if name.endswith("-new") and str(data[name]).strip():
                return self._moved("add", name.removesuffix("-new"), "", data)
        if code := str(data.get("new-indicator", "")).strip():
            return self._with_indicator(code)
        more = next((name for name in data if name.endswith("-more") and str(data[name]).strip()), "")
        return replace(self, focus=more)

    def _with_indicator(self, text: str) -> "Draft":
        code = text.strip()[:3].upper()
        if len(self.rows) >= MOST_INDICATORS:
            return self
        if code in INDICATORS:
            row = Row(code, "10", "", Node.of(INDICATORS[code].condition))
        else:
            taken = {row.code for row in self.rows}
            row = Row(next(name for n in range(1, 99) if (name := f"X{n:02}") not in taken), "10")
        field = "points" if code in INDICATORS else "label"
        return replace(self, rows=(*self.rows, row), focus=f"indicators-{len(self.rows)}-{field}")

    def _row_moved(self, verb: str, number: int) -> "Draft":
        rows, row = list(self.rows), self.rows[number]
        beside = number + {"up": -1, "down": 1}.get(verb, 0)
        if verb == "remove":
            del rows[number]
            return replace(self, rows=tuple(rows), focus="new-indicator")
        if verb == "usual" and row.code in INDICATORS:
            rows[number] = replace(row, when=Node.of(INDICATORS[row.code].condition))
        elif 0 <= beside < len(rows):
            rows[number], rows[beside] = rows[beside], rows[number]
        else:
            beside = number
        return replace(self, rows=tuple(rows), focus=f"indicators-{beside}-points")

    def _root(self, found: re.Match) -> Node | None:
        return self.scope if found[2] is None else self.rows[int(found[2])].when

    def _with_root(self, found: re.Match, root: Node | None) -> "Draft":
        if found[2] is None:
            return replace(self, scope=root)
        rows = list(self.rows)
        rows[int(found[2])] = replace(rows[int(found[2])], when=root)
        return replace(self, rows=tuple(rows))


def _named(name: str, root: Node | None, place: Place, field: str) -> str:
    """The name of a field at a place of a tree; a place counted from the end is told by its number."""
    node, numbers = root, []
    for number in place:
        if node is None:
            break
        numbers.append(number if number >= 0 else len(node.parts) - 1)
        node = node.parts[numbers[-1]]
    if field == "remove":
        field = "new"
    return "-".join([name, *map(str, numbers), field])
