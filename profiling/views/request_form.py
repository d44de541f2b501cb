"""The form of a question to an outsider: of whom, what, in which language, until when; and why, for colleagues."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from profiling.asking import secret_names
from profiling.models import Addressee, Question
from profiling.questions import TEMPLATES, composed, named_in
from profiling.views.decision_form import BY_VERB, LABELS

DEADLINES = [("8", _("8 hours")), ("24", _("24 hours")), ("48", _("2 days")), ("72", _("3 days")), ("168", _("7 days"))]
LANGUAGES = [("ru", "Русский"), ("ky", "Кыргызча"), ("en", "English")]
# The reasons of asking come first; the usual one is chosen, as the question itself says more.
REASONS = [*BY_VERB[2][1], *BY_VERB[3][1]]


class RequestForm(forms.Form):
    """`revision` is the number the officer read."""

    addressee = forms.ChoiceField(label=_("Of whom"), choices=Addressee.choices)
    addressee_name = forms.CharField(label=_("Name, and how they are reached"), required=False, max_length=200)
    templates = forms.MultipleChoiceField(
        label=_("Questions"), choices=list(TEMPLATES.items()), required=False, widget=forms.CheckboxSelectMultiple
    )
    question = forms.CharField(
        label=_("Question in your words"),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The addressee reads it. Name no profile, list, lane or score."),
    )
    language = forms.ChoiceField(label=_("Language of the question"), choices=LANGUAGES)
    hours = forms.ChoiceField(label=_("Answer within"), choices=DEADLINES)
    is_put_to_sender = forms.BooleanField(label=_("Show it to the system that sent the document"), required=False)
    kind = forms.ChoiceField(label=_("Kind of reason"), choices=REASONS)
    words = forms.CharField(
        label=_("Reason, for colleagues only"),
        required=False,
        max_length=1000,
        help_text=_("The addressee never reads it."),
    )
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, can_be_put_to_sender: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not can_be_put_to_sender:
            del self.fields["is_put_to_sender"]

    @staticmethod
    def empty(revision: int, *, can_be_put_to_sender: bool) -> "RequestForm":
        language = (get_language() or "ru")[:2]
        hours = min((value for value, _label in DEADLINES), key=lambda each: abs(int(each) - _usual_hours()))
        initial = {"revision": revision, "language": language, "hours": hours, "is_put_to_sender": True}
        return RequestForm(initial=initial, auto_id="ask_%s", can_be_put_to_sender=can_be_put_to_sender)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("templates") and not (given.get("question") or "").strip():
            self.add_error("question", _("Choose a question or write one."))
        for name in ("question", "addressee_name"):
            if named := named_in(given.get(name) or "", secret_names()):
                said = gettext("The addressee must not read “%(name)s”: it is confidential.") % {"name": named[0]}
                self.add_error(name, said)
        if given.get("kind") == "other" and not given.get("words"):
            self.add_error("words", _("Say why: a decision needs a reason."))
        return given

    @property
    def reason(self) -> str:
        kind, words = str(LABELS[self.cleaned_data["kind"]]), self.cleaned_data["words"].strip()
        return f"{kind}: {words}" if words else kind

    def asked(self) -> Question:
        given = self.cleaned_data
        return Question(
            addressee=given["addressee"],
            addressee_name=given["addressee_name"],
            text=composed(given["templates"], given["question"], given["language"]),
            language=given["language"],
            due_at=_in_hours(int(given["hours"])),
            is_put_to_sender=given.get("is_put_to_sender", False),
        )


def _in_hours(hours: int) -> datetime:
    return timezone.now() + timedelta(hours=hours)


def _usual_hours() -> int:
    return settings.INFORMATION_REQUEST_HOURS
