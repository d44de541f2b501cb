"""Reads what a batch needs from the database, set-wise: the records, history, norms, lists and rates."""
