"""The pages of what arrives: documents handed in, what became of them, and a CMR note typed by hand."""

from django.urls import path

from consignments.views import attachments, cmr, columns, download, submissions, upload

app_name = "consignments"
urlpatterns = [
    path("intake/", submissions.list_submissions, name="submission-list"),
    path("intake/upload/", upload.upload_files, name="submission-upload"),
    path("intake/template.<str:file_format>", download.template, name="template-download"),
    path("intake/cmr/", cmr.enter_note, name="cmr-enter"),
    path("intake/cmr/preview/", cmr.preview_note, name="cmr-preview"),
    path("intake/<uuid:pk>/", submissions.show_submission, name="submission-show"),
    path("intake/<uuid:pk>/columns/", columns.tell_columns, name="submission-columns"),
    path("intake/<uuid:pk>/problems.csv", download.problems, name="submission-problems"),
    path("intake/<uuid:pk>/original", download.original, name="submission-original"),
    path("consignments/<uuid:pk>/attachments/", attachments.add, name="attachment-add"),
    path("attachments/<uuid:pk>/", attachments.show, name="attachment-show"),
    path("attachments/<uuid:pk>/thumbnail/", attachments.thumbnail, name="attachment-thumbnail"),
    path("attachments/<uuid:pk>/remove/", attachments.remove, name="attachment-remove"),
]
