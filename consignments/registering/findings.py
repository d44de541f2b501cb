"""What became of a document, as far as it has been read."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from consignments.models import Status
from consignments.parsing.values import Problem, Severity

MAX_PROBLEMS = 20_000  # kept of one document: more than anybody will mend by hand


@dataclass(slots=True)
class Findings:
    """registered, rejected: consignments. observed, observed_rejected: readings."""

    registered: int = 0
    rejected: int = 0
    observed: int = 0
    observed_rejected: int = 0
    problems: list[tuple[Problem, str]] = field(default_factory=list)  # each with the document number it belongs to

    def note(self, problems: Iterable[Problem], document_number: str | None = "") -> None:
        room = MAX_PROBLEMS - len(self.problems)
        self.problems.extend((problem, document_number or "") for problem in list(problems)[: max(room, 0)])

    def status(self) -> Status:
        """Registered when nothing was refused; a document of no consignments (an empty truck) is registered too."""
        has_errors = any(problem.severity is Severity.ERROR for problem, _ in self.problems)
        if not (self.rejected or self.observed_rejected or has_errors):
            return Status.REGISTERED
        return Status.PARTLY_REGISTERED if self.registered or self.observed else Status.REJECTED
