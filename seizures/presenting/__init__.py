"""What the pages of examinations and seizures show, as plain values."""
