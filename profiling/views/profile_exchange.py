"""Profiles between PCUs: a version as a file, and a file as a draft. Nothing that comes in is ever switched on."""

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consignments.access import OfficerRequest, may
from consignments.models import record
from consignments.refusing import Refused
from profiling.exchanging import NotAcceptable, Opened, exported, opened
from profiling.models import ProfileVersion, RiskProfile
from profiling.models.lifecycle import SUBJECT
from profiling.presenting.draft_reading import reading_of_definition
from profiling.presenting.version_differences import version_differences


class FileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File of a profile"), help_text=gettext_lazy("As another PCU exported it.")
    )


@may("draft_profiles")
def export(request: OfficerRequest, code: str, number: int) -> HttpResponse:
    """Give the version as a file; that it left is written in its log."""
    versions = ProfileVersion.objects.visible_to(request.user).select_related("profile")
    version = get_object_or_404(versions, profile__code=code, number=number)
    unit = request.user.unit.code if request.user.unit else ""
    file = exported(version, unit, timezone.localtime(), settings.PROFILE_EXCHANGE_SECRET)
    record(SUBJECT, version.pk, "exported", actor=request.user)
    response = HttpResponse(file, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="{code}-v{number}.json"'
    return response


@may("draft_profiles")
def bring_in(request: OfficerRequest) -> HttpResponse:
    """Check a file and show what it says against what is here; make a draft of it when the officer says so."""
    if request.method != "POST":
        return _page(request, FileForm())
    form = FileForm(request.POST, request.FILES)
    text = request.POST.get("text")
    if text is None and not form.is_valid():
        return _page(request, form, status=422)
    raw = text.encode("utf-8", "surrogatepass") if text is not None else form.cleaned_data["file"].read()
    try:
        said = opened(raw, settings.PROFILE_EXCHANGE_SECRET)
    except NotAcceptable as refused:
        form.errors.pop("file", None)
        form.add_error(None, str(refused))
        return _page(request, form, status=422)
    here = RiskProfile.objects.visible_to(request.user).filter(code=said.profile["code"]).first()
    if said.definition is not None and request.POST.get("make") in ("profile", "version"):
        try:
            made = _drafted(request, said, here if request.POST["make"] == "version" else None)
            messages.success(request, _("%(version)s begun as a draft; nothing is switched on.") % {"version": made})
            return redirect("profiling:version-edit", made.profile.code, made.number)
        except Refused as refused:
            form.errors.pop("file", None)
            form.add_error(None, refused.message)
    shown: dict[str, Any] = {"said": said, "here": here, "text": raw.decode("utf-8", "replace")} | _compared(said, here)
    return _page(request, form if form.non_field_errors() else FileForm(), **shown)


@transaction.atomic
def _drafted(request: OfficerRequest, said: Opened, here: RiskProfile | None) -> ProfileVersion:
    content: dict[str, Any] = {"definition": said.definition.as_json() if said.definition else None, **said.texts}
    if here is not None:
        made = here.versions.draft(here, request.user, **content)
    else:
        title = said.profile["title"] or said.profile["code"] or _("Imported profile")
        began = RiskProfile.objects.start(request.user, title=title, category=said.profile["category"], **content)
        made = began.versions.get()
    record(SUBJECT, made.pk, "imported", actor=request.user, after={"sha256": said.sha256, "source": dict(said.source)})
    return made


def _compared(said: Opened, here: RiskProfile | None) -> dict[str, Any]:
    """The file read in plain words, and field by field against the active version, else the newest."""
    if said.definition is None:
        return {}
    shown: dict[str, Any] = {"reading": reading_of_definition(said.definition)}
    versions = here.versions.order_by("-number") if here else None
    before = (versions.filter(state="active").first() or versions.first()) if versions is not None else None
    if before is not None:
        today = timezone.localdate()
        until = {"valid_from": today, "valid_until": today + timedelta(days=365)}
        content = {"definition": said.definition.as_json(), **until, **said.texts}
        after = ProfileVersion(profile=here, number=before.number + 1, state="draft", **content)
        shown |= {"compared": before, "version": after, "differences": version_differences(before, after)}
        shown["changes"] = sum(row.is_change for row in shown["differences"])
    return shown


def _page(request: OfficerRequest, form: FileForm, status: int = 200, **shown: Any) -> HttpResponse:
    shown |= {"form": form, "has_secret": bool(settings.PROFILE_EXCHANGE_SECRET)}
    return render(request, "profiling/profiles/import.html", shown, status=status)
