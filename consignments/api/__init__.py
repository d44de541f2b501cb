"""The routes of this app under /api/v1/."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from .attachments import AttachmentViewSet
from .consignments import ConsignmentViewSet
from .observations import ObservationsView
from .submissions import SubmissionViewSet
from .supporting import SupportingDocumentViewSet

router = SimpleRouter()
router.register("submissions", SubmissionViewSet, basename="api-submission")
router.register("consignments", ConsignmentViewSet, basename="api-consignment")
router.register("supporting-documents", SupportingDocumentViewSet, basename="api-supporting-document")

urlpatterns = [
    path("observations/", ObservationsView.as_view(), name="api-observation-list"),
    path(
        "submissions/<uuid:pk>/problems.csv",
        SubmissionViewSet.as_view({"get": "problems"}),
        name="api-submission-problems",
    ),
    path(
        "consignments/<uuid:pk>/attachments/",
        AttachmentViewSet.as_view({"get": "list", "post": "create"}),
        name="api-attachment-list",
    ),
    path(
        "consignments/<uuid:pk>/attachments/<uuid:attachment_pk>/",
        AttachmentViewSet.as_view({"get": "content"}),
        name="api-attachment-content",
    ),
    *router.urls,
]
