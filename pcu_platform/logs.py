"""Logging: one JSON object a line, with the request id that follows a submission into its tasks.

Bodies, problem values and names never enter a log: log an id, a count or a code.
"""

import sys
from traceback import TracebackException
from typing import Any

import structlog

SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
]


def failure_without_values(_logger: Any, _method: str, event: dict[str, Any]) -> dict[str, Any]:
    """Write a failure as its classes and lines of code: its message may hold what a document or a search said."""
    event.pop("error", None)  # how a failed task's message arrives
    told, failure = event.pop("exc_info", None), event.pop("exception", None)
    if isinstance(told, tuple):
        failure = told[1]
    elif isinstance(told, BaseException):
        failure = told
    elif told:
        failure = sys.exc_info()[1]
    if isinstance(failure, BaseException):
        event["exception"] = "".join(_lines(TracebackException.from_exception(failure)))
    return event


def _lines(failure: TracebackException) -> list[str]:
    """The lines of a traceback, causes first, the last of each with the class alone."""
    before = failure.__cause__ or (None if failure.__suppress_context__ else failure.__context__)
    kind = failure.exc_type.__qualname__ if failure.exc_type else "?"
    return [*(_lines(before) if before else []), *failure.stack.format(), f"{kind}\n"]


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "foreign_pre_chain": SHARED,
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                failure_without_values,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django.server": {"level": "WARNING"},
        # axes writes user names at INFO and WARNING; the attempt itself is kept in its table
        "axes": {"level": "ERROR"},
        # its lines hold the message of the failure; django_structlog tells of a failed task, too
        "celery.app.trace": {"level": "CRITICAL"},
        "celery.worker.strategy": {"level": "WARNING"},
        "celery.beat": {"level": "WARNING"},
        "fontTools": {"level": "WARNING"},
    },
}


def configure_structlog() -> None:
    structlog.configure(
        processors=[
            *SHARED,
            structlog.stdlib.filter_by_level,
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.processors.StackInfoRenderer(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
