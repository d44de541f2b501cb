"""The pages of what was found: examinations, their acts, the register of seizures."""

from django.urls import path

from seizures.views import beginning, examination, lists, register, saving

app_name = "seizures"
urlpatterns = [
    path("examinations/", lists.examinations, name="examination-list"),
    path("examinations/begin/<uuid:pk>/", beginning.begin, name="examination-begin"),
    path("examinations/<uuid:pk>/", examination.show, name="examination-show"),
    path("examinations/<uuid:pk>/save/", saving.save, name="examination-save"),
    path("examinations/<uuid:pk>/add-line/", saving.add_line, name="examination-add-line"),
    path("examinations/<uuid:pk>/include/<uuid:assessment_pk>/", saving.include, name="examination-include"),
    path("examinations/<uuid:pk>/close/", saving.close, name="examination-close"),
    path("examinations/<uuid:pk>/act/", examination.act, name="examination-act"),
    path("examinations/<uuid:pk>/correct/<uuid:assessment_pk>/", examination.correct, name="examination-correct"),
    path("seizures/", register.seizures, name="seizure-list"),
    path("seizures/export.csv", register.export, name="seizure-export"),
    path("seizures/<uuid:pk>/correct/", register.correct, name="seizure-correct"),
]
