"""/api/v1/submissions/: documents in, and what became of them. The only routes of an integration client."""

from typing import Any

from django.http import StreamingHttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse, extend_schema, extend_schema_view
from rest_framework import mixins, status
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from consignments.access import May
from consignments.api.raw_body import RawBody, refuse_framing
from consignments.api.rows import ReceiptSerializer, SubmissionDetailSerializer, SubmissionSerializer
from consignments.models import Source, Submission
from consignments.parsing.json_schema import JSON_SCHEMA, example_manifest
from consignments.problem_report import csv_lines
from consignments.receiving import CONTENT_TYPES, Delivery, receive

KEY = OpenApiParameter(
    "Idempotency-Key",
    str,
    OpenApiParameter.HEADER,
    required=True,
    description="Your own key of this delivery, up to 200 characters. The same key with the same body is answered with "
    "the same id; with another body it is refused.",
)
FILE_NAME = OpenApiParameter("filename", str, description="The document's file name, to find it again.")
SOURCE = OpenApiParameter("source", str, description="For officers: in the name of which source of the unit.")
BODY = {
    "application/json": JSON_SCHEMA,
    **dict.fromkeys(sorted(CONTENT_TYPES - {"application/json"}), OpenApiTypes.BINARY),
}
DESK = "Desk"  # the source of documents that an officer hands in without naming another


@extend_schema_view(
    list=extend_schema(summary="Your submissions, latest first"),
    retrieve=extend_schema(
        summary="What became of a document, with every problem", responses=SubmissionDetailSerializer
    ),
)
class SubmissionViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, GenericViewSet):
    permission_classes = [May("post_documents", "see_submissions")]
    serializer_class = SubmissionSerializer
    queryset = Submission.objects.none()
    filterset_fields = ["status", "document_kind"]

    def get_queryset(self):
        return Submission.objects.visible_to(self.request.user).without_raw().select_related("source")

    def get_serializer_class(self):
        return SubmissionDetailSerializer if self.action == "retrieve" else SubmissionSerializer

    def get_permissions(self):
        return [May("post_documents", "submit_documents")()] if self.action == "create" else super().get_permissions()

    def get_parsers(self):
        return [RawBody()]

    @extend_schema(
        summary="Hand in a document",
        description="The body is the document as it is, in one of the content types. It is read in the background.",
        parameters=[KEY, FILE_NAME, SOURCE],
        request=BODY,
        examples=[OpenApiExample("One truck", example_manifest(), request_only=True, media_type="application/json")],
        responses={
            202: ReceiptSerializer,
            400: OpenApiResponse(description="The body is empty, or the key is missing or too long."),
            409: OpenApiResponse(description="The key was used for another body."),
            411: OpenApiResponse(description="The body came in chunks; send it with a Content-Length."),
            413: OpenApiResponse(description="The document is too large."),
            415: OpenApiResponse(description="Documents of this content type are not taken."),
        },
    )
    def create(self, request):
        refuse_framing(request.headers)
        delivery = Delivery(
            raw=request.data or b"",
            content_type=request.content_type or "",
            idempotency_key=request.headers.get("Idempotency-Key", ""),
            file_name=request.query_params.get("filename", ""),
        )
        submission = receive(delivery, source=source_of(request), by=request.user)
        receipt = ReceiptSerializer(submission).data
        return Response(receipt, status.HTTP_202_ACCEPTED, headers={"Location": receipt["url"]})

    @extend_schema(summary="All problems as CSV", responses={(200, "text/csv"): OpenApiTypes.STR})
    def problems(self, request, pk=None):
        submission = self.get_object()
        return problems_as_csv(submission)


def source_of(request) -> Source:
    """Return in whose name a delivery comes: a client's own source, or the unit's that an officer names."""
    user: Any = request.user
    if user.may("post_documents"):
        return Source.objects.of_client(user)
    return Source.objects.named(request.query_params.get("source", "").strip()[:80] or DESK, user.unit_id)


def problems_as_csv(submission: Submission) -> StreamingHttpResponse:
    """Return the error report as a download; a large one is not held in memory."""
    problems = submission.problems.order_by("position").iterator(chunk_size=2_000)
    response = StreamingHttpResponse(csv_lines(problems), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="problems-{str(submission.pk)[:8]}.csv"'
    return response
