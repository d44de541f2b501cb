"""What was found: examinations and seizures."""
