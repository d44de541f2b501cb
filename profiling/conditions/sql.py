"""A piece of SQL with its parameters, as a value that can be composed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Sql:
    """Text with a `%s` for each parameter. Only names of the catalogue and words of this package enter the text."""

    text: str
    params: tuple[Any, ...] = ()

    def __add__(self, other: "Sql | str") -> "Sql":
        if isinstance(other, str):
            return Sql(self.text + other, self.params)
        return Sql(self.text + other.text, self.params + other.params)

    def __radd__(self, other: str) -> "Sql":
        return Sql(other + self.text, self.params)

    @staticmethod
    def join(separator: str, parts: "Iterable[Sql | str]") -> "Sql":
        """Return the parts with the separator between them."""
        pieces = [Sql(part) if isinstance(part, str) else part for part in parts]
        return Sql(
            separator.join(piece.text for piece in pieces), tuple(param for piece in pieces for param in piece.params)
        )
