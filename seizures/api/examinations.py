"""/api/v1/examinations/: begin, answer, close, correct."""

from django.db import transaction
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins, status
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from consignments.access import May
from profiling.models import Assessment
from seizures.circumstances import Circumstances
from seizures.filters import ExaminationFilter
from seizures.models import Examination

from .bodies import (
    AnswerSerializer,
    BeginSerializer,
    CloseSerializer,
    CorrectResultSerializer,
    IncludeSerializer,
    SealSerializer,
    seized_values,
)
from .rows import ExaminationSerializer

READING = {"list", "retrieve", "metadata"}


@extend_schema_view(
    list=extend_schema(summary="The examinations of your unit, newest first"),
    retrieve=extend_schema(summary="One examination with its results and seizure lines"),
)
class ExaminationViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, GenericViewSet):
    serializer_class = ExaminationSerializer
    filterset_class = ExaminationFilter
    queryset = Examination.objects.none()

    def get_queryset(self):
        return (
            Examination.objects.visible_to(self.request.user)
            .select_related("unit", "post", "examiner", "closed_by")
            .prefetch_related(
                "examined__assessment__consignment",
                "seizure_lines__unit",
                "seizure_lines__examination",
                "seizure_lines__consignment",
                "seizure_lines__recorded_by",
                "seizure_lines__corrected_by",
            )
        )

    def get_permissions(self):
        if self.action == "correct_result":
            return [May("correct_records")()]
        return [May("read_cases")() if self.action in READING else May("examine")()]

    @extend_schema(request=BeginSerializer, responses={201: ExaminationSerializer}, summary="Begin an examination")
    def create(self, request):
        """Of a selected consignment; others in `also` are selected first, in the name of the box."""
        body = self._body(BeginSerializer)
        examination = Examination.objects.begin(
            request.user, body["assessment"], equipment=body.get("equipment", ""), also=body.get("also", [])
        )
        return self._answer(examination, status.HTTP_201_CREATED)

    @extend_schema(request=IncludeSerializer, responses=ExaminationSerializer)
    @action(detail=True, methods=["post"])
    def include(self, request, pk=None):
        """Take in another consignment of the same piece that is really opened."""
        examination = self.get_object()
        examination.include(request.user, self._body(IncludeSerializer)["assessment"])
        return self._answer(examination)

    @extend_schema(request=AnswerSerializer, responses=ExaminationSerializer)
    @action(detail=True, methods=["post"])
    def answer(self, request, pk=None):
        """Answer one point of the checklist; "not done" is an answer."""
        examination = self.get_object()
        examination.answer(request.user, **self._body(AnswerSerializer))
        return self._answer(examination)

    @extend_schema(request=SealSerializer, responses=ExaminationSerializer)
    @action(detail=True, methods=["post"])
    def seal(self, request, pk=None):
        """Write down the seal as read, and its state."""
        examination = self.get_object()
        examination.read_seal(request.user, **self._body(SealSerializer))
        return self._answer(examination)

    @extend_schema(request=CloseSerializer, responses=ExaminationSerializer)
    @action(detail=True, methods=["post"])
    @transaction.atomic
    def close(self, request, pk=None):
        """Close it with a result for each consignment examined. 409 says what is still open."""
        examination = self.get_object()
        body = self._body(CloseSerializer)
        examination.answer_all(request.user, {a["point"]: (a["answer"], a["note"]) for a in body.pop("answers")})
        if seal := body.pop("seal", None):
            examination.read_seal(request.user, **seal)
        results = {result["assessment"]: result["outcome"] for result in body.pop("results")}
        seized = seized_values(body.pop("seizure_lines"), self._only_one(examination))
        circumstances = Circumstances(**body.pop("circumstances", {}))
        examination.close(request.user, body.pop("kind"), results, seized, circumstances=circumstances, **body)
        return self._answer(examination)

    @extend_schema(request=CorrectResultSerializer, responses=ExaminationSerializer)
    @action(detail=True, methods=["post"], url_path="correct-result")
    def correct_result(self, request, pk=None):
        """Replace the result of one consignment; the log keeps both."""
        examination = self.get_object()
        body = self._body(CorrectResultSerializer)
        seized = seized_values(body["seizure_lines"], body["assessment"])
        examination.correct_result(request.user, body["assessment"], body["outcome"], body["reason"], seized)
        return self._answer(examination)

    def _body(self, serializer_class) -> dict:
        body = serializer_class(data=self.request.data, context=self.get_serializer_context())
        body.is_valid(raise_exception=True)
        return body.validated_data

    def _only_one(self, examination: Examination) -> Assessment | None:
        examined = examination.assessments()
        return examined[0] if len(examined) == 1 else None

    def _answer(self, examination: Examination, code: int = status.HTTP_200_OK) -> Response:
        return Response(self.get_serializer(self.get_queryset().get(pk=examination.pk)).data, code)
