"""GET /healthz/: whether each part of the platform answers; 200 only when all do."""

from collections.abc import Callable
from functools import cache

import redis
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from redis.backoff import NoBackoff
from redis.retry import Retry

from pcu_platform.models import PlatformState

OK = "ok"
READY = "ready"  # the key of PlatformState that `manage.py prepare` writes last
# Beat sends a heartbeat every few seconds and the worker carries it out; older than this, one of them is gone.
FRESH_S = 20
ANSWER_WITHIN_S = 2


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """Name every part with `ok` or what is wrong with it; nothing secret, no login needed."""
    parts = {name: answer_of(check) for name, check in CHECKS.items()}
    healthy = all(said == OK for said in parts.values())
    return JsonResponse({"status": OK if healthy else "not ready", "parts": parts}, status=200 if healthy else 503)


def note_alive(part: str) -> None:
    """Leave a mark that fades: `worker` when it carries out a heartbeat, `beat` when it sends one."""
    broker().set(mark_of(part), 1, ex=FRESH_S)


def answer_of(check: Callable[[], str]) -> str:
    """A check's answer, or the type of the error that prevented it: the error's text may hold an address."""
    try:
        return check()
    except (DatabaseError, redis.RedisError) as problem:
        return f"no answer ({type(problem).__name__})"


def check_database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return OK


def check_migrations() -> str:
    missing = known_migrations() - set(MigrationRecorder(connection).applied_migrations())
    return f"{len(missing)} not applied" if missing else OK


def check_data() -> str:
    return OK if PlatformState.objects.filter(key=READY).exists() else "not loaded"


def check_broker() -> str:
    return OK if broker().ping() else "no answer"


def check_worker() -> str:
    return OK if broker().exists(mark_of("worker")) else "no heartbeat"


def check_beat() -> str:
    return OK if broker().exists(mark_of("beat")) else "no heartbeat"


CHECKS = {
    "database": check_database,
    "migrations": check_migrations,
    "data": check_data,
    "broker": check_broker,
    "worker": check_worker,
    "beat": check_beat,
}


@cache
def known_migrations() -> frozenset[tuple[str, str]]:
    """The migrations on disk, read once a process: they change with the code."""
    return frozenset(MigrationLoader(None).disk_migrations or ())


@cache
def broker() -> redis.Redis:
    """Asks once: whoever polls this page tries again anyway."""
    return redis.Redis.from_url(
        settings.CELERY_BROKER_URL,
        socket_timeout=ANSWER_WITHIN_S,
        socket_connect_timeout=ANSWER_WITHIN_S,
        retry=Retry(NoBackoff(), retries=0),
    )


def mark_of(part: str) -> str:
    return f"pcu:alive:{part}"
