"""The pages of what is risky: the queue, a consignment with its reasons, the hold list."""

from django.urls import URLPattern

app_name = "profiling"
urlpatterns: list[URLPattern] = []
