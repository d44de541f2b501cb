"""The routes of this app under /api/v1/."""

from rest_framework.routers import SimpleRouter

from profiling.api.assessments import AssessmentViewSet

router = SimpleRouter()
router.register("assessments", AssessmentViewSet, basename="api-assessment")

urlpatterns = router.urls
