"""The pages of reports."""

from django.urls import path, re_path

from . import views

urlpatterns = [
    path("reports/", views.show_list, name="report-list"),
    path("reports/ask/", views.ask, name="report-ask"),
    re_path(
        r"^reports/(?P<pk>[0-9a-f-]{36})/(?P<language>en|ru|ky)\.(?P<suffix>pdf|xlsx)$",
        views.download,
        name="report-download",
    ),
]
