"""The pages on which a supervisor writes a version: a new profile, a draft field by field, a draft as JSON."""

import json
import secrets
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from consignments.access import OfficerRequest, may
from consignments.models import CustomsPost
from consignments.refusing import Refused
from profiling.conditions.catalogue import FACTS
from profiling.conditions.definition import stored_definition
from profiling.editing import VersionForms, VersionJson, errors_of
from profiling.forms import FrameForm, JsonForm, NewProfileForm
from profiling.models import ProfileVersion, RiskProfile
from profiling.models.lifecycle import NEVER_ACTIVE, DefinitionRefused
from profiling.presenting.editor import EditorShown, shown_editor
from profiling.reference.country_names import country_names
from profiling.reference.named_lists import NAMED_LISTS
from profiling.views.answering import by_htmx
from profiling.views.previewing import PREVIEWED_DAYS, shown_preview

# Above so many fields a browser's form is no way to write it: such a definition is edited as JSON.
MOST_FIELDS = 3_000


@may("draft_profiles")
def new(request: OfficerRequest) -> HttpResponse:
    """Begin a profile with its first draft."""
    if request.method != "POST":
        return _page(request, VersionForms.of(None), profile_form=NewProfileForm())
    profile_form, forms = NewProfileForm(request.POST), VersionForms.sent(request.POST)
    if "do" in request.POST:
        return _worked_on(request, forms, profile_form=NewProfileForm(initial=request.POST.dict()))
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
        forms = _json_of(version) if as_json else VersionForms.of(version)
        if isinstance(forms, VersionForms) and sum(1 for _field in forms.draft.fields()) > MOST_FIELDS:
            messages.info(request, _("This definition is too long for the form; it is shown as JSON."))
            forms = _json_of(version)
        return _page(request, forms, version=version)
    forms = VersionJson.sent(request.POST) if as_json else VersionForms.sent(request.POST)
    if "do" in request.POST:
        return _worked_on(request, forms, version=version)
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


def _worked_on(request: OfficerRequest, forms: VersionForms | VersionJson, **page: Any) -> HttpResponse:
    """Answer a button of the editor: its part of the page to htmx, else the whole page with the counts beside it."""
    if by_htmx(request) and isinstance(forms, VersionForms):
        shown = {"editor": shown_editor(forms.draft, forms.marks)} | _lists()
        response = render(request, "profiling/profiles/editor/_edited.html", shown)
        response["HX-Trigger"] = "pcu:edited"
        return response
    return _page(request, forms, **page, counted=shown_preview(request, forms))


def _page(
    request: OfficerRequest,
    forms: VersionForms | VersionJson,
    *,
    version: ProfileVersion | None = None,
    profile_form: NewProfileForm | None = None,
    counted: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    every = [*([profile_form] if profile_form else []), *forms.every]
    editor = shown_editor(forms.draft, forms.marks) if isinstance(forms, VersionForms) else None
    summary = [*errors_of(every), *_marked(editor)] if status != 200 else []
    shown = {
        "has_errors": bool(summary),
        "summary": summary,
        "forms": forms,
        "as_json": editor is None,
        "editor": editor,
        "version": version,
        "profile": version.profile if version else None,
        "profile_form": profile_form,
        "facts": FACTS.values(),
        "previewed_days": PREVIEWED_DAYS,
        "page_key": request.POST.get("page", "")[:16] or secrets.token_hex(4),
        **_lists(),
        **(counted or {}),
    }
    return render(request, "profiling/profiles/edit.html", shown, status=status)


def _marked(editor: EditorShown | None) -> list[tuple[str, str]]:
    return [(f"id_{name}", text) for name, text in editor.marks.items()] if editor else []


def _lists() -> dict[str, Any]:
    """What the data lists of the page offer while somebody types."""
    return {
        "countries": country_names(),
        "posts": CustomsPost.objects.order_by("code"),
        "country_lists": [each for each in NAMED_LISTS.values() if each.of == "country"],
    }
