"""The dashboard of a unit: its figures over a calendar period, each with its formula and the rows behind it."""
