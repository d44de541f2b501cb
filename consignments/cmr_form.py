"""The form of a CMR note: its boxes, the lines of goods, and what is wrong with what was typed."""

import re
import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consignments.keys.identifier_checks import ContainerAnswer, iso6346_answer
from consignments.parsing.problems import remedy, sentence
from consignments.parsing.typed import cmr_note
from consignments.parsing.typed.cmr_boxes import BOXES, GOODS_BOXES
from consignments.parsing.values import Problem, Severity, StatedConsignment, StatedManifest

LINES = 3  # empty lines of goods on a new note
MAX_LINES = 99
_IN_LINE = re.compile(r"(?P<path>.+), line (?P<line>[0-9]+)")

LABELS = {
    "number": _("Number of the note"),
    "entry_post": _("Post of entry"),
    "arrives_at": _("Arrives at"),
    "sender": _("Sender: name, address, country"),
    "sender_inn": _("Tax number"),
    "consignee": _("Consignee: name, address, country"),
    "consignee_inn": _("INN"),
    "place_of_delivery": _("Place of delivery"),
    "place_of_taking_over": _("Taken over at"),
    "taken_over_on": _("Taken over on"),
    "documents_attached": _("Documents attached"),
    "instructions": _("Sender’s instructions"),
    "payment_of_carriage": _("Payment of carriage"),
    "cash_on_delivery": _("Cash on delivery"),
    "carrier": _("Carrier: name, address, country"),
    "carrier_inn": _("Tax number"),
    "vehicle": _("Tractor"),
    "vehicle_country": _("Country of the plate"),
    "trailer": _("Trailer"),
    "container": _("Container"),
    "seals": _("Seals"),
    "driver": _("Driver"),
    "successive_carriers": _("Successive carriers"),
    "reservations": _("Reservations of the carrier"),
    "special_agreements": _("Special agreements"),
    "freight_amount": _("To be paid, freight"),
    "freight_currency": _("Currency"),
    "freight_payer": _("Paid by"),
    "established_in": _("Established in"),
    "established_on": _("Established on"),
    "sender_signed": _("signed by the sender"),
    "carrier_signed": _("signed by the carrier"),
    "goods_received": _("Goods received"),
    "tir_carnet": _("TIR carnet"),
}
GOODS_LABELS = {
    "marks": _("Marks"),
    "packages": _("Packages"),
    "packing": _("Packing"),
    "description": _("Nature of the goods"),
    "commodity_code": _("HS code"),
    "gross_mass_kg": _("Gross, kg"),
    "volume_m3": _("m³"),
}
_TICKS = {"sender_signed", "carrier_signed"}
_SEVERAL_ROWS = {"sender", "consignee", "carrier", "instructions", "special_agreements"}
NAME_OF_PATH = {box.path: name for name, box in BOXES.items()}
GOODS_NAME_OF_PATH = {box.path: name for name, box in GOODS_BOXES.items()}


class GoodsLine(forms.Form):
    """Boxes 6 to 12 of one line."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, label in GOODS_LABELS.items():
            self.fields[name] = forms.CharField(required=False, max_length=4000, label=label, strip=True)


GoodsLines = forms.formset_factory(GoodsLine, extra=0, min_num=LINES, max_num=MAX_LINES, absolute_max=MAX_LINES)


class CmrForm(forms.Form):
    """The boxes of the note; `read` fills `problems` and gives each its place in the form."""

    keep_container = forms.BooleanField(required=False, label=_("keep the container number as on paper"))
    token = forms.CharField(widget=forms.HiddenInput, max_length=36)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name in BOXES:
            self.fields[name] = _field(name)
        self.fields["token"].initial = uuid.uuid4
        self.problems: list[Problem] = []
        self.manifest = StatedManifest()
        self.stated: StatedConsignment | None = None

    def document(self, lines: Any) -> bytes:
        """Return the note as the document that is kept."""
        values = {name: self.cleaned_data[name] for name in BOXES if self.cleaned_data.get(name)}
        return cmr_note.encode({**values, "goods": _without_blank_end(lines)})

    def read(self, lines: Any, local_zone: Any) -> None:
        """Read the note as registering will, and put each error at its field."""
        document = cmr_note.parse(self.document(lines), local_zone=local_zone)
        self.manifest = document.manifest
        self.stated = next(document.consignments, None)
        self.problems = [*document.problems, *(self.stated.problems if self.stated else ())]
        for problem in self.problems:
            if problem.severity is Severity.ERROR:
                self._put(problem, lines)
        for number in (self.cleaned_data.get("container") or "").split(","):
            if iso6346_answer(number) is ContainerAnswer.CHECK_DIGIT and not self.cleaned_data["keep_container"]:
                self.add_error("container", _("The check digit is wrong: look at the door, or keep it as on paper."))

    def _put(self, problem: Problem, lines: Any) -> None:
        said = f"{sentence(problem)} {remedy(problem)}"
        in_line = _IN_LINE.fullmatch(problem.path)
        if in_line and in_line["path"] in GOODS_NAME_OF_PATH:
            name = GOODS_NAME_OF_PATH[in_line["path"]]
            lines.forms[int(in_line["line"]) - 1].add_error(name, said)
            box = _("%(label)s, line %(number)s") % {"label": GOODS_LABELS[name], "number": in_line["line"]}
            self.add_error(None, _("%(box)s: %(problem)s") % {"box": box, "problem": said})
        else:
            self.add_error(NAME_OF_PATH.get(problem.path), said)


def _field(name: str) -> forms.Field:
    if name in _TICKS:
        return forms.BooleanField(required=False, label=LABELS[name])
    widget = forms.Textarea(attrs={"rows": 1}) if name in _SEVERAL_ROWS else forms.TextInput()
    return forms.CharField(required=False, max_length=2000, label=LABELS[name], widget=widget)


def _without_blank_end(lines: Any) -> list[dict[str, str]]:
    """Return the lines up to the last one that says something: line numbers stay those of the form."""
    values = [{name: text for name, text in form.cleaned_data.items() if text} for form in lines.forms]
    while values and not values[-1]:
        values.pop()
    return values
