"""Facts of readings: what a gate, a weighbridge, a scanner or a camera saw, against what the document states."""

from .all_readings import reading_facts
from .moving import note_unclaimed
from .values import Journey, Limits, Piece, Sighting

__all__ = ["Journey", "Limits", "Piece", "Sighting", "note_unclaimed", "reading_facts"]
