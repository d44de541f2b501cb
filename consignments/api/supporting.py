"""/api/v1/supporting-documents/: papers of a consignment, sent after it. A client adds them to its own consignments.

Nothing of what became of a consignment is told: a client is answered with what it sent, the same for a red and a
green one, and another source's consignment is as unknown as one that does not exist.
"""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema, extend_schema_view
from rest_framework import mixins, status
from rest_framework.decorators import action
from rest_framework.exceptions import NotFound
from rest_framework.parsers import JSONParser
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from consignments.access import May
from consignments.api.supporting_rows import NewSupportingDocumentSerializer, SupportingDocumentSerializer
from consignments.models import Consignment, StatedBy, SupportingDocument
from consignments.receiving import BAD_KEY, LONGEST_KEY
from consignments.refusing import Refused
from consignments.supporting import correct, present

KEY = OpenApiParameter(
    "Idempotency-Key",
    str,
    OpenApiParameter.HEADER,
    required=True,
    description="Your own key of this paper, up to 200 characters; sent again, it adds nothing.",
)
UNKNOWN = "consignment_not_known"
AMBIGUOUS = "several_consignments"


@extend_schema_view(
    list=extend_schema(summary="The supporting documents you sent; for officers, those of the unit"),
    retrieve=extend_schema(summary="One version of a supporting document"),
)
class SupportingDocumentViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, GenericViewSet):
    permission_classes = [May("post_documents", "read_cases")]
    serializer_class = SupportingDocumentSerializer
    queryset = SupportingDocument.objects.none()
    parser_classes = [JSONParser]
    filterset_fields = ["kind", "number"]

    def get_queryset(self):
        seen = SupportingDocument.objects.visible_to(self.request.user).prefetch_related("goods")
        return seen.order_by("-known_at", "id")

    def get_permissions(self):
        if self.action in {"create", "correction"}:
            return [May("post_documents", "submit_documents")()]
        return super().get_permissions()

    @extend_schema(
        summary="Add a supporting document to a consignment",
        parameters=[KEY],
        request=NewSupportingDocumentSerializer,
        responses={
            201: SupportingDocumentSerializer,
            404: OpenApiResponse(description="You have sent no consignment of this number, or it is not read yet."),
            409: OpenApiResponse(description="The number stands on several of your consignments, or the key is used."),
        },
    )
    def create(self, request):
        body = NewSupportingDocumentSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        stated = dict(body.validated_data)
        consignment = self._consignment(stated.pop("document_number"), stated.pop("identity_date", None))
        lines = stated.pop("goods", [])
        made = present(
            consignment, stated, lines, by=request.user, stated_by=self._stated_by(), key=_key(request.headers)
        )
        return Response(SupportingDocumentSerializer(made).data, status.HTTP_201_CREATED)

    @extend_schema(
        summary="Send a corrected version; the earlier one is kept",
        request=SupportingDocumentSerializer,
        responses={201: SupportingDocumentSerializer},
    )
    @action(detail=True, methods=["post"])
    def correction(self, request, pk=None):
        # The latest version is corrected, also where an officer made it: its sender is told nothing of that.
        document = self.get_object().latest_version()
        body = SupportingDocumentSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        stated = dict(body.validated_data)
        lines = stated.pop("goods", [])
        made = correct(document, stated, lines, by=request.user, stated_by=self._stated_by())
        return Response(SupportingDocumentSerializer(made).data, status.HTTP_201_CREATED)

    def _consignment(self, number: str, identity_date) -> Consignment:
        """The client's own, or one of the officer's unit; NotFound for any other, existing or not."""
        user: Any = self.request.user
        own = {"source__client": user} if user.may("post_documents") else {"unit_id": user.unit_id}
        asked = Consignment.objects.filter(document_number=number, **own)
        if identity_date is not None:
            asked = asked.filter(identity_date=identity_date)
        found = list(asked[:2])
        if not found:
            raise NotFound("No consignment of this number is known.", code=UNKNOWN)
        if len(found) > 1:
            raise Refused(AMBIGUOUS, "The number stands on several consignments: state the identity_date.")
        return found[0]

    def _stated_by(self) -> str:
        user: Any = self.request.user
        return StatedBy.CLIENT if user.may("post_documents") else StatedBy.OFFICER


def _key(headers: Any) -> str:
    key = headers.get("Idempotency-Key", "")
    if not 0 < len(key) <= LONGEST_KEY or not key.isprintable():
        raise Refused(BAD_KEY, f"Send an Idempotency-Key of 1 to {LONGEST_KEY} characters.")
    return key
