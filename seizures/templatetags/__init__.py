"""The small parts of the pages of seizures."""
