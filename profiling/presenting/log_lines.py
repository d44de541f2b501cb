"""The log of a case in plain words: one line an event, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consignments.models import CaseEvent
from profiling.models import Lane, Outcome
from profiling.presenting.moments import clock
from profiling.presenting.words import TRIGGERS, word

SENTENCES: dict[tuple[str, str], Promise] = {
    ("submission", "received"): gettext_lazy("Document received"),
    ("submission", "original_read"): gettext_lazy("Original document read"),
    ("consignment", "registered"): gettext_lazy("Registered"),
    ("consignment", "revised"): gettext_lazy("Revised"),
    ("consignment", "cancelled"): gettext_lazy("Cancelled by its source"),
    ("consignment", "arrived"): gettext_lazy("Arrived at the post"),
    ("consignment", "left"): gettext_lazy("Left the post"),
    ("consignment", "never_came"): gettext_lazy("Never came"),
    ("consignment", "tagged"): gettext_lazy("Tagged"),
    ("consignment", "tag_taken_off"): gettext_lazy("Tag taken off"),
    ("attachment", "attached"): gettext_lazy("File attached"),
    ("attachment", "attachment_removed"): gettext_lazy("Attachment removed"),
    ("draft", "draft_sent"): gettext_lazy("Document confirmed from its PDF"),
    ("supporting_document", "presented"): gettext_lazy("Supporting document added"),
    ("supporting_document", "corrected"): gettext_lazy("Supporting document corrected"),
    ("supporting_document", "withdrawn"): gettext_lazy("Supporting document withdrawn"),
    ("assessment", "superseded"): gettext_lazy("Round closed: a newer one took its place"),
    ("assessment", "withdrawn"): gettext_lazy("Withdrawn: its source cancelled it"),
    ("assessment", "lapsed"): gettext_lazy("Lapsed: it never came"),
    ("assessment", "topped_up"): gettext_lazy("Put up for selection by the top-up at the shift's cut-off"),
    ("assessment", "assigned"): gettext_lazy("Assigned"),
    ("assessment", "released"): gettext_lazy("Released"),
    ("assessment", "release_proposed"): gettext_lazy("Release proposed"),
    ("assessment", "selected"): gettext_lazy("Selected for examination"),
    ("assessment", "information_requested"): gettext_lazy("Information requested"),
    ("assessment", "answer_taken_up"): gettext_lazy("Waits for a decision again"),
    ("information_request", "asked"): gettext_lazy("Question asked"),
    ("information_request", "answered"): gettext_lazy("Question answered"),
    ("information_request", "overdue"): gettext_lazy("Question overdue"),
    ("information_request", "withdrawn"): gettext_lazy("Question withdrawn"),
    ("information_request", "reopened"): gettext_lazy("Question opened again"),
    ("note", "note_written"): gettext_lazy("Note written"),
    ("note", "note_corrected"): gettext_lazy("Note corrected"),
    ("assessment", "lift_proposed"): gettext_lazy("Lifting of the hold proposed"),
    ("assessment", "hold_kept"): gettext_lazy("Lifting refused: the hold stays"),
    ("assessment", "selection_lifted"): gettext_lazy("Hold lifted"),
    ("assessment", "left_unexamined"): gettext_lazy("Closed: it left without examination"),
    ("assessment", "examiner_drawn"): gettext_lazy("Examiner drawn"),
    ("assessment", "examiner_named"): gettext_lazy("Examiner named"),
    ("assessment", "decision_taken_back"): gettext_lazy("Decision taken back"),
    ("assessment", "hold_acknowledged"): gettext_lazy("The post has seen the hold"),
    ("assessment", "examination_begun"): gettext_lazy("Examination begun"),
    ("examination", "begun"): gettext_lazy("Examination begun"),
    ("examination", "closed"): gettext_lazy("Examination closed"),
    ("examination", "included"): gettext_lazy("Taken into an examination"),
    ("examination", "result_corrected"): gettext_lazy("Result of the examination corrected"),
    ("seizure_line", "seized"): gettext_lazy("Goods seized"),
    ("seizure_line", "corrected"): gettext_lazy("Seizure line corrected"),
}
ALARMING = {"selected", "outcome_recorded", "outcome_corrected"}


@dataclass(frozen=True, slots=True)
class LogLine:
    """tone: "", "now" for the newest, "alarm" for what stops goods or was found."""

    when: str
    sentence: str
    officer: str
    reason: str
    tone: str


def log_lines(events: Iterable[CaseEvent], now: datetime) -> list[LogLine]:
    """Make lines of events given newest first, fetched with their actors."""
    return [
        LogLine(
            when=clock(event.at, now),
            sentence=sentence_of(event),
            officer=event.actor.short_name if event.actor else "",
            reason=event.reason,
            tone="now" if place == 0 else "alarm" if event.verb in ALARMING else "",
        )
        for place, event in enumerate(events)
    ]


def sentence_of(event: CaseEvent) -> str:
    """Say one event; a verb without a sentence of its own is shown by its name."""
    after: dict[str, Any] = event.after or {}
    if event.verb == "assessed":
        return _assessed(after)
    if event.verb in {"outcome_recorded", "outcome_corrected"}:
        outcome = dict(Outcome.choices).get(after.get("outcome", ""), "")
        said = _("Result: %(outcome)s") if event.verb == "outcome_recorded" else _("Result corrected: %(outcome)s")
        return said % {"outcome": outcome}
    known = SENTENCES.get((event.subject_kind, event.verb))
    return str(known) if known else event.verb.replace("_", " ").capitalize()


def _assessed(after: dict[str, Any]) -> str:
    opened = word(TRIGGERS, after.get("trigger", ""))
    lane = dict(Lane.choices).get(after.get("lane", ""), "")
    return _("Round %(round)s, opened %(opened)s: %(lane)s lane, score %(score)s") % {
        "round": after.get("round", "?"),
        "opened": opened % {"revision": after.get("revision", 0)} if "%(" in opened else opened,
        "lane": str(lane).lower(),
        "score": after.get("score", "?"),
    }
