"""The pages of what is risky: the queue, a consignment with its reasons, decisions, the hold list."""

from django.urls import include, path

from profiling.views import (
    consignment,
    consignment_list,
    deciding,
    duty,
    hold,
    holds,
    original,
    queue,
    revision_changes,
    supporting_documents,
    tags,
    together,
)

app_name = "profiling"
urlpatterns = [
    path("queue/", queue.show, name="queue-show"),
    path("queue/changes/", queue.changes, name="queue-changes"),
    path("queue/take-next/", queue.take_next, name="queue-take-next"),
    path("queue/together/", together.decide_together, name="queue-decide-together"),
    path("queue/<uuid:pk>/preview/", queue.preview, name="queue-preview"),
    path("assessments/<uuid:pk>/release/", deciding.decide, {"verb": "release"}, name="assessment-release"),
    path("assessments/<uuid:pk>/select/", deciding.decide, {"verb": "select"}, name="assessment-select"),
    path(
        "assessments/<uuid:pk>/request-information/",
        deciding.decide,
        {"verb": "request_information"},
        name="assessment-request-information",
    ),
    path("assessments/<uuid:pk>/take-back/", deciding.take_back, name="assessment-take-back"),
    path("assessments/<uuid:pk>/assign/", deciding.assign, name="assessment-assign"),
    path("assessments/<uuid:pk>/acknowledge/", holds.acknowledge, name="hold-acknowledge"),
    path("assessments/<uuid:pk>/movement/", holds.report_movement, name="hold-report-movement"),
    path("consignments/", consignment_list.show, name="consignment-list"),
    path("consignments/<uuid:pk>/", consignment.show, name="consignment-show"),
    path("consignments/<uuid:pk>/revisions/<int:number>/original/", original.download, name="revision-original"),
    path("consignments/<uuid:pk>/documents/add/", supporting_documents.add, name="supporting-add"),
    path("consignments/<uuid:pk>/changes/", revision_changes.show, name="revision-changes"),
    path("supporting-documents/<uuid:pk>/correct/", supporting_documents.change, name="supporting-correct"),
    path("supporting-documents/<uuid:pk>/withdraw/", supporting_documents.take_away, name="supporting-withdraw"),
    path("consignments/<uuid:pk>/tags/put-on/", tags.put_on, name="tag-put-on"),
    path("tags/<uuid:pk>/take-off/", tags.take_off, name="tag-take-off"),
    path("holds/", holds.show, name="hold-list"),
    path("holds/<uuid:pk>/", hold.show, name="hold-show"),
    path("holds/<uuid:pk>/lift/", hold.end, {"verb": "lift"}, name="hold-lift"),
    path("holds/<uuid:pk>/keep/", hold.keep, name="hold-keep"),
    path("holds/<uuid:pk>/close-unexamined/", hold.end, {"verb": "close_unexamined"}, name="hold-close-unexamined"),
    path("holds/<uuid:pk>/draw-examiner/", hold.draw_examiner, name="hold-draw-examiner"),
    path("holds/<uuid:pk>/name-examiner/", hold.name_examiner, name="hold-name-examiner"),
    path("holds/duty/begin/", duty.begin, name="duty-begin"),
    path("holds/duty/end/", duty.end, name="duty-end"),
    path("", include("profiling.supervising_urls")),
    path("", include("profiling.measuring_urls")),
]
