"""The pages of what was found."""
