"""The pages of what arrives: documents handed in, what became of them, and documents typed by hand."""

from django.urls import path, register_converter

from consignments.paper_in_address import PaperInAddress
from consignments.views import (
    attachments,
    columns,
    confirming,
    download,
    drafts,
    observations,
    submissions,
    typed,
    upload,
)
from consignments.views.mend import failed_rows_download, mend_rejected

register_converter(PaperInAddress, "paper")

app_name = "consignments"
urlpatterns = [
    path("intake/", submissions.list_submissions, name="submission-list"),
    path("intake/upload/", upload.upload_files, name="submission-upload"),
    path("intake/template.<str:file_format>", download.template, name="template-download"),
    path("intake/readings/", observations.list_observations, name="observation-list"),
    path("intake/type/", drafts.choose_paper, name="document-type"),
    path("intake/drafts/<uuid:pk>/discard/", drafts.discard_draft, name="draft-discard"),
    path("intake/<paper:paper>/", typed.enter_document, name="document-enter"),
    path("intake/<paper:paper>/preview/", typed.preview_document, name="document-preview"),
    path("intake/<paper:paper>/check/<str:box>/", typed.check_box, name="document-check"),
    path("intake/<uuid:pk>/", submissions.show_submission, name="submission-show"),
    path("intake/<uuid:pk>/columns/", columns.tell_columns, name="submission-columns"),
    path("intake/<uuid:pk>/confirm/", confirming.confirm_paper, name="submission-confirm"),
    path("intake/<uuid:pk>/set-aside/", confirming.set_aside, name="submission-set-aside"),
    path("intake/<uuid:pk>/pages/<int:number>/", confirming.page_picture, name="submission-page"),
    path("intake/<uuid:pk>/problems.csv", download.problems, name="submission-problems"),
    path("intake/<uuid:pk>/original", download.original, name="submission-original"),
    path("intake/upload/one/", upload.upload_one, name="submission-upload-one"),
    path("intake/<uuid:pk>/mend/", mend_rejected, name="submission-mend"),
    path("intake/<uuid:pk>/failed.<str:file_format>", failed_rows_download, name="submission-failed-rows"),
    path("intake/<uuid:pk>/read-again/", submissions.read_again, name="submission-read-again"),
    path("consignments/<uuid:pk>/attachments/", attachments.add, name="attachment-add"),
    path("attachments/<uuid:pk>/", attachments.show, name="attachment-show"),
    path("attachments/<uuid:pk>/thumbnail/", attachments.thumbnail, name="attachment-thumbnail"),
    path("attachments/<uuid:pk>/remove/", attachments.remove, name="attachment-remove"),
]
