"""The platform's own tasks: the heartbeat behind /healthz/, sessions that ran out, reports."""

from celery import shared_task
from celery.signals import before_task_publish
from django.core.management import call_command
from django.utils import timezone

from pcu_platform.health import note_alive
from pcu_platform.reports import making, scheduling
from pcu_platform.reports.asking import RUN_TASK

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


@shared_task(name=RUN_TASK)
def run_reports() -> None:
    making.run_waiting()


@shared_task(name="pcu_platform.ask_for_reports")
def ask_for_reports() -> None:
    """What is due since a period ended, and what results came late to."""
    scheduling.ask_for_due(timezone.now())
    scheduling.ask_again_for_late_results(timezone.now())
