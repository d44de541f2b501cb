"""A version as an officer edits it: forms from a definition, a definition from forms, faults back to their fields."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BaseFormSet, Form
from django.http import QueryDict

from profiling.conditions.definition import stored_definition
from profiling.conditions.fault import Fault
from profiling.forms import FrameForm, IndicatorFormSet, JsonForm, RuleForm
from profiling.models import ProfileVersion

NEW_ROWS = 3
RULE_FIELDS = ["scope", "posts", "modes", "threshold", "lane", "when_not_evaluable", "selection_percent"]
_INDICATOR_PATH = re.compile(r"indicators\[(\d+)\](?:\.(code|points|when|label))?")
_FIELD_PATH = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class VersionForms:
    """Field by field: what the profile looks at and recommends, its indicators, and what stands around them."""

    rule: RuleForm
    indicators: BaseFormSet
    frame: FrameForm

    @classmethod
    def of(cls, version: ProfileVersion | None) -> "VersionForms":
        """Make forms that say what the version says, with rows to spare; empty ones where there is none."""
        # Read and written again: the database keeps JSON, but not the order in which an officer wrote it.
        said = stored_definition(version.definition).as_json() if version else {}
        rows = [*said.get("indicators", []), *({} for _ in range(NEW_ROWS))]
        return cls(
            RuleForm(initial=said, prefix="rule"),
            IndicatorFormSet(initial=rows, prefix="indicators"),
            FrameForm(initial=FrameForm.initial_of(version), prefix="frame"),
        )

    @classmethod
    def sent(cls, data: QueryDict, more_rows: bool = False) -> "VersionForms":
        """Take the forms an officer sent, with rows added if asked for."""
        if more_rows:
            data = data.copy()
            data["indicators-TOTAL_FORMS"] = str(int(data.get("indicators-TOTAL_FORMS", 0)) + NEW_ROWS)
        return cls(
            RuleForm(data, prefix="rule"), IndicatorFormSet(data, prefix="indicators"), FrameForm(data, prefix="frame")
        )

    def are_valid(self) -> bool:
        return all([self.rule.is_valid(), self.indicators.is_valid(), self.frame.is_valid()])

    @property
    def definition(self) -> dict[str, Any]:
        """What the forms say, as JSON; only after `are_valid`."""
        said = {name: self.rule.cleaned_data[name] for name in RULE_FIELDS}
        return said | {"indicators": [_indicator(form.cleaned_data) for form in self._filled()]}

    @property
    def content(self) -> dict[str, Any]:
        """The fields of a version; only after `are_valid`."""
        return {**self.frame.cleaned_data, "definition": self.definition}

    def show(self, faults: Iterable[Fault]) -> None:
        """Put each fault beside the field its path leads to."""
        filled = self._filled()
        for fault in faults:
            text = told(fault)
            row = _INDICATOR_PATH.match(fault.path)
            if row and int(row[1]) < len(filled):
                filled[int(row[1])].add_error(row[2] or "code", text)
                continue
            field = _FIELD_PATH.match(fault.path)
            self.rule.add_error(field[0] if field and field[0] in RULE_FIELDS else None, text)

    @property
    def every(self) -> list[Form]:
        return [self.rule, *self.indicators, self.frame]

    def _filled(self) -> list:
        return [form for form in self.indicators if form.cleaned_data.get("code")]


@dataclass(frozen=True, slots=True)
class VersionJson:
    """The same as one text."""

    json: JsonForm
    frame: FrameForm

    @classmethod
    def sent(cls, data: QueryDict) -> "VersionJson":
        return cls(JsonForm(data, prefix="json"), FrameForm(data, prefix="frame"))

    def are_valid(self) -> bool:
        return all([self.json.is_valid(), self.frame.is_valid()])

    @property
    def content(self) -> dict[str, Any]:
        return {**self.frame.cleaned_data, "definition": self.json.cleaned_data["definition"]}

    @property
    def every(self) -> list[Form]:
        return [self.json, self.frame]

    def show(self, faults: Iterable[Fault]) -> None:
        for fault in faults:
            self.json.add_error("definition", told(fault))


def errors_of(forms: Iterable[Form]) -> list[tuple[str, str]]:
    """Return every error as (id of its field, text); "" where it belongs to no field."""
    found = []
    for form in forms:
        for name, texts in form.errors.items():
            field = form[name] if name in form.fields else None
            for text in texts:
                found.append((field.id_for_label, f"{field.label}: {text}") if field else ("", str(text)))
    return found


def told(fault: Fault) -> str:
    """Return a fault as a line: path, problem, remedy."""
    return f"{fault.path}: {fault.problem} {fault.remedy}"


def _indicator(row: Mapping[str, Any]) -> dict[str, Any]:
    said = {"code": row["code"], "points": row["points"], "when": row["when"], "label": row["label"]}
    return {name: value for name, value in said.items() if value not in (None, "")}
