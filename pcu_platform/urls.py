"""The table of contents: every page and the API."""

from django.urls import include, path

from pcu_platform import search, views
from pcu_platform.health import healthz

urlpatterns = [
    path("healthz/", healthz, name="healthz"),
    path("", views.home, name="home"),
    path("sign-in/", views.SignIn.as_view(), name="sign-in"),
    path("sign-out/", views.SignOut.as_view(), name="sign-out"),
    path("search/", search.show, name="search"),
    path("preferences/", views.save_preferences, name="preferences-save"),
    path("api/v1/", include("pcu_platform.api")),
    path("", include("pcu_platform.officers.urls")),
    path("", include("pcu_platform.dashboard.urls")),
    path("", include("pcu_platform.reports.urls")),
    path("", include("profiling.urls")),
    path("", include("consignments.urls")),
    path("", include("seizures.urls")),
]

handler500 = "pcu_platform.views.server_error"
