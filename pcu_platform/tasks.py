"""The platform's own housekeeping: the heartbeat behind /healthz/, and sessions that ran out."""

from celery import shared_task
from celery.signals import before_task_publish
from django.core.management import call_command

from pcu_platform.health import note_alive

HEARTBEAT = "pcu_platform.heartbeat"


@shared_task(name=HEARTBEAT)
def heartbeat() -> None:
    """Show that the worker lives; beat sends it, and stale ones expire unseen."""
    note_alive("worker")


@before_task_publish.connect(sender=HEARTBEAT)
def note_beat(**_: object) -> None:
    """Only beat sends heartbeats, so that sending one shows that beat lives."""
    note_alive("beat")


@shared_task(name="pcu_platform.clear_sessions")
def clear_sessions() -> None:
    call_command("clearsessions")
