"""The examinations and seizures under /api/v1/, for officers and their systems."""
