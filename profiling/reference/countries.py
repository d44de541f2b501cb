"""Countries with a meaning for risk: sources of drugs and their first transit (B02), demand for precursors (B03).

From public reports on the northern route; a starting point for a unit's own profiles, not a statement about a
country's trade.
"""

# Opiates and methamphetamine reach Osh and Batken from AF through TJ and UZ; PK and IR are the other first transits.
DRUG_SOURCE = ("AF",)
DRUG_FIRST_TRANSIT = ("TJ", "UZ", "TM", "PK", "IR")

# Acetic anhydride and other precursors are smuggled towards these.
PRECURSOR_DEMAND = ("AF",)
PRECURSOR_CORRIDOR = ("TJ", "UZ", "TM", "PK", "IR")
