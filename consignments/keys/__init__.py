"""Canonical forms of names, addresses and identifiers: plain functions of text, used to find the same thing again."""
