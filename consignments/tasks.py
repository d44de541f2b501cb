"""What the worker does for intake: register one submission at once, and all that waits by sweep."""

from uuid import UUID

from celery import shared_task

from consignments import registering
from consignments.waking import REGISTER_ONE


@shared_task(name=REGISTER_ONE)
def register_submission(submission_id: str) -> None:
    registering.register_submission(UUID(submission_id))


@shared_task(name="consignments.register_waiting")
def register_waiting() -> None:
    registering.register_waiting()
