"""Names the app to Django."""

from django.apps import AppConfig


class SeizuresConfig(AppConfig):
    name = "seizures"
