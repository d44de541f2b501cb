"""The routes of this app under /api/v1/."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from profiling.api.assessments import AssessmentViewSet
from profiling.api.information_requests import InformationRequestViewSet
from profiling.api.profiles import ProfileViewSet, VersionViewSet
from profiling.api.registers import RegisterViewSet
from profiling.api.tags import TagViewSet
from profiling.api.warnings import WarningViewSet
from profiling.api.watch_lists import WatchListViewSet

router = SimpleRouter()
router.register("assessments", AssessmentViewSet, basename="api-assessment")
router.register("information-requests", InformationRequestViewSet, basename="api-information-request")
router.register("profiles", ProfileViewSet, basename="api-profile")
router.register("profile-versions", VersionViewSet, basename="api-profile-version")
router.register("tags", TagViewSet, basename="api-tag")
router.register("watchlists", WatchListViewSet, basename="api-watch-list")
router.register("warnings", WarningViewSet, basename="api-warning")

REGISTER = {"get": "retrieve", "post": "add", "put": "update"}

urlpatterns = [
    *router.urls,
    path("registers/<str:register>/", RegisterViewSet.as_view({**REGISTER}), name="api-register"),
]
