"""A fault in a definition: where it is, what is wrong, how to mend it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """path: where in the JSON, as `indicators[2].when.all[0].value`; problem and remedy: one sentence each."""

    path: str
    problem: str
    remedy: str


@dataclass(slots=True)
class Faults:
    """Collects every fault of one reading, so that an author sees all of them at once."""

    found: list[Fault] = field(default_factory=list)

    def add(self, path: str, problem: str, remedy: str) -> None:
        self.found.append(Fault(path or "definition", problem, remedy))

    def __bool__(self) -> bool:
        return bool(self.found)


def below(path: str, key: str) -> str:
    """Return the path of a key inside an object."""
    return f"{path}.{key}" if path else key
