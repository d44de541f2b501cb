"""Scenarios: a suspicious story and its innocent twin, from documents handed in to what an officer reads."""
