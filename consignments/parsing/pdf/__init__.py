"""PDFs: the text of their pages, and what a shipping document among them seems to state, for a person to confirm."""

from .draft import StatedDraft, read_draft

__all__ = ["StatedDraft", "read_draft"]
