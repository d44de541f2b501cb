"""The forms of intake: files to hand in, and the meaning of a spreadsheet's columns."""

import uuid
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from consignments.models import Source
from consignments.parsing.sheets.column_table import COLUMNS
from consignments.parsing.sheets.columns import BY_FIELD
from consignments.parsing.sheets.preview import ShownCell


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or more files; `clean` returns a list."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = (data if isinstance(data, list | tuple) else [data]) or [None]
        return [super(FilesField, self).clean(file, initial) for file in files]


class UploadForm(forms.Form):
    """Files in the name of a source of the officer's unit: one of those there are, or a new one."""

    source = forms.ModelChoiceField(
        Source.objects.none(), required=False, label=_("Source"), empty_label=_("A new source")
    )
    new_source = forms.CharField(
        max_length=80, required=False, label=_("Name of the new source"), help_text=_("Such as “Irkeshtam weekly”")
    )
    files = FilesField(  # type: ignore[assignment]  # a form's own `files` is what was sent, not a field
        label=_("Choose files"), allow_empty_file=True, error_messages={"required": _("Choose at least one file.")}
    )
    token = forms.CharField(widget=forms.HiddenInput, max_length=36)

    def __init__(self, *args: Any, officer: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.officer = officer
        sources = cast(forms.ModelChoiceField, self.fields["source"])
        sources.queryset = Source.objects.of_the_desk(officer)
        # Sent again, the same page hands in the same deliveries: nothing is registered twice.
        self.fields["token"].initial = uuid.uuid4

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        name = (cleaned.get("new_source") or "").strip()
        of_a_client = Source.objects.exclude(client=None).filter(unit_id=self.officer.unit_id, name=name)
        if not cleaned.get("source") and (not name or of_a_client.exists()) and "source" not in self.errors:
            self.add_error("new_source", _("Choose a source, or name a new one."))
        return cleaned

    def source_chosen(self) -> Source:
        """Return the chosen source; a new one is made on first use."""
        chosen = self.cleaned_data["source"]
        return chosen or Source.objects.named(self.cleaned_data["new_source"].strip(), self.officer.unit_id)


class ColumnsForm(forms.Form):
    """What each column of a sheet means: one choice a header, each meaning at most once."""

    keep = forms.BooleanField(required=False, initial=True)

    def __init__(self, headers: list[str], *args: Any, guessed: dict[str, str], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.headers = headers
        self.guessed = guessed
        meaning_of = {header: name for name, header in guessed.items()}
        choices = [("", _("Left out")), *((column.field, title_of(column.field)) for column in COLUMNS)]
        for position, header in enumerate(headers):
            self.fields[f"column_{position}"] = forms.ChoiceField(
                choices=choices, required=False, initial=meaning_of.get(header, ""), label=header
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        chosen = [meaning for name, meaning in cleaned.items() if name.startswith("column_") and meaning]
        for meaning in sorted({one for one in chosen if chosen.count(one) > 1}):
            self.add_error(None, _("“%(meaning)s” is chosen for two columns.") % {"meaning": title_of(meaning)})
        if "document_number" not in chosen:
            self.add_error(None, _("Say which column holds the document number."))
        return cleaned

    def mapping(self) -> dict[str, str]:
        """Return field to header; an empty header for what was guessed and is left out."""
        return {**self.left_out(), **self.chosen()}

    def chosen(self) -> dict[str, str]:
        """Return field to header as chosen so far, also where the choices are not yet sound."""
        values = [self[f"column_{position}"].value() for position in range(len(self.headers))]
        return {
            field: header for field, header in zip(values, self.headers, strict=True) if field in BY_FIELD and header
        }

    def left_out(self) -> dict[str, str]:
        chosen = self.chosen()
        return {name: "" for name in self.guessed if name not in chosen}

    def columns(self, rows: list[list[ShownCell]]) -> list[tuple[forms.BoundField, list[ShownCell]]]:
        """Return each column's choice with its cells in the first rows."""
        return [
            (self[f"column_{position}"], [row[position] if position < len(row) else ShownCell("") for row in rows])
            for position in range(len(self.headers))
        ]


def title_of(field: str) -> str:
    """Return the title of a column in the reader's language."""
    column = BY_FIELD[field]
    return {"ru": column.ru, "ky": column.ky}.get((get_language() or "")[:2], column.en)
