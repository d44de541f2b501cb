"""/api/v1/information-requests/: questions about what a client sent, and its answers.

A client reads the question, its deadline and whether it was answered: nothing of why it was asked or of what was
decided, and an own question that a decision made needless looks the same as one that still waits.
"""

from typing import Any

from drf_spectacular.utils import OpenApiResponse, extend_schema, extend_schema_view
from rest_framework import mixins, serializers
from rest_framework.decorators import action
from rest_framework.parsers import JSONParser
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from consignments.access import May
from profiling.models import AnsweredBy, InformationRequest
from profiling.models.information_request import LONGEST_ANSWER


class InformationRequestSerializer(serializers.ModelSerializer):
    document_number = serializers.CharField(source="consignment.document_number", help_text="Of your document")
    identity_date = serializers.DateField(source="consignment.identity_date", allow_null=True)
    answer_by = serializers.DateTimeField(source="due_at")
    state = serializers.ChoiceField(source="state_for_sender", choices=["open", "answered", "closed"])

    class Meta:
        model = InformationRequest
        fields = ["id", "document_number", "identity_date", "question", "language", "asked_at", "answer_by", "state"]


class QuestionAnswerSerializer(serializers.Serializer):
    text = serializers.CharField(max_length=LONGEST_ANSWER, help_text="The answer, in any language")


@extend_schema_view(
    list=extend_schema(summary="Questions about the documents you sent, newest first"),
    retrieve=extend_schema(summary="One question"),
)
class InformationRequestViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, GenericViewSet):
    permission_classes = [May("post_documents", "read_cases")]
    serializer_class = InformationRequestSerializer
    queryset = InformationRequest.objects.none()
    parser_classes = [JSONParser]
    filter_backends: list = []

    def get_queryset(self):
        user: Any = self.request.user
        asked = InformationRequest.objects
        mine = asked.put_to(user) if user.may("post_documents") else asked.visible_to(user)
        return mine.select_related("consignment").order_by("-asked_at", "id")

    def get_permissions(self):
        return [May("post_documents", "decide")()] if self.action == "answer" else super().get_permissions()

    @extend_schema(
        summary="Answer a question",
        description="Papers go to /supporting-documents/ first: they are looked at with the consignment. An answer is "
        "given once; also after the deadline.",
        request=QuestionAnswerSerializer,
        responses={200: InformationRequestSerializer, 409: OpenApiResponse(description="It was answered already.")},
    )
    @action(detail=True, methods=["post"])
    def answer(self, request, pk=None):
        body = QuestionAnswerSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        asked = self.get_object()
        through = AnsweredBy.CLIENT if request.user.may("post_documents") else AnsweredBy.OFFICER
        asked.answer_with(body.validated_data["text"], request.user, through)
        return Response(InformationRequestSerializer(asked).data)
