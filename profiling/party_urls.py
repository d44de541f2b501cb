"""The pages of parties."""

from django.urls import path

from profiling.views import parties

urlpatterns = [
    path("parties/<uuid:pk>/", parties.show, name="party-show"),
]
