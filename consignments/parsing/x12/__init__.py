"""Messages of ASC X12."""
