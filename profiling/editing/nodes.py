"""A condition while it is being written: the same tree as its JSON, but parts may still be missing or wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

GROUPS = ("all", "any", "not", "item")
SINGLE = ("not", "item")  # groups of exactly one part
KNOWN = "known"  # the operator that asks whether a fact is known
_KEYS = {"all": "all", "any": "any", "not": "not", "item": "any_item"}
_KINDS = {key: kind for kind, key in _KEYS.items()}


@dataclass(frozen=True, slots=True)
class Node:
    """kind: "fact" or one of GROUPS. value: as in JSON; text where it could not be read, None where nothing stands."""

    kind: str
    parts: tuple["Node", ...] = ()
    fact: str = ""
    operator: str = ""
    value: Any = None

    @property
    def is_group(self) -> bool:
        return self.kind in GROUPS

    @classmethod
    def of(cls, condition: dict[str, Any]) -> Self:
        """Read the JSON of a condition that was checked."""
        if "known" in condition:
            return cls("fact", fact=condition["known"], operator=KNOWN)
        if "fact" in condition:
            return cls("fact", fact=condition["fact"], operator=condition["op"], value=condition.get("value"))
        ((key, inner),) = condition.items()
        parts = inner if isinstance(inner, list) else [inner]
        return cls(_KINDS[key], tuple(map(cls.of, parts)))

    def as_json(self) -> dict[str, Any]:
        """Return what it says; what is missing is a fault for the reader of definitions to name."""
        if self.operator == KNOWN:
            return {"known": self.fact}
        if self.kind == "fact":
            said = {"fact": self.fact, "op": self.operator}
            return said if self.operator in ("is_true", "is_false") else said | {"value": self.value}
        inner = [part.as_json() for part in self.parts]
        if self.kind in SINGLE:
            # An empty “not” has nothing to deny: the reader says of the empty group what is to be done.
            return {_KEYS[self.kind]: inner[0] if inner else {"all": []}}
        return {_KEYS[self.kind]: inner}

    def with_parts(self, parts: tuple["Node", ...]) -> "Node":
        """Return the group with these parts; a group of one takes several together by “all of these”."""
        if self.kind in SINGLE and len(parts) > 1:
            return Node(self.kind, (Node("all", parts),))
        return Node(self.kind, parts)

    def with_kind(self, kind: str) -> "Node":
        return Node(kind).with_parts(self.parts)

    def places(self, name: str, path: str) -> Iterator[tuple[str, str, "Node"]]:
        """Yield (name of its fields, path in the definition, node) for the node and all below it."""
        yield name, path, self
        for number, part in enumerate(self.parts):
            key = _KEYS[self.kind]
            below = f"{path}.{key}" if self.kind in SINGLE else f"{path}.{key}[{number}]"
            yield from part.places(f"{name}-{number}", below)
