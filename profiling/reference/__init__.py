"""Small tables of facts that the indicators read; what an issuer publishes must be verified against the issuer."""
