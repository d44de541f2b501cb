"""The pages of what was found: examinations, their acts, the register of seizures."""

from django.urls import include, path

from seizures.views import acts, beginning, examination, lists, photos, register, saving, seizure, syncing, yard

app_name = "seizures"
urlpatterns = [
    path("examinations/", lists.examinations, name="examination-list"),
    path("examinations/mine/", yard.mine, name="examination-mine"),
    path("examinations/kept/", syncing.kept, name="examination-kept"),
    path("examinations/sync/", syncing.sync, name="examination-sync"),
    path("examinations/begin/<uuid:pk>/", beginning.begin, name="examination-begin"),
    path("examinations/begin/<uuid:pk>/sheet/<int:number>/", beginning.sheet, name="examination-sheet"),
    path("examinations/<uuid:pk>/", examination.show, name="examination-show"),
    path("examinations/<uuid:pk>/save/", saving.save, name="examination-save"),
    path("examinations/<uuid:pk>/add-line/", saving.add_line, name="examination-add-line"),
    path("examinations/<uuid:pk>/include/<uuid:assessment_pk>/", saving.include, name="examination-include"),
    path("examinations/<uuid:pk>/close/", saving.close, name="examination-close"),
    path("examinations/<uuid:pk>/photos/", photos.add, name="photo-add"),
    path("examinations/<uuid:pk>/photos/<uuid:photo_pk>/", photos.receive, name="photo-receive"),
    path("photos/<uuid:pk>/", photos.show, name="photo-show"),
    path("photos/<uuid:pk>/picture/", photos.picture, name="photo-picture"),
    path("photos/<uuid:pk>/thumbnail/", photos.thumbnail, name="photo-thumbnail"),
    path("photos/<uuid:pk>/original/", photos.original, name="photo-original"),
    path("photos/<uuid:pk>/remove/", photos.remove, name="photo-remove"),
    path("photos/<uuid:pk>/marks/", photos.mark, name="photo-mark"),
    path("photos/<uuid:pk>/marks/<uuid:mark_pk>/remove/", photos.unmark, name="photo-unmark"),
    path("service-worker.js", yard.service_worker, name="service-worker"),
    path("yard.webmanifest", yard.manifest, name="yard-manifest"),
    path("examinations/<uuid:pk>/act/", examination.act, name="examination-act"),
    path("examinations/<uuid:pk>/act.pdf", acts.pdf, name="examination-act-pdf"),
    path("verify/", acts.check, name="act-verify"),
    path("examinations/<uuid:pk>/correct/<uuid:assessment_pk>/", examination.correct, name="examination-correct"),
    path("", include("seizures.box_urls")),
    path("seizures/", register.seizures, name="seizure-list"),
    path("seizures/export.csv", register.export, name="seizure-export"),
    path("seizures/<uuid:pk>/", seizure.show, name="seizure-show"),
    path("seizures/<uuid:pk>/hand-over/", seizure.add, {"deed": "hand_over"}, name="seizure-hand-over"),
    path("seizures/<uuid:pk>/laboratory/", seizure.add, {"deed": "ask_laboratory"}, name="seizure-ask-laboratory"),
    path(
        "seizures/<uuid:pk>/laboratory/answer/",
        seizure.add,
        {"deed": "answer_of_laboratory"},
        name="seizure-answer-of-laboratory",
    ),
    path("seizures/<uuid:pk>/arrests/", seizure.add, {"deed": "arrests"}, name="seizure-arrests"),
    path("seizures/<uuid:pk>/photos/", seizure.add, {"deed": "photo"}, name="seizure-add-photo"),
    path("seizures/<uuid:pk>/photos/<uuid:photo_pk>/", seizure.photo, {"size": "whole"}, name="seizure-photo"),
    path(
        "seizures/<uuid:pk>/photos/<uuid:photo_pk>/thumbnail/",
        seizure.photo,
        {"size": "small"},
        name="seizure-thumbnail",
    ),
    path("seizures/<uuid:pk>/correct/", register.correct, name="seizure-correct"),
]
