"""Names the app to Django."""

from importlib import import_module

from django.apps import AppConfig


class PcuPlatformConfig(AppConfig):
    name = "pcu_platform"

    def ready(self):
        # Every process that sends tasks, the web server too, must know the broker: the Celery app is made current here.
        import_module("pcu_platform.celery")
