"""Notes: the problems met while a document is read, collected in a bounded list."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from .values import Problem, Severity

Value = TypeVar("Value")

MAX_NOTES = 100  # of errors, and again of warnings with notices: a hostile file must not fill the table of problems
MAX_VALUE = 200  # characters of the offending text
MAX_PATH = 300

# What PostgreSQL cannot store (NUL, lone surrogates) or a page cannot show.
_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"\s+")


class Unreadable(ValueError):
    """A stated value that does not mean what its field needs; `code` names the sentence in PROBLEMS."""

    def __init__(self, code: str, **params: object):
        super().__init__(code)
        self.code = code
        self.params = params


def storable(text: str) -> str:
    """Return the text on one line, without control characters and lone surrogates."""
    if text.isprintable() and "  " not in text:  # nearly always: then there is nothing to replace
        return text.strip()
    return _SPACES.sub(" ", _UNSTORABLE.sub(" ", text)).strip()


def problem(severity: Severity, code: str, path: str, **params: object) -> Problem:
    """Return a Problem whose path and values are safe to store and show."""
    shown = {name: storable(str(value)[: 2 * MAX_VALUE])[:MAX_VALUE] for name, value in params.items()}
    return Problem(code, storable(path[: 2 * MAX_PATH])[:MAX_PATH], severity, shown)


def error(code: str, path: str, **params: object) -> Problem:
    return problem(Severity.ERROR, code, path, **params)


def warning(code: str, path: str, **params: object) -> Problem:
    return problem(Severity.WARNING, code, path, **params)


def notice(code: str, path: str, **params: object) -> Problem:
    return problem(Severity.NOTICE, code, path, **params)


class Notes:
    """The problems of one consignment or of one document's head.

    An error is never dropped in favour of a warning; past MAX_NOTES one notice says that there are more.
    is_lenient: errors are noted as warnings; for the head of a document whose consignments can do without it.
    """

    def __init__(self, problems: list[Problem] | None = None, *, is_lenient: bool = False):
        self.problems: list[Problem] = [] if problems is None else problems
        self._is_lenient = is_lenient
        self._errors = 0
        self._others = 0

    @property
    def has_errors(self) -> bool:
        return self._errors > 0

    def add(self, found: Problem) -> None:
        if self._is_lenient and found.severity is Severity.ERROR:
            found = replace(found, severity=Severity.WARNING)
        is_error = found.severity is Severity.ERROR
        if is_error:
            self._errors += 1
        else:
            self._others += 1
        count = self._errors if is_error else self._others
        if count <= MAX_NOTES:
            self.problems.append(found)
        elif count == MAX_NOTES + 1:
            self.problems.append(notice("more_problems", found.path, count=MAX_NOTES))

    def extend(self, found: Iterable[Problem]) -> None:
        for one in found:
            self.add(one)

    def error(self, code: str, path: str, **params: object) -> None:
        self.add(error(code, path, **params))

    def warning(self, code: str, path: str, **params: object) -> None:
        self.add(warning(code, path, **params))

    def notice(self, code: str, path: str, **params: object) -> None:
        self.add(notice(code, path, **params))

    def read(
        self, reader: Callable[[Any], Value], raw: object, path: str, severity: Severity = Severity.ERROR
    ) -> Value | None:
        """Return what `reader` makes of the raw value; None when it is blank or unreadable (then it is noted)."""
        if raw is None or (isinstance(raw, str) and not raw.strip()):
            return None
        try:
            return reader(raw)
        except Unreadable as fault:
            self.add(problem(severity, fault.code, path, **{"value": raw, **fault.params}))
            return None

    def text(self, raw: str | None, path: str, limit: int) -> str | None:
        """Return descriptive text on one line, cut at `limit` characters with a warning; None when blank."""
        if raw is None:
            return None
        clean = storable(raw)
        if len(clean) > limit:
            self.warning("text_cut", path, limit=limit)
            clean = clean[:limit].rstrip()
        return clean or None

    def identifier(self, raw: str | None, path: str, limit: int, severity: Severity = Severity.ERROR) -> str | None:
        """Return a number or code as stated; one too long is left out, for half an identifier names another thing."""
        if raw is None:
            return None
        clean = storable(raw)
        if len(clean) > limit:
            self.add(problem(severity, "identifier_too_long", path, value=clean, limit=limit))
            return None
        return clean or None
