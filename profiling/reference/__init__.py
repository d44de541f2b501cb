"""Small tables of facts that the indicators read. Own wording; what an issuer publishes must be verified against the issuer."""
