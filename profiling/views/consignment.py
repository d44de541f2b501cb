"""The page of one consignment: why it was recommended, what the documents say, what was decided, and the decision."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from consignments.access import OfficerRequest, may
from consignments.models import Attachment, Consignment, ConsignmentRevision, CustomsPost
from profiling.case_file import LINES, CaseFile, case_file, rates_of
from profiling.explaining import reasons_of
from profiling.listing import listed
from profiling.models import OPEN, Assessment, CaseTag, TagKind
from profiling.papers_file import papers_file
from profiling.past_file import party_pasts_of, similar_of
from profiling.presenting.case_head import case_head
from profiling.presenting.differences import differences
from profiling.presenting.equipment_lines import equipment_lines
from profiling.presenting.goods_lines import goods_lines
from profiling.presenting.graph_drawing import drawn_graph
from profiling.presenting.log_lines import log_lines
from profiling.presenting.party_lines import party_lines
from profiling.presenting.reasons import origins
from profiling.presenting.recommendation import recommendation
from profiling.presenting.route import route
from profiling.presenting.route_map import countries_passed, route_map, stops_of
from profiling.presenting.second_opinion import opinion_told
from profiling.presenting.sighting_lines import Sightings, sighting_lines
from profiling.presenting.why import why
from profiling.reading.history import Asked
from profiling.reading.link_graph import graph_of_revision
from profiling.reading.norms import Shape, shapes_for
from profiling.reading.sightings import sightings_of
from profiling.views.decision_form import DecisionForm
from profiling.views.information_requests import requests_of
from profiling.views.notes import notes_of
from profiling.views.request_form import RequestForm
from profiling.views.supporting_documents import may_add_papers
from profiling.views.tags import may_tag
from profiling.views.undo import Undo


@may("read_cases")
@require_safe
@never_cache
def show(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """pk: a consignment's, or that of one of its rounds; `?round=` shows an older round."""
    consignment = Consignment.objects.visible_to(request.user).filter(pk=pk).first()
    if consignment is None:
        assessment = get_object_or_404(Assessment.objects.visible_to(request.user), pk=pk)
        page = reverse("profiling:consignment-show", args=[assessment.consignment_id])
        return redirect(f"{page}?round={assessment.pk}")
    file = case_file(consignment, request.user, round_asked_for(request))
    now = timezone.now()
    shown = {
        "file": file,
        "now": now,
        "goods": goods_lines(file.revision),
        "equipment": equipment_lines(file.revision.equipment.all()),
        "sightings": seen_on_the_way(file, request.user, now),
        "parties": party_lines(file.revision, party_pasts_of(file.revision.pk, now)),
        "similar": similar_of(file.revision.pk, request.user, now),
        "graph": drawn_graph(graph_of_revision(file.revision.pk, unit_read_by(request.user))),
        "route": route(file.revision, post_of(file), now),
        "map": route_map(stops_of(file.revision, post_of(file)), countries_passed(file.revision)),
        "log": log_lines(file.events, now),
        "revisions": revisions_with_changes(file),
        "papers": papers_file(file.revision, now),
        "may_add_papers": may_add_papers(consignment, request.user),
        "may_read_original": original_is_ours(file, request.user),
        "attachments": list(Attachment.objects.filter(consignment=consignment).in_place().with_files()),
        "may_attach": may_attach(consignment, request.user),
        **tags_of(consignment, request.user),
        **notes_of(consignment, request.user),
        **requests_of(consignment, request.user),
        "undo": Undo.of(request.session),
        "takes_next": request.user.may("decide") and file.assessment is not None and bool(file.assessment.decided_at),
    }
    return render(request, "profiling/consignment/consignment.html", shown | of_round(request, file))


@may("read_cases")
@require_safe
@never_cache
def news(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """Whether something came while the page was read: 204, or the sentence that says so. `?revision=` and `?round=`."""
    consignment = get_object_or_404(Consignment.objects.visible_to(request.user), pk=pk)
    rounds = Assessment.objects.filter(consignment=consignment).order_by("-revision__number", "-round")
    newest = rounds.values_list("pk", flat=True).first()
    read, number = round_asked_for(request), request.GET.get("revision", "")
    is_newer_revision = number.isdecimal() and len(number) < 9 and int(number) < consignment.latest_revision
    if not is_newer_revision and (newest is None or newest == read):
        return HttpResponse(status=204)
    shown = {"consignment": consignment, "revision": consignment.latest_revision if is_newer_revision else None}
    return render(request, "profiling/consignment/_news.html", shown)


def tags_of(consignment: Consignment, officer) -> dict:
    """The tags that it bears, and those that the officer may put on."""
    tags = list(CaseTag.objects.of(consignment).in_force().select_related("set_by"))
    borne = {tag.kind for tag in tags}
    left = [(value, label) for value, label in TagKind.choices if value not in borne]
    return {"tags": tags, "tags_left": left, "may_tag": may_tag(consignment, officer)}


def of_round(request: OfficerRequest, file: CaseFile) -> dict:
    """What only an assessed consignment has: head, reasons, recommendation and the form to decide."""
    assessment = file.assessment
    if assessment is None:
        return {}
    (listed_case,) = listed([assessment])
    explanation = reasons_of(assessment)
    rates = rates_of([profile.version for profile in explanation.profiles])
    return {
        "assessment": assessment,
        "head": case_head(listed_case, timezone.now()),
        "why": why(assessment, explanation, rates, value_shapes(file.revision)),
        "opinion": opinion_told(assessment),
        "recommendation": recommendation(assessment),
        "may_decide": request.user.may("decide") and assessment.state in OPEN and file.is_latest_round,
        "may_examine": request.user.may("examine") and assessment.is_on_hold,
        "hold_page": reverse("profiling:hold-show", args=[assessment.pk])
        if request.user.may("decide") and assessment.is_on_hold
        else "",
        "reads_profiles": request.user.may("read_profiles"),
        "origins": origins(assessment),
        "form": DecisionForm(initial={"revision": file.revision.number}),
        "ask_form": RequestForm.empty(
            file.revision.number, can_be_put_to_sender=file.consignment.source.client_id is not None
        ),
    }


def post_of(file: CaseFile) -> CustomsPost | None:
    return file.assessment.post if file.assessment else file.revision.manifest.entry_post


def value_shapes(revision: ConsignmentRevision) -> dict[int, Shape]:
    """How the value norms of the goods are spread, by the number of the item."""
    items = {item.number: (item.commodity_code[:6], item.origin_country) for item in revision.goods.all()[:LINES]}
    shapes = shapes_for(items.values())
    return {number: shapes[pair] for number, pair in items.items() if pair in shapes}


def seen_on_the_way(file: CaseFile, officer, now: datetime) -> Sightings:
    """The readings of the journey, as known now; those of other units are counted only."""
    sightings = sightings_of([Asked(file.revision.pk, now)]).get(file.revision.pk, [])
    evidence = file.assessment.facts.evidence if file.assessment else {}
    return sighting_lines(sightings, file.revision.equipment.all(), evidence, sees_all=officer.may("read_all_units"))


def unit_read_by(officer) -> UUID | None:
    """The unit whose consignments the officer may know; None for all."""
    return None if officer.may("read_all_units") else officer.unit_id


def round_asked_for(request: OfficerRequest) -> UUID | None:
    try:
        return UUID(request.GET["round"])
    except (KeyError, ValueError):
        return None


def revisions_with_changes(file: CaseFile) -> list[dict]:
    """The revisions, newest first, each with what it changed; the oldest has none to compare with."""
    pairs = zip(file.revisions, [*file.revisions[1:], None], strict=True)
    return [{"revision": newer, "changes": differences(older, newer) if older else []} for newer, older in pairs]


def original_is_ours(file: CaseFile, officer) -> bool:
    return officer.may("read_all_units") or file.revision.submission.unit_id == officer.unit_id


def may_attach(consignment: Consignment, officer) -> bool:
    return consignment.unit_id == officer.unit_id and (officer.may("submit_documents") or officer.may("examine"))
