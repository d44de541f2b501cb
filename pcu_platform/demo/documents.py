"""A document of the demo as it is handed in, and who hands in what."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from pcu_platform.demo.drafts import Load

UAIS = "Customs system extract"
GATEWAY = "Manifest gateway"
PRELIMINARY = "Preliminary information (EAEU)"
TERMINAL = "Container terminal"
BY_HAND = "CMR notes by hand"


class Channel(Enum):
    """A way of announcing trips."""

    SHEET = "sheet"
    JSON = "json"
    XML = "xml"
    EDIFACT = "edifact"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Document:
    """source: the name of a source of the unit. by: user name of who hands it in, "" for a folder import.

    key: the idempotency key. composed_at: when the sender made it; known_at: when it arrives. loads: what it is about,
    for whoever knows the truth.
    """

    key: str
    source: str
    by: str
    content_type: str
    file_name: str
    raw: bytes
    known_at: datetime
    composed_at: datetime
    loads: tuple[Load, ...]
