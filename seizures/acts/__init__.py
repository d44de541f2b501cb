"""The inspection act: its content, its number and verification code, and its printed sheet in three languages."""
