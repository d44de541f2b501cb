"""Containers, trailers, wagons and vehicles on the way, each with all its consignments (docs/boxes.md)."""
