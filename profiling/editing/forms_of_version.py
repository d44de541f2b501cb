"""A version as an officer edits it: forms from a definition, a definition from forms, faults back to their fields."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Self

from django.forms import Form
from django.http import QueryDict

from profiling.conditions.definition import ProfileDefinition, read_definition, stored_definition
from profiling.conditions.fault import Fault
from profiling.editing.draft import Draft
from profiling.editing.marking import fields_at_fault
from profiling.forms import FrameForm, JsonForm, RuleForm
from profiling.models import ProfileVersion

_WHOLE = re.compile(r"[+-]?[0-9]{1,9}")
_NUMBER = re.compile(r"[0-9]{1,3}([.,][0-9]{1,6})?")


@dataclass(slots=True)
class VersionForms:
    """Field by field: what the profile looks at and counts, what it recommends, and what stands around them.

    data: the fields as they were sent. marks: problems by the name of the field they belong to.
    """

    draft: Draft
    rule: RuleForm
    frame: FrameForm
    data: QueryDict = field(default_factory=QueryDict)
    marks: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, version: ProfileVersion | None) -> Self:
        """Make forms that say what the version says; empty ones where there is none."""
        definition = stored_definition(version.definition) if version else None
        return cls(
            Draft.of(definition),
            RuleForm(initial=definition.as_json() if definition else {}, prefix="rule"),
            FrameForm(initial=FrameForm.initial_of(version), prefix="frame"),
        )

    @classmethod
    def sent(cls, data: QueryDict) -> Self:
        """Take the forms an officer sent; after a button, with its work done and the faults marked."""
        draft = Draft.sent(data)
        if "do" in data:
            draft = draft.done(str(data["do"]), data)
        forms = cls(draft, RuleForm(data, prefix="rule"), FrameForm(data, prefix="frame"), data)
        if "do" in data:
            forms.rule.full_clean()
            forms.frame.full_clean()
            forms.show(forms.read()[1])
        return forms

    def are_valid(self) -> bool:
        return self.frame.is_valid()

    def read(self) -> tuple[ProfileDefinition | None, list[Fault]]:
        """Return the definition the forms say, or all its faults."""
        return read_definition(self.definition)

    @property
    def definition(self) -> dict[str, Any]:
        """What the forms say, as JSON; what cannot be read stands in it as typed."""
        data = self.data
        threshold, percent = (data.get(f"rule-{name}", "").strip() for name in ("threshold", "selection_percent"))
        return self.draft.as_json() | {
            "posts": [text for text in data.getlist("rule-posts") if text],
            "modes": [text for text in data.getlist("rule-modes") if text],
            "threshold": int(threshold) if _WHOLE.fullmatch(threshold) else threshold,
            "lane": data.get("rule-lane", ""),
            "when_not_evaluable": data.get("rule-when_not_evaluable", ""),
            "selection_percent": _number(percent) if _NUMBER.fullmatch(percent) else percent,
        }

    @property
    def content(self) -> dict[str, Any]:
        """The fields of a version; only after `are_valid`."""
        return {**self.frame.cleaned_data, "definition": self.definition}

    def show(self, faults: Iterable[Fault]) -> None:
        """Put each fault beside the field its path leads to."""
        for name, fault in fields_at_fault(faults, self.draft):
            rule_field = name.removeprefix("rule-")
            if rule_field == name:
                self.marks.setdefault(name, []).append(f"{fault.problem} {fault.remedy}")
            elif not self.rule.has_error(rule_field):
                self.rule.add_error(rule_field or None, told(fault))

    @property
    def every(self) -> list[Form]:
        return [self.rule, self.frame]


@dataclass(frozen=True, slots=True)
class VersionJson:
    """The same as one text."""

    json: JsonForm
    frame: FrameForm

    @classmethod
    def sent(cls, data: QueryDict) -> Self:
        return cls(JsonForm(data, prefix="json"), FrameForm(data, prefix="frame"))

    def are_valid(self) -> bool:
        return all([self.json.is_valid(), self.frame.is_valid()])

    def read(self) -> tuple[ProfileDefinition | None, list[Fault]]:
        """Return the definition the text says, or all its faults; neither where it is no JSON."""
        return read_definition(self.json.cleaned_data["definition"]) if self.json.is_valid() else (None, [])

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
            bound = form[name] if name in form.fields else None
            for text in texts:
                found.append((bound.id_for_label or bound.auto_id, f"{bound.label}: {text}") if bound else ("", text))
    return [(target, str(text)) for target, text in found]


def told(fault: Fault) -> str:
    """Return a fault as a line: path, problem, remedy."""
    return f"{fault.path}: {fault.problem} {fault.remedy}"


def _number(text: str) -> int | float:
    return int(text) if text.isdecimal() else float(text.replace(",", "."))
