"""The monthly and quarterly report of a unit: its figures kept as PDF and XLSX in three languages, by revisions."""
