"""What arrives: documents, consignments, units and posts."""
