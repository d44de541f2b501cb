"""/api/v1/tags/: what officers saw on consignments of their unit, put on and taken off; no client sees them."""

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins, serializers, status
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from consignments.access import May
from consignments.models import Consignment
from profiling.api.watch_lists import ReasonSerializer
from profiling.models import CaseTag, TagKind
from profiling.views.tags import MAY_TAG


class TagSerializer(serializers.ModelSerializer):
    set_by = serializers.CharField(source="set_by.username")

    class Meta:
        model = CaseTag
        fields = ["id", "consignment", "kind", "reason", "set_by", "set_at", "removed_at", "removal_reason"]


class NewTagSerializer(serializers.Serializer):
    consignment = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=TagKind.choices)
    reason = serializers.CharField(max_length=500)


@extend_schema_view(
    list=extend_schema(summary="Tags, oldest first; `?consignment=` those of one"),
    retrieve=extend_schema(summary="One tag"),
)
class TagViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, GenericViewSet):
    permission_classes = [May("read_cases")]
    serializer_class = TagSerializer
    filterset_fields = ["consignment", "kind"]
    queryset = CaseTag.objects.none()

    def get_queryset(self):
        seen = Consignment.objects.visible_to(self.request.user)
        return CaseTag.objects.filter(consignment__in=seen).select_related("set_by")

    def get_permissions(self):
        return super().get_permissions() if self.request.method == "GET" else [May(*MAY_TAG)()]

    @extend_schema(request=NewTagSerializer, responses={201: TagSerializer})
    def create(self, request):
        """Put a tag on; needs a reason, and opens a new round. 409 where the consignment bears it already."""
        body = NewTagSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        own = Consignment.objects.filter(unit_id=request.user.unit_id)
        consignment = get_object_or_404(own, pk=body.validated_data["consignment"])
        tag = CaseTag.put_on(consignment, body.validated_data["kind"], body.validated_data["reason"], request.user)
        return Response(TagSerializer(tag).data, status.HTTP_201_CREATED)

    @extend_schema(request=ReasonSerializer, responses=TagSerializer)
    @action(detail=True, methods=["post"], url_path="take-off")
    def take_off(self, request, pk=None):
        """Take a tag off; needs a reason, and opens a new round."""
        body = ReasonSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        tag = get_object_or_404(self.get_queryset().filter(consignment__unit_id=request.user.unit_id), pk=pk)
        tag.take_off(request.user, body.validated_data["reason"])
        return Response(TagSerializer(tag).data)
