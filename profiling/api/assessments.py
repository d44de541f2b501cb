"""/api/v1/assessments/: the queue and the decisions, for officers and their systems."""

from django.db.models import Q
from django_filters import rest_framework as filters
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.viewsets import ReadOnlyModelViewSet

from consignments.access import May
from profiling.api.rows import (
    AssessmentSerializer,
    DecisionSerializer,
    QuestionSerializer,
    ReasonSerializer,
    SelectionSerializer,
)
from profiling.explaining import indicators_of
from profiling.models import Assessment, Lane, State
from profiling.searching import matching

DECISIONS = {
    "release",
    "select",
    "request_information",
    "take_back",
    "assign",
    "take_next",
    "lift",
    "keep_hold",
    "close_unexamined",
    "draw_examiner",
}


class AssessmentFilter(filters.FilterSet):
    lane = filters.MultipleChoiceFilter(choices=Lane.choices)
    state = filters.MultipleChoiceFilter(choices=State.choices)
    decision = filters.MultipleChoiceFilter(field_name="state", choices=State.choices, label="The same as `state`")
    unit = filters.CharFilter(field_name="unit__code", lookup_expr="iexact")
    post = filters.CharFilter(field_name="post__code", lookup_expr="iexact")
    score_min = filters.NumberFilter(field_name="score", lookup_expr="gte")
    score_max = filters.NumberFilter(field_name="score", lookup_expr="lte")
    assigned_to = filters.CharFilter(field_name="assigned_to__username")
    selected_by = filters.CharFilter(field_name="selected_by", lookup_expr="contains", method="by_reason")
    search = filters.CharFilter(method="by_text", label="References, document numbers, containers, plates, parties")

    class Meta:
        model = Assessment
        fields: list[str] = []

    def by_reason(self, queryset, _name, value):
        return queryset.filter(selected_by__contains=[value])

    def by_text(self, queryset, _name, value):
        return matching(queryset, value)


@extend_schema_view(
    list=extend_schema(summary="The assessments of your unit, most risky first"),
    retrieve=extend_schema(summary="One assessment"),
)
class AssessmentViewSet(ReadOnlyModelViewSet):
    permission_classes = [May("read_cases")]
    serializer_class = AssessmentSerializer
    filterset_class = AssessmentFilter
    queryset = Assessment.objects.none()

    def get_queryset(self):
        wanted = Assessment.objects.visible_to(self.request.user).select_related(
            "consignment", "revision", "unit", "post", "assigned_to", "decided_by", "lift_proposed_by", "examiner"
        )
        if self.action == "list" and not {"state", "decision", "search"} & set(self.request.query_params):
            wanted = wanted.filter(~Q(state__in=[State.SUPERSEDED, State.WITHDRAWN, State.LAPSED]))
        return wanted.most_risky_first()

    def get_permissions(self):
        if self.action in DECISIONS:
            return [May("decide")()]
        return super().get_permissions()

    def list(self, request, *args, **kwargs):
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        return self.get_paginated_response(self._rows(page, many=True))

    def retrieve(self, request, *args, **kwargs):
        return Response(self._rows(self.get_object()))

    @extend_schema(request=DecisionSerializer, responses={200: AssessmentSerializer, 202: AssessmentSerializer})
    @action(detail=True, methods=["post"])
    def release(self, request, pk=None):
        """Let it go. A red answers 202: release proposed, until another officer releases it too."""
        assessment = self._decided("release", DecisionSerializer)
        proposed = assessment.state == State.RELEASE_PROPOSED
        return Response(self._rows(assessment), status.HTTP_202_ACCEPTED if proposed else status.HTTP_200_OK)

    @extend_schema(request=SelectionSerializer, responses=AssessmentSerializer)
    @action(detail=True, methods=["post"])
    def select(self, request, pk=None):
        """Stop it at the post and send it to examination."""
        return Response(self._rows(self._decided("select", SelectionSerializer)))

    @extend_schema(request=QuestionSerializer, responses=AssessmentSerializer)
    @action(detail=True, methods=["post"], url_path="request-information")
    def request_information(self, request, pk=None):
        """Ask before deciding. `reason` is for colleagues; only `question` is told to the addressee."""
        body = QuestionSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        assessment = self.get_object()
        said = body.validated_data
        assessment.request_information(request.user, said["reason"], body.asked, read_revision=said.get("revision"))
        return Response(self._rows(assessment))

    @extend_schema(request=ReasonSerializer, responses={200: AssessmentSerializer, 202: AssessmentSerializer})
    @action(detail=True, methods=["post"])
    def lift(self, request, pk=None):
        """Let go what was selected. A red answers 202: the hold stands until another officer lifts it too."""
        assessment = self._decided("lift", ReasonSerializer)
        proposed = assessment.lift_proposed_by_id is not None
        return Response(self._rows(assessment), status.HTTP_202_ACCEPTED if proposed else status.HTTP_200_OK)

    @extend_schema(request=ReasonSerializer, responses=AssessmentSerializer)
    @action(detail=True, methods=["post"], url_path="keep-hold")
    def keep_hold(self, request, pk=None):
        """Refuse the lifting another officer proposed."""
        return Response(self._rows(self._decided("keep_hold", ReasonSerializer)))

    @extend_schema(request=ReasonSerializer, responses=AssessmentSerializer)
    @action(detail=True, methods=["post"], url_path="close-unexamined")
    def close_unexamined(self, request, pk=None):
        """It left before it could be examined; `reason` explains how that came about."""
        return Response(self._rows(self._decided("close_unexamined", ReasonSerializer)))

    @extend_schema(request=None, responses=AssessmentSerializer)
    @action(detail=True, methods=["post"], url_path="draw-examiner")
    def draw_examiner(self, request, pk=None):
        """Give a hold to one of the examiners on duty at its post, drawn by what each has open."""
        assessment = self.get_object()
        assessment.draw_examiner(request.user)
        return Response(self._rows(assessment))

    @extend_schema(request=None, responses=AssessmentSerializer)
    @action(detail=True, methods=["post"], url_path="take-back")
    def take_back(self, request, pk=None):
        """Undo your own decision within ten seconds."""
        assessment = self.get_object()
        assessment.take_back(request.user)
        return Response(self._rows(assessment))

    @extend_schema(request=None, responses=AssessmentSerializer)
    @action(detail=True, methods=["post"])
    def assign(self, request, pk=None):
        """Take the case."""
        assessment = self.get_object()
        assessment.assign_to(request.user)
        return Response(self._rows(assessment))

    @extend_schema(
        request=None,
        responses={200: AssessmentSerializer, 204: None},
        parameters=[OpenApiParameter("lane", str, description="Only of this lane")],
    )
    @action(detail=False, methods=["post"], url_path="take-next")
    def take_next(self, request):
        """Assign to yourself the most urgent case that nobody has; 204 when none waits."""
        waiting = Assessment.objects.visible_to(request.user)
        if lane := request.query_params.get("lane"):
            waiting = waiting.filter(lane=lane)
        assessment = waiting.take_next(request.user)
        return Response(status=204) if assessment is None else Response(self._rows(assessment))

    def _decided(self, verb: str, serializer_class) -> Assessment:
        body = serializer_class(data=self.request.data)
        body.is_valid(raise_exception=True)
        assessment = self.get_object()
        given = dict(body.validated_data)
        if "revision" in given:
            given["read_revision"] = given.pop("revision")
        getattr(assessment, verb)(self.request.user, given.pop("reason"), **given)
        return assessment

    def _rows(self, found, many: bool = False):
        page = found if many else [found]
        context = {**self.get_serializer_context(), "indicators": indicators_of(page)}
        return self.get_serializer_class()(found, many=many, context=context).data
