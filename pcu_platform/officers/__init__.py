"""Accounts: a unit head keeps those of its unit, the administrator all of them and no case."""
