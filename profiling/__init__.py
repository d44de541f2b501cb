"""What is risky: facts, profiles, assessments."""
