"""The Celery application; `celery -A pcu_platform.celery worker` and `beat` run it."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pcu_platform.settings")

app = Celery("pcu_platform")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
