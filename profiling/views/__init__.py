"""The pages of what is risky."""
