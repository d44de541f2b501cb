"""What is risky: facts, profiles, assessments."""

__version__ = "0.1.0"  # of the code that makes facts and evaluates; stored with each assessment
