"""The ten seconds in which an officer's last decision can be taken back, remembered in the session."""

from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from profiling.models import Assessment

KEY = "last_decision"


@dataclass(frozen=True, slots=True)
class Undo:
    """What was decided, in a sentence, and until when the button is of use."""

    assessment_id: UUID
    sentence: str
    until: datetime

    @classmethod
    def keep(cls, session: MutableMapping[str, Any], assessment: Assessment, sentence: str) -> "Undo":
        undo = cls(assessment.pk, sentence, timezone.now() + timedelta(seconds=settings.UNDO_SECONDS))
        session[KEY] = [str(undo.assessment_id), undo.sentence, undo.until.isoformat()]
        return undo

    @classmethod
    def of(cls, session: MutableMapping[str, Any]) -> "Undo | None":
        """The decision that can still be taken back; None when there is none or its time is over."""
        kept = session.get(KEY)
        if not kept:
            return None
        undo = cls(UUID(kept[0]), kept[1], datetime.fromisoformat(kept[2]))
        if undo.until > timezone.now():
            return undo
        cls.forget(session)
        return None

    @staticmethod
    def forget(session: MutableMapping[str, Any]) -> None:
        session.pop(KEY, None)
