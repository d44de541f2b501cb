"""The points of a checklist as rows of the page: their answers in words, what was answered, what is still open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from seizures.checklists import BEFORE_OPENING, TESTS, WALKS, Answer, Point, Text


@dataclass(frozen=True)
class Choice:
    """One answer to be pressed; an alarm is drawn in red once it is chosen."""

    value: str
    word: Text
    is_alarm: bool
    is_chosen: bool


@dataclass(frozen=True)
class PointRow:
    """`number` counts along the walk; None before the opening."""

    code: str
    number: int | None
    title: Text
    hint: Text
    choices: tuple[Choice, ...]
    note: str

    @property
    def answer(self) -> Choice | None:
        return next((choice for choice in self.choices if choice.is_chosen), None)


def before_opening(checklist: Mapping[str, Mapping[str, str]]) -> list[PointRow]:
    return [_row(point, None, checklist) for point in BEFORE_OPENING]


def tests(checklist: Mapping[str, Mapping[str, str]]) -> list[PointRow]:
    return [_row(point, None, checklist) for point in TESTS]


def walk(piece_kind: str, checklist: Mapping[str, Mapping[str, str]]) -> list[PointRow]:
    return [_row(point, number, checklist) for number, point in enumerate(WALKS[piece_kind], start=1)]


def answered(rows: Iterable[PointRow]) -> int:
    return sum(row.answer is not None for row in rows)


def _row(point: Point, number: int | None, checklist: Mapping[str, Mapping[str, str]]) -> PointRow:
    given = checklist.get(point.code, {})
    choices = tuple(
        Choice(str(answer), point.word_for(answer), answer == Answer.PROBLEM, answer == given.get("answer"))
        for answer in Answer
    )
    return PointRow(point.code, number, point.title, point.hint, choices, given.get("note", ""))
