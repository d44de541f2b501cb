"""Pieces of equipment on the way, with everything aboard."""
