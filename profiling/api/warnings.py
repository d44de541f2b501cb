"""/api/v1/warnings/: warnings of other units and services, entered and closed."""

from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins, serializers, status
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from consignments.access import May
from profiling.api.watch_lists import ReasonSerializer
from profiling.models import ListKind, WarningMessage
from profiling.watching.warnings import close_warning, receive_warning


class WarningSerializer(serializers.ModelSerializer):
    class Meta:
        model = WarningMessage
        fields = ["id", "reference", "from_unit", "kind", "value", "text", "received_at", "closed_at"]


class NewWarningSerializer(serializers.Serializer):
    reference = serializers.CharField(max_length=40)
    from_unit = serializers.CharField(max_length=120)
    kind = serializers.ChoiceField(choices=ListKind.choices)
    value = serializers.CharField(max_length=300)
    text = serializers.CharField(required=False, allow_blank=True, default="", max_length=5000)


@extend_schema_view(list=extend_schema(summary="Warnings, newest first"), retrieve=extend_schema(summary="One warning"))
class WarningViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, GenericViewSet):
    permission_classes = [May("read_watch_lists")]
    serializer_class = WarningSerializer
    filterset_fields = ["kind", "reference"]
    queryset = WarningMessage.objects.all()

    def get_permissions(self):
        return super().get_permissions() if self.request.method == "GET" else [May("edit_watch_lists")()]

    @extend_schema(request=NewWarningSerializer, responses={201: WarningSerializer})
    def create(self, request):
        """Enter a warning; what it names waits for a decision. 409 for a reference that is known already."""
        body = NewWarningSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        received = receive_warning(request.user, **body.validated_data)
        return Response(WarningSerializer(received).data, status.HTTP_201_CREATED)

    @extend_schema(request=ReasonSerializer, responses=WarningSerializer)
    @action(detail=True, methods=["post"])
    def close(self, request, pk=None):
        """Say that it is over; needs a reason."""
        body = ReasonSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        warning = self.get_object()
        close_warning(warning, request.user, body.validated_data["reason"])
        warning.refresh_from_db()
        return Response(WarningSerializer(warning).data)
