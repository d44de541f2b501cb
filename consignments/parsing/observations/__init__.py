"""Readings of weighbridges, scanners and cameras: tables, and the JSON of integrators."""
