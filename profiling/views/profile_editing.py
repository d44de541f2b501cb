"""The pages on which a supervisor writes a version: a new profile, a draft field by field, a draft as JSON."""

import json

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from consignments.access import OfficerRequest, may
from consignments.refusing import Refused
from profiling.conditions.catalogue import FACTS
from profiling.conditions.definition import stored_definition
from profiling.conditions.indicators import INDICATORS
from profiling.editing import VersionForms, VersionJson, errors_of
from profiling.forms import FrameForm, JsonForm, NewProfileForm
from profiling.models import ProfileVersion, RiskProfile
from profiling.models.lifecycle import NEVER_ACTIVE, DefinitionRefused


@may("draft_profiles")
def new(request: OfficerRequest) -> HttpResponse:
    """Begin a profile with its first draft."""
    if request.method != "POST":
        return _page(request, VersionForms.of(None), profile_form=NewProfileForm())
    profile_form, forms = NewProfileForm(request.POST), VersionForms.sent(request.POST, "more" in request.POST)
    if "more" in request.POST:
        return _page(request, forms, profile_form=profile_form)
    if all([profile_form.is_valid(), forms.are_valid()]):
        try:
            profile = RiskProfile.objects.start(request.user, **profile_form.cleaned_data, **forms.content)
            messages.success(request, _("%(code)s begun as a draft.") % {"code": profile.code})
            return redirect("profiling:version-show", profile.code, 1)
        except DefinitionRefused as refused:
            forms.show(refused.faults)
        except Refused as refused:
            profile_form.add_error(None, refused.message)
    return _page(request, forms, profile_form=profile_form, status=422)


@may("draft_profiles")
def edit(request: OfficerRequest, code: str, number: int) -> HttpResponse:
    """Change a version that was never active; only its author does."""
    versions = ProfileVersion.objects.visible_to(request.user).select_related("profile", "author")
    version = get_object_or_404(versions, profile__code=code, number=number)
    as_json = request.GET.get("as") == "json"
    if request.method != "POST":
        return _page(request, _json_of(version) if as_json else VersionForms.of(version), version=version)
    more = "more" in request.POST
    forms = VersionJson.sent(request.POST) if as_json else VersionForms.sent(request.POST, more)
    if more:
        return _page(request, forms, version=version)
    if forms.are_valid():
        try:
            version.edit(request.user, **forms.content)
            messages.success(request, _("%(version)s saved as a draft.") % {"version": version})
            return redirect("profiling:version-show", code, number)
        except DefinitionRefused as refused:
            forms.show(refused.faults)
        except Refused as refused:
            forms.frame.add_error(None, refused.message)
    return _page(request, forms, version=version, status=422)


@may("draft_profiles")
def edit_own(request: OfficerRequest, code: str) -> HttpResponse:
    """Go on with the officer's own newest version that was never active."""
    profile = get_object_or_404(RiskProfile.objects.visible_to(request.user), code=code)
    own = profile.versions.filter(author=request.user.pk, state__in=NEVER_ACTIVE).first()
    if own is None:
        messages.info(request, _("You have no draft of this profile. Make a new version from one of these."))
        return redirect("profiling:profile-show", code)
    return redirect("profiling:version-edit", code, own.number)


def _json_of(version: ProfileVersion) -> VersionJson:
    text = json.dumps(stored_definition(version.definition).as_json(), ensure_ascii=False, indent=2)
    return VersionJson(
        JsonForm(initial={"definition": text}, prefix="json"),
        FrameForm(initial=FrameForm.initial_of(version), prefix="frame"),
    )


def _page(
    request: OfficerRequest,
    forms: VersionForms | VersionJson,
    *,
    version: ProfileVersion | None = None,
    profile_form: NewProfileForm | None = None,
    status: int = 200,
) -> HttpResponse:
    every = [*([profile_form] if profile_form else []), *forms.every]
    summary = errors_of(every) if request.method == "POST" and status != 200 else []
    shown = {
        "has_errors": bool(summary),
        "summary": summary,
        "forms": forms,
        "as_json": isinstance(forms, VersionJson),
        "version": version,
        "profile": version.profile if version else None,
        "profile_form": profile_form,
        "catalogue": INDICATORS.values(),
        "facts": FACTS.values(),
    }
    return render(request, "profiling/profiles/edit.html", shown, status=status)
