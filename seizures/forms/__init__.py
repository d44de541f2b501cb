"""The forms of examinations and seizures."""
