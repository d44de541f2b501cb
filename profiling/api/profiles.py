"""/api/v1/profiles/ and /api/v1/profile-versions/: what profiles say and do, and the steps of their life."""

from typing import Any, cast

from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins, status
from rest_framework.decorators import action
from rest_framework.exceptions import PermissionDenied
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet, ReadOnlyModelViewSet

from consignments.access import May
from profiling.api.backtests import BacktestRequestSerializer, BacktestSerializer, backtest_row
from profiling.api.profile_rows import NewProfileSerializer, ProfileSerializer, StepSerializer, VersionSerializer
from profiling.api.rates import performance_row
from profiling.backtesting import backtest
from profiling.measuring import Period, measured_unit, performances
from profiling.models import ProfileVersion, RiskProfile, VersionState
from profiling.models.lifecycle import DefinitionRefused
from profiling.version_steps import STEPS, Said, allows, barred

PERFORMANCE_DAYS = 365
EDITED = ["definition", "instruction", "instruction_ru", "instruction_ky", "valid_from", "valid_until"]


class FaultsAnswered:
    """Answers a faulty definition with every fault: where it is, what is wrong, how to mend it."""

    def handle_exception(self, exc):
        if isinstance(exc, DefinitionRefused):
            faults = [{"path": fault.path, "problem": fault.problem, "remedy": fault.remedy} for fault in exc.faults]
            told = {"detail": exc.message, "code": exc.code, "faults": faults}
            return Response(told, status.HTTP_400_BAD_REQUEST)
        return super().handle_exception(exc)  # type: ignore[misc]


class VersionFilter(filters.FilterSet):
    profile = filters.CharFilter(field_name="profile__code", lookup_expr="iexact")
    state = filters.MultipleChoiceFilter(choices=VersionState.choices)

    class Meta:
        model = ProfileVersion
        fields: list[str] = []


@extend_schema_view(
    list=extend_schema(summary="The profiles of your unit and of all units, with their hit rates"),
    retrieve=extend_schema(summary="One profile with its versions"),
)
class ProfileViewSet(FaultsAnswered, ReadOnlyModelViewSet):
    permission_classes = [May("read_profiles")]
    serializer_class = ProfileSerializer
    filterset_fields = ["code", "category"]
    queryset = RiskProfile.objects.none()

    def get_queryset(self):
        visible = RiskProfile.objects.visible_to(self.request.user)
        return visible.select_related("owner_unit").prefetch_related("versions")

    def get_permissions(self):
        return [May("draft_profiles")()] if self.action == "create" else super().get_permissions()

    def list(self, request, *args, **kwargs):
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        return self.get_paginated_response(self._rows(page))

    def retrieve(self, request, *args, **kwargs):
        return Response(self._rows([self.get_object()])[0])

    @extend_schema(request=NewProfileSerializer, responses={201: VersionSerializer})
    def create(self, request):
        """Begin a profile; the answer is its first draft."""
        body = NewProfileSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        profile = RiskProfile.objects.start(request.user, **body.validated_data)
        return Response(VersionSerializer(profile.versions.get()).data, status.HTTP_201_CREATED)

    def _rows(self, profiles):
        found = performances(profiles, Period.last_days(PERFORMANCE_DAYS), measured_unit(self.request.user))
        rows = {pk: performance_row(each) for pk, each in found.items()}
        context = {**self.get_serializer_context(), "performances": rows}
        return ProfileSerializer(profiles, many=True, context=context).data


@extend_schema_view(
    list=extend_schema(summary="The versions of the profiles you see"),
    retrieve=extend_schema(summary="One version"),
)
class VersionViewSet(FaultsAnswered, mixins.ListModelMixin, mixins.RetrieveModelMixin, GenericViewSet):
    permission_classes = [May("read_profiles")]
    serializer_class = VersionSerializer
    filterset_class = VersionFilter
    queryset = ProfileVersion.objects.none()

    def get_queryset(self):
        visible = ProfileVersion.objects.visible_to(self.request.user)
        return visible.select_related("profile", "author", "approver").order_by("profile__code", "-number")

    def get_permissions(self):
        if self.action in {"list", "retrieve"}:
            return super().get_permissions()
        if self.action in {"activate", "suspend"}:
            return [May("approve_profiles", "govern_shared")()]
        return [May("draft_profiles", "approve_profiles")()]

    @extend_schema(request=VersionSerializer, responses=VersionSerializer)
    def partial_update(self, request, pk=None):
        """Edit a version that was never active; a submission or approval is void after it."""
        version = self.get_object()
        body = VersionSerializer(version, data=request.data, partial=True)
        body.is_valid(raise_exception=True)
        version.edit(
            request.user, **{name: body.validated_data[name] for name in EDITED if name in body.validated_data}
        )
        return self._row(version)

    @extend_schema(request=StepSerializer, responses=VersionSerializer)
    @action(detail=True, methods=["post"])
    def submit(self, request, pk=None):
        """Ask another person for approval."""
        return self._taken("submit")

    @extend_schema(request=StepSerializer, responses=VersionSerializer)
    @action(detail=True, methods=["post"])
    def approve(self, request, pk=None):
        """Put your name to it; 409 for your own."""
        return self._taken("approve")

    @extend_schema(request=StepSerializer, responses=VersionSerializer)
    @action(detail=True, methods=["post"], url_path="send-back")
    def send_back(self, request, pk=None):
        """Make it a draft again; needs a reason."""
        return self._taken("send-back")

    @extend_schema(request=None, responses=VersionSerializer)
    @action(detail=True, methods=["post"])
    def activate(self, request, pk=None):
        """Switch it on in place of the active one."""
        return self._taken("activate")

    @extend_schema(request=StepSerializer, responses=VersionSerializer)
    @action(detail=True, methods=["post"])
    def suspend(self, request, pk=None):
        """Switch it off; needs a reason."""
        return self._taken("suspend")

    @extend_schema(request=StepSerializer, responses=VersionSerializer)
    @action(detail=True, methods=["post"])
    def review(self, request, pk=None):
        """Record that it was looked at before its end; needs a reason."""
        return self._taken("review")

    @extend_schema(request=StepSerializer, responses=VersionSerializer)
    @action(detail=True, methods=["post"])
    def withdraw(self, request, pk=None):
        """Give it up for good; needs a reason."""
        return self._taken("withdraw")

    @extend_schema(request=None, responses={201: VersionSerializer})
    @action(detail=True, methods=["post"], url_path="new-version")
    def new_version(self, request, pk=None):
        """Begin the next version from this one."""
        return self._row(self.get_object().new_version(request.user), status.HTTP_201_CREATED)

    @extend_schema(request=BacktestRequestSerializer, responses=BacktestSerializer)
    @action(detail=True, methods=["post"])
    def backtest(self, request, pk=None):
        """What it would have done over a past period, on what was known then, beside the active version."""
        body = BacktestRequestSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        period = Period.last_days(body.validated_data["days"])
        version = self.get_object()
        return Response(backtest_row(version, backtest(version, period, measured_unit(request.user))))

    def _taken(self, name: str) -> Response:
        body = StepSerializer(data=self.request.data)
        body.is_valid(raise_exception=True)
        version, step, officer = self.get_object(), STEPS[name], cast(Any, self.request.user)
        if not allows(officer, version, step) or (name == "withdraw" and barred(officer, version, step)):
            raise PermissionDenied(str(barred(officer, version, step)))
        step.verb(version, officer, Said(**body.validated_data))
        return self._row(version)

    def _row(self, version: ProfileVersion, code: int = status.HTTP_200_OK) -> Response:
        return Response(VersionSerializer(self.get_queryset().get(pk=version.pk)).data, code)
