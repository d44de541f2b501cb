"""The register of seizures as files: CSV, XLSX and JSON, whole or without anything that points to a person."""
