"""The batch on its way to an assessment: one `Case` per revision whose round is due."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from consignments.models import ConsignmentRevision
from profiling.facts.known import KnownConsignment


@dataclass(slots=True)
class ListMatch:
    """A watch-list entry that matched; `lane` is what the list recommends, `score` 0 to 100.

    agreed, contradicted: name, identifier, birth_date, address, country, number. What is contradicted stays a match,
    with fewer points and no more than a yellow lane: a namesake is for an officer to tell.
    """

    entry_id: UUID
    role: str
    matched_text: str
    score: float
    agreed: list[str]
    lane: str
    contradicted: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Case:
    """What is gathered about one revision. `as_of`: the moment as of which the world is asked (the round's own)."""

    revision: ConsignmentRevision
    known: KnownConsignment
    round: int
    trigger: str
    as_of: datetime
    unit_id: UUID
    parties: dict[str, UUID] = field(default_factory=dict)  # role -> party, placeholders left out
    is_drawn: bool = False
    draw_number: float = 0.0
    draw_seed: str = "00"
    list_matches: list[ListMatch] = field(default_factory=list)
    has_warning: bool = False
    values: dict = field(default_factory=dict)  # columns of ConsignmentFacts
    evidence: dict = field(default_factory=dict)
    items: list[tuple[int, dict, dict]] = field(default_factory=list)  # number, columns of GoodsItemFacts, evidence
    facts_id: int = 0
    post_id: UUID | None = None
    arrival_at: datetime | None = None
