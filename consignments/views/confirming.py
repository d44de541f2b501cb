"""A PDF or a photographed paper beside the form it fills: looked at, corrected, confirmed, or set aside."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from consignments.access import OfficerRequest, may
from consignments.attaching import as_answer
from consignments.confirming import confirm, discard, open_draft_of, pages_of, picture_of_page, told
from consignments.confirming_supporting import KINDS as SUPPORTING
from consignments.confirming_supporting import PREFIXES
from consignments.models import CustomsPost, DocumentDraft, Submission
from consignments.parsing.typed.papers import BY_KIND, PAPERS
from consignments.refusing import Refused
from consignments.typed_form import TypedForm
from consignments.views.confirming_supporting import done_supporting, shown_supporting


@may("submit_documents")
def confirm_paper(request: OfficerRequest, pk: Any) -> HttpResponse:
    """Show the pages with the places of what was read, and the form of the kind that was guessed or chosen."""
    draft = open_draft_of(pk, request.user)
    if draft is None:
        return _where_it_went(request, pk)
    try:
        if request.method == "POST":
            return _choose(request, draft) if "choose" in request.POST else _done(request, draft)
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect("consignments:submission-show", pk=pk)
    if draft.kind in SUPPORTING:
        return _shown(request, draft, shown_supporting(request, draft))
    paper = BY_KIND.get(draft.kind)
    return _shown(request, draft, {"form": TypedForm.of_values(paper, draft.values) if paper else None})


@require_POST
@may("submit_documents")
def set_aside(request: OfficerRequest, pk: Any) -> HttpResponse:
    draft = open_draft_of(pk, request.user)
    if draft is None:
        return _where_it_went(request, pk)
    try:
        discard(draft, _submission_of(draft), request.user, request.POST.get("reason", "").strip()[:500])
        messages.success(request, _("The paper is set aside: nothing is registered from it."))
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("consignments:submission-show", pk=pk)


@require_safe
@may("submit_documents")
def page_picture(request: OfficerRequest, pk: Any, number: int) -> HttpResponse:
    """One page of a paper that waits, drawn by us: the file itself is never opened in the browser."""
    draft = open_draft_of(pk, request.user)
    if draft is None or draft.file is None or number >= max(len(draft.pages), 1):
        raise Http404
    picture = picture_of_page(draft.file, number)
    if picture is None:
        raise Http404
    return as_answer(picture, "image/webp", f"page-{number + 1}.webp", to_save=False)


def _choose(request: OfficerRequest, draft: DocumentDraft) -> HttpResponse:
    """Take the paper for another kind; what was read stays, and boxes of the same name are filled."""
    chosen = request.POST.get("kind", "")
    draft.save_values(draft.values, request.user, kind=chosen if chosen in {*BY_KIND, *SUPPORTING} else "")
    return redirect(request.path)


def _done(request: OfficerRequest, draft: DocumentDraft) -> HttpResponse:
    """Do what was pressed: show more lines, save, or confirm."""
    if draft.kind in SUPPORTING:
        done = done_supporting(request, draft, _submission_of(draft))
        return done if isinstance(done, HttpResponse) else _shown(request, draft, done)
    paper = BY_KIND.get(draft.kind)
    if paper is None:
        return redirect(request.path)
    if more := request.POST.get("more"):
        return _shown(request, draft, {"form": TypedForm(paper, request.POST, more=more)})
    form = TypedForm(paper, request.POST)
    is_sound = form.is_sound(timezone.get_default_timezone())
    if "save" in request.POST:
        draft.save_values(form.values(), request.user)
        messages.success(request, _("The draft is saved."))
        return redirect(request.path)
    if not is_sound:
        return _shown(request, draft, {"form": form, "is_refused": True})
    confirm(draft, _submission_of(draft), paper, form.values(), request.user)
    return redirect("consignments:submission-show", pk=draft.read_from_id)


def _shown(request: OfficerRequest, draft: DocumentDraft, forms: dict[str, Any]) -> HttpResponse:
    """Show the pages beside the form; is_refused: what was typed cannot be confirmed so."""
    paper = BY_KIND.get(draft.kind)
    prefixes = {lines.name: lines.prefix for lines in paper.lines} if paper else PREFIXES
    shown = {
        "draft": draft,
        "submission": _submission_of(draft),
        "title": paper.title if paper else getattr(SUPPORTING.get(draft.kind), "label", ""),
        "kinds": [(one.kind.value, one.title) for one in PAPERS]
        + [(kind, one.label) for kind, one in SUPPORTING.items()],
        "pages": pages_of(draft, prefixes),
        "told": told(draft),
        "posts": CustomsPost.objects.all(),
        "check_url": "",
        **forms,
    }
    return render(request, "consignments/confirm_paper.html", shown, status=400 if "is_refused" in forms else 200)


def _submission_of(draft: DocumentDraft) -> Submission:
    return Submission.objects.without_raw().get(pk=draft.read_from_id)


def _where_it_went(request: OfficerRequest, pk: Any) -> HttpResponse:
    """A paper that waits no more is looked up where it lies; another unit's is not found."""
    gone = DocumentDraft.objects.of_the_desk(request.user).filter(read_from=pk)
    if not gone.exists():
        raise Http404
    messages.error(request, _("Somebody has confirmed this paper already."))
    return redirect("consignments:submission-show", pk=pk)
