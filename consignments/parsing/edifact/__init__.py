"""UN/EDIFACT messages."""
