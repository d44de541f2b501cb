"""Wakes a background task by name. The tables are the queue: a wake-up that is lost costs seconds, never a document."""

from functools import cache

import redis
import structlog
from celery import current_app
from django.conf import settings
from kombu.exceptions import OperationalError
from redis.backoff import NoBackoff
from redis.retry import Retry

# Tasks of this app; the one of an upper app that follows registering is named in the settings.
REGISTER_ONE = "consignments.register_submission"
ANSWER_WITHIN_S = 1

log = structlog.get_logger(__name__)


def wake(task_name: str, *arguments: str) -> None:
    """Send the task; without a broker say so in the log and go on, for the sweep will find what waits."""
    try:
        # Celery's own sender tries again for some six seconds, and the officer would wait for it.
        _broker(settings.CELERY_BROKER_URL).ping()
        current_app.send_task(task_name, args=arguments, retry=False)
    except (redis.RedisError, OperationalError) as fault:
        log.warning("broker_not_reached", task=task_name, fault=type(fault).__name__)


@cache
def _broker(url: str) -> redis.Redis:
    """Return a client that asks once."""
    return redis.Redis.from_url(
        url,
        socket_connect_timeout=ANSWER_WITHIN_S,
        socket_timeout=ANSWER_WITHIN_S,
        retry=Retry(NoBackoff(), 0),
    )
