"""Names the app to Django."""

from django.apps import AppConfig


class ConsignmentsConfig(AppConfig):
    name = "consignments"
