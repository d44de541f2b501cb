"""/api/v1/seizures/: the register of what was taken, its totals, and corrections."""

from drf_spectacular.utils import extend_schema, extend_schema_view, inline_serializer
from rest_framework import serializers, status
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.viewsets import ReadOnlyModelViewSet

from consignments.access import May
from seizures.filters import SeizureLineFilter
from seizures.models import SeizureLine
from seizures.reporting import quantities, values
from seizures.whereabouts import HandOver

from .bodies import CorrectLineSerializer
from .following import ArrestsSerializer, AskLaboratorySerializer, HandOverSerializer, LaboratoryAnswerSerializer
from .rows import SeizureLineSerializer, SeizureSerializer

QUANTITY_TOTAL = inline_serializer(
    "QuantityTotal",
    {
        "category": serializers.CharField(),
        "quantity_unit": serializers.CharField(),
        "quantity": serializers.DecimalField(max_digits=20, decimal_places=3),
        "lines": serializers.IntegerField(),
    },
    many=True,
)
VALUE_TOTAL = inline_serializer(
    "ValueTotal",
    {
        "currency": serializers.CharField(),
        "value": serializers.DecimalField(max_digits=20, decimal_places=2),
        "lines": serializers.IntegerField(),
    },
    many=True,
)

VERBS = {
    "correct": "correct_records",
    "hand_over": "record_seizures",
    "ask_laboratory": "record_seizures",
    "answer_of_laboratory": "record_seizures",
    "arrests": "record_seizures",
}


@extend_schema_view(
    list=extend_schema(summary="The seizure lines of your unit in force, newest first"),
    retrieve=extend_schema(summary="One seizure line, with what became of the goods"),
)
class SeizureLineViewSet(ReadOnlyModelViewSet):
    serializer_class = SeizureLineSerializer
    filterset_class = SeizureLineFilter
    queryset = SeizureLine.objects.none()

    def get_queryset(self):
        lines = SeizureLine.objects.visible_to(self.request.user)
        return lines.select_related("unit", "examination", "consignment", "recorded_by", "corrected_by")

    def get_serializer_class(self):
        return SeizureLineSerializer if self.action in {"list", "correct"} else SeizureSerializer

    def get_permissions(self):
        return [May(VERBS.get(self.action, "read_cases"))()]

    def filter_queryset(self, queryset):
        # A single line is shown whether or not it is still in force.
        return queryset if self.detail else super().filter_queryset(queryset)

    @extend_schema(
        responses=inline_serializer("SeizureTotals", {"quantities": QUANTITY_TOTAL, "values": VALUE_TOTAL}),
        summary="Totals per category and unit of quantity, and per currency",
    )
    @action(detail=False, pagination_class=None)
    def totals(self, request):
        """Over the lines in force that the filters leave. Units are never added to each other."""
        lines = self.filter_queryset(self.get_queryset())
        return Response(
            {
                "quantities": [vars(total) for total in quantities(lines)],
                "values": [vars(total) for total in values(lines)],
            }
        )

    @extend_schema(request=CorrectLineSerializer, responses={201: SeizureLineSerializer})
    @action(detail=True, methods=["post"])
    def correct(self, request, pk=None):
        """Record a new line in place of this one; the original stays."""
        line = self.get_object()
        body = CorrectLineSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        newer = line.correct(request.user, **body.validated_data)
        return Response(self.get_serializer(newer).data, status.HTTP_201_CREATED)

    @extend_schema(request=HandOverSerializer, responses={201: SeizureSerializer})
    @action(detail=True, methods=["post"], url_path="hand-over")
    def hand_over(self, request, pk=None):
        """Append a hand-over to the chain of custody; who gives is who has the goods now."""
        line = self.get_object()
        line.hand_over(request.user, HandOver(**self._body(HandOverSerializer)))
        return self._answer(line)

    @extend_schema(request=AskLaboratorySerializer, responses={201: SeizureSerializer})
    @action(detail=True, methods=["post"], url_path="laboratory")
    def ask_laboratory(self, request, pk=None):
        """Write down that a laboratory is asked; pending until it answers."""
        line = self.get_object()
        line.send_to_laboratory(request.user, **self._body(AskLaboratorySerializer))
        return self._answer(line)

    @extend_schema(request=LaboratoryAnswerSerializer, responses={201: SeizureSerializer})
    @action(detail=True, methods=["post"], url_path="laboratory/answer")
    def answer_of_laboratory(self, request, pk=None):
        """Write down what the laboratory answered."""
        line = self.get_object()
        line.record_laboratory_result(request.user, **self._body(LaboratoryAnswerSerializer))
        return self._answer(line)

    @extend_schema(request=ArrestsSerializer, responses={201: SeizureSerializer})
    @action(detail=True, methods=["post"])
    def arrests(self, request, pk=None):
        """Say how many persons were arrested over the consignment; a later number needs a reason."""
        line = self.get_object()
        line.report_arrests(request.user, **self._body(ArrestsSerializer))
        return self._answer(line)

    def _body(self, serializer_class) -> dict:
        body = serializer_class(data=self.request.data)
        body.is_valid(raise_exception=True)
        return body.validated_data

    def _answer(self, line: SeizureLine) -> Response:
        return Response(SeizureSerializer(self.get_queryset().get(pk=line.pk)).data, status.HTTP_201_CREATED)
