"""XML documents in the WCO Data Model."""
