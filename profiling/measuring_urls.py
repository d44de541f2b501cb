"""The pages that measure: indicators, the rows behind each number, alerts. Included in `profiling.urls`."""

from django.urls import path

from profiling.views import alerts, indicators, rows_behind

urlpatterns = [
    path("indicators/", indicators.show_list, name="indicator-list"),
    path("indicators/<str:code>/", indicators.show, name="indicator-show"),
    path("figures/rows/", rows_behind.show, name="figure-rows"),
    path("figures/alerts/", alerts.show, name="alert-list"),
    path("figures/alerts/<uuid:pk>/see/", alerts.see, name="alert-see"),
]
