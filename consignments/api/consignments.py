"""/api/v1/consignments/: what is registered, for officers and their systems. No route of it is a client's."""

from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.viewsets import ReadOnlyModelViewSet

from consignments.access import May
from consignments.api.rows import ConsignmentDetailSerializer, ConsignmentSerializer, MovementSerializer
from consignments.models import Consignment, Movement
from consignments.searching import find_consignments


class ConsignmentFilter(filters.FilterSet):
    unit = filters.CharFilter(field_name="unit__code", lookup_expr="iexact")
    movement = filters.MultipleChoiceFilter(choices=Movement.choices)
    document_kind = filters.CharFilter()
    submission = filters.UUIDFilter(field_name="revisions__submission", distinct=True)
    search = filters.CharFilter(
        method="by_text", label="Reference, document number, container, plate, party or INN; 3 characters or more"
    )

    class Meta:
        model = Consignment
        fields: list[str] = []

    def by_text(self, queryset, _name, value):
        return queryset.filter(pk__in=find_consignments(value, self.request.user).ids)


@extend_schema_view(
    list=extend_schema(summary="The consignments of your unit, latest first"),
    retrieve=extend_schema(summary="One consignment as its source states it", responses=ConsignmentDetailSerializer),
)
class ConsignmentViewSet(ReadOnlyModelViewSet):
    permission_classes = [May("read_cases")]
    serializer_class = ConsignmentSerializer
    filterset_class = ConsignmentFilter
    queryset = Consignment.objects.none()

    def get_queryset(self):
        seen = Consignment.objects.visible_to(self.request.user).select_related("unit")
        return seen.order_by("-first_known_at", "id")

    def get_serializer_class(self):
        return ConsignmentDetailSerializer if self.action == "retrieve" else ConsignmentSerializer

    def get_permissions(self):
        return [May("decide", "examine")()] if self.action == "movement" else super().get_permissions()

    @extend_schema(summary="Note that it arrived, left or never came", request=MovementSerializer)
    @action(detail=True, methods=["post"])
    def movement(self, request, pk=None):
        body = MovementSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        consignment = self.get_object()
        consignment.record_movement(body.validated_data["movement"], request.user)
        return Response(ConsignmentSerializer(consignment).data)
