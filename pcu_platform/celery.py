"""The Celery application; `celery -A pcu_platform.celery worker` and `beat` run it."""

import gc
import os

from celery import Celery
from celery.signals import worker_process_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pcu_platform.settings")

app = Celery("pcu_platform")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_process_init.connect
def collect_garbage_seldom(**_arguments):
    """A batch makes a million values and hardly a cycle: looking for cycles took a fifth of its time (measured)."""
    gc.freeze()
    gc.set_threshold(200_000, 20, 50)
