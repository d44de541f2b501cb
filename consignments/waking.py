"""Wakes a background task by name. The tables are the queue: a wake-up that is lost costs seconds, never a document."""

import structlog
from celery import current_app
from kombu.exceptions import OperationalError

# Tasks of this app; the one of an upper app that follows registering is named in the settings.
REGISTER_ONE = "consignments.register_submission"

log = structlog.get_logger(__name__)


def wake(task_name: str, *arguments: str) -> None:
    """Send the task; without a broker say so in the log and go on, for the sweep will find what waits."""
    try:
        current_app.send_task(task_name, args=arguments, retry=False)
    except OperationalError as fault:
        log.warning("broker_not_reached", task=task_name, fault=type(fault).__name__)
