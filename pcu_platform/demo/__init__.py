"""The synthetic demo: a year of invented traffic of Osh and Batken, made by a documented process (docs/demo.md)."""
