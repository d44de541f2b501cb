"""The form of a paper typed by hand: its boxes and lines, and what is wrong with what was typed."""

import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consignments.keys.identifier_checks import ContainerAnswer, iso6346_answer
from consignments.parsing.problems import remedy, sentence
from consignments.parsing.typed import typed_document
from consignments.parsing.typed.paper import Box, Cell, Holds, Lines, Paper
from consignments.parsing.values import Problem, Severity, StatedConsignment, StatedManifest

MORE_LINES = 3
MAX_LINES = 99
_IN_LINE = re.compile(r"(?P<path>.+), line (?P<line>[0-9]+)")


class LineForm(forms.Form):
    """One line of goods or equipment."""

    def __init__(self, lines: Lines, position: int, data: dict[str, str] | None):
        super().__init__(data, prefix=f"{lines.prefix}-{position}")
        for box in lines.boxes:
            self.fields[box.name] = forms.CharField(required=False, max_length=4000, label=str(box.label))


@dataclass(frozen=True, slots=True)
class ShownBox:
    """A box with its field; said: a warning beside it; of_last: the name of its text in the last document."""

    box: Box
    field: forms.BoundField
    said: str
    of_last: str


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A cell with its boxes, or lines with the boxes of each; the other is empty."""

    width: str
    boxes: list[ShownBox]
    lines: Lines | None
    rows: list[list[ShownBox]]


class TypedForm(forms.Form):
    """The boxes of one paper; `read` fills `problems` and gives each its place in the form.

    data: name of a field to its text, as the page sends it; `of_values` takes boxes as a draft keeps them.
    more: name of the lines of which more are wanted. marks: name of a field to a remark that is shown beside it.
    """

    keep_container = forms.BooleanField(required=False, label=_("keep the container number as on paper"))
    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=36)

    def __init__(
        self,
        paper: Paper,
        data: Mapping[str, Any] | None = None,
        *,
        more: str = "",
        marks: Mapping[str, str] | None = None,
    ):
        texts = None if data is None else {name: str(data[name]) for name in data}
        super().__init__(texts)
        self.paper = paper
        for box in paper.boxes.values():
            self.fields[box.name] = _field(box)
        self.fields["token"].initial = uuid.uuid4
        self.line_forms: dict[str, list[LineForm]] = {
            lines.name: [
                LineForm(lines, position, texts)
                for position in range(min(MAX_LINES, _line_count(lines, texts) + (more == lines.name) * MORE_LINES))
            ]
            for lines in paper.lines
        }
        self.marks: dict[str, str] = dict(marks or {})
        self.problems: list[Problem] = []
        self.manifest = StatedManifest()
        self.stated: StatedConsignment | None = None

    def is_sound(self, local_zone: tzinfo) -> bool:
        """Read what was typed as registering will; tell whether it can be registered."""
        every = [form for forms_ in self.line_forms.values() for form in forms_]
        if all([self.is_valid(), *(form.is_valid() for form in every)]):
            self._read(local_zone)
        return not self.errors and not any(form.errors for form in every)

    @classmethod
    def of_values(cls, paper: Paper, values: Mapping[str, Any], marks: Mapping[str, str] | None = None) -> "TypedForm":
        """Return the form of boxes as a draft or a kept document holds them: `values` gives them back.

        marks: name of a box ("goods.0.marks" in the first line) to a remark that is shown beside it.
        """
        data = {name: str(text) for name, text in values.items() if name in paper.boxes and text not in (None, False)}
        for lines in paper.lines:
            for position, line in enumerate(values.get(lines.name) or ()):
                data |= {
                    f"{lines.prefix}-{position}-{name}": str(text) for name, text in line.items() if text is not None
                }
        prefixes = {lines.name: lines.prefix for lines in paper.lines}
        parts = {name: name.split(".") for name in marks or {}}
        named = {name: "-".join([prefixes.get(first, first), *rest]) for name, (first, *rest) in parts.items()}
        return cls(paper, data, marks={named[name]: said for name, said in (marks or {}).items()})

    def values(self) -> dict[str, Any]:
        """Return what was typed, readable or not: name of a box to text, name of lines to a list of such objects."""
        head = {name: text for name in self.paper.boxes if (text := _typed_in(self[name]))}
        lines = {name: _without_blank_end(forms_) for name, forms_ in self.line_forms.items()}
        return head | {name: rows for name, rows in lines.items() if rows}

    def document(self) -> bytes:
        """Return what was typed as the document that is kept."""
        return typed_document.encode(self.paper, self.values())

    def parts(self) -> Iterator[ShownPart]:
        """Yield the cells and lines in the order of the paper."""
        for part in self.paper.parts:
            if isinstance(part, Cell):
                yield ShownPart(part.width, [self._shown(box, self, "") for box in part.boxes], None, [])
            else:
                rows = [
                    [self._shown(box, form, part.name) for box in part.boxes] for form in self.line_forms[part.name]
                ]
                yield ShownPart("lines", [], part, rows)

    def field_named(self, html_name: str) -> ShownBox | None:
        """Return one box by the name of its field; None when there is no such box."""
        for part in self.parts():
            for shown in [*part.boxes, *(box for row in part.rows for box in row)]:
                if shown.field.html_name == html_name:
                    return shown
        return None

    def has_container_errors(self) -> bool:
        """Whether a container's check digit waits for the officer to keep it as on paper."""
        wrong = [
            form[box.name].errors for box, form in self._boxes() if box.holds in (Holds.CONTAINER, Holds.CONTAINERS)
        ]
        return any(wrong) or bool(self["keep_container"].value())

    def _boxes(self) -> Iterator[tuple[Box, forms.Form]]:
        for box in self.paper.boxes.values():
            yield box, self
        for lines in self.paper.lines:
            for form in self.line_forms[lines.name]:
                yield from ((box, form) for box in lines.boxes)

    def _shown(self, box: Box, form: forms.Form, lines_name: str) -> ShownBox:
        field = form[box.name]
        of_last = f"{lines_name}-{box.name}" if lines_name else box.name
        return ShownBox(box, field, self.marks.get(field.html_name, ""), of_last)

    def _read(self, local_zone: tzinfo) -> None:
        document = typed_document.parse(self.paper, self.document(), local_zone=local_zone)
        self.manifest = document.manifest
        self.stated = next(document.consignments, None)
        self.problems = [*document.problems, *(self.stated.problems if self.stated else ())]
        for problem in self.problems:
            self._put(problem)
        if not self.cleaned_data["keep_container"]:
            self._check_containers()

    def _put(self, problem: Problem) -> None:
        """Say an error at its field, and a warning beside it; that a box is empty is told beside the form."""
        said = f"{sentence(problem)} {remedy(problem)}"
        box, form, line = self.place_of(problem)
        if problem.severity is Severity.ERROR:
            self._add_error(box, form, line, said)
        elif box and problem.code != "field_expected":
            self.marks[form[box.name].html_name] = said

    def place_of(self, problem: Problem) -> tuple[Box | None, forms.Form, str]:
        """Return the box that a problem names, the form it stands in, and the number of its line, if any."""
        in_line = _IN_LINE.fullmatch(problem.path)
        path, line = (in_line["path"], in_line["line"]) if in_line else (problem.path, "")
        for lines in self.paper.lines if line else ():
            for box in lines.boxes:
                if box.path == path and int(line) <= len(self.line_forms[lines.name]):
                    return box, self.line_forms[lines.name][int(line) - 1], line
        return next((box for box in self.paper.boxes.values() if box.path == problem.path), None), self, ""

    def _add_error(self, box: Box | None, form: forms.Form, line: str, said: str) -> None:
        form.add_error(box.name if box else None, said)
        if box and line:
            where = _("%(label)s, line %(number)s") % {"label": box.label, "number": line}
            self.add_error(None, _("%(box)s: %(problem)s") % {"box": where, "problem": said})

    def _check_containers(self) -> None:
        wrong = _("The check digit is wrong: look at the door, or keep it as on paper.")
        for box, form in self._boxes():
            text = form.cleaned_data.get(box.name) or ""
            if box.holds in (Holds.CONTAINER, Holds.CONTAINERS) and any(
                iso6346_answer(number) is ContainerAnswer.CHECK_DIGIT for number in re.split("[,;]", text)
            ):
                line = str(form.prefix).rpartition("-")[2] if form.prefix else ""
                self._add_error(box, form, str(int(line) + 1) if line else "", str(wrong))


def _field(box: Box) -> forms.Field:
    if box.holds is Holds.TICK:
        return forms.BooleanField(required=False, label=str(box.label))
    return forms.CharField(required=False, max_length=2000, label=str(box.label))


def _line_count(lines: Lines, texts: dict[str, str] | None) -> int:
    """Return how many lines are shown: those that were sent, else those of a new form."""
    named = re.compile(rf"{lines.prefix}-([0-9]{{1,2}})-")
    sent = [int(found[1]) + 1 for name in texts or () if (found := named.match(name))]
    return max([lines.shown, *sent])


def _typed_in(field: forms.BoundField) -> str | bool:
    """Return the text of a field; True for a tick."""
    value = field.value()
    return value if isinstance(value, bool) else str(value or "").strip()


def _without_blank_end(line_forms: list[LineForm]) -> list[dict[str, str | bool]]:
    """Return the lines up to the last one that says something: line numbers stay those of the form."""
    values: list[dict[str, str | bool]] = [
        {field.name: text for field in form if (text := _typed_in(field))} for form in line_forms
    ]
    while values and not values[-1]:
        values.pop()
    return values
