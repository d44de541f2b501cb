"""Hands documents in at the platform's own door and has them registered and assessed, as its workers do."""

from consignments.models import Source, Submission
from consignments.receiving import Delivery, receive
from consignments.registering import register_submission
from pcu_platform.demo.documents import GATEWAY, Document
from pcu_platform.models import Officer
from profiling.assessing import assess_due


class Intake:
    """The doors of one unit."""

    def __init__(self, unit_id):
        self._unit_id = unit_id
        self._officers = {officer.username: officer for officer in Officer.objects.filter(unit=unit_id)}
        self._sources: dict[str, Source] = {}

    def take(self, document: Document) -> Submission:
        """Receive and register a document; the same again after an interrupted loading changes nothing."""
        delivery = Delivery(
            raw=document.raw,
            content_type=document.content_type,
            idempotency_key=f"demo-{document.key}",
            file_name=document.file_name,
            known_at=document.known_at,
        )
        submission = receive(delivery, source=self._source(document.source), by=self._officers.get(document.by))
        register_submission(submission.pk)
        return submission

    def assess(self) -> None:
        """Assess all that is due at this unit; the other one lives by a clock of its own."""
        while assess_due(unit_id=self._unit_id):
            pass

    def _source(self, name: str) -> Source:
        if name not in self._sources:
            client = self._officers.get("client") if name == GATEWAY else None
            self._sources[name] = (
                Source.objects.of_client(client) if client else Source.objects.named(name, self._unit_id)
            )
        return self._sources[name]
