"""The routes of this app under /api/v1/."""

from rest_framework.routers import SimpleRouter

from .examinations import ExaminationViewSet
from .seizure_lines import SeizureLineViewSet

router = SimpleRouter()
router.register("examinations", ExaminationViewSet, basename="api-examination")
router.register("seizures", SeizureLineViewSet, basename="api-seizure")

urlpatterns = router.urls
