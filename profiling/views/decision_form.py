"""The form of a decision: a kind of reason, the officer's own words, and what the officer had before the eyes."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

BY_VERB: list[tuple[Promise, list[tuple[str, Promise]]]] = [
    (_("For selecting"), [("confirmed", _("Indicators confirmed")), ("random_draw", _("Random draw"))]),
    (
        _("For releasing"),
        [
            ("explained", _("Explained by documents")),
            ("mistaken", _("Indicator mistaken")),
            ("known_trader", _("Trader known, goods usual")),
        ],
    ),
    (_("For asking"), [("missing", _("Datum or document missing")), ("contradictory", _("Documents disagree"))]),
    (_("For any"), [("knowledge", _("Officer’s knowledge")), ("other", _("Other"))]),
]
REASONS: list[tuple[Any, Any]] = [("", _("Reason…")), *BY_VERB]
LABELS = {code: label for _group, choices in BY_VERB for code, label in choices}
HOLDS = [("8", _("8 hours")), ("24", _("24 hours")), ("72", _("72 hours"))]


class DecisionForm(forms.Form):
    """`revision` is the number the officer read; `hold_hours` counts for a selection alone."""

    kind = forms.ChoiceField(label=_("Kind of reason"), choices=REASONS)
    words = forms.CharField(label=_("Reason in your words"), required=False, max_length=1000)
    hold_hours = forms.ChoiceField(label=_("Hold for"), choices=HOLDS, required=False, initial="72")
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("kind") == "other" and not given.get("words"):
            self.add_error("words", _("Say why: a decision needs a reason."))
        return given

    @property
    def reason(self) -> str:
        """The reason as it is kept: the kind, then the officer's words."""
        kind, words = str(LABELS[self.cleaned_data["kind"]]), self.cleaned_data["words"].strip()
        return f"{kind}: {words}" if words else kind

    @property
    def hold(self) -> timedelta:
        return timedelta(hours=int(self.cleaned_data["hold_hours"] or 72))
