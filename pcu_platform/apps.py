"""Names the app to Django."""

from django.apps import AppConfig


class PcuPlatformConfig(AppConfig):
    name = "pcu_platform"
