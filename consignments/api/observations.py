"""/api/v1/observations/: readings in. Nobody reads here; what a reading changed is no client's to know."""

from drf_spectacular.utils import OpenApiExample, OpenApiResponse, extend_schema
from rest_framework import status
from rest_framework.response import Response
from rest_framework.views import APIView

from consignments.access import May
from consignments.api.raw_body import RawBody, refuse_framing
from consignments.api.rows import ReceiptSerializer
from consignments.api.submissions import KEY, SOURCE, source_of
from consignments.parsing.observations.json_fields import OBSERVATION_SCHEMA, example_observation
from consignments.parsing.observations.json_readings import OBSERVATIONS_JSON
from consignments.receiving import WRONG_TYPE, Delivery, media_type_of, receive
from consignments.refusing import Refused


class ObservationsView(APIView):
    permission_classes = [May("post_documents", "submit_documents")]

    def get_parsers(self):
        return [RawBody()]

    @extend_schema(
        operation_id="observations_create",
        summary="Hand in readings of a weighbridge, a scanner, a camera or a gate",
        description="One reading, or a list of them. They are kept as one submission and entered in the background; a "
        "faulty reading is refused alone, and one that is here already is not entered again. Tables of readings "
        "(CSV, XLSX) and UN/EDIFACT messages about equipment go to /submissions/.",
        parameters=[KEY, SOURCE],
        request={"application/json": OBSERVATION_SCHEMA},
        examples=[
            OpenApiExample("One weighing", example_observation(), request_only=True, media_type="application/json")
        ],
        responses={
            202: ReceiptSerializer,
            400: OpenApiResponse(description="The body is empty, or the key is missing or too long."),
            409: OpenApiResponse(description="The key was used for another body."),
            411: OpenApiResponse(description="The body came in chunks; send it with a Content-Length."),
            413: OpenApiResponse(description="The body is too large."),
            415: OpenApiResponse(description="Only application/json is taken here."),
        },
    )
    def post(self, request):
        refuse_framing(request.headers)
        if media_type_of(request.content_type or "") != "application/json":
            raise Refused(WRONG_TYPE, "Send readings as application/json.")
        delivery = Delivery(
            raw=request.data or b"",
            content_type=OBSERVATIONS_JSON,
            idempotency_key=request.headers.get("Idempotency-Key", ""),
        )
        submission = receive(delivery, source=source_of(request), by=request.user)
        receipt = ReceiptSerializer(submission).data
        return Response(receipt, status.HTTP_202_ACCEPTED, headers={"Location": receipt["url"]})
