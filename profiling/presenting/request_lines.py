"""Questions with their deadlines and answers, ready for a page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from consignments.models import Attachment
from profiling.models import InformationRequest, RequestState
from profiling.presenting.moments import clock, distance

TONES = {RequestState.OPEN: "yellow", RequestState.OVERDUE: "red", RequestState.ANSWERED: "green"}


@dataclass(frozen=True, slots=True)
class RequestLine:
    """due_in: "in 3 h 20" or "2 d 1 h ago", "" where nothing is awaited; tone: class of the state's tag."""

    request: InformationRequest
    tone: str
    asked: str
    due: str
    due_in: str
    answered: str
    is_late: bool
    attachments: Sequence[Attachment] = field(default_factory=tuple)


def request_lines(
    requests: Iterable[InformationRequest],
    now: datetime,
    attachments: Mapping[UUID, Sequence[Attachment]] = MappingProxyType({}),
) -> list[RequestLine]:
    """attachments: the files of answers, by question; left out where the page does not show them."""
    return [
        RequestLine(
            request=each,
            tone=TONES.get(_state(each), ""),
            asked=clock(each.asked_at, now),
            due=clock(each.due_at, now),
            due_in=distance(each.due_at, now) if each.is_unanswered else "",
            answered=clock(each.answered_at, now),
            is_late=bool(each.answered_at and each.answered_at > each.due_at),
            attachments=attachments.get(each.pk, ()),
        )
        for each in requests
    ]


def _state(each: InformationRequest) -> Any:
    return RequestState(each.state)
