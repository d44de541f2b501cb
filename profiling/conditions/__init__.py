"""The language of risk profiles: facts, operators, indicators, definitions, and their one evaluator in SQL."""
