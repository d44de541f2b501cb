"""The reference data and accounts that every installation starts with; loading it again changes nothing."""
