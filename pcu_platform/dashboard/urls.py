"""The pages of the dashboard."""

from django.urls import path

from . import views

urlpatterns = [
    path("dashboard/", views.show, name="dashboard-show"),
    path("dashboard/rows/", views.rows, name="dashboard-rows"),
]
